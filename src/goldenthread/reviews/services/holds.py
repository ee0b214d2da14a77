"""Hold back one interview, or publication, for other proceedings; look at it again; lift it (P6)."""

from datetime import date

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.proceedings import may_lift, may_look_again, may_place_hold
from goldenthread.reviews import moments
from goldenthread.reviews.models import Hold, HoldLookedAt, Proceeding, Review
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.queries.release import is_published
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def place_on_interview(
    review: Review,
    agency: Agency,
    *,
    whose: str,
    reason: str,
    asked_by: str,
    look_again_on: date,
    proceeding: Proceeding | None = None,
    by: Person,
) -> Hold:
    """Hold back the interview of one professional, known by label or post. Every other one goes on."""
    review = steps.locked(review, by=by)
    require(queries.may_keep_proceedings(by, review))
    if agency.partnership_id != review.partnership_id:
        require(Answer("Choose one of the agencies in the list."))
    names = queries.names_in(by, review, whose, in_doubt=True)
    names += queries.names_in(by, review, reason, in_doubt=False)
    hold = Hold(review=review, of=Hold.INTERVIEW, agency=agency, whose=whose.strip())
    return _placed(hold, reason, asked_by, look_again_on, proceeding=proceeding, names=names, by=by)


@service
def place_on_publication(
    review: Review,
    *,
    reason: str,
    asked_by: str,
    look_again_on: date,
    proceeding: Proceeding | None = None,
    by: Person,
) -> Hold:
    """Hold publication back: the reports are not released while this hold, or another on them, is open."""
    review = steps.locked(review, by=by)
    require(queries.may_keep_proceedings(by, review))
    names = queries.names_in(by, review, reason, in_doubt=False)
    hold = Hold(review=review, of=Hold.PUBLICATION)
    return _placed(hold, reason, asked_by, look_again_on, proceeding=proceeding, names=names, by=by)


@service
def look_again(hold: Hold, *, note: str, look_again_on: date, by: Person) -> HoldLookedAt:
    """Keep that a hold was looked at and stays, why, and when it is looked at next."""
    fresh = _locked(hold, by=by)
    today = moments.today()
    require(
        may_look_again(
            lifted=fresh.lifted_on is not None,
            note=note,
            look_again_on=look_again_on,
            today=today,
        )
    )
    seen = HoldLookedAt.objects.create(
        review_id=fresh.review_id,
        hold=fresh,
        agency_id=fresh.agency_id,
        looked_on=today,
        look_again_on=look_again_on,
        note=note.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    fresh.look_again_on = look_again_on
    fresh.save(update_fields=["look_again_on"])
    _record("hold.looked_at", fresh, by=by)
    return seen


@service
def lift(hold: Hold, *, because: str, by: Person) -> Hold:
    """Lift one hold, with the reason. Others stay, on the same interview or publication too."""
    fresh = _locked(hold, by=by)
    require(may_lift(lifted=fresh.lifted_on is not None, because=because))
    fresh.lifted_on = moments.today()
    fresh.lifted_because = because.strip()
    fresh.lifted_by = by
    fresh.save(update_fields=["lifted_on", "lifted_because", "lifted_by"])
    _record("hold.lifted", fresh, by=by)
    return fresh


def _placed(
    hold: Hold,
    reason: str,
    asked_by: str,
    look_again_on: date,
    *,
    proceeding: Proceeding | None,
    names: list[str],
    by: Person,
) -> Hold:
    today = moments.today()
    require(
        may_place_hold(
            reason=reason,
            asked_by=asked_by,
            look_again_on=look_again_on,
            today=today,
            holds_interview=hold.of == Hold.INTERVIEW,
            has_agency=hold.agency_id is not None,
            whose=hold.whose,
            names_found=names,
            published=is_published(by, hold.review),
        )
    )
    hold.reason, hold.asked_by = reason.strip(), asked_by.strip()
    hold.proceeding = proceeding
    hold.placed_on, hold.placed_by, hold.look_again_on = today, by, look_again_on
    hold.save()
    _record("hold.placed", hold, by=by)
    return hold


def _locked(hold: Hold, *, by: Person) -> Hold:
    review = steps.locked(hold.review, by=by)
    require(queries.may_keep_proceedings(by, review))
    return Hold.objects.visible_to(by).select_for_update(of=("self",), no_key=True).get(pk=hold.pk)


def _record(verb: str, hold: Hold, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="hold",
        subject_id=hold.pk,
        review_id=hold.review_id,
        agency_id=hold.agency_id,
    )
