"""Move a review from stage to stage. This is the one place where its stage is written."""

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.process import may_take_for
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, StepTaken
from goldenthread.reviews.queries.readiness import readiness_for
from goldenthread.reviews.services.service import service


def locked(review: Review, *, by: Person) -> Review:
    """The review, read afresh and held until the transaction ends, so that steps come one at a time."""
    return (
        Review.objects.visible_to(by).select_for_update(of=("self",), no_key=True).get(pk=review.pk)
    )


def move(review: Review, step_name: str, *, by: Person, reason: str = "") -> Review:
    """Take a step: ask the rule, write the stage, keep who, when, why and what was unmet.

    For services whose step is part of what they record; they leave the trail's record. Raises Refused
    when the rule says no, or when a reason is needed and none is given.
    """
    review = locked(review, by=by)
    step = review.type.step(step_name)
    readiness = readiness_for(by, review, step)
    require(may_take_for(readiness, reason=reason))
    review.stage = step.to_stage.value
    review.stage_since = moments.today()
    review.save(update_fields=["stage", "stage_since"])
    StepTaken.objects.create(
        review=review,
        step=step.name,
        from_stage=step.from_stage.value,
        to_stage=step.to_stage.value,
        reason=reason.strip(),
        unmet=[missing.what for missing in readiness.missing],
        taken_at=moments.now(),
        taken_by=by,
    )
    return review


@service
def take(review: Review, step_name: str, *, by: Person, reason: str = "") -> Review:
    """Take a step that needs no more than a confirmation (and, sometimes, a reason)."""
    step = review.type.step(step_name)
    if step.page:
        require(Answer("This step is taken on its own page, with what it records."))
    review = move(review, step_name, by=by, reason=reason)
    trail.record(
        f"step.{step_name}", by=by.pk, subject="review", subject_id=review.pk, review_id=review.pk
    )
    return review
