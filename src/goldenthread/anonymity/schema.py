"""Reading the file of people, and writing what was found.

PEOPLE.json: ``{"case": "…", "people": [{"key", "label", "role", "agency", "names": […],
"aliases": […], "not": […]}]}``. Only key and label must be there.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from goldenthread.anonymity.finding import Span, find
from goldenthread.anonymity.people import Person, Register


class PeopleUnreadable(ValueError):
    """The file of people cannot be used; the text says what is wrong, where, and what to do."""


_TEXTS = ("key", "label", "role", "agency")
_LISTS = ("names", "aliases", "not")


def read_people(source: str) -> Register:
    """The register in the text of a PEOPLE.json. Raises PeopleUnreadable."""
    try:
        read = json.loads(source)
    except json.JSONDecodeError as problem:
        raise PeopleUnreadable(
            f"The file of people is not JSON: see line {problem.lineno}, column {problem.colno}."
        ) from problem
    if not isinstance(read, dict) or not isinstance(read.get("people"), list):
        raise PeopleUnreadable("The file of people needs a list called “people”.")
    people = tuple(_person(one, number) for number, one in enumerate(read["people"], 1))
    _no_double(people)
    return Register(people)


def _person(read: object, number: int) -> Person:
    where = f"Person {number} in the file of people"
    if not isinstance(read, dict):
        raise PeopleUnreadable(f"{where} is not a group of fields in braces.")
    unknown = sorted(set(read) - {*_TEXTS, *_LISTS})
    if unknown:
        raise PeopleUnreadable(
            f"{where} has a field called “{unknown[0]}”. Use {', '.join((*_TEXTS, *_LISTS))}."
        )
    for name in _TEXTS:
        if not isinstance(read.get(name, ""), str):
            raise PeopleUnreadable(f"{where}: “{name}” must be text in quotation marks.")
    for name in ("key", "label"):
        if not read.get(name, "").strip():
            raise PeopleUnreadable(f"{where} has no {name}. Give each person a {name}.")
    return Person(
        key=read["key"],
        label=read["label"],
        role=read.get("role", ""),
        agency=read.get("agency", ""),
        names=_list(read, "names", where),
        aliases=_list(read, "aliases", where),
        never=_list(read, "not", where),
    )


def _list(read: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
    listed = read.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise PeopleUnreadable(f'{where}: “{name}” must be a list of texts, such as ["…", "…"].')
    return tuple(one.strip() for one in listed if one.strip())


def _no_double(people: tuple[Person, ...]) -> None:
    for field in ("key", "label"):
        seen: dict[str, int] = {}
        for number, person in enumerate(people, 1):
            value = getattr(person, field)
            if value in seen:
                raise PeopleUnreadable(
                    f"People {seen[value]} and {number} in the file of people have the same {field}, “{value}”. "
                    f"Give each a {field} of their own."
                )
            seen[value] = number


def span_fields(span: Span) -> dict[str, Any]:
    """One span as it is written in a report."""
    return {
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "kind": span.kind.value,
        "candidates": list(span.candidates),
        "label": span.label,
        "decision": span.decision.value,
    }


def find_report(texts: Iterable[tuple[str, str]], register: Register) -> list[dict[str, Any]]:
    """What was found in each ``(id, text)``: ``{"id", "spans": [{start, end, text, kind, …}]}``."""
    return [
        {"id": name, "spans": [span_fields(span) for span in find(text, register)]}
        for name, text in texts
    ]
