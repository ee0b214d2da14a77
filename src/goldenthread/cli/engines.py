"""Commands that need no database: the rules and the engines on their own."""

import json
from typing import TextIO

import click

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
