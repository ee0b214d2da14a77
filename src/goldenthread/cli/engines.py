"""Commands that need no database: the rules and the engines on their own."""

import json
from typing import TextIO

import click

from goldenthread.domain.criteria import as_data
from goldenthread.domain.review_types import REVIEW_TYPES


def _facts_help() -> str:
    """The facts of every type, one a line; ``\\b`` keeps the lines apart in the help."""
    lines = []
    for key, kind in sorted(REVIEW_TYPES.items()):
        lines += ["\b", f"Facts of {key}:"]
        lines += [f"  {fact.key}: {fact.question}" for fact in kind.criteria.facts]
        lines.append("")
    return "\n".join(lines)


_EXAMPLE = 'Write each fact and its answer, as in {"child_died": "yes"}.'

_HELP = f"""Say whether there must be a review, from FACTS, a JSON file of what is known ("-" for standard input).

For example

\b
  echo '{{"child_died": "yes", "abuse_or_neglect": "unknown"}}' | goldenthread criteria -

Each fact is yes, no, suspected or unknown; one that is absent is unknown. Prints JSON: the outcome,
every limb with the reason for it, and what would decide it.

{_facts_help()}"""


@click.command(help=_HELP)
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
    asked = REVIEW_TYPES[type_key].criteria
    try:
        known = asked.read(_object(facts))
    except ValueError as error:
        raise click.ClickException(f"The facts cannot be read: {error}") from error
    click.echo(json.dumps(as_data(asked.judge(known)), indent=2, ensure_ascii=False))


def _object(file: TextIO) -> dict[str, object]:
    """The one JSON object in this file; ValueError with a sentence for anything else."""
    try:
        given = json.load(file)
    except UnicodeDecodeError as error:
        raise ValueError("This is not UTF-8 text. Save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"Line {error.lineno} is not JSON. {_EXAMPLE}") from error
    if not isinstance(given, dict):
        raise ValueError(f"There must be one object. {_EXAMPLE}")
    return given
