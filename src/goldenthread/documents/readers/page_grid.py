"""Putting the letters of a printed page into the cells that its lines draw.

All places are in points from the lower left corner of the page as it is seen.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_THIN = 3.0
"""A drawn box this narrow is a line."""
_NEAR = 3.0
"""Lines this close to one another are the same line, drawn once for each cell it borders."""
_SHARE = 0.4
"""The share of a table's height or width that a line must run to divide columns or rows."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right and top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """The place of its middle, across and up."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter and where it is drawn; a space that is only implied is drawn nowhere."""

    text: str
    box: Box | None


@dataclass(slots=True)
class Grid:
    """A table on a page: where its columns and rows are divided, and the words in its cells."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: Sequence[Box] = ()
    level: Sequence[Box] = ()
    words: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    _last: dict[tuple[int, int], Box] = field(default_factory=dict)
    _divided: dict[tuple[bool, int, int], bool] = field(default_factory=dict)
    merged: int = 0
    """Cells that got the words of one merged down the page, known once ``texts`` was asked."""

    def cell(self, box: Box) -> tuple[int, int] | None:
        """Row from the top and column from the left that a letter stands in."""
        across, up = box.middle
        column = bisect_right(self.columns, across) - 1
        row = len(self.rows) - 1 - bisect_right(self.rows, up)
        if 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1:
            return self._first_of(row, column)
        return None

    def _first_of(self, row: int, column: int) -> tuple[int, int]:
        """The upper left of the cells that no line divides from this one."""
        while column and not self._is_divided(self.upright, row, column, upright=True):
            column -= 1
        while row and not self._is_divided(self.level, row, column, upright=False):
            row -= 1
        return row, column

    def _is_divided(self, lines: Sequence[Box], row: int, column: int, *, upright: bool) -> bool:
        """Whether a line runs along the left of a cell (``upright``), or along its top."""
        key = (upright, row, column)
        if key not in self._divided:
            top = len(self.rows) - 1 - row
            if upright:
                at, low, high = self.columns[column], self.rows[top - 1], self.rows[top]
                runs = [
                    (line.bottom, line.top) for line in lines if abs(line.middle[0] - at) <= _NEAR
                ]
            else:
                at, low, high = self.rows[top], self.columns[column], self.columns[column + 1]
                runs = [
                    (line.left, line.right) for line in lines if abs(line.middle[1] - at) <= _NEAR
                ]
            covered = sum(max(0.0, min(high, end) - max(low, start)) for start, end in runs)
            self._divided[key] = covered >= (high - low) / 2
        return self._divided[key]

    def put(self, cell: tuple[int, int], letter: Letter) -> None:
        """Add a letter; a space where it begins a new line in its cell."""
        words = self.words.setdefault(cell, [])
        if letter.box:
            last = self._last.get(cell)
            half = (letter.box.top - letter.box.bottom) / 2
            new_line = last and abs(letter.box.middle[1] - last.middle[1]) > half
            if new_line and words and not words[-1].endswith((" ", "-")):
                words.append(" ")
            self._last[cell] = letter.box
        words.append(letter.text)

    def texts(self) -> list[list[str]]:
        """The words of every cell, row by row from the top.

        A cell merged down the page has its words in each row it covers.
        """
        self.merged = 0
        table: list[list[str]] = []
        for row in range(len(self.rows) - 1):
            table.append([])
            for column in range(len(self.columns) - 1):
                words = " ".join("".join(self.words.get((row, column), ())).split())
                if not words and row and self._goes_on_below(row, column):
                    words = table[row - 1][column]
                    self.merged += bool(words)
                table[row].append(words)
        return table

    def _goes_on_below(self, row: int, column: int) -> bool:
        return not self._is_divided(self.level, row, column, upright=False)


def grids(lines: Sequence[Box]) -> list[Grid]:
    """The tables that lines draw on a page, from the top: at least two columns and one row each."""
    upright = [line for line in lines if line.right - line.left <= _THIN < line.top - line.bottom]
    level = [line for line in lines if line.top - line.bottom <= _THIN < line.right - line.left]
    found = []
    for bottom, top in _stretches((line.bottom, line.top) for line in upright):
        here = [line for line in upright if line.bottom >= bottom and line.top <= top]
        columns = _dividers(
            [(line.middle[0], line.top - line.bottom) for line in here], over=top - bottom
        )
        if len(columns) < 3:
            continue
        width = columns[-1] - columns[0]
        across = [
            (line.middle[1], line.right - line.left)
            for line in level
            if bottom - _NEAR <= line.middle[1] <= top + _NEAR
        ]
        rows = _dividers(across, over=width)
        if len(rows) >= 2:
            found.append(Grid(columns, rows, upright=here, level=level))
    return sorted(found, key=lambda grid: -grid.rows[-1])


def place(letters: Iterable[Letter], found: Sequence[Grid]) -> int:
    """Put letters into the cells of tables; returns how many stand outside all of them."""
    outside = 0
    last: tuple[Grid, tuple[int, int]] | None = None
    for letter in letters:
        if letter.box is None:
            if last:
                last[0].put(last[1], letter)
            continue
        last = None
        for grid in found:
            if cell := grid.cell(letter.box):
                grid.put(cell, letter)
                last = (grid, cell)
                break
        outside += last is None and not letter.text.isspace()
    return outside


def _stretches(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans that touch, run together."""
    joined: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1] + _NEAR:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def _dividers(lines: list[tuple[float, float]], *, over: float) -> tuple[float, ...]:
    """Where lines run far enough, taking those that lie close together as one."""
    places: list[tuple[float, float]] = []
    for place_, length in sorted(lines):
        if places and place_ - places[-1][0] <= _NEAR:
            places[-1] = (places[-1][0], places[-1][1] + length)
        else:
            places.append((place_, length))
    return tuple(place_ for place_, length in places if length >= _SHARE * over)
