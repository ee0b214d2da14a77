"""What a reader hands back, and the refusals that every reader shares."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from goldenthread.chronology.tables import Table
from goldenthread.documents import limits
from goldenthread.documents.refused import FileRefused


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a file, and sentences on what was met besides."""

    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def too_wide(columns: int) -> FileRefused:
    """The refusal of a table that is no chronology table."""
    return FileRefused(
        f"A table in the file has {columns:,} columns or more; at most {limits.MAX_COLUMNS} are "
        "read. Copy the columns of the chronology into a new file and add that one."
    )


def too_long() -> FileRefused:
    """The refusal of more rows than any chronology has."""
    return FileRefused(
        f"The file has more than {limits.MAX_ROWS:,} rows with something in them. Split it into "
        "several files, for example one for each year, and add them one by one."
    )


def counted(number: int, one: str, many: str) -> str:
    """A number with the right form of its noun: “1 picture”, “1,200 pictures”."""
    return f"{number:,} {one if number == 1 else many}"


def shortened(text: str, most: int = 300) -> str:
    """The text on one line, cut where it is longer than a sentence about it should be."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def whole(text: str | None, otherwise: int) -> int:
    """The whole number that an attribute gives, or ``otherwise`` where it gives none below 10^9."""
    return int(text) if text and len(text) < 10 and text.isdecimal() else otherwise


_BOXES = 20
"""How many text boxes are quoted; a drawing of a hundred parts has a hundred."""


def boxes_say(boxes: Collection[str]) -> Iterator[str]:
    """A sentence for each text box, and one for those that are too many to quote."""
    for box in list(boxes)[:_BOXES]:
        yield f"A text box, which makes no entry, says: “{shortened(box)}”"
    if (more := len(boxes) - _BOXES) > 0:
        yield f"{counted(more, 'more text box makes', 'more text boxes make')} no entry."


def outermost(container: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The elements with this tag inside another that stand in no other of them."""
    for child in container:
        if child.tag == wanted:
            yield child
        else:
            yield from outermost(child, wanted)
