"""Form the panel, ask the agencies for what they bring, and name their authors (P10, P11, P13)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain import panel as rules
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.contributions import FORMS, Form
from goldenthread.domain.independence import ends_every_part, may_declare, may_leave
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import Contribution, Declaration, Membership, Review
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.services import steps, terms_sharing
from goldenthread.reviews.services.service import service


@dataclass(frozen=True, slots=True)
class Declared:
    """How somebody says that they stand to the case."""

    declaration: str
    involved_in_case: bool
    managed_those_involved: bool
    interests: str = ""


@service
def appoint(
    review: Review,
    person: Person,
    role: Role,
    *,
    agency: Agency | None = None,
    declaration: str,
    interests: str = "",
    involved_in_case: bool,
    managed_those_involved: bool,
    by: Person,
) -> Membership:
    """Appoint the panel chair, the overview author, or an agency's senior manager to the panel.

    They see the review from now on, and the terms in force are shared with them. Raises Refused where
    they are not independent, hold a part that does not go with this one, or the part is taken.
    """
    declared = Declared(declaration, involved_in_case, managed_those_involved, interests)
    return _appoint(review, person, role, agency=agency, declared=declared, by=by)


@service
def appoint_undeclared(
    review: Review, person: Person, role: Role, *, agency: Agency | None = None, by: Person
) -> Membership:
    """Appoint somebody who has not declared yet: they see nothing of the case until they have."""
    return _appoint(review, person, role, agency=agency, declared=None, by=by)


def _appoint(
    review: Review,
    person: Person,
    role: Role,
    *,
    agency: Agency | None,
    declared: Declared | None,
    by: Person,
) -> Membership:
    review = steps.locked(review, by=by)
    require(queries.may_form_panel(by, review))
    require(
        rules.may_hold(
            role=role,
            person=str(person),
            agency=str(agency or ""),
            is_of_this_review=agency is not None and agency.partnership_id == review.partnership_id,
            works_for_agency=agency is not None and person.employer_id == agency.pk,
        )
    )
    choosable = queries.people_to_appoint(review)
    membership = _join(
        review, person, role, choosable=choosable, agency=agency, declared=declared, by=by
    )
    _record("panel.appointed" if declared else "panel.appointed_undeclared", membership, by=by)
    return membership


@service
def name_author(
    review: Review,
    agency: Agency,
    person: Person,
    *,
    declaration: str,
    interests: str = "",
    involved_in_case: bool,
    managed_those_involved: bool,
    by: Person,
) -> Membership:
    """An agency's senior officer names the author of its own review, who sees the case from now on (P11).

    Raises Refused for somebody whom another agency employs, who was involved, or managed those who were.
    """
    review = steps.locked(review, by=by)
    require(queries.may_name_author(by, review, agency))
    elsewhere = person.employer_id not in (agency.pk, None)
    require(rules.may_write_for(person=str(person), agency=str(agency), works_elsewhere=elsewhere))
    membership = _join(
        review,
        person,
        Role.AGENCY_AUTHOR,
        choosable=queries.people_to_name(agency),
        agency=agency,
        declared=Declared(declaration, involved_in_case, managed_those_involved, interests),
        by=by,
    )
    _record("panel.author_named", membership, by=by)
    return membership


@service
def declare(
    membership: Membership,
    *,
    declaration: str,
    interests: str = "",
    involved_in_case: bool,
    managed_those_involved: bool,
    by: Person,
) -> Membership:
    """Record the first declaration of somebody who was appointed without one; the case opens to them."""
    review = steps.locked(membership.review, by=by)
    fresh = _locked_membership(membership, by=by)
    require(queries.may_declare_for(by, fresh))
    if fresh.left_on is not None or fresh.declaration:
        require(Answer("They have declared already. What they declare now is kept beside it."))
    declared = Declared(declaration, involved_in_case, managed_those_involved, interests)
    _require_independent(review, fresh.person, Role(fresh.role), declared, besides=fresh, by=by)
    fresh.declaration, fresh.interests = declaration.strip(), interests.strip()
    fresh.save(update_fields=["declaration", "interests"])
    terms_sharing.share_in_force(review, [fresh.person], by=by)
    _record("panel.declared", fresh, by=by)
    return fresh


@service
def declare_again(
    membership: Membership, *, declared_on: date, interests: str, steps_taken: str, by: Person
) -> Declaration:
    """Keep an interest that a member declared on a later day, and what is done about it."""
    review = steps.locked(membership.review, by=by)
    fresh = _locked_membership(membership, by=by)
    require(queries.may_declare_for(by, fresh))
    if fresh.left_on is not None:
        require(Answer("They have already left."))
    if not interests.strip():
        require(Answer("Write down what they declare."))
    if not steps_taken.strip():
        require(Answer("Say what is done about it, also where nothing needs to be."))
    if not fresh.joined_on <= declared_on <= moments.today():
        require(Answer("Give a day from when they joined until today."))
    declared = Declaration.objects.create(
        review=review,
        membership=fresh,
        declared_on=declared_on,
        interests=interests.strip(),
        steps_taken=steps_taken.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    _record("panel.declared_again", fresh, by=by)
    return declared


@service
def leave(membership: Membership, *, why: str, because: str = "", by: Person) -> Membership:
    """Record that somebody has left: from the next request on they see nothing of the review.

    ``why`` is a key of :class:`goldenthread.domain.independence.Leaving`. Somebody who has become a witness
    leaves every part given them in the review, and their posts open it no more. What they wrote and saw stays
    recorded.
    """
    review = steps.locked(membership.review, by=by)
    fresh = _locked_membership(membership, by=by)
    require(queries.may_end(by, fresh))
    require(may_leave(has_left=fresh.left_on is not None, why=why, because=because))
    ending = Membership.objects.visible_to(by).filter(review=review, left_on=None)
    ending = (
        ending.filter(person=fresh.person) if ends_every_part(why) else ending.filter(pk=fresh.pk)
    )
    fresh.left_on, fresh.left_for, fresh.left_because = moments.today(), why, because.strip()
    ending.update(left_on=fresh.left_on, left_for=fresh.left_for, left_because=fresh.left_because)
    _record("panel.left", fresh, by=by, fields=("left_for",))
    return fresh


@service
def ask_for_contribution(
    review: Review, agency: Agency, *, form: Form, because: str = "", due_on: date, by: Person
) -> Contribution:
    """Ask an agency to contribute in this form, by a day that is still to come; or for nothing, with a reason.

    The terms in force are shared with its senior officers, unless it is asked for nothing.
    """
    review = steps.locked(review, by=by)
    require(queries.may_ask_for_contribution(by, review))
    asked = queries.contribution_of(by, review, agency)
    require(
        rules.may_ask(
            agency=str(agency),
            was_scoped=queries.agencies_to_ask(by, review).filter(pk=agency.pk).exists(),
            asked_until=asked.due_on if asked else None,
            form=form,
            because=because,
        )
    )
    if form is not Form.NONE:
        require(rules.may_be_due_on(due_on, today=moments.today()))
    asked = Contribution.objects.create(
        review=review,
        agency=agency,
        form_because=because.strip(),
        asked_at=moments.now(),
        due_on=due_on,
        **_as_asked(form),
    )
    terms_sharing.share_with_agency(asked, by=by)
    _record_asked("panel.asked_agency", asked, by=by)
    return asked


@service
def change_form(
    contribution: Contribution, *, form: Form, because: str, by: Person
) -> Contribution:
    """Ask an agency for more or for less than before, with the reason. What it has brought stays."""
    review = steps.locked(contribution.review, by=by)
    require(queries.may_ask_for_contribution(by, review))
    fresh = _locked_contribution(contribution, by=by)
    require(
        rules.may_change_form(
            form=form,
            was=Form(fresh.form),
            chronology_submitted=fresh.chronology_submitted_at is not None,
            report_submitted=fresh.report_submitted_at is not None,
            because=because,
        )
    )
    asks = _as_asked(form)
    for name, value in asks.items():
        setattr(fresh, name, value)
    fresh.form_because = because.strip()
    fresh.save(update_fields=[*asks, "form_because"])
    terms_sharing.share_with_agency(fresh, by=by)
    _record_asked("panel.form_changed", fresh, by=by)
    return fresh


@service
def change_due_day(
    contribution: Contribution, *, due_on: date, because: str, by: Person
) -> Contribution:
    """Give an agency another day, with the reason. The day first given is kept."""
    review = steps.locked(contribution.review, by=by)
    require(queries.may_ask_for_contribution(by, review))
    fresh = _locked_contribution(contribution, by=by)
    require(
        rules.may_change_due_day(
            due_on=due_on,
            was_due_on=fresh.due_on,
            today=moments.today(),
            still_owed=queries.still_owed(fresh),
            because=because,
        )
    )
    fresh.first_due_on = fresh.first_due_on or fresh.due_on
    fresh.due_on, fresh.due_because = due_on, because.strip()
    fresh.save(update_fields=["first_due_on", "due_on", "due_because"])
    _record_asked("panel.due_day_changed", fresh, by=by)
    return fresh


def _as_asked(form: Form) -> dict[str, str | bool]:
    asks = FORMS[form]
    return {
        "form": form.value,
        "wants_chronology": asks.wants_chronology,
        "wants_report": asks.wants_report,
    }


def _join(
    review: Review,
    person: Person,
    role: Role,
    *,
    choosable: QuerySet[Person],
    agency: Agency | None,
    declared: Declared | None,
    by: Person,
) -> Membership:
    require(_is_free(review, role, agency, by=by))
    _require_independent(review, person, role, declared, by=by)
    if not choosable.filter(pk=person.pk).exists():
        require(Answer(f"{person} cannot be chosen here. Choose one of those in the list."))
    membership = Membership.objects.create(
        review=review,
        person=person,
        role=role.value,
        agency=agency,
        joined_on=moments.today(),
        declaration=declared.declaration.strip() if declared else "",
        interests=declared.interests.strip() if declared else "",
    )
    if declared:
        terms_sharing.share_in_force(review, [person], by=by)
    return membership


def _require_independent(
    review: Review,
    person: Person,
    role: Role,
    declared: Declared | None,
    *,
    besides: Membership | None = None,
    by: Person,
) -> None:
    """Refuse whoever may not take the part, as far as is known before they have declared."""
    if declared and not declared.declaration.strip():
        require(Answer("Write down what they declare about their independence and any interest."))
    others = queries.roles_held(by, review, person, besides=besides)
    require(
        may_declare(
            role=role,
            other_roles=others,
            employed_by_member_agency=_employed_here(person, review),
            involved_in_case=declared is not None and declared.involved_in_case,
            managed_those_involved=declared is not None and declared.managed_those_involved,
            became_witness=queries.became_witness(by, review, person),
        )
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
    return rules.may_take_over(role=role, agency=str(agency or ""), held_by=str(held.person))


def _employed_here(person: Person, review: Review) -> bool:
    return person.employer is not None and (person.employer.partnership_id == review.partnership_id)


def _locked_membership(membership: Membership, *, by: Person) -> Membership:
    return (
        Membership.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("review", "person")
        .get(pk=membership.pk)
    )


def _locked_contribution(contribution: Contribution, *, by: Person) -> Contribution:
    return (
        Contribution.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("review", "agency")
        .get(pk=contribution.pk)
    )


def _record_asked(verb: str, asked: Contribution, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="contribution",
        subject_id=asked.pk,
        review_id=asked.review_id,
        agency_id=asked.agency_id,
    )


def _record(verb: str, membership: Membership, *, by: Person, fields: tuple[str, ...] = ()) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="membership",
        subject_id=membership.pk,
        review_id=membership.review_id,
        agency_id=membership.agency_id,
        fields=fields,
    )
