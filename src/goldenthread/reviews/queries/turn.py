"""Whether a review is where a part of it can be done: not yet, now, or no longer."""

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import Review


def open_at(review: Review, *stages: Stage, early: str, late: str) -> Answer:
    """Yes while the review is at one of these stages; otherwise why not yet, or why no longer.

    Early and late are told apart by the order in which the review's type lists its stages.
    """
    here = Stage(review.stage)
    if here in stages:
        return YES
    order = [description.stage for description in review.type.stages]
    first = min(order.index(stage) for stage in stages)
    return Answer(early if order.index(here) < first else late)
