"""Write the terms of reference, version by version, and approve one (P10)."""

from collections.abc import Sequence
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, Terms
from goldenthread.reviews.queries import terms as queries
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def write(
    review: Review,
    *,
    period_from: date,
    period_to: date,
    subjects: str,
    lines_of_enquiry: Sequence[str],
    by: Person,
) -> Terms:
    """Save the version in the making; where the last one is approved (or there is none), begin the next.

    Blank lines of enquiry are left out; the others keep their order, which is their number. Raises
    Refused when the period ends before it begins.
    """
    review = steps.locked(review, by=by)
    require(queries.may_write_terms(by, review))
    if period_to < period_from:
        require(
            Answer("The period under review ends before it begins. Change one of the two dates.")
        )
    terms = queries.terms_in_the_making(by, review) or _next_version(review, by=by)
    terms.period_from = period_from
    terms.period_to = period_to
    terms.subjects = subjects.strip()
    terms.lines_of_enquiry = [line.strip() for line in lines_of_enquiry if line.strip()]
    terms.saved_at = moments.now()
    terms.saved_by = by
    terms.save()
    _record("terms.saved", terms, by=by)
    return terms


@service
def approve(terms: Terms, *, by: Person) -> Terms:
    """The Chair approves a version, which is then never changed. It takes the place of the one before."""
    review = steps.locked(terms.review, by=by)
    fresh = (
        Terms.objects.visible_to(by).select_for_update(of=("self",), no_key=True).get(pk=terms.pk)
    )
    require(queries.may_approve_terms(by, review, fresh))
    fresh.approved_at = moments.now()
    fresh.approved_by = by
    fresh.save(update_fields=["approved_at", "approved_by"])
    _record("terms.approved", fresh, by=by)
    return fresh


def _next_version(review: Review, *, by: Person) -> Terms:
    latest = queries.terms_versions(by, review).first()
    return Terms(review=review, version=latest.version + 1 if latest else 1)


def _record(verb: str, terms: Terms, *, by: Person) -> None:
    trail.record(verb, by=by.pk, subject="terms", subject_id=terms.pk, review_id=terms.review_id)
