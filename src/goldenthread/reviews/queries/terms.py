"""The terms of reference, version by version, for those who may read them."""

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain import terms as rules
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission, Role
from goldenthread.reviews.models import Review, Terms
from goldenthread.reviews.queries.parts import parts_in

# Terms in the making are the panel's and the Board's business; everybody else reads what was approved,
# so that nobody sets to work on a question that is still being changed.
_READS_DRAFTS = frozenset(
    {
        Role.BUSINESS_MANAGER,
        Role.BOARD_CHAIR,
        Role.PANEL_CHAIR,
        Role.PANEL_MEMBER,
        Role.OVERVIEW_AUTHOR,
    }
)


def terms_versions(person: Person, review: Review) -> QuerySet[Terms]:
    """The versions that the person may read, newest first; one not yet approved only for panel and Board."""
    found = (
        Terms.objects.visible_to(person)
        .filter(review=review)
        .select_related("saved_by", "approved_by")
    )
    if parts_in(person, review).roles & _READS_DRAFTS:
        return found
    return found.filter(approved_at__isnull=False)


def terms_in_force(person: Person, review: Review) -> Terms | None:
    """The latest approved version, or None."""
    return terms_versions(person, review).filter(approved_at__isnull=False).first()


def terms_in_the_making(person: Person, review: Review) -> Terms | None:
    """The version that is being written, if there is one and the person may read it."""
    return terms_versions(person, review).filter(approved_at=None).first()


def may_write_terms(person: Person, review: Review) -> Answer:
    """Whether the person may write the terms now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.WRITE_TERMS)
    return answer and rules.may_write_terms(stage=Stage(review.stage))


def may_approve_terms(person: Person, review: Review, terms: Terms) -> Answer:
    """Whether the person may approve this version now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.APPROVE_TERMS)
    return answer and rules.may_approve_terms(
        stage=Stage(review.stage),
        period_from=terms.period_from,
        period_to=terms.period_to,
        subjects=terms.subjects,
        lines_of_enquiry=len(terms.lines_of_enquiry),
        approved=terms.approved_at is not None,
    )
