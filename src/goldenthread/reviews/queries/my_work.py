"""What waits for a person across all their reviews, and what they wait for. Derived, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Readiness, Stage
from goldenthread.domain.roles import ROLES, Permission
from goldenthread.reviews.models import Contribution, Involvement, Review
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.queries.parts import Parts, parts_in
from goldenthread.reviews.queries.readiness import steps_open_to


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a review: what, where, by when, and why not yet where it cannot be done."""

    review: Review
    what: str
    page: str
    """The name of the page's address; ``agency`` or ``step`` completes it."""
    agency: str = ""
    step: str = ""
    due_on: date | None = None
    not_yet: str = ""

    @property
    def where(self) -> str:
        """The review, as it is called."""
        return f"{self.review.reference}, {self.review.label}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A review in one line: where it is, whose turn, and whether it is in time."""

    review: Review
    stage: str
    turn_of: str
    days_left: int | None
    page: str = "review_home"

    @property
    def days_late(self) -> int:
        """Days since the due date, once it has passed."""
        return -(self.days_left or 0)


def tasks_in(person: Person, review: Review, parts: Parts) -> list[Task]:
    """What this person can do in the review now: own questions first, then the steps that are theirs."""
    return [
        *_scoping(person, review, parts),
        *_contributions(person, review, parts),
        *_steps(person, review),
    ]


def my_tasks(person: Person, reviews: list[Review]) -> list[Task]:
    """What waits for the person in these reviews, soonest due first."""
    tasks = [
        task for review in reviews for task in tasks_in(person, review, parts_in(person, review))
    ]
    return sorted(tasks, key=lambda task: (bool(task.not_yet), task.due_on or date.max))


def standing_of(review: Review, *, today: date) -> Standing:
    """The review in one line."""
    stage = review.type.stage(Stage(review.stage))
    clock = clock_of(review, today=today)
    return Standing(
        review=review,
        stage=stage.name,
        turn_of=ROLES[stage.owner].name if stage.owner else "",
        days_left=clock.days_left if clock and clock.stopped is None else None,
    )


def _scoping(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    own = parts.agencies(Permission.ANSWER_FOR_AGENCY)
    if not own:
        return
    asked = Involvement.objects.visible_to(person).filter(review=review, answer="", agency__in=own)
    for one in asked.select_related("agency"):
        what = f"Say whether {one.agency} was involved"
        yield Task(review, what, "scoping_answer", agency=one.agency.key, due_on=one.due_on)


def _contributions(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    if Stage(review.stage) is not Stage.EVIDENCE:
        return
    own = parts.agencies(Permission.BRING_CHRONOLOGY)
    if not own:
        return
    nouns = review.type.nouns
    asked = Contribution.objects.visible_to(person).filter(review=review, agency__in=own)
    for one in asked.select_related("agency"):
        key, due = one.agency.key, one.due_on
        if one.wants_chronology and one.chronology_submitted_at is None:
            yield Task(
                review,
                f"Bring the chronology of {one.agency}",
                "chronology_of",
                agency=key,
                due_on=due,
            )
        if one.wants_report and one.report_submitted_at is None:
            what = f"Write the {nouns.agency_report} of {one.agency}"
            yield Task(review, what, "agency_report", agency=key, due_on=due)


def _steps(person: Person, review: Review) -> Iterator[Task]:
    stage = review.type.stage(Stage(review.stage))
    pages: set[str] = set()
    for readiness in steps_open_to(person, review):
        step = readiness.step
        if step.needs_reason:
            continue  # going back is always possible, and never what waits
        if not step.page:
            not_yet = readiness.answer.reason
            yield Task(review, step.label, "take_step", step=step.name, not_yet=not_yet)
        elif step.page not in pages:
            # One page may take either of several steps, with what it records; it is one thing to do.
            pages.add(step.page)
            yield Task(review, stage.turn.rstrip("."), step.page, not_yet=_not_yet(readiness))


def _not_yet(readiness: Readiness) -> str:
    """What blocks a step with a page of its own, apart from the very record that the page makes."""
    part = readiness.step.part
    blocking = [one for one in readiness.missing if one.blocks and one.where != part]
    return f"Not yet: {blocking[0].what}" if blocking else ""
