"""The Committee judges the criteria, fact by fact, and recommends (P3, P4, P8)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain import decisions
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.decisions import Said
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.reviews import moments
from goldenthread.reviews.models import JudgedFact, Judgement, JudgementDraft, Meeting, Review
from goldenthread.reviews.queries import judging
from goldenthread.reviews.queries.judgement import WORDS, may_judge
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service
from goldenthread.reviews.services.written import DraftMeanwhile

_Told = Mapping[str, tuple[str, str]]


class Texts(TypedDict, total=False):
    """What the Committee wrote beside its reasons; each may be left out."""

    dissent: str
    considered: str
    alternatives: str
    scope_proposed: str
    immediate_learning: str


@service
def record(
    review: Review,
    *,
    facts: _Told,
    recommendation: str,
    reasons: str,
    met_on: date | None = None,
    present: str = "",
    meeting: Meeting | None = None,
    aids: _Told | None = None,
    began_from: str | None = None,
    by: Person,
    **texts: Unpack[Texts],
) -> Judgement:
    """Record what the Committee said of every fact, what follows, and what it recommends to the Chair.

    ``facts`` and ``aids`` give a word (yes, suspected, no or unknown; ValueError for another) and the
    evidence. Where there is a meeting, its day and who was there come from its record. A judgement is
    never changed: a later one follows it. The draft is gone with it; DraftMeanwhile when somebody else
    has saved one since ``began_from`` (None: whatever is there). Raises Refused when a fact has no
    answer, the concern about agencies has no evidence, or reasons are missing.
    """
    review = steps.locked(review, by=by)
    require(may_judge(by, review))
    if meeting is not None:
        met_on, present = meeting.held_on, judging.present_at(by, meeting)
    told, helping = _said(facts), _said(aids or {})
    words = {"recommendation": recommendation, "reasons": reasons, "met_on": met_on}
    stood_back = meeting is not None and judging.stood_back_at(by, meeting)
    require(_is_of_this_review(review, meeting) and _is_outcome(review.type, recommendation))
    require(_is_whole(review.type, told, helping, present=present, stood_back=stood_back, **words))
    _take_draft(review, began_from, by=by)
    judgement = _keep(
        review, told, helping, by=by, meeting=meeting, present=present, **words, **texts
    )
    judgement.review = steps.move(review, "recommend", by=by)
    _record("judgement.recorded", judgement, by=by)
    return judgement


@service
def keep_draft(
    review: Review, *, answers: Mapping[str, str], began_from: str, by: Person
) -> JudgementDraft:
    """Keep what has been typed of a judgement, as it was typed, whole or not.

    ``began_from`` is :func:`goldenthread.reviews.queries.judging.version_of` the draft that the writer
    began from. DraftMeanwhile when somebody else has saved another one since.
    """
    review = steps.locked(review, by=by)
    require(may_judge(by, review))
    kept = judging.draft_of(by, review)
    # PostgreSQL keeps no such character in JSON, and nobody types one.
    typed = {name: value.replace("\x00", "") for name, value in answers.items()}
    if kept and kept.answers != typed:
        _refuse_overwriting(kept, began_from)
    draft, _made = JudgementDraft.objects.update_or_create(
        review=review,
        defaults={"answers": typed, "saved_at": moments.now(), "saved_by": by},
    )
    _record("judgement.draft_kept", draft, by=by)
    return draft


def _take_draft(review: Review, began_from: str | None, *, by: Person) -> None:
    kept = judging.draft_of(by, review)
    if kept is None:
        return
    if began_from is not None:
        _refuse_overwriting(kept, began_from)
    kept.delete()


def _refuse_overwriting(kept: JudgementDraft, began_from: str) -> None:
    version = judging.version_of(kept)
    if version != began_from:
        raise DraftMeanwhile(answers=kept.answers, version=version, who=kept.saved_by.name)


def _said(told: _Told) -> dict[str, Said]:
    for key, (word, _evidence) in told.items():
        if word and word not in WORDS:
            raise ValueError(f"“{key}” is “{word}”; say yes, no, suspected or unknown.")
    return {key: Said(word, evidence) for key, (word, evidence) in told.items()}


def _outcome(kind: ReviewType, told: Mapping[str, Said]) -> str:
    known = kind.criteria.read({key: one.word for key, one in told.items()})
    return kind.criteria.judge(known).outcome


def _is_of_this_review(review: Review, meeting: Meeting | None) -> Answer:
    if meeting is None or meeting.review_id == review.pk:
        return YES
    return Answer("Choose a meeting about this review.")


def _is_outcome(kind: ReviewType, recommendation: str) -> Answer:
    if not recommendation or recommendation in {outcome.key for outcome in kind.outcomes}:
        return YES
    return Answer("Choose one of the recommendations in the list.")


def _is_whole(
    kind: ReviewType, told: Mapping[str, Said], helping: Mapping[str, Said], **words: Any
) -> Answer:
    return decisions.may_recommend(
        criteria=kind.criteria,
        facts=told,
        aids=helping,
        asked=kind.aids,
        today=moments.today(),
        **words,
    )


def _keep(
    review: Review,
    told: Mapping[str, Said],
    helping: Mapping[str, Said],
    *,
    by: Person,
    **words: Any,
) -> Judgement:
    judgement = Judgement.objects.create(
        review=review,
        outcome=_outcome(review.type, told),
        aids={key: [one.word, one.evidence.strip()] for key, one in helping.items() if one.word},
        recorded_at=moments.now(),
        recorded_by=by,
        **{name: word.strip() if isinstance(word, str) else word for name, word in words.items()},
    )
    JudgedFact.objects.bulk_create(
        JudgedFact(
            review=review,
            judgement=judgement,
            fact=fact.key,
            known=told[fact.key].word,
            evidence=told[fact.key].evidence.strip(),
        )
        for fact in review.type.criteria.facts
    )
    return judgement


def _record(verb: str, row: Judgement | JudgementDraft, *, by: Person) -> None:
    trail.record(verb, by=by.pk, subject="judgement", subject_id=row.pk, review_id=row.review_id)
