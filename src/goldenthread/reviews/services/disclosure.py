"""Keep the disclosure schedule: what a court, coroner or force asked for, the answer, and when it was served (P6)."""

from datetime import date

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.proceedings import may_decide_on_disclosure, may_serve
from goldenthread.reviews import moments
from goldenthread.reviews.models import Disclosure, Proceeding, Review
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def add_request(
    review: Review,
    *,
    document: str,
    requested_by: str,
    requested_on: date,
    legal_basis: str,
    agency: Agency | None = None,
    proceeding: Proceeding | None = None,
    by: Person,
) -> Disclosure:
    """Add a line: which document is asked for, by whom, when, and on what legal basis.

    ``agency`` is the agency whose document it is; None for one of the review's own.
    """
    review = steps.locked(review, by=by)
    require(queries.may_keep_proceedings(by, review))
    for text, sentence in (
        (document, "Say which document is asked for."),
        (requested_by, "Say who asks for it."),
        (legal_basis, "Say on what legal basis it is asked for."),
    ):
        if not text.strip():
            require(Answer(sentence))
    if requested_on > moments.today():
        require(Answer("The day of the request is still to come. Give the day it was made."))
    line = Disclosure.objects.create(
        review=review,
        number=queries.next_number(by, review),
        document=document.strip(),
        requested_by=requested_by.strip(),
        requested_on=requested_on,
        legal_basis=legal_basis.strip(),
        agency=agency,
        proceeding=proceeding,
        recorded_at=moments.now(),
        recorded_by=by,
    )
    _record("disclosure.requested", line, by=by)
    return line


@service
def decide(
    line: Disclosure,
    *,
    decision: str,
    claims_immunity: bool,
    redactions: str = "",
    reason: str = "",
    by: Person,
) -> Disclosure:
    """Record what was decided about a request, whether immunity is claimed, and what is taken out."""
    fresh = _locked(line, by=by)
    require(
        may_decide_on_disclosure(
            decided=bool(fresh.decision), decision=decision, redactions=redactions, reason=reason
        )
    )
    fresh.decision, fresh.claims_immunity = decision, claims_immunity
    fresh.redactions, fresh.reason = redactions.strip(), reason.strip()
    fresh.decided_on, fresh.decided_by = moments.today(), by
    fresh.save(
        update_fields=[
            "decision",
            "claims_immunity",
            "redactions",
            "reason",
            "decided_on",
            "decided_by",
        ]
    )
    _record("disclosure.decided", fresh, by=by)
    return fresh


@service
def serve(line: Disclosure, *, served_on: date, by: Person) -> Disclosure:
    """Record on which day a document was served."""
    fresh = _locked(line, by=by)
    require(may_serve(decision=fresh.decision, served=fresh.served_on is not None))
    if not fresh.requested_on <= served_on <= moments.today():
        require(Answer("Give a day from the request until today."))
    fresh.served_on = served_on
    fresh.save(update_fields=["served_on"])
    _record("disclosure.served", fresh, by=by)
    return fresh


def _locked(line: Disclosure, *, by: Person) -> Disclosure:
    review = steps.locked(line.review, by=by)
    require(queries.may_keep_proceedings(by, review))
    return (
        Disclosure.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=line.pk)
    )


def _record(verb: str, line: Disclosure, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="disclosure",
        subject_id=line.pk,
        review_id=line.review_id,
        agency_id=line.agency_id,
    )
