"""The people whom a referral tells of, read from its answers by the keys that every referral form uses.

``child_name`` and ``child_born_on`` are those of the first child; ``more_children`` and ``household`` are
rows. The first version had one text, ``family``.
"""

from collections.abc import Mapping
from datetime import date

from goldenthread.domain.deadlines import in_words
from goldenthread.domain.questionnaires.questions import rows_of
from goldenthread.domain.referrals import ChildTold


def children_told(answers: Mapping[str, str]) -> tuple[ChildTold, ...]:
    """Every child the referral is about, the first one first; none whose name is blank."""
    first = ChildTold(
        _given(answers.get("child_name"), *_split(answers.get("child_other_names", ""))),
        _day(answers.get("child_born_on", "")),
    )
    others = (
        ChildTold(_given(row.get("name")), _day(row.get("born_on", "")))
        for row in rows_of(answers.get("more_children", ""))
    )
    return tuple(child for child in (first, *others) if child.names)


def people_in_words(answers: Mapping[str, str]) -> str:
    """Everybody in one text, a line each: name, who they are, born when, living where.

    It is what an agency needs to search its records, and no more: nothing of what happened.
    """
    lines = [
        _line(
            answers.get("child_name", ""),
            also=answers.get("child_other_names", ""),
            who="the child",
            born=_day_in_words(answers.get("child_born_on", "")),
            died=_day_in_words(answers.get("child_died_on", "")),
            address=answers.get("child_address", ""),
        )
    ]
    lines += [
        _line(
            row.get("name", ""),
            who="a child",
            born=_day_in_words(row.get("born_on", "")),
            died=_day_in_words(row.get("died_on", "")),
            address=row.get("address", ""),
        )
        for row in rows_of(answers.get("more_children", ""))
    ]
    lines += [
        _line(
            row.get("name", ""),
            who=row.get("relationship", ""),
            born=row.get("born", ""),
            address=row.get("address", ""),
        )
        for row in rows_of(answers.get("household", ""))
    ]
    lines.append(answers.get("family", "").strip())
    return "\n".join(line for line in lines if line)


def _line(
    name: str, *, who: str = "", also: str = "", born: str = "", died: str = "", address: str = ""
) -> str:
    if not name.strip():
        return ""
    parts = (
        name,
        f"also called {also}" if also.strip() else "",
        who,
        f"born {born}" if born.strip() else "",
        f"died {died}" if died.strip() else "",
        " ".join(address.split()),
    )
    return ", ".join(part.strip() for part in parts if part.strip())


def _given(*names: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in names if name and name.strip())


def _split(names: str) -> list[str]:
    return names.replace(";", ",").split(",")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_in_words(text: str) -> str:
    return in_words(date.fromisoformat(text)) if text else ""
