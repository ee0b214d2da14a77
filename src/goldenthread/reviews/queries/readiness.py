"""What a person could do next with a review, and what stands in the way."""

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Readiness, Stage, Step, may_take
from goldenthread.domain.readiness import ReviewFacts
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.facts import facts_of
from goldenthread.reviews.queries.parts import Parts, parts_in


def readiness_for(person: Person, review: Review, step: Step) -> Readiness:
    """Whether the person can take this step now, and what is missing: the page and the service ask this."""
    return may_take(
        step,
        stage=Stage(review.stage),
        permissions=parts_in(person, review).permissions,
        takers=review.type.takers(step.permission),
        facts=facts_of(review),
    )


def ways_out_of_stage(review: Review, parts: Parts, facts: ReviewFacts) -> list[Readiness]:
    """Every step out of the present stage, whoever's to take, and what is missing before each."""
    stage = Stage(review.stage)
    return [
        may_take(
            step,
            stage=stage,
            permissions=parts.permissions,
            takers=review.type.takers(step.permission),
            facts=facts,
        )
        for step in review.type.steps_from(stage)
    ]
