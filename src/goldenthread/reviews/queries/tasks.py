"""What each person can do now in their reviews. Asked for all reviews at once, by as many questions as for one."""

from collections.abc import Iterator, Mapping, Sequence

from goldenthread.accounts.models import Person
from goldenthread.domain.my_work import Kind
from goldenthread.domain.process import Readiness, Stage
from goldenthread.domain.readiness import ReviewFacts
from goldenthread.reviews.models import (
    Review,
)
from goldenthread.reviews.queries.parts import Parts
from goldenthread.reviews.queries.readiness import ways_out_of_stage
from goldenthread.reviews.queries.task_rows import Rows, Task, rows_of
from goldenthread.reviews.queries.task_sources import SOURCES

__all__ = ["Task", "tasks_in_each"]


def tasks_in_each(
    person: Person,
    reviews: Sequence[Review],
    parts: Mapping[int, Parts],
    facts: Mapping[int, ReviewFacts],
) -> dict[int, list[Task]]:
    """What this person can do now in each review: own questions first, then the steps that are theirs."""
    rows = rows_of(person, reviews, parts)
    return {
        review.pk: _tasks(review, parts[review.pk], facts[review.pk], rows) for review in reviews
    }


def _tasks(review: Review, parts: Parts, facts: ReviewFacts, rows: Rows) -> list[Task]:
    ways = ways_out_of_stage(review, parts, facts)
    return [
        *(task for source in SOURCES for task in source(review, parts, rows)),
        *_turn(review, parts, ways),
        *_steps(review, parts, ways),
    ]


_DONE_ON = {
    Stage.PANEL: "panel",
    Stage.SYNTHESIS: "overview",
    Stage.PUBLICATION: "release",
    Stage.FOLLOW_UP: "action_plan",
}
"""Where the stage’s own work is done, in stages from which a page of the common kind leads on."""


def _turn(review: Review, parts: Parts, ways: list[Readiness]) -> Iterator[Task]:
    """The stage’s work waits for its owner until nothing is missing for the way on."""
    stage = review.type.stage(Stage(review.stage))
    page = _DONE_ON.get(stage.stage)
    if page is None or not parts.roles & set(stage.owners):
        return
    onward = (way for way in ways if not way.step.needs_reason)
    if any(thing.blocks for way in onward for thing in way.missing):
        yield Task(review, stage.turn.rstrip("."), page, Kind.STEP)


def _steps(review: Review, parts: Parts, ways: list[Readiness]) -> Iterator[Task]:
    stage = review.type.stage(Stage(review.stage))
    pages: set[str] = set()
    for readiness in ways:
        step = readiness.step
        if step.needs_reason or step.permission not in parts.permissions:
            continue  # going back is always possible, and never what waits
        if not step.page:
            yield Task(
                review,
                step.label,
                "take_step",
                Kind.STEP,
                step.permission,
                (("step_name", step.name),),
                not_yet=readiness.answer.reason,
            )
        elif step.page not in pages:
            # One page may take either of several steps, with what it records; it is one thing to do.
            pages.add(step.page)
            yield Task(
                review,
                stage.turn.rstrip("."),
                step.page,
                Kind.STEP,
                step.permission,
                not_yet=_not_yet(readiness),
            )


def _not_yet(readiness: Readiness) -> str:
    """What blocks a step with a page of its own, apart from the very record that the page makes."""
    part = readiness.step.part
    blocking = [one for one in readiness.missing if one.blocks and one.where != part]
    return f"Not yet: {blocking[0].what}" if blocking else ""
