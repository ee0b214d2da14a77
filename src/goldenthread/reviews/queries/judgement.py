"""The Committee's judgements as a person may read them, and what the next one starts from."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.criteria import Criteria, Known, Limb
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import JudgedFact, Judgement, Review
from goldenthread.reviews.queries.meeting import quorum_at
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.referral import answers_of, referral_of
from goldenthread.reviews.queries.turn import open_at

SUSPECTED = "suspected"
"""Counts as yes; kept as it was said, because whoever reads the judgement should know it."""

WORDS: dict[str, str] = {
    Known.YES.value: "Yes",
    SUSPECTED: "Suspected",
    Known.NO.value: "No",
    Known.UNKNOWN.value: "Not known",
}
"""What can be said of a fact, in the order in which it is offered."""


@dataclass(frozen=True, slots=True)
class FactRead:
    """One fact as the Committee judged it: the question, what it said, and its evidence."""

    fact: str
    question: str
    known: str
    evidence: str

    @property
    def words(self) -> str:
        """What the Committee said, in words."""
        return WORDS[self.known]


@dataclass(frozen=True, slots=True)
class AidRead:
    """One of the questions that help to judge, what was answered (empty: nothing), and its evidence."""

    question: str
    word: str
    evidence: str

    @property
    def words(self) -> str:
        """The answer in words."""
        return WORDS.get(self.word, "Not answered")


@dataclass(frozen=True, slots=True)
class CriteriaSay:
    """What the criteria say of some facts: the outcome in words, limb by limb, and what would decide it."""

    outcome: str
    limbs: tuple[Limb, ...]
    would_decide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementRead:
    """One judgement with its facts, what the criteria say of them, and what it recommends in words.

    ``outcome`` is what the criteria said on that day, which was kept with the judgement.
    """

    judgement: Judgement
    facts: tuple[FactRead, ...]
    aids: tuple[AidRead, ...]
    say: CriteriaSay
    outcome: str
    recommended: str
    quorum: str
    """How many members were there of those needed, where it was made at a meeting that is recorded."""


def judgements(person: Person, review: Review) -> list[JudgementRead]:
    """Every judgement of the review, newest first, for those who may read them."""
    facts = defaultdict(list)
    for fact in JudgedFact.objects.visible_to(person).filter(review=review):
        facts[fact.judgement_id].append(_fact(review.type.criteria, fact))
    found = Judgement.objects.visible_to(person).filter(review=review)
    return [
        _read(person, one, tuple(facts[one.pk]), review)
        for one in found.select_related("recorded_by", "meeting")
    ]


def latest_judgement(person: Person, review: Review) -> JudgementRead | None:
    """The judgement that the Chair decides on, or None."""
    return next(iter(judgements(person, review)), None)


def criteria_say(review: Review, said: Mapping[str, str]) -> CriteriaSay:
    """What the criteria of the review's type say of these facts; one that is not given is unknown.

    ValueError for a word that is none of :data:`WORDS`.
    """
    criteria = review.type.criteria
    judged = criteria.judge(criteria.read(said))
    return CriteriaSay(
        outcome=criteria.words(judged.outcome),
        limbs=judged.limbs,
        would_decide=tuple(criteria.fact(fact).question for fact in judged.missing),
    )


def may_judge(person: Person, review: Review) -> Answer:
    """Whether the person may record the Committee's judgement now: its page and its service ask this."""
    answer = parts_in(person, review).may(Permission.JUDGE_CRITERIA)
    return answer and open_at(
        review,
        Stage.JUDGEMENT,
        early=f"The case has not been put to the {review.type.nouns.committee} yet.",
        late="The recommendation has been made, and the case has gone on.",
    )


def starting_facts(person: Person, review: Review) -> dict[str, tuple[str, str]]:
    """What the Committee starts from: its last judgement, or else what the referrer said.

    Each fact with what is said of it and its evidence. Facts of which nothing has been said are left
    out: the Committee answers each of them itself.
    """
    if before := latest_judgement(person, review):
        return {one.fact: (one.known, one.evidence) for one in before.facts}
    referral = referral_of(person, review)
    if referral is None:
        return {}
    answers = answers_of(referral)
    said = review.type.facts_from_referral(answers)
    return {
        fact: (_as_said(fact, known, answers), "")
        for fact, known in said.items()
        if known is not Known.UNKNOWN
    }


def _as_said(fact: str, known: Known, answers: dict[str, str]) -> str:
    # Where the form asks the fact itself, “suspected” is kept; the rule has counted it as yes.
    return SUSPECTED if answers.get(fact) == SUSPECTED else known.value


def _fact(criteria: Criteria, row: JudgedFact) -> FactRead:
    return FactRead(row.fact, criteria.fact(row.fact).question, row.known, row.evidence)


def _read(
    person: Person, judgement: Judgement, facts: tuple[FactRead, ...], review: Review
) -> JudgementRead:
    return JudgementRead(
        judgement=judgement,
        facts=facts,
        aids=_aids(review, judgement),
        say=criteria_say(review, {one.fact: one.known for one in facts}),
        outcome=review.type.criteria.words(judgement.outcome),
        recommended=review.type.outcome(judgement.recommendation).words,
        quorum=quorum_at(person, judgement.meeting).sentence if judgement.meeting else "",
    )


def _aids(review: Review, judgement: Judgement) -> tuple[AidRead, ...]:
    # One that the type no longer asks keeps its answer in the table; here it has no words to be read by.
    return tuple(
        AidRead(question.label, *judgement.aids.get(question.key, ("", "")))
        for question in review.type.aids
        if judgement.aids
    )
