"""Tell every agency to secure its records, ask whether it was involved, and answer for one (P7)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import uuid4

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.contributions import may_ask_further_agencies
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.people_told import children_told
from goldenthread.domain.referrals import ChildTold
from goldenthread.domain.reminders import About
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import Involvement, RegisteredPerson, Review
from goldenthread.reviews.models.sealing import seal_json
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.recipients import those_to_tell
from goldenthread.reviews.queries.referral import answers_of, referral_of
from goldenthread.reviews.queries.scoping import (
    ABOUT_SEALED_AS,
    ACCEPT,
    NAMES_SEALED_AS,
    NamesGiven,
    agencies_not_asked,
    agencies_not_told,
    may_answer,
    may_say_secured,
    may_tell,
    people_to_ask_about,
)
from goldenthread.reviews.services import reminder_letters, steps
from goldenthread.reviews.services.received_referral import mark_acknowledged
from goldenthread.reviews.services.service import service


@dataclass(frozen=True, slots=True)
class Details:
    """What an agency answers beside whether it was involved. All of it can be left for later."""

    known_from: date | None = None
    known_to: date | None = None
    service: str = ""
    concerns: str = ""
    criteria_met: str = ""
    worked_together_badly: str = ""
    action_taken: str = ""
    others_involved: str = ""
    proceedings: str = ""
    proposed_author: str = ""
    approved_by_manager: str = ""
    records_secured_by: str = ""
    records_held_at: str = ""


NO_DETAILS, NO_NAMES = Details(), NamesGiven()


@service
def tell_to_secure(
    review: Review, agencies: Sequence[Agency], *, about: str = "", by: Person
) -> Review:
    """Tell agencies to secure their records, before they are asked anything: a review *might* happen.

    ``about`` says whose records; without it, everybody the referral names. It opens the case to these
    agencies' contacts. Raises Refused when no agency is chosen that has not been told.
    """
    review = steps.locked(review, by=by)
    require(may_tell(by, review))
    offered = set(agencies_not_told(review))
    chosen = [agency for agency in agencies if agency in offered]
    if not chosen:
        require(Answer("Choose at least one agency of this Board that has not been told."))
    about = about or people_to_ask_about(by, review)
    for agency in chosen:
        _involve(Involvement(review=review, agency=agency), about=about, asks_by=None)
    _write_to(review, chosen, About.SECURING)
    trail.record("scoping.told_to_secure", by=by.pk, subject="review", review_id=review.pk)
    return review


@service
def ask_agencies(
    review: Review, agencies: Sequence[Agency], *, due_on: date, about: str = "", by: Person
) -> Review:
    """Accept the referral: ask these agencies, and put its children into the register of people.

    ``about`` says about whom they are asked; without it, everybody the referral names. A referral that
    was not acknowledged is so by this. Raises Refused when no agency is chosen or the date has passed.
    """
    review = steps.move(review, ACCEPT, by=by)
    _ask(review, agencies, due_on=due_on, about=about, by=by)
    referral = referral_of(by, review)
    if referral:
        if not referral.acknowledged_at:
            mark_acknowledged(referral, by=by)
        _register_children(review, children_told(answers_of(referral)))
    trail.record("scoping.asked", by=by.pk, subject="review", review_id=review.pk)
    return review


@service
def ask_more_agencies(
    review: Review, agencies: Sequence[Agency], *, due_on: date, about: str = "", by: Person
) -> Review:
    """Ask further agencies until the evidence is in. One already asked is not asked again."""
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.ASK_AGENCIES))
    require(may_ask_further_agencies(stage=Stage(review.stage)))
    _ask(review, agencies, due_on=due_on, about=about, by=by)
    trail.record("scoping.asked_more", by=by.pk, subject="review", review_id=review.pk)
    return review


@service
def answer(
    involvement: Involvement,
    *,
    was_involved: bool,
    summary: str = "",
    records_secured_on: date | None = None,
    details: Details = NO_DETAILS,
    names: NamesGiven = NO_NAMES,
    by: Person,
) -> Involvement:
    """Answer for an agency. A nil return counts; an answer can be corrected until the Committee has it.

    Raises Refused when an involved agency says nothing of what it did.
    """
    involvement = _held(involvement, by=by)
    review = involvement.review
    require(may_answer(review, involvement))
    if was_involved and not summary.strip():
        require(Answer("Say in a few sentences what the agency’s involvement was."))
    if details.known_from and details.known_to and details.known_to < details.known_from:
        require(Answer("The involvement ends before it begins. Change one of the two dates."))
    _secured(involvement, records_secured_on)
    involvement.answer = Involvement.INVOLVED if was_involved else Involvement.NOT_INVOLVED
    involvement.summary = summary.strip()
    for name, value in asdict(details).items():
        setattr(involvement, name, value.strip() if isinstance(value, str) else value)
    involvement.sealed_names = _sealed(involvement, NAMES_SEALED_AS, asdict(names))
    involvement.answered_at = moments.now()
    involvement.answered_by = by
    involvement.save()
    _record("scoping.answered", involvement, by=by)
    return involvement


@service
def record_securing(
    involvement: Involvement, *, on: date, by_whom: str, held_at: str, by: Person
) -> Involvement:
    """Say when the agency's records were secured, by whom, and where they are held."""
    involvement = _held(involvement, by=by)
    require(may_say_secured(involvement.review, involvement))
    _secured(involvement, on)
    if not by_whom.strip():
        require(Answer("Say who secured the records."))
    involvement.records_secured_by = by_whom.strip()
    involvement.records_held_at = held_at.strip()
    involvement.save(update_fields=["records_secured_on", "records_secured_by", "records_held_at"])
    _record("scoping.records_secured", involvement, by=by)
    return involvement


def _held(involvement: Involvement, *, by: Person) -> Involvement:
    """The row, read afresh and held, for somebody who answers for its agency."""
    review = steps.locked(involvement.review, by=by)
    held = (
        Involvement.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=involvement.pk)
    )
    held.review = review
    require(parts_in(by, review).may(Permission.ANSWER_FOR_AGENCY, agency_id=held.agency_id))
    return held


def _secured(involvement: Involvement, on: date | None) -> None:
    if on and on > moments.today():
        require(Answer("The day the records were secured cannot be in the future."))
    involvement.records_secured_on = on


def _ask(
    review: Review, agencies: Sequence[Agency], *, due_on: date, about: str, by: Person
) -> None:
    if due_on < moments.today():
        require(Answer("Give the agencies a date that is still to come."))
    rows = {one.agency_id: one for one in Involvement.objects.filter(review=review)}
    offered = set(agencies_not_asked(review))
    chosen = [agency for agency in agencies if agency in offered]
    if not chosen:
        require(Answer("Choose at least one agency of this Board that has not been asked."))
    about = about or people_to_ask_about(by, review)
    for agency in chosen:
        row = rows.get(agency.pk) or Involvement(review=review, agency=agency)
        _involve(row, about=about, asks_by=due_on)
    _write_to(review, chosen, About.SCOPING)


def _involve(row: Involvement, *, about: str, asks_by: date | None) -> None:
    """Write the row anew: about whom, told now, and asked where there is a day by which to answer."""
    now = moments.now()
    row.seal_ref = uuid4()
    row.sealed_about = _sealed(row, ABOUT_SEALED_AS, {"people": about.strip()})
    row.told_to_secure_at = row.told_to_secure_at or now
    if asks_by:
        row.asked_at, row.due_on = now, asks_by
    row.save()


def _sealed(row: Involvement, table: str, value: dict[str, str]) -> bytes:
    return seal_json(row.review_id, value, table=table, ref=row.seal_ref)


def _write_to(review: Review, agencies: Sequence[Agency], about: About) -> None:
    """An e-mail to each agency's people that something is asked of it: nothing of the case is in it."""
    for agency in agencies:
        for person in those_to_tell(review, agency, about):
            reminder_letters.ask(person, about)


def _register_children(review: Review, children: Sequence[ChildTold]) -> None:
    # There is a row for the first child also where the referral gives no name: others hang on its label.
    for number, child in enumerate(children or (ChildTold((), None),), start=1):
        row = RegisteredPerson(
            review=review,
            label=review.label if number == 1 else f"{review.label}{number}",
            role="child",
            added_at=moments.now(),
        )
        names = {"names": list(child.names[:1]), "aliases": list(child.names[1:]), "never": []}
        row.sealed_names = seal_json(review.pk, names, table="register", ref=row.seal_ref)
        row.save()


def _record(verb: str, involvement: Involvement, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="involvement",
        subject_id=involvement.pk,
        review_id=involvement.review_id,
        agency_id=involvement.agency_id,
    )
