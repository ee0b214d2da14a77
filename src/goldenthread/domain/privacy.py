"""The classes of information. Every field of every table is in exactly one."""

from enum import StrEnum


class Privacy(StrEnum):
    """What a field holds, and so how it is handled."""

    PUBLIC = "public"
    """Published, or would do no harm if it were."""
    OPERATIONAL = "operational"
    """Numbers, states and dates of the work itself; says nothing about a person's life."""
    ACCOUNT = "account"
    """Who works in the system and how they are reached."""
    SECRET = "secret"  # noqa: S105 (the name of a class, not a password)
    """Passwords and keys: never shown, never exported."""
    CASE = "case"
    """What happened, as told by agencies: behind both walls."""
    IDENTITY = "identity"
    """The key to who is who, interview notes, source files: behind both walls and sealed."""


DESCRIPTIONS: dict[Privacy, str] = {
    Privacy.PUBLIC: "Published, or would do no harm if it were.",
    Privacy.OPERATIONAL: "Numbers, states and dates of the work; nothing about a person’s life.",
    Privacy.ACCOUNT: "Who works in the system and how they are reached.",
    Privacy.SECRET: "Passwords and keys: never shown, never exported.",
    Privacy.CASE: "What happened, as told by agencies: behind both walls.",
    Privacy.IDENTITY: "Who is who, interview notes, source files: behind both walls, and sealed.",
}


def classify(**fields: str) -> dict[str, Privacy]:
    """Name the fields of a table by class: ``classify(operational="id number", case="text")``.

    Raises ValueError for a field named twice, or a class that is none of ours.
    """
    classes: dict[str, Privacy] = {}
    for word, names in fields.items():
        for name in names.split():
            if name in classes:
                raise ValueError(f"{name} is in two privacy classes")
            classes[name] = Privacy(word)
    return classes
