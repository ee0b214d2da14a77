"""The rows of a Word table lined up in columns, as they stand on the page.

Word has no columns: every row has cells of its own, and borders dragged by hand leave rows whose
cells start at different places although they are one column to the eye.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from goldenthread.chronology.tables import Cell, Row
from goldenthread.documents.readers.word_shapes import WordRow


def lined_up(
    rows: Sequence[tuple[int, WordRow]], widths: Sequence[int]
) -> tuple[tuple[Row, ...], int]:
    """The rows with something in them, and the number of cells filled from above.

    A row with as many cells as the fullest is taken in order; the cells of a shorter row go to the
    column that starts nearest to where they do. ``widths`` are those of the table's grid.
    """
    columns = _columns(rows)
    cell_of = lru_cache(maxsize=None)(Cell)  # the same source stands in row after row
    places: dict[tuple[int, ...], list[int] | None] = {}
    lined = []
    filled = 0
    above: list[str] = []
    for number, (starts, words, carried) in rows:
        if starts not in places:
            places[starts] = _places(starts, columns, _edges(widths))
        place = places[starts]
        texts = words if place is None else _spread(words, place, len(columns))
        if carried:
            texts = texts.copy()
            for cell in carried:
                column = cell if place is None else place[cell]
                if not texts[column] and column < len(above) and above[column]:
                    texts[column] = above[column]
                    filled += 1
        above = texts
        if any(texts):
            lined.append(Row(number, tuple(map(cell_of, texts))))
    return tuple(lined), filled


def _columns(rows: Sequence[tuple[int, WordRow]]) -> tuple[int, ...]:
    """Where the cells start in the most common shape of row among those with the most cells."""
    shapes = Counter(row.starts for _, row in rows)
    most = max(map(len, shapes), default=0)
    full = {starts: count for starts, count in shapes.items() if len(starts) == most}
    return max(full, key=lambda starts: full[starts], default=())


def _edges(widths: Sequence[int]) -> list[int]:
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def _places(
    starts: tuple[int, ...], columns: tuple[int, ...], edges: Sequence[int]
) -> list[int] | None:
    """The column of each cell of a row, or None where they are simply in order."""
    if len(starts) >= len(columns):
        return None
    known = len(edges) > max((*starts, *columns))
    at = [edges[column] if known else column for column in columns]
    places: list[int] = []
    for number, own in enumerate(starts):
        where = edges[own] if known else own
        # Every later cell needs a column of its own, so the last ones stay free for them.
        first = places[-1] + 1 if places else 0
        last = len(columns) - len(starts) + number
        places.append(_nearest(at, where, first, last))
    return places


def _nearest(at: Sequence[int], where: int, first: int, last: int) -> int:
    right = min(max(bisect_left(at, where), first), last)
    left = max(right - 1, first)
    return left if abs(at[left] - where) <= abs(at[right] - where) else right


def _spread(words: Sequence[str], places: Sequence[int], width: int) -> list[str]:
    texts = [""] * width
    for column, text in zip(places, words, strict=True):
        texts[column] = text
    return texts
