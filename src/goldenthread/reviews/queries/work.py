"""What waits for a person across all their reviews, and what they wait for. Derived, never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.accounts.models import Person
from goldenthread.domain.my_work import Urgency, urgency_of
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import ROLES, Permission, Role
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.clock import main_clocks
from goldenthread.reviews.queries.facts import facts_of_each
from goldenthread.reviews.queries.news import News, news_in_each
from goldenthread.reviews.queries.parts import Parts, parts_in_each
from goldenthread.reviews.queries.reviews import reviews_visible_to
from goldenthread.reviews.queries.tasks import Task, tasks_in_each
from goldenthread.reviews.queries.visits import seen_until_each
from goldenthread.reviews.queries.waiting import Awaited, awaited_in_each


@dataclass(frozen=True, slots=True)
class Work:
    """All that concerns a person: their tasks, soonest due first; what others owe; cases they only referred."""

    reviews: list[Review]
    parts: Mapping[int, Parts]
    tasks: list[Task]
    waiting: list[Awaited]
    referred: list[Review]

    def by_urgency(self, *, today: date) -> dict[Urgency, list[Task]]:
        """The tasks in groups, the most urgent first."""
        groups: dict[Urgency, list[Task]] = {urgency: [] for urgency in Urgency}
        for task in self.tasks:
            groups[urgency_of(task.due_on, not_yet=task.not_yet, today=today)].append(task)
        return groups


@dataclass(frozen=True, slots=True)
class Standing:
    """A review in one line: where it is, whose turn, and whether it is in time."""

    review: Review
    stage: str
    turn_of: str
    turn: str
    days_left: int | None
    """None before the clock starts, once it has stopped, and for those who do not see the timetable."""
    sees_time: bool = True

    @property
    def days_late(self) -> int:
        """Days since the due date, once it has passed."""
        return -(self.days_left or 0)


def work_of(person: Person, *, today: date) -> Work:
    """Everything that concerns the person, in every review in which they have a part.

    A review in which somebody is the referrer alone asks nothing of them: they are told its outcome.
    """
    everything = list(reviews_visible_to(person).exclude(reference=None))
    reviews, referred, parts = told_apart(person, everything)
    tasks = tasks_in_each(person, reviews, parts, facts_of_each(reviews))
    return Work(
        reviews=reviews,
        parts=parts,
        tasks=sorted((task for some in tasks.values() for task in some), key=lambda task: task.key),
        waiting=awaited_in_each(
            person, reviews, parts, mine={pk for pk, some in tasks.items() if some}
        ),
        referred=referred,
    )


def tasks_of(person: Person, review: Review, parts: Parts) -> list[Task]:
    """What the person can do now in one review, soonest due first, what cannot be done yet last."""
    found = tasks_in_each(person, [review], {review.pk: parts}, facts_of_each([review]))
    return sorted(found[review.pk], key=lambda task: (bool(task.not_yet), task.due_on or date.max))


def told_apart(
    person: Person, reviews: Sequence[Review]
) -> tuple[list[Review], list[Review], dict[int, Parts]]:
    """The reviews in which the person works, those that they only referred, and their parts in each."""
    parts = parts_in_each(person, reviews)
    only = {Role.REFERRER}
    own = [review for review in reviews if parts[review.pk].roles != only]
    return own, [review for review in reviews if parts[review.pk].roles == only], parts


def news_for(person: Person, reviews: Sequence[Review], *, now: datetime) -> dict[int, list[News]]:
    """What is new in each review since the person last looked at it, newest first."""
    return news_in_each(person, reviews, seen_until_each(person, reviews, now=now))


def standings_of(
    reviews: Sequence[Review], parts: Mapping[int, Parts], *, today: date
) -> list[Standing]:
    """The reviews, each in one line."""
    clocks = main_clocks(reviews, today=today)
    found = []
    for review in reviews:
        stage = review.type.stage(Stage(review.stage))
        clock = clocks[review.pk].clock
        sees_time = parts[review.pk].see(Material.TIMETABLE)
        running = clock is not None and clock.stopped is None and sees_time
        found.append(
            Standing(
                review=review,
                stage=stage.name,
                turn_of=review.type.whose_turn(stage),
                turn=stage.turn,
                days_left=clock.days_left if clock and running else None,
                sees_time=sees_time,
            )
        )
    return found


def roles_doing(task: Task, parts: Parts) -> list[Role]:
    """In which of their roles somebody does this: those that carry what it takes, or all where nothing does."""
    needed: Permission | None = task.permission
    return [
        role
        for role in Role
        if role in parts.roles and (needed is None or needed in ROLES[role].may)
    ]
