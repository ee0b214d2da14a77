"""Chronologies written as forms: a small table for each event, with what it says beside its name.

    Date   | 3 May 2011
    Event  | Seen at home.
    Source | Diary

Such a table is turned on its side, so that it is read as a row under headings like any other.
"""

from collections.abc import Iterator, Sequence

from goldenthread.chronology.contents import is_date
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.naming import Named, Sureness, named, plain
from goldenthread.chronology.tables import Cell, Row, Table

_Card = list[tuple[Row, str, Cell]]
"""For each row of a form: the row, the name in it, and the cell beside the name."""


def turned(table: Table) -> Table:
    """The table with its forms as rows, or the table itself where it is not made of forms.

    It is where every row has a name and one thing beside it, the names known to be those of a
    date and an event are among them, and a date stands beside that of the date. A row has the
    number of the first of its form, and the headings that of the first form's second row.
    """
    cards = list(_cards(table))
    if not cards:
        return table
    names: dict[str, str] = {}
    for card in cards:
        for _, name, _ in card:
            names.setdefault(plain(name), name)
    rows = [Row(cards[0][1][0].number, tuple(map(Cell, names.values())))]
    for card in cards:
        held = {plain(name): cell for _, name, cell in card}
        rows.append(Row(card[0][0].number, tuple(held.get(name, Cell()) for name in names)))
    return Table(table.name, tuple(rows))


def _cards(table: Table) -> Iterator[_Card]:
    pairs = [pair for row in table.rows if (pair := _pair(row))]
    cards = _split(pairs)
    if len(pairs) == len(table.rows) and all(map(_is_form, cards)):
        yield from cards


def _pair(row: Row) -> tuple[Row, str, Cell] | None:
    """The name and what stands beside it, where a row holds nothing else."""
    name, *others = row.cells
    filled = [cell for cell in others if cell.text]
    if not name.text or len(filled) > 1:
        return None
    return row, name.text, filled[0] if filled else Cell()


def _split(pairs: Sequence[tuple[Row, str, Cell]]) -> list[_Card]:
    """The forms of a table: a new one begins where a name stands that the last one has already."""
    cards: list[_Card] = []
    for pair in pairs:
        if not cards or plain(pair[1]) in {plain(name) for _, name, _ in cards[-1]}:
            cards.append([])
        cards[-1].append(pair)
    return cards


def _is_form(card: _Card) -> bool:
    known = {found.field: cell for _, name, cell in card if (found := _surely(name))}
    firm = len(known) * 2 >= len(card)
    return firm and Field.EVENT in known and is_date(known.get(Field.DATE, Cell()).text)


def _surely(name: str) -> Named | None:
    found = named(name)
    return found if found and found.sure >= Sureness.PART else None
