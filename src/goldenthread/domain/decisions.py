"""The three acts that nobody else may do for another: to recommend, to decide, to sign off.

Each is refused with a sentence when what makes it an act of that body is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.criteria import Criteria, FactAsked
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.questionnaires.questions import Question
from goldenthread.domain.review_types.kinds import DecisionOutcome


@dataclass(frozen=True, slots=True)
class Said:
    """A word (yes, suspected, no or unknown; empty where nothing was said) and the evidence for it."""

    word: str
    evidence: str = ""

    @property
    def is_so(self) -> bool:
        """Whether it is said to be so; *suspected* counts as yes."""
        return self.word in _IS_SO


_IS_SO = ("yes", "suspected")


@carries_out(Duty.P3, Duty.P4, Duty.P8)
def may_recommend(
    *,
    criteria: Criteria,
    facts: Mapping[str, Said],
    aids: Mapping[str, Said],
    asked: Sequence[Question],
    present: str,
    stood_back: bool,
    recommendation: str,
    reasons: str,
    met_on: date | None,
    today: date,
) -> Answer:
    """The Committee, having met, judges every fact, and recommends with reasons (P8).

    A referral that meets neither test is judged like any other and its reasons are kept (P4). That
    agencies worked badly together is never asserted without evidence, of its own or under one of the
    questions that help to judge it (``asked``, answered by ``aids``), for it decides five limbs (P3).
    Whoever stood back from the meeting for an interest does not record what it judged.
    """
    if stood_back:
        return Answer(
            "You declared an interest at this meeting and stood back, so another member records the "
            "judgement."
        )
    if met_on is None:
        return Answer("Say at which meeting it was judged, or on which day.")
    if met_on > today:
        return Answer("The meeting cannot be in the future. Enter the day it was held.")
    if not present.strip():
        return Answer("Say who was present.")
    if not (answer := _aids_are_shown(asked, aids)):
        return answer
    if not (answer := _facts_are_judged(criteria, facts, shown_by_aid=_shows(aids))):
        return answer
    if not recommendation:
        return Answer("Say what is recommended.")
    return _reasoned(reasons, "Give the reasons for the recommendation.")


def _aids_are_shown(asked: Sequence[Question], aids: Mapping[str, Said]) -> Answer:
    for question in asked:
        said = aids.get(question.key, Said(""))
        if said.is_so and not said.evidence.strip():
            return Answer(f"Give the evidence for your yes to “{question.label}”")
    return YES


def _shows(aids: Mapping[str, Said]) -> bool:
    return any(said.is_so and said.evidence.strip() for said in aids.values())


def _facts_are_judged(
    criteria: Criteria, facts: Mapping[str, Said], *, shown_by_aid: bool
) -> Answer:
    for fact in criteria.facts:
        said = facts.get(fact.key, Said(""))
        if not said.word:
            return Answer(f"Say yes, no or unknown: “{fact.question}” has no answer.")
        if lacks_evidence(fact, said, shown_by_aid=shown_by_aid):
            return Answer(fact.evidence_needed)
    return YES


def lacks_evidence(fact: FactAsked, said: Said, *, shown_by_aid: bool) -> bool:
    """Whether a fact that may not be stated without evidence is, with nothing under the aids either."""
    needs = bool(fact.evidence_needed) and said.is_so
    return needs and not said.evidence.strip() and not shown_by_aid


@carries_out(Duty.P4, Duty.P9)
def may_decide(
    *,
    outcome: DecisionOutcome,
    which: str,
    recommended: str,
    reasons: str,
    decided_on: date,
    judged_on: date,
    today: date,
    recommended_too: bool,
) -> Answer:
    """The decider decides after the Committee has judged, on a day that starts the clock (P9).

    Recommendation and decision are acts of different people: ``recommended_too`` says that this person
    recorded the judgement or sat on the Committee that made it. The decider may differ, with reasons; a
    decision not to review also keeps its reasons (P4). ``recommended`` is a key of the review type's
    outcomes.
    """
    if recommended_too:
        return Answer(
            "You took part in the recommendation, so somebody else decides on it. Whoever recommends "
            "cannot also decide."
        )
    if decided_on > today:
        return Answer("The decision cannot be dated in the future. Enter the day you decided.")
    if decided_on < judged_on:
        return Answer(
            f"The recommendation was made on {in_words(judged_on)}; the decision cannot be dated before "
            "that."
        )
    if outcome.ask_which and not which.strip():
        return Answer(f"Answer the question “{outcome.ask_which}”")
    if outcome.key != recommended:
        return _reasoned(reasons, "Say why you decide otherwise than was recommended.")
    return _reasoned(reasons, "Give the reasons for your decision.")


@carries_out(Duty.P24)
def may_sign_off(*, approved_on: date, decided_on: date, today: date) -> Answer:
    """The Board's approval is dated on the day it was given, between the Chair's decision and today."""
    if approved_on > today:
        return Answer("The approval cannot be in the future. Enter the day it was given.")
    if approved_on < decided_on:
        return Answer(
            f"It was decided on {in_words(decided_on)}; the approval cannot be dated before that."
        )
    return YES


def _reasoned(reasons: str, otherwise: str) -> Answer:
    return YES if reasons.strip() else Answer(otherwise)
