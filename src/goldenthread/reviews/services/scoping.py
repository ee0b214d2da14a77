"""Ask every agency whether it was involved, and answer for one (P7)."""

from collections.abc import Sequence
from datetime import date

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.contributions import may_ask_further_agencies
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import Involvement, RegisteredPerson, Review
from goldenthread.reviews.models.sealing import seal_json
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.referral import answers_of, referral_of
from goldenthread.reviews.queries.scoping import ACCEPT, may_answer
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def ask_agencies(review: Review, agencies: Sequence[Agency], *, due_on: date, by: Person) -> Review:
    """Accept the referral: ask these agencies, and put the child into the register of people.

    Raises Refused when no agency is chosen or the date has passed.
    """
    review = steps.move(review, ACCEPT, by=by)
    _ask(review, agencies, due_on=due_on)
    _register_child(review, by=by)
    trail.record("scoping.asked", by=by.pk, subject="review", review_id=review.pk)
    return review


@service
def ask_more_agencies(
    review: Review, agencies: Sequence[Agency], *, due_on: date, by: Person
) -> Review:
    """Ask further agencies until the evidence is in. One already asked is not asked again."""
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.ASK_AGENCIES))
    require(may_ask_further_agencies(stage=Stage(review.stage)))
    _ask(review, agencies, due_on=due_on)
    trail.record("scoping.asked_more", by=by.pk, subject="review", review_id=review.pk)
    return review


@service
def answer(
    involvement: Involvement,
    *,
    was_involved: bool,
    summary: str,
    records_secured_on: date | None,
    by: Person,
) -> Involvement:
    """Answer for an agency. A nil return counts; an answer can be corrected until the Committee has it.

    Raises Refused when an involved agency says nothing of what it did.
    """
    review = steps.locked(involvement.review, by=by)
    involvement = (
        Involvement.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=involvement.pk)
    )
    require(parts_in(by, review).may(Permission.ANSWER_FOR_AGENCY, agency_id=involvement.agency_id))
    require(may_answer(review, involvement))
    if was_involved and not summary.strip():
        require(Answer("Say in a few sentences what the agency’s involvement was."))
    if records_secured_on and records_secured_on > moments.today():
        require(Answer("The day the records were secured cannot be in the future."))
    involvement.answer = Involvement.INVOLVED if was_involved else Involvement.NOT_INVOLVED
    involvement.summary = summary.strip()
    involvement.records_secured_on = records_secured_on
    involvement.answered_at = moments.now()
    involvement.answered_by = by
    involvement.save()
    trail.record(
        "scoping.answered",
        by=by.pk,
        subject="involvement",
        subject_id=involvement.pk,
        review_id=review.pk,
        agency_id=involvement.agency_id,
    )
    return involvement


def _ask(review: Review, agencies: Sequence[Agency], *, due_on: date) -> None:
    if due_on < moments.today():
        require(Answer("Give the agencies a date that is still to come."))
    known = set(Involvement.objects.filter(review=review).values_list("agency_id", flat=True))
    chosen = [
        agency
        for agency in agencies
        if agency.partnership_id == review.partnership_id and agency.pk not in known
    ]
    if not chosen:
        require(Answer("Choose at least one agency of this Board that has not been asked."))
    now = moments.now()
    Involvement.objects.bulk_create(
        Involvement(review=review, agency=agency, asked_at=now, due_on=due_on) for agency in chosen
    )


def _register_child(review: Review, *, by: Person) -> None:
    referral = referral_of(by, review)
    name = answers_of(referral).get("child_name", "").strip() if referral else ""
    child = RegisteredPerson(
        review=review, label=review.label, role="child", added_at=moments.now()
    )
    names = {"names": [name] if name else [], "aliases": [], "never": []}
    child.sealed_names = seal_json(review.pk, names, table="register", ref=child.seal_ref)
    child.save()
