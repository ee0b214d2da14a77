"""The three acts that nobody else may do for another: to recommend, to decide, to sign off.

Each is refused with a sentence when what makes it an act of that body is missing.
"""

from collections.abc import Mapping
from datetime import date

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.criteria import Criteria, Known
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out


@carries_out(Duty.P3, Duty.P4, Duty.P8)
def may_recommend(
    *,
    criteria: Criteria,
    facts: Mapping[str, Known],
    evidence: Mapping[str, str],
    present: str,
    recommendation: str,
    reasons: str,
    met_on: date,
    today: date,
) -> Answer:
    """The Committee, having met, judges every fact, and recommends with reasons (P8).

    A referral that meets neither test is judged like any other and its reasons are kept (P4). That
    agencies worked badly together is never asserted without evidence, for it decides five limbs (P3).
    """
    if met_on > today:
        return Answer("The Committee’s meeting cannot be in the future. Enter the day it met.")
    if not present.strip():
        return Answer("Say who was present when the Committee met.")
    for fact in criteria.facts:
        if fact.key not in facts:
            return Answer(f"Say yes, no or unknown: “{fact.question}” has no answer.")
        shown = evidence.get(fact.key, "").strip()
        if fact.evidence_needed and facts[fact.key] is Known.YES and not shown:
            return Answer(fact.evidence_needed)
    if not recommendation:
        return Answer("Say what the Committee recommends.")
    return _reasoned(reasons, "Give the Committee’s reasons.")


@carries_out(Duty.P4, Duty.P9)
def may_decide(
    *,
    outcome: str,
    recommended: str,
    reasons: str,
    decided_on: date,
    judged_on: date,
    today: date,
    recorded_the_judgement: bool,
) -> Answer:
    """The Chair decides after the Committee has judged, on a day that starts the clock (P9).

    Recommendation and decision are acts of different people. The Chair may differ, with reasons; a
    decision not to review also keeps its reasons (P4). ``outcome`` and ``recommended`` are keys of the
    review type's outcomes.
    """
    if recorded_the_judgement:
        return Answer("Whoever recorded the Committee’s judgement cannot also decide on it.")
    if not outcome:
        return Answer("Say what you decide.")
    if decided_on > today:
        return Answer("The decision cannot be dated in the future. Enter the day you decided.")
    if decided_on < judged_on:
        return Answer(
            f"The Committee met on {in_words(judged_on)}; the decision cannot be dated before that."
        )
    if outcome != recommended:
        return _reasoned(reasons, "Say why you decide otherwise than the Committee recommended.")
    return _reasoned(reasons, "Give the reasons for your decision.")


@carries_out(Duty.P24)
def may_sign_off(*, approved_on: date, decided_on: date, today: date) -> Answer:
    """The Board's approval is dated on the day it was given, between the Chair's decision and today."""
    if approved_on > today:
        return Answer("The Board’s approval cannot be in the future. Enter the day it was given.")
    if approved_on < decided_on:
        return Answer(
            f"The Chair decided on {in_words(decided_on)}; the Board’s approval cannot be dated before that."
        )
    return YES


def _reasoned(reasons: str, otherwise: str) -> Answer:
    return YES if reasons.strip() else Answer(otherwise)
