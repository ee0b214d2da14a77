"""The command that reads dates and times line by line, for lists and for other programs."""

import codecs
import sys
from collections.abc import Iterable, Iterator
from typing import Literal

import click

from goldenthread.chronology.dates.report import tsv_lines

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@click.command()
@click.option(
    "--column",
    type=click.Choice(["date", "time"]),
    default="date",
    show_default=True,
    help="What the lines are.",
)
@click.option(
    "--in-order",
    is_flag=True,
    help="Read the lines as one column, each in the light of the others.",
)
def dates(column: Literal["date", "time"], in_order: bool) -> None:
    """Read dates as people type them, one a line from standard input.

    Prints a line for each: the text, its reading, and the reason or a suggestion, with tabs between.
    The day comes before the month, and nothing is read against today.

    \b
      printf '22/5/16\\nearly July 2003\\n31 June\\nN/K\\n' | goldenthread dates
      22/5/16          2016-05-22
      early July 2003  2003-07-01~/2003-07-10~
      31 June          ERROR     June has only 30 days.; suggest=XXXX-06
      N/K              UNKNOWN   The record itself says that there is no date.

    \b
    A reading is written in EDTF:
      2016-05     some time in May 2016       2016-05-22T14:30:00  with a time
      ~ ? %       about, uncertain, both      2016-05-22/..        from then on
      {…} […]     all of these, one of these  XXXX-05-22           the year is missing

    ERROR means that the text is no date, or could be several: it is never guessed. What follows
    “suggest=” may be offered to a person. UNKNOWN is an honest blank.

    With --in-order a missing year is taken from the rows around, “next day” from the row above, and
    ages from a row that gives the birth; the reason says so. A year that is not the only possible
    one has a question mark.

    With --column time the lines are times: 1430hrs is T14:30, “2-3pm” T14:00/T15:00.

    Text may be UTF-8, UTF-16 with its mark, or Windows-1252. Ends with 0, whatever the lines hold.
    """
    for line in tsv_lines(_lines(sys.stdin.buffer), column=column, in_order=in_order):
        click.echo(line.encode("utf-8", "replace"))


def _lines(raw: Iterable[bytes]) -> Iterator[str]:
    """The lines of a stream of bytes in whatever encoding a list of dates is likely to have."""
    first = True
    stream = iter(raw)
    for line in stream:
        if first and line.startswith(_WIDE):
            whole = b"".join([line, *stream]).decode("utf-16", "replace")
            yield from whole.removesuffix("\n").split("\n")
            return
        yield _decoded(line.removeprefix(codecs.BOM_UTF8) if first else line).removesuffix("\n")
        first = False


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
