"""The Chair decides, and the clock starts (P4, P9, P24)."""

from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain import decisions
from goldenthread.domain.answers import Refused, require
from goldenthread.domain.process import Stage
from goldenthread.domain.review_types.kinds import DecisionOutcome, ReviewType
from goldenthread.reviews import moments
from goldenthread.reviews.models import Decision, Judgement, Review, Voice
from goldenthread.reviews.queries import voices
from goldenthread.reviews.queries.decision import judgement_to_decide_on, may_decide_now
from goldenthread.reviews.queries.judging import recommended_too
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service
from goldenthread.reviews.services.voices import say


@service
def decide(
    review: Review, *, outcome: str, reasons: str, decided_on: date, which: str = "", by: Person
) -> Decision | Voice:
    """Record the Chair's decision. One for a review starts its clock on the day of the decision.

    ``which`` says which other kind of learning review there is, where the outcome leaves it open. Where
    several decide together, this is what one of them says; there is a decision once all have said the
    same, dated on the day of the last. It is never changed: a later one follows it. Raises Refused without
    reasons, with a day before the Committee met or still to come, or when the decider took part in the
    recommendation.
    """
    review = steps.locked(review, by=by)
    require(may_decide_now(by, review))
    judgement = _judgement(review, by=by)
    chosen = _chosen(review.type, outcome)
    require(
        decisions.may_decide(
            outcome=chosen,
            which=which,
            recommended=judgement.recommendation,
            reasons=reasons,
            decided_on=decided_on,
            judged_on=judgement.met_on,
            today=moments.today(),
            recommended_too=recommended_too(by, judgement),
        )
    )
    if voices.decides_together(review):
        voice = say(
            review, voices.DECISION, outcome=outcome, reasons=reasons, said_on=decided_on, by=by
        )
        tally = voices.tally(by, review, voices.DECISION)
        if not tally.all_agree:
            _record("decision.said", "voice", voice, by=by)
            return voice
        reasons, decided_on = _together(tally, decided_on)
    return _keep(
        judgement, chosen, which=which, reasons=reasons, decided_on=decided_on, review=review, by=by
    )


def _keep(
    judgement: Judgement,
    chosen: DecisionOutcome,
    *,
    which: str,
    reasons: str,
    decided_on: date,
    review: Review,
    by: Person,
) -> Decision:
    decision = Decision.objects.create(
        review=review,
        judgement=judgement,
        outcome=chosen.key,
        decided_on=decided_on,
        which=which.strip() if chosen.ask_which else "",
        reasons=reasons.strip(),
        differs=chosen.key != judgement.recommendation,
        recorded_at=moments.now(),
        recorded_by=by,
    )
    if review.type.step(chosen.step).to_stage is Stage.PANEL:
        _start_clock(review, decided_on)
    decision.review = steps.move(review, chosen.step, by=by)
    _record("decision.recorded", "decision", decision, by=by)
    return decision


def _judgement(review: Review, *, by: Person) -> Judgement:
    read = judgement_to_decide_on(by, review)
    if read is None:
        raise Refused("The recommendation has not been made yet.")
    return read.judgement


def _together(tally: voices.Tally, decided_on: date) -> tuple[str, date]:
    reasons = dict.fromkeys(voice.reasons for voice in tally.voices)
    return "\n\n".join(reasons), tally.last_on or decided_on


def _chosen(kind: ReviewType, outcome: str) -> DecisionOutcome:
    if not outcome:
        raise Refused("Say what you decide.")
    known = {one.key: one for one in kind.outcomes}
    if outcome not in known:
        raise Refused("Choose one of the decisions in the list.")
    return known[outcome]


def _start_clock(review: Review, decided_on: date) -> None:
    # A case that is reviewed again starts anew: the approval of before does not stop the new clock.
    review.decided_on = decided_on
    review.signed_off_on = None
    review.save(update_fields=["decided_on", "signed_off_on"])


def _record(verb: str, subject: str, row: Decision | Voice, *, by: Person) -> None:
    trail.record(verb, by=by.pk, subject=subject, subject_id=row.pk, review_id=row.review_id)
