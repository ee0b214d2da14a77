"""The Committee judges the criteria, fact by fact, and recommends (P3, P4, P8)."""

from collections.abc import Mapping
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain import decisions
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.criteria import Criteria, Known
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.reviews import moments
from goldenthread.reviews.models import JudgedFact, Judgement, Review
from goldenthread.reviews.queries.judgement import may_judge
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def record(
    review: Review,
    *,
    met_on: date,
    present: str,
    facts: Mapping[str, tuple[str, str]],
    recommendation: str,
    reasons: str,
    dissent: str,
    by: Person,
) -> Judgement:
    """Record what the Committee said of every fact, what follows, and what it recommends to the Chair.

    ``facts`` gives a word (yes, suspected, no or unknown; ValueError for another) and the evidence. A
    judgement is never changed: a later one follows it. Raises Refused when a fact has no answer, the
    concern about agencies has no evidence, or reasons are missing.
    """
    review = steps.locked(review, by=by)
    require(may_judge(by, review))
    known = _judged_facts(review.type.criteria, facts)
    require(
        decisions.may_recommend(
            criteria=review.type.criteria,
            facts=known,
            evidence={fact: evidence for fact, (_word, evidence) in facts.items()},
            present=present,
            recommendation=recommendation,
            reasons=reasons,
            met_on=met_on,
            today=moments.today(),
        )
    )
    require(_is_outcome(review.type, recommendation))
    judgement = Judgement.objects.create(
        review=review,
        met_on=met_on,
        present=present.strip(),
        outcome=review.type.criteria.judge(known).outcome,
        recommendation=recommendation,
        reasons=reasons.strip(),
        dissent=dissent.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    _keep_facts(judgement, facts)
    judgement.review = steps.move(review, "recommend", by=by)
    trail.record(
        "judgement.recorded",
        by=by.pk,
        subject="judgement",
        subject_id=judgement.pk,
        review_id=review.pk,
    )
    return judgement


def _judged_facts(criteria: Criteria, facts: Mapping[str, tuple[str, str]]) -> dict[str, Known]:
    # A fact without a word has not been judged; it is not the same as one judged to be unknown.
    said = {fact: word for fact, (word, _evidence) in facts.items() if word}
    known = criteria.read(said)
    return {fact: known[fact] for fact in said}


def _is_outcome(kind: ReviewType, recommendation: str) -> Answer:
    if recommendation in {outcome.key for outcome in kind.outcomes}:
        return YES
    return Answer("Choose one of the recommendations in the list.")


def _keep_facts(judgement: Judgement, facts: Mapping[str, tuple[str, str]]) -> None:
    JudgedFact.objects.bulk_create(
        JudgedFact(
            review=judgement.review,
            judgement=judgement,
            fact=fact.key,
            known=facts[fact.key][0],
            evidence=facts[fact.key][1].strip(),
        )
        for fact in judgement.review.type.criteria.facts
    )
