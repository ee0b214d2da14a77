"""Form the panel, ask the agencies for what they bring, and name their authors (P10, P11, P13)."""

from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.independence import may_declare
from goldenthread.domain.roles import ROLES, Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import Contribution, Membership, Review
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def appoint(
    review: Review,
    person: Person,
    role: Role,
    *,
    agency: Agency | None = None,
    declaration: str,
    involved_in_case: bool,
    managed_those_involved: bool,
    by: Person,
) -> Membership:
    """Appoint the panel chair, the overview author, or an agency's senior manager to the panel.

    They see the review from now on. Raises Refused where they are not independent, hold a part that
    does not go with this one, or the part is taken.
    """
    review = steps.locked(review, by=by)
    require(queries.may_form_panel(by, review))
    require(_may_hold(review, role, agency, person))
    membership = _join(
        review,
        person,
        role,
        choosable=queries.people_to_appoint(review),
        agency=agency,
        declaration=declaration,
        involved_in_case=involved_in_case,
        managed_those_involved=managed_those_involved,
        by=by,
    )
    _record("panel.appointed", membership, by=by)
    return membership


@service
def name_author(
    review: Review,
    agency: Agency,
    person: Person,
    *,
    declaration: str,
    involved_in_case: bool,
    managed_those_involved: bool,
    by: Person,
) -> Membership:
    """An agency's senior officer names the author of its own review, who sees the case from now on (P11).

    Raises Refused for somebody whom another agency employs, who was involved, or managed those who were.
    """
    review = steps.locked(review, by=by)
    require(queries.may_name_author(by, review, agency))
    if person.employer_id not in (agency.pk, None):
        require(Answer(f"{person} works for another agency. Choose somebody of {agency}’s own."))
    membership = _join(
        review,
        person,
        Role.AGENCY_AUTHOR,
        choosable=queries.people_to_name(agency),
        agency=agency,
        declaration=declaration,
        involved_in_case=involved_in_case,
        managed_those_involved=managed_those_involved,
        by=by,
    )
    _record("panel.author_named", membership, by=by)
    return membership


@service
def leave(membership: Membership, *, by: Person) -> Membership:
    """Record that somebody has left: from the next request on they see nothing of the review."""
    steps.locked(membership.review, by=by)
    fresh = (
        Membership.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=membership.pk)
    )
    require(queries.may_end(by, fresh))
    fresh.left_on = moments.today()
    fresh.save(update_fields=["left_on"])
    _record("panel.left", fresh, by=by)
    return fresh


@service
def ask_for_contribution(
    review: Review,
    agency: Agency,
    *,
    wants_chronology: bool,
    wants_report: bool,
    due_on: date,
    by: Person,
) -> Contribution:
    """Ask an agency for its chronology, its report, or both, by a day that is still to come."""
    review = steps.locked(review, by=by)
    require(queries.may_ask_for_contribution(by, review))
    require(_may_be_asked(review, agency, by=by))
    if not (wants_chronology or wants_report):
        require(Answer("Say what the agency is asked for: a chronology, a report, or both."))
    if due_on < moments.today():
        require(Answer("Give the agency a date that is still to come."))
    asked = Contribution.objects.create(
        review=review,
        agency=agency,
        wants_chronology=wants_chronology,
        wants_report=wants_report,
        asked_at=moments.now(),
        due_on=due_on,
    )
    trail.record(
        "panel.asked_agency",
        by=by.pk,
        subject="contribution",
        subject_id=asked.pk,
        review_id=review.pk,
        agency_id=agency.pk,
    )
    return asked


def _may_hold(review: Review, role: Role, agency: Agency | None, person: Person) -> Answer:
    if role not in queries.APPOINTED:
        return Answer(f"The {ROLES[role].name} is not appointed here.")
    if agency is not None and agency.partnership_id != review.partnership_id:
        return Answer("Choose an agency of this Board.")
    if role is not Role.PANEL_MEMBER:
        return YES if agency is None else Answer("This part is not held for an agency.")
    if agency is None:
        return Answer("Say which agency the panel member is a senior manager of.")
    if person.employer_id != agency.pk:
        return Answer(f"{person} does not work for {agency}. Choose one of its senior managers.")
    return YES


def _join(
    review: Review,
    person: Person,
    role: Role,
    *,
    choosable: QuerySet[Person],
    agency: Agency | None,
    declaration: str,
    involved_in_case: bool,
    managed_those_involved: bool,
    by: Person,
) -> Membership:
    require(_is_free(review, role, agency, by=by))
    if not declaration.strip():
        require(Answer("Write down what they declare about their independence and any interest."))
    require(
        may_declare(
            role=role,
            other_roles=parts_in(person, review).roles,
            employed_by_member_agency=_employed_here(person, review),
            involved_in_case=involved_in_case,
            managed_those_involved=managed_those_involved,
        )
    )
    if not choosable.filter(pk=person.pk).exists():
        require(Answer(f"{person} cannot be chosen here. Choose one of those in the list."))
    return Membership.objects.create(
        review=review,
        person=person,
        role=role.value,
        agency=agency,
        joined_on=moments.today(),
        declaration=declaration.strip(),
    )


def _is_free(review: Review, role: Role, agency: Agency | None, *, by: Person) -> Answer:
    held = (
        Membership.objects.visible_to(by)
        .filter(review=review, role=role.value, agency=agency, left_on=None)
        .select_related("person")
        .first()
    )
    if held is None:
        return YES
    of_agency = f" for {agency}" if agency else ""
    return Answer(
        f"{held.person} is already the {ROLES[role].name.lower()}{of_agency}."
        " If they have left, record that first."
    )


def _employed_here(person: Person, review: Review) -> bool:
    return person.employer is not None and (person.employer.partnership_id == review.partnership_id)


def _may_be_asked(review: Review, agency: Agency, *, by: Person) -> Answer:
    asked = queries.contribution_of(by, review, agency)
    if asked is not None:
        return Answer(f"{agency} has already been asked, and has until {in_words(asked.due_on)}.")
    if not queries.agencies_to_ask(by, review).filter(pk=agency.pk).exists():
        return Answer(
            f"{agency} has not been asked whether it was involved. Ask that first, under Scoping."
        )
    return YES


def _record(verb: str, membership: Membership, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="membership",
        subject_id=membership.pk,
        review_id=membership.review_id,
        agency_id=membership.agency_id,
    )
