"""An integrated chronology as columns, rows and findings, the same for every kind of file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.dates import Reading, TimeReading, read_date, read_time
from goldenthread.chronology.integrated import Integrated
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.placed import Placed
from goldenthread.documents.writers.words import said, writable

NUMBER, DATE, TYPED, TIME, LETTER, AGENCY, EVENT, SOURCE = (
    "No.", "Date", "As typed", "Time", "Letter", "Agency", "What happened", "Source",
)  # fmt: skip
OWN = (NUMBER, DATE, TYPED, TIME, LETTER, AGENCY, EVENT, SOURCE)
AGE, ELAPSED, FILE, TABLE, ROW = "Age worked out", "Elapsed", "In file", "In table", "In row"
FIELD_HEADINGS: Mapping[str, str] = {
    Field.NUMBER: "Number as typed",
    Field.UNTIL: "Finish as typed",
    Field.UNTIL_TIME: "Finish hour as typed",
    Field.AGENCY: "Body as typed",
    Field.QUOTE: "Quote",
    Field.PROFESSIONAL: "Professionals involved",
    Field.FAMILY_MEMBER: "Family members involved",
    Field.CHILD_SEEN: "Child seen",
    Field.SEEN_ALONE: "Seen alone",
    Field.VOICE: "Voice of the child",
    Field.ACTION: "Action taken",
    Field.OUTCOME: "Outcome",
    Field.IMPACT: "Impact",
    Field.PLACE: "Location",
    Field.THEME: "Theme",
    Field.COMMENT: "Comments",
    Field.AGE: "Age",
    Field.STANDING: "Status",
    Field.RECORDED_ON: "Date recorded",
    Field.RECORDED_BY: "Recorded by",
    Field.REVIEW: "Review date",
}
"""The heading of each further field. What the merge itself says of date, number and agency stands
in columns of its own, so there the file’s words are kept under headings that nothing else reads."""

# Light grounds on which the text, nearly black, keeps a contrast of more than 12 to 1.
GROUNDS = (
    "d6e6f5", "fde2c8", "d5efd9", "f3d9ec", "fff3bf", "dcd9f2",
    "cfeff0", "f9d5d5", "e6ecc4", "e3e3e3", "f1e2d3", "d9f2e8",
)  # fmt: skip
INK = "0b0c0c"


@dataclass(frozen=True, slots=True)
class Mark:
    """How an agency is told from the others: a letter, and a ground behind it (“d6e6f5”)."""

    letter: str
    ground: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of finding and a sentence for each; numbers are those of the rows."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """What every writer writes: ``rows`` are as wide as ``headings``."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    agencies: tuple[str, ...]
    marks: Mapping[str, Mark]
    findings: tuple[Finding, ...]

    @property
    def summary(self) -> str:
        """One line on what the file holds."""
        entries = "1 entry" if len(self.rows) == 1 else f"{len(self.rows):,} entries"
        many = len(self.marks)
        return f"{entries} of {'1 agency' if many == 1 else f'{many:,} agencies'}."


def laid_out(integrated: Integrated, shown: Shown) -> Laid:
    """Every entry as a row, in order; columns that no entry fills are left out."""
    fields = [f for f in FIELD_HEADINGS if any(f in one.entry.fields for one in integrated.entries)]
    extras = list(dict.fromkeys(h for one in integrated.entries for h in one.entry.extra))
    aged = any(age.text for age in shown.ages.values())
    headings = [*OWN, *(FIELD_HEADINGS[f] for f in fields)]
    headings += [AGE] * aged + [ELAPSED, FILE, TABLE, ROW]
    headings += list(_renamed(extras, headings))
    marks = _marks(integrated)
    rows = []
    for number, one in enumerate(integrated.entries, start=1):
        age = shown.ages.get(one.id)
        cells = [
            *_own_cells(number, one, marks),
            *(one.entry.fields.get(f, "") for f in fields),
            *([age.text if age else ""] if aged else []),
            *(age.elapsed if age else "", one.file, one.table, str(one.row)),
            *(one.entry.extra.get(heading, "") for heading in extras),
        ]
        rows.append(tuple(map(writable, cells)))
    return Laid(
        title="Integrated chronology",
        headings=tuple(map(writable, headings)),
        rows=tuple(rows),
        agencies=tuple(writable(one.agency) for one in integrated.entries),
        marks={writable(agency): mark for agency, mark in marks.items()},
        findings=tuple(found for found in _findings(integrated, shown) if found.lines),
    )


def _own_cells(number: int, one: Placed, marks: Mapping[str, Mark]) -> tuple[str, ...]:
    entry = one.entry
    return (
        str(number),
        date_in_words(entry.date) if isinstance(entry.date, Reading) else "",
        entry.date.text,
        time_in_words(one.time, entry.time_text),
        marks[one.agency].letter,
        one.agency,
        entry.event,
        entry.source,
    )


def _renamed(extras: Sequence[str], taken: Sequence[str]) -> Iterator[str]:
    """The files’ own headings, each with a number where one of ours is called the same."""
    used = set(taken)
    for heading in extras:
        name, number = heading, 2
        while name in used:
            name, number = f"{heading} ({number})", number + 1
        used.add(name)
        yield name


def _marks(integrated: Integrated) -> dict[str, Mark]:
    agencies = sorted({one.agency for one in integrated.entries})
    return {
        agency: Mark(_letter(place), GROUNDS[place % len(GROUNDS)])
        for place, agency in enumerate(agencies)
    }


def _letter(place: int) -> str:
    """A, B … Z, AA, AB: a letter for each agency, however many there are."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def date_in_words(read: Reading) -> str:
    """A date as people write it, where those words read back to the same days and doubt.

    Otherwise as EDTF. Nothing where the year is not known: a year must not be guessed from the rows
    that come to stand round the entry.
    """
    if read.first is None and read.last is None:
        return ""
    return _in_words(read.edtf, read.first, read.last, read.doubt)


@lru_cache(maxsize=65_536)
def _in_words(edtf: str, first: date | None, last: date | None, doubt: str) -> str:
    for words in (*_ways(first, last, doubt), edtf.partition("T")[0], edtf):
        read = read_date(words)
        if isinstance(read, Reading) and (read.first, read.last) == (first, last):
            if read.doubt == doubt:
                return words
    return edtf


def _ways(first: date | None, last: date | None, doubt: str) -> Iterator[str]:
    before = "about " if doubt in ("~", "%") else ""
    after = "?" if doubt in ("?", "%") else ""
    if first is None or last is None:
        yield f"{before}from {said(first)}{after}" if first else f"by {said(last or '')}{after}"
        return
    if first == last:
        yield f"{before}{said(first)}{after}"
    elif first.day == 1 and (last + timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            yield f"{before}{first:%B %Y}{after}"
        elif (first.month, last.month, last.year) == (1, 12, first.year):
            yield f"{before}{first.year}{after}"
    if not doubt:
        yield f"{said(first)} to {said(last)}"


@lru_cache(maxsize=16_384)
def time_in_words(time: str, typed: str) -> str:
    """A time as people write it, where it reads back to the same; else as typed."""
    start, _, end = time.partition("/")
    ways = (typed, time, f"{start}–{end}", f"from {start}", f"by {end}") if time else (typed,)
    for words in ways:
        read = read_time(words) if words else None
        if isinstance(read, TimeReading) and read.time == time:
            return words
    return typed or time


def _findings(integrated: Integrated, shown: Shown) -> Iterator[Finding]:
    place = {one.id: number for number, one in enumerate(integrated.entries, start=1)}
    agency = {one.id: one.agency for one in integrated.entries}

    def rows(ids: Sequence[str]) -> str:
        numbers = sorted(place[one] for one in ids if one in place)
        return f"{'Entry' if len(numbers) == 1 else 'Entries'} {', '.join(map(str, numbers))}"

    yield _finding("The same event", (f"{rows(f.ids)}. {f.reason}" for f in shown.same_events))
    yield _finding(
        "Conflicts",
        (
            f"{rows(f.ids)}, about {f.about}. {f.reason} "
            + "; ".join(f"{agency.get(one, one)}: “{says}”" for one, says in f.says)
            for f in shown.conflicts
        ),
    )
    yield _finding("Told but not heard", (f"{rows([f.id])}. {f.reason}" for f in shown.untold))
    yield _finding(
        "Silences",
        (
            f"{f.agency or 'All agencies'}, {said(f.first)} to {said(f.last)} ({f.days:,} days). "
            f"{f.reason}"
            for f in shown.silences
        ),
    )
    yield _finding(
        "The child seen and heard",
        (f"{f.agency or 'All agencies'}, {f.line}: {f.reason}" for f in shown.sight.lines),
    )
    yield _finding("Patterns", (f"{rows(f.ids)}, {f.kind}. {f.reason}" for f in shown.patterns))
    yield _finding(
        "Orders that cannot all hold",
        (f"{rows(f.ids)}. {f.reason}" for f in integrated.contradictions),
    )
    yield _finding(
        "Not read, or not certain",
        (
            f"{f.agency}, {f.file}, {f.table}, row {f.row}: “{f.text}”. {f.reason}"
            + (f" Perhaps {f.suggestion}." if f.suggestion else "")
            for f in integrated.unread
        ),
    )
    yield _finding("Notes on the files", integrated.notes)


def _finding(title: str, lines: Iterator[str] | Sequence[str]) -> Finding:
    return Finding(title, tuple(writable(" ".join(line.split())) for line in lines))
