"""My work as lists: narrowed by review, role and kind through links, each list paged by key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest

from goldenthread.domain.my_work import KIND_WORDS, URGENCY_WORDS, Kind, Urgency
from goldenthread.domain.roles import ROLES, Role
from goldenthread.reviews.queries.tasks import Task
from goldenthread.reviews.queries.work import Work, roles_doing

AT_ONCE = 10
PAGE_SIZE = 50
MOST_REVIEWS = 8
OTHERS = "others"
_NARROWS = ("review", "role", "kind")


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_Line = TypeVar("_Line", bound=_Keyed)


@dataclass(frozen=True, slots=True)
class Section:
    """One list under its heading: what is shown of it, how many there are, and the way to the rest."""

    name: str
    title: str
    lines: Sequence[Any]
    count: int
    all_of_it: str
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody chose: one list or all, one review, role or kind, and where to go on."""

    only: str
    review: str
    role: str
    kind: str
    after: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """As the address says; what it does not know is left out."""
        given = {
            name: request.GET.get(name, "").replace("\x00", "")
            for name in ("list", *_NARROWS, "after")
        }
        known = {*(one.value for one in Urgency), OTHERS}
        return cls(
            only=given["list"] if given["list"] in known else "",
            review=given["review"],
            role=given["role"] if given["role"] in set(Role) else "",
            kind=given["kind"] if given["kind"] in set(Kind) else "",
            after=given["after"],
        )

    def address(self, **more: str) -> str:
        """The same choice with something else chosen; paging begins anew."""
        words = {"list": self.only, "review": self.review, "role": self.role, "kind": self.kind}
        return "?" + urlencode({name: value for name, value in {**words, **more}.items() if value})


def narrowed(work: Work, asked: Asked) -> list[Task]:
    """The tasks that were chosen."""
    return [
        task
        for task in work.tasks
        if asked.review in ("", task.review.reference)
        and asked.kind in ("", task.kind)
        and (not asked.role or Role(asked.role) in roles_doing(task, work.parts[task.review.pk]))
    ]


def sections(work: Work, asked: Asked, *, today: date) -> list[Section]:
    """The lists to show, the most urgent first, empty ones left out."""
    groups = Work(work.reviews, work.parts, narrowed(work, asked), [], []).by_urgency(today=today)
    found = [
        _section(urgency.value, URGENCY_WORDS[urgency], tasks, asked)
        for urgency, tasks in groups.items()
    ]
    if not (asked.role or asked.kind):
        waiting = [one for one in work.waiting if asked.review in ("", one.review.reference)]
        found.append(_section(OTHERS, "Waiting for others", waiting, asked))
    wanted = (one for one in found if asked.only in ("", one.name))
    return [section for section in wanted if section.lines]


def _section(name: str, title: str, lines: Sequence[_Line], asked: Asked) -> Section:
    if not asked.only:
        return Section(name, title, lines[:AT_ONCE], len(lines), asked.address(list=name))
    shown = [line for line in lines if line.key > asked.after]
    page, rest = shown[:PAGE_SIZE], shown[PAGE_SIZE:]
    return Section(
        name,
        title,
        page,
        len(lines),
        all_of_it="",
        newer=asked.address() if asked.after else "",
        older=asked.address(after=page[-1].key) if rest else "",
    )


def groups_of_links(work: Work, asked: Asked, *, today: date) -> list[dict[str, Any]]:
    """The links that narrow, with how many each would show."""
    tasks = work.tasks
    urgencies = work.by_urgency(today=today)
    lists = [(one.value, URGENCY_WORDS[one], len(urgencies[one])) for one in Urgency]
    lists.append((OTHERS, "Waiting for others", len(work.waiting)))
    reviews = [
        (one.reference or "", f"{one.reference}, {one.label}", _in_review(tasks, one.pk))
        for one in work.reviews
    ]
    # The lists come first on a telephone, so they are short: the reviews in which most waits.
    reviews = sorted(reviews, key=lambda one: (one[0] != asked.review, -one[2]))[:MOST_REVIEWS]
    roles = [
        (role.value, ROLES[role].name, sum(role in _roles(task, work) for task in tasks))
        for role in Role
    ]
    kinds = [
        (kind.value, KIND_WORDS[kind], sum(task.kind is kind for task in tasks)) for kind in Kind
    ]
    groups = [
        _group("List", "list", lists, asked),
        _group("Review", "review", reviews, asked),
        _group("Your role", "role", roles, asked),
        _group("Kind", "kind", kinds, asked),
    ]
    return [group for group in groups if len(group["items"]) > 1]


def _in_review(tasks: Iterable[Task], review_id: int) -> int:
    return sum(task.review.pk == review_id for task in tasks)


def _roles(task: Task, work: Work) -> list[Role]:
    return roles_doing(task, work.parts[task.review.pk])


def _group(
    title: str, name: str, choices: list[tuple[str, str, int]], asked: Asked
) -> dict[str, Any]:
    chosen = {"list": asked.only, "review": asked.review, "role": asked.role, "kind": asked.kind}
    return {
        "title": title,
        "items": [
            {
                "text": text,
                "href": asked.address(**{name: "" if chosen[name] == value else value}),
                "current": chosen[name] == value,
                "count": count,
            }
            for value, text, count in choices
            if count or chosen[name] == value
        ],
    }
