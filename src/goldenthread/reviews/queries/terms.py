"""The terms of reference, version by version, for those who may read them; and who has read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain import terms as rules
from goldenthread.domain.answers import Answer
from goldenthread.domain.contributions import FORMS, Form
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Question
from goldenthread.domain.roles import Permission, Role
from goldenthread.domain.terms import Line
from goldenthread.reviews.models import Contribution, Membership, Review, Terms, TermsShared
from goldenthread.reviews.models.parts import OPENS_THE_CASE
from goldenthread.reviews.queries.parts import parts_in

# Terms in the making are the business of the panel and of whoever approves them; everybody else reads what
# was approved, so that nobody sets to work on a question that is still being changed.
_READS_DRAFTS = frozenset(
    {
        Role.BUSINESS_MANAGER,
        Role.PANEL_CHAIR,
        Role.PANEL_MEMBER,
        Role.OVERVIEW_AUTHOR,
    }
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who works from the terms, and whether they have opened the version that was shared with them."""

    person: Person
    shared: TermsShared | None

    @property
    def has_read(self) -> bool:
        """Whether they have opened it."""
        return self.shared is not None and self.shared.read_at is not None


def terms_versions(person: Person, review: Review) -> QuerySet[Terms]:
    """The versions that the person may read, newest first; one not yet approved only for the panel and whoever approves."""
    found = (
        Terms.objects.visible_to(person)
        .filter(review=review)
        .select_related("saved_by", "approved_by")
    )
    parts = parts_in(person, review)
    if parts.roles & _READS_DRAFTS or Permission.APPROVE_TERMS in parts.permissions:
        return found
    return found.filter(approved_at__isnull=False)


def terms_in_force(person: Person, review: Review) -> Terms | None:
    """The latest approved version, or None."""
    return terms_versions(person, review).filter(approved_at__isnull=False).first()


def terms_in_the_making(person: Person, review: Review) -> Terms | None:
    """The version that is being written, if there is one and the person may read it."""
    return terms_versions(person, review).filter(approved_at=None).first()


def terms_version(person: Person, review: Review, version: int) -> Terms | None:
    """One version, or None."""
    return terms_versions(person, review).filter(version=version).first()


def lines_of(terms: Terms) -> tuple[Line, ...]:
    """The numbered lines of enquiry of a version."""
    return tuple(Line(number, text) for number, text in terms.lines_of_enquiry)


def lines_in_force(person: Person, review: Review) -> tuple[Line, ...]:
    """The lines of enquiry that chronologies and reports may cite by number; none before terms are approved."""
    terms = terms_in_force(person, review)
    return lines_of(terms) if terms else ()


def approved_lines(person: Person, review: Review, *, before: int | None = None) -> list[Line]:
    """Every line of every approved version (before this one): their numbers are never given again."""
    approved = terms_versions(person, review).filter(approved_at__isnull=False)
    if before is not None:
        approved = approved.filter(version__lt=before)
    return [line for terms in approved for line in lines_of(terms)]


def answered(review: Review, terms: Terms) -> list[tuple[Question, str]]:
    """The standard questions of the review's type, each with what the version says to it ("" for nothing yet)."""
    return [
        (question, terms.standard_answers.get(question.key, ""))
        for question in review.type.standard_questions
    ]


def asked_of_agencies(
    person: Person, review: Review, terms: Terms | None
) -> list[tuple[str, str, str]]:
    """What each agency contributes, in words: agency, form, why. As approved, or as it stands for a draft."""
    if terms is not None and terms.approved_at:
        return [(agency, form, because) for agency, form, because in terms.contributions]
    asked = Contribution.objects.visible_to(person).filter(review=review).select_related("agency")
    return [(str(one.agency), FORMS[Form(one.form)].name, one.form_because) for one in asked]


def people_working_from_terms(person: Person, review: Review) -> QuerySet[Person]:
    """Those with whom every approved version is shared: the panel, the authors, senior officers, by name."""
    members = Membership.objects.visible_to(person).filter(
        OPENS_THE_CASE, review=review, role__in=rules.WORK_FROM_TERMS
    )
    asked = Contribution.objects.visible_to(person).filter(review=review)
    agencies = asked.exclude(form=Form.NONE.value).values("agency")
    officers = Q(
        posts__role=Role.SENIOR_OFFICER.value, posts__ended_on=None, posts__agency__in=agencies
    )
    found = Person.objects.filter(Q(pk__in=members.values("person")) | officers, is_active=True)
    return found.distinct().order_by("name")


def readers_of(person: Person, review: Review, terms: Terms) -> list[Reader]:
    """Everybody who works from the terms now, and whether they have opened this version."""
    shared = {
        one.person_id: one for one in TermsShared.objects.visible_to(person).filter(terms=terms)
    }
    people = people_working_from_terms(person, review)
    return [Reader(one, shared.get(one.pk)) for one in people]


def has_unopened(person: Person, terms: Terms) -> bool:
    """Whether this version was shared with the person and they have not opened it."""
    mine = TermsShared.objects.visible_to(person).filter(terms=terms, person=person, read_at=None)
    return mine.exists()


def unread_terms(person: Person, reviews: Iterable[Review]) -> dict[int, Terms]:
    """The versions in force that were shared with the person and that they have not opened, by review id."""
    waiting = (
        TermsShared.objects.visible_to(person)
        .filter(review__in=list(reviews), person=person, read_at=None)
        .select_related("terms")
        .order_by("terms__version")
    )
    newest = {one.review_id: one.terms for one in waiting if one.terms is not None}
    later = Terms.objects.visible_to(person).filter(
        review__in=list(newest), approved_at__isnull=False
    )
    highest: dict[int, int] = {}
    for terms in later:
        highest[terms.review_id] = max(terms.version, highest.get(terms.review_id, 0))
    return {pk: terms for pk, terms in newest.items() if terms.version == highest.get(pk)}


def may_see_readers(person: Person, review: Review) -> bool:
    """Whether it is the person's business who has read the terms: of those who write or approve them."""
    parts = parts_in(person, review)
    return bool(parts.permissions & {Permission.WRITE_TERMS, Permission.APPROVE_TERMS})


def may_write_terms(person: Person, review: Review) -> Answer:
    """Whether the person may write the terms now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.WRITE_TERMS)
    return answer and rules.may_write_terms(stage=Stage(review.stage))


def may_approve_terms(person: Person, review: Review, terms: Terms) -> Answer:
    """Whether the person may approve this version now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.APPROVE_TERMS)
    return answer and rules.may_approve_terms(
        stage=Stage(review.stage),
        version=terms.version,
        period_from=terms.period_from,
        period_to=terms.period_to,
        subjects=terms.subjects,
        lines_of_enquiry=len(terms.lines_of_enquiry),
        change=terms.change,
        approved=terms.approved_at is not None,
    )
