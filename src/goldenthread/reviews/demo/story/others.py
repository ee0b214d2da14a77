"""The short reviews beside the long one: one resting at every stage, and one that ended without a review."""

from goldenthread.domain.process import Stage
from goldenthread.reviews.demo.story.others_approved import APPROVED
from goldenthread.reviews.demo.story.others_early import EARLY
from goldenthread.reviews.demo.story.others_with_evidence import WITH_EVIDENCE
from goldenthread.reviews.demo.story.short_case import ShortCase

SHORT_CASES: tuple[ShortCase, ...] = (*EARLY, *WITH_EVIDENCE, *APPROVED)


def resting_at(stage: Stage) -> tuple[ShortCase, ...]:
    """The short reviews that rest at a stage."""
    return tuple(case for case in SHORT_CASES if case.rests_at is stage)
