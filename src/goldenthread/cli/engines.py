"""Commands that need no database: the rules and the engines on their own."""

import json
import sys
from typing import Literal, TextIO

import click

from goldenthread.chronology.dates.report import tsv_lines
from goldenthread.domain.criteria import as_data
from goldenthread.domain.review_types import REVIEW_TYPES


@click.command()
@click.option(
    "--type",
    "type_key",
    type=click.Choice(sorted(REVIEW_TYPES)),
    default="scr-2010",
    show_default=True,
    help="The regime and version whose criteria are asked.",
)
@click.argument("facts", type=click.File("r", encoding="utf-8"))
def criteria(type_key: str, facts: TextIO) -> None:
    """Say whether there must be a review, from FACTS, a JSON file of what is known ("-" for standard input).

    Each fact is yes, no, suspected or unknown; one that is absent is unknown. Prints JSON: the outcome,
    every limb with the reason for it, and what would decide it.
    """
    asked = REVIEW_TYPES[type_key].criteria
    try:
        known = asked.read(json.load(facts))
    except (ValueError, AttributeError, TypeError) as error:
        raise click.ClickException(f"The facts cannot be read: {error}") from error
    click.echo(json.dumps(as_data(asked.judge(known)), indent=2, ensure_ascii=False))


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

    Prints for each the text, its reading as EDTF (or ERROR, or UNKNOWN for an honest blank), and the
    reason or a suggestion, with tabs between them.
    """
    lines = (line.rstrip("\r\n") for line in sys.stdin)
    for line in tsv_lines(lines, column=column, in_order=in_order):
        click.echo(line)
