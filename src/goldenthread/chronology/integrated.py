"""Many agencies’ files in one chronology: every entry kept, in an order as honest as its dates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.chronology.dates import Refusal, Unknown
from goldenthread.chronology.entries import LINE_ALONE, NO_DATES
from goldenthread.chronology.ordering import in_order
from goldenthread.chronology.placed import Contradiction, Placed, Source, different, placed
from goldenthread.chronology.standing import may_fall

__all__ = ["Contradiction", "Integrated", "Placed", "Source", "Unread", "merge"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that could not be read as an entry of a certain place; headings are none of these."""

    agency: str
    file: str
    table: str
    row: int
    text: str
    reason: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Integrated:
    """Entries in honest order, those without a date last; with all that could not be settled."""

    entries: tuple[Placed, ...]
    unread: tuple[Unread, ...]
    contradictions: tuple[Contradiction, ...]
    notes: tuple[str, ...]


def merge(
    sources: Iterable[Source], *, first: date | None = None, last: date | None = None
) -> Integrated:
    """Put every entry of every file in one order.

    The order of ``sources`` makes no difference, and the same file of an agency counts once. An
    entry stands where it happened at the latest, so an uncertain one never comes before a certain
    one that may have been first; entries of one day keep their own agency’s order. With ``first``
    or ``last`` only entries that may fall into those days are kept, the undated among them.
    """
    files = different(sources)
    ordered, contradictions = in_order(placed(files))
    kept = tuple(one for one in ordered if _within(one, first, last))
    ids = {one.id for one in kept}
    return Integrated(
        entries=kept,
        unread=tuple(unread for source in files for unread in _unread(source)),
        contradictions=tuple(one for one in contradictions if ids.issuperset(one.ids)),
        notes=tuple(_notes(files, outside=len(ordered) - len(kept))),
    )


def _within(one: Placed, first: date | None, last: date | None) -> bool:
    return may_fall(one.entry.date, begin=one.first, end=one.last, first=first, last=last)


def _unread(source: Source) -> Iterator[Unread]:
    for entry in source.understood.entries:
        read = entry.date
        if isinstance(read, Refusal | Unknown):
            reason, suggestion = read.reason, read.suggestion if isinstance(read, Refusal) else ""
        elif read.first is None and read.last is None:
            reason, suggestion = read.why, ""
        else:
            continue
        text = read.text or entry.event
        yield Unread(
            source.agency, source.file.name, entry.table, entry.row, text, reason, suggestion
        )
    for table, row, text, reason in source.understood.left_out:
        if reason == LINE_ALONE:
            yield Unread(source.agency, source.file.name, table, row, text, reason, "")


def _notes(files: Sequence[Source], *, outside: int) -> Iterator[str]:
    for source in files:
        for note in source.understood.notes:
            yield f"{source.agency}, {source.file.name}: {note}"
        without = Counter(t for t, _, _, reason in source.understood.left_out if reason == NO_DATES)
        for table, rows in without.items():
            count = "its 1 row was" if rows == 1 else f"its {rows:,} rows were"
            yield (
                f"{source.agency}, {source.file.name}: “{table}” has no column of dates, so "
                f"{count} not read as entries."
            )
    if outside:
        count = "1 entry lies" if outside == 1 else f"{outside:,} entries lie"
        yield f"{count} outside the period asked for."
