"""Write the terms of reference, version by version, approve one, and share it with all who work from it (P10)."""

from collections.abc import Mapping, Sequence
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Refused, require
from goldenthread.domain.terms import may_be_period, numbered
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, Terms, TermsShared
from goldenthread.reviews.queries import terms as queries
from goldenthread.reviews.services import steps, terms_sharing
from goldenthread.reviews.services.service import service

_CARRIED_ON = (
    "period_from",
    "period_to",
    "background",
    "period_because",
    "earlier_history",
    "subjects",
    "lines_of_enquiry",
    "standard_answers",
)


@service
def write(
    review: Review,
    *,
    period_from: date,
    period_to: date,
    subjects: str,
    background: str = "",
    period_because: str = "",
    earlier_history: str = "",
    change: str = "",
    by: Person,
) -> Terms:
    """Save what the review is about and which time it looks at.

    Saves the version in the making; where the last one is approved (or there is none), begins the next
    from it. Raises Refused when the period ends before it begins.
    """
    review = steps.locked(review, by=by)
    require(queries.may_write_terms(by, review))
    require(may_be_period(period_from, period_to))
    terms = _in_the_making(review, by=by) or Terms(review=review, version=1)
    terms.period_from, terms.period_to = period_from, period_to
    terms.subjects = subjects.strip()
    terms.background = background.strip()
    terms.period_because = period_because.strip()
    terms.earlier_history = earlier_history.strip()
    terms.change = change.strip()
    return _saved("terms.saved", terms, by=by)


@service
def write_lines(
    review: Review, *, lines: Mapping[int, str], new_lines: Sequence[str], by: Person
) -> Terms:
    """Save the lines of enquiry: those the version has, by number, as they now read; and new ones.

    A line that was approved keeps its number for good, and one that is left out leaves it unused.
    """
    terms = _begun(review, by=by)
    approved = queries.approved_lines(by, terms.review, before=terms.version)
    kept = numbered(lines, new_lines, approved=approved)
    terms.lines_of_enquiry = [[line.number, line.text] for line in kept]
    return _saved("terms.lines_saved", terms, by=by)


@service
def answer_questions(review: Review, *, answers: Mapping[str, str], by: Person) -> Terms:
    """Save what the terms say to the type's standard questions, by the question's key."""
    terms = _begun(review, by=by)
    known = {question.key for question in terms.review.type.standard_questions}
    given = {key: text.strip() for key, text in answers.items() if key in known and text.strip()}
    terms.standard_answers = given
    return _saved("terms.answered", terms, by=by)


@service
def approve(terms: Terms, *, by: Person) -> Terms:
    """Approve a version, which is then never changed, and share it with everybody who works from the terms.

    It takes the place of the one before, keeps what each agency was asked for, and is unread until opened.
    """
    review = steps.locked(terms.review, by=by)
    fresh = (
        Terms.objects.visible_to(by).select_for_update(of=("self",), no_key=True).get(pk=terms.pk)
    )
    require(queries.may_approve_terms(by, review, fresh))
    fresh.contributions = [list(one) for one in queries.asked_of_agencies(by, review, fresh)]
    fresh.approved_at = moments.now()
    fresh.approved_by = by
    fresh.save(update_fields=["contributions", "approved_at", "approved_by"])
    terms_sharing.share(fresh, queries.people_working_from_terms(by, review), by=by)
    _record("terms.approved", fresh, by=by)
    return fresh


@service
def share_again(review: Review, *, by: Person) -> Terms:
    """Share the version in force with everybody who works from it and does not have it yet."""
    review = steps.locked(review, by=by)
    require(queries.may_write_terms(by, review))
    terms = queries.terms_in_force(by, review)
    if terms is None:
        raise Refused("No version has been approved yet, so there is nothing to share.")
    people = queries.people_working_from_terms(by, review)
    if not terms_sharing.share(terms, people, by=by):
        raise Refused("Everybody who works from the terms has this version already.")
    _record("terms.shared", terms, by=by)
    return terms


@service
def open_shared(terms: Terms, *, by: Person) -> TermsShared:
    """Keep when somebody first opened the version that was shared with them."""
    mine = (
        TermsShared.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .filter(terms=terms, person=by, read_at=None)
        .first()
    )
    if mine is None:
        raise Refused("This version has not been shared with you, or you have opened it already.")
    mine.read_at = moments.now()
    mine.save(update_fields=["read_at"])
    _record("terms.opened", terms, by=by)
    return mine


def _begun(review: Review, *, by: Person) -> Terms:
    review = steps.locked(review, by=by)
    require(queries.may_write_terms(by, review))
    terms = _in_the_making(review, by=by)
    if terms is None:
        raise Refused("Say first what the review is about, and which time it looks at.")
    return terms


def _in_the_making(review: Review, *, by: Person) -> Terms | None:
    """The version that is being written; where the last is approved, the next, begun from it; None for neither."""
    latest = queries.terms_versions(by, review).first()
    if latest is None or latest.approved_at is None:
        return latest
    carried_on = {name: getattr(latest, name) for name in _CARRIED_ON}
    return Terms(review=review, version=latest.version + 1, **carried_on)


def _saved(verb: str, terms: Terms, *, by: Person) -> Terms:
    terms.saved_at = moments.now()
    terms.saved_by = by
    terms.save()
    _record(verb, terms, by=by)
    return terms


def _record(verb: str, terms: Terms, *, by: Person) -> None:
    trail.record(verb, by=by.pk, subject="terms", subject_id=terms.pk, review_id=terms.review_id)
