"""Chronologies from files to files: check one, merge many, compare two. No database, no network."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from goldenthread.chronology.checking import check as faults_of
from goldenthread.chronology.collecting import nothing_collected
from goldenthread.chronology.dates import Reading, read_date
from goldenthread.chronology.entries import Entry, Understood, understand
from goldenthread.chronology.integrated import Integrated, Source, merge
from goldenthread.chronology.revision import compare as revision_of
from goldenthread.chronology.tables import ReadFile
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

KINDS = ("docx", "xlsx", "csv", "pdf", "html", "json")


class Refused(click.ClickException):
    """What was asked cannot be done as asked; ends with 2, as a mistyped option does."""

    exit_code = 2


class Day(click.ParamType[Reading]):
    """A date as people write it, day first; a month or a year stands for all its days."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Reading:
        """The reading of the words; fails with the reason where they are not one stretch of days."""
        if isinstance(value, Reading):
            return value
        read = read_date(str(value))
        if not isinstance(read, Reading) or read.first is None or read.last is None:
            why = read.why if isinstance(read, Reading) else read.reason
            self.fail(f"“{value}” is not one date. {why} Write it as 3 May 2011.", param, ctx)
        return read


_FILE = click.Path(path_type=Path)
_BORN = click.option("--born", type=Day(), help="The child’s date of birth; gives ages.")
_AS_AT = click.option(
    "--as-at",
    type=Day(),
    help="The day the files were made. Later dates in them are doubted.  [default: today]",
)
_QUIET = click.option("--quiet", is_flag=True, help="No word on how the work goes on.")


@click.group()
def chronology() -> None:
    """Check, merge and compare chronologies kept in Word, Excel, CSV, PDF or OpenDocument.

    Nothing is sent anywhere, nothing is stored, and the files are not changed.

    \b
    Begin with one file, as an agency sent it:
      goldenthread chronology check health.docx
    Merge several; the agency is the file’s name unless you say so:
      goldenthread chronology merge health.docx school.xlsx -o all.docx
    See what a revised file changes:
      goldenthread chronology compare health.docx health-2.docx

    \b
    Ends with 0 when all is well, with 1 when something was found (faults in
    check, differences in compare), and with 2 when what was asked is mistyped
    or a file cannot be read.
    """


@chronology.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_BORN
@_AS_AT
def check(files: Sequence[Path], born: Reading | None, as_at: Reading | None) -> None:
    """Say how each of FILES is understood, and every fault in it with a repair.

    \b
    Examples:
      goldenthread chronology check health.docx
      goldenthread chronology check *.docx --born "3 May 2011"

    \b
    Prints for each file how its columns were understood, then a line for each
    fault: table, row, what is wrong, what to do.
    Ends with 0 when there are no faults, 1 when there are, 2 when a file
    cannot be read.
    """
    latest, birth = _latest(as_at), _exact(born, "--born")
    found = 0
    for path in files:
        file, understood = _understood(path, latest=latest, born=birth)
        click.echo(f"{path.name}: {_counted(len(understood.entries), 'entry', 'entries')}")
        for column in understood.columns:
            click.echo(f"  “{column.heading}”: {column.reason}")
        for note in understood.notes:
            click.echo(f"  {note}")
        for fault in faults_of(file, understood, latest=latest, born=birth):
            found += 1
            where = f"{fault.table}, row {fault.row}" if fault.row else fault.table
            click.echo(f"  {where}: {fault.what} {fault.repair}")
    click.echo(f"{_counted(found, 'fault', 'faults')} in {_counted(len(files), 'file', 'files')}.")
    if found:
        raise click.exceptions.Exit(1)


@chronology.command(name="merge")
@click.argument("files", nargs=-1, type=_FILE)
@click.option(
    "--agency",
    "named",
    multiple=True,
    metavar="NAME=FILE",
    help="A file with the name of its agency; as many as there are.",
)
@_BORN
@click.option("--from", "first", type=Day(), help="Leave out what ended before this day.")
@click.option("--to", "last", type=Day(), help="Leave out what began after this day.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=_FILE,
    help=f"The file to write; its ending says what kind: {', '.join(KINDS)}.",
)
@_AS_AT
@_QUIET
def merge_files(
    files: Sequence[Path],
    named: Sequence[str],
    born: Reading | None,
    first: Reading | None,
    last: Reading | None,
    output: Path,
    as_at: Reading | None,
    quiet: bool,
) -> None:
    """Merge FILES into one chronology and say what it shows.

    \b
    Examples:
      goldenthread chronology merge health.docx school.xlsx -o all.docx
      goldenthread chronology merge --agency "Bramble Surgery=gp.csv" \\
          --agency "Bramble School=school.xlsx" --born "3 May 2011" -o all.xlsx
      goldenthread chronology merge *.docx --from 2012 --to "June 2014" -o all.json

    \b
    Every entry is kept, with its agency, file, table and row. Dates stay as
    typed beside how they were understood; those not understood are listed.
    The same event told by several agencies, conflicts, what was told and not
    heard, silences and patterns follow the entries. CSV holds entries only.
    Ends with 0 when the file was written, 2 when a file cannot be read or
    what was asked is mistyped. An output that stands already is replaced.
    """
    parts = [*_agencies(named), *((path.stem, path) for path in files)]
    write = _writer(output, [path for _, path in parts])
    work = _Work(quiet, _latest(as_at), _exact(born, "--born"))
    with nothing_collected():
        sources = [work.source(agency, path) for agency, path in parts]
        work.say(f"Merging {sum(len(s.understood.entries) for s in sources):,} entries.")
        integrated = merge(
            sources, first=first.first if first else None, last=last.last if last else None
        )
        work.say("Looking for what they show together.")
        written = write(integrated, work.born)
        work.say(f"Writing {output.name}.")
        _save(output, written())
    entries = _counted(len(integrated.entries), "entry", "entries")
    undated = sum(one.first is None and one.last is None for one in integrated.entries)
    click.echo(f"{output}: {entries}, {undated:,} of them without a date that could be read.")


@chronology.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@_AS_AT
def compare(old: Path, new: Path, as_at: Reading | None) -> None:
    """Say what NEW, a revised file of the same agency, changes against OLD.

    \b
    Example:
      goldenthread chronology compare health.docx health-2.docx

    \b
    Prints a line for each row added (+), removed (-), changed (~, cell by
    cell) or moved (>), and a count of the rows that stay as they were.
    Ends with 0 when nothing differs, 1 when something does, 2 when a file
    cannot be read.
    """
    latest = _latest(as_at)
    _, before = _understood(old, latest=latest)
    _, after = _understood(new, latest=latest)
    revision = revision_of(before, after)
    for entry in revision.added:
        click.echo(f"+ {_at(entry)}: {_words(entry)}")
    for entry in revision.removed:
        click.echo(f"- {_at(entry)}: {_words(entry)}")
    for changed in revision.changed:
        click.echo(f"~ {_at(changed.old)}, now {_at(changed.new)}: {_words(changed.new)}")
        for cell in changed.cells:
            click.echo(f"    “{cell.heading}”: “{cell.before}” became “{cell.after}”")
    for moved in revision.moved:
        click.echo(f"> {_at(moved.old)}, now {_at(moved.new)}: {_words(moved.new)}")
    counts = (revision.added, revision.removed, revision.changed, revision.moved)
    names = ("added", "removed", "changed", "moved")
    said = ", ".join(f"{len(c):,} {name}" for c, name in zip(counts, names, strict=True))
    click.echo(f"{said}; {len(revision.unchanged):,} as they were.")
    if any(counts):
        raise click.exceptions.Exit(1)


@dataclass(frozen=True, slots=True)
class _Work:
    """Reads file after file, and says on standard error how far it is."""

    quiet: bool
    latest: date
    born: date | None

    def say(self, words: str) -> None:
        if not self.quiet:
            click.echo(words, err=True)

    def source(self, agency: str, path: Path) -> Source:
        self.say(f"Reading {path.name} ({agency}).")
        file, understood = _understood(path, latest=self.latest, born=self.born)
        return Source(agency=agency, file=file, understood=understood)


def _understood(
    path: Path, *, latest: date, born: date | None = None
) -> tuple[ReadFile, Understood]:
    try:
        file = read_file(path.read_bytes(), name=path.name)
    except FileNotFoundError:
        raise Refused(f"There is no file “{path}”. Check its name and folder.") from None
    except IsADirectoryError:
        raise Refused(f"“{path}” is a folder. Name the files in it.") from None
    except OSError as error:
        raise Refused(f"“{path}” could not be opened: {error.strerror}.") from None
    except FileRefused as refused:
        raise Refused(f"{path.name}: {refused.reason}") from None
    return file, understand(file, latest=latest, born=born)


def _agencies(named: Sequence[str]) -> list[tuple[str, Path]]:
    parts = []
    for text in named:
        agency, equals, path = text.partition("=")
        if not (equals and agency.strip() and path):
            raise click.UsageError(
                f"“{text}” is not an agency and its file. Write it as "
                '--agency "Bramble Surgery=gp.docx".'
            )
        parts.append((agency.strip(), Path(path)))
    return parts


_Written = Callable[[], bytes]


def _writer(output: Path, inputs: Sequence[Path]) -> Callable[[Integrated, date | None], _Written]:
    """What writes the kind of file that the ending asks for; all doubts come before long work."""
    kind = output.suffix.lower().removeprefix(".")
    if not inputs:
        raise click.UsageError("Name at least one file to merge.")
    if kind not in KINDS:
        raise click.UsageError(
            f"“{output.name}” does not end in a kind that can be written. "
            f"End it in one of {', '.join(f'.{k}' for k in KINDS)}."
        )
    if not output.parent.is_dir():
        raise Refused(f"There is no folder “{output.parent}”. Make it first, or name another.")
    if any(path.resolve() == output.resolve() for path in inputs):
        raise Refused(f"“{output}” is one of the files to merge. Choose another name.")
    # The writers and the analysis take a while to load, which no other command should wait for.
    from goldenthread.chronology.analysis import analyse
    from goldenthread.documents.writers.chronology_files import WRITERS, most_entries

    def write(integrated: Integrated, born: date | None) -> _Written:
        most, instead = most_entries(kind)
        if most is not None and len(integrated.entries) > most:
            raise Refused(f"{output.name}: {instead}")
        shown = analyse(integrated, born=born)
        return lambda: WRITERS[kind](integrated, shown)

    return write


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Refused(f"“{path}” could not be written: {error.strerror}.") from None


def _latest(as_at: Reading | None) -> date:
    return as_at.last if as_at and as_at.last else date.today()  # noqa: DTZ011


def _exact(read: Reading | None, option: str) -> date | None:
    if read and read.first != read.last:
        raise click.UsageError(f"{option} must be one day, such as 3 May 2011.")
    return read.first if read else None


def _at(entry: Entry) -> str:
    return f"{entry.table}, row {entry.row}"


def _words(entry: Entry) -> str:
    words = " ".join(f"{entry.date.text} {entry.event}".split())
    return words if len(words) <= 100 else f"{words[:99]}…"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
