"""Who takes part in a review, how far each agency has come, and who could be appointed."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain import panel as rules
from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.contributions import FORMS, Form, FormDescription
from goldenthread.domain.independence import opens_the_case
from goldenthread.domain.process import Stage
from goldenthread.domain.readiness import Missing
from goldenthread.domain.roles import ROLES, Permission, Role
from goldenthread.reviews.models import (
    Contribution,
    Declaration,
    Involvement,
    Membership,
    Review,
)
from goldenthread.reviews.models.parts import LEFT_AS_WITNESS
from goldenthread.reviews.queries.parts import Parts, parts_in
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.queries.readiness import readiness_for


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """One agency in the review: what it was asked, who writes, who sits on the panel, how far it is."""

    agency: Agency
    contribution: Contribution | None
    author: Membership | None
    panel_member: Membership | None

    @property
    def form(self) -> FormDescription | None:
        """In which form it contributes; None for an agency that has not been asked."""
        return FORMS[Form(self.contribution.form)] if self.contribution else None

    @property
    def owes(self) -> bool:
        """Whether something it was asked for is not in yet."""
        return self.contribution is not None and still_owed(self.contribution)

    @property
    def needs_author(self) -> bool:
        """Whether it was asked for something that an author writes."""
        asked = self.contribution
        return asked is not None and (asked.wants_chronology or asked.wants_report)

    @property
    def chronology(self) -> str:
        """How far the agency's chronology is, in words."""
        if self.contribution is None or not self.contribution.wants_chronology:
            return "Not asked for"
        return "Submitted" if self.contribution.chronology_submitted_at else "Not submitted yet"

    @property
    def report(self) -> str:
        """How far the agency's report is, in words."""
        asked = self.contribution
        if asked is None or not asked.wants_report:
            return "Not asked for"
        if asked.report_accepted_at:
            return "Accepted"
        return "With the panel" if asked.report_submitted_at else "Not submitted yet"


def members(person: Person, review: Review) -> list[tuple[Role, list[Membership]]]:
    """Those who take part now, by role in the order of the roles; authors of agencies among them."""
    by_role = defaultdict(list)
    for member in _memberships(person, review).filter(left_on=None):
        by_role[Role(member.role)].append(member)
    return [(role, by_role[role]) for role in Role if role in by_role]


def former_members(person: Person, review: Review) -> QuerySet[Membership]:
    """Those who took part and have left, the last to leave first."""
    return _memberships(person, review).exclude(left_on=None).order_by("-left_on", "-pk")


def membership_in(person: Person, review: Review, membership_id: int) -> Membership | None:
    """One open membership of this review, or None."""
    return _memberships(person, review).filter(pk=membership_id, left_on=None).first()


def declarations_of(person: Person, review: Review) -> dict[int, list[Declaration]]:
    """What members declared again on later days, oldest first, by the id of their membership."""
    found: dict[int, list[Declaration]] = defaultdict(list)
    for one in Declaration.objects.visible_to(person).filter(review=review):
        found[one.membership_id].append(one)
    return dict(found)


def has_declared(membership: Membership) -> bool:
    """Whether the member sees the case; not before they have declared how they stand to it."""
    return opens_the_case(
        role=Role(membership.role),
        declaration=membership.declaration,
        has_left=membership.left_on is not None,
    )


def roles_held(
    person: Person, review: Review, who: Person, *, besides: Membership | None = None
) -> frozenset[Role]:
    """Every role somebody holds in the review, by post or by a part, declared or not; but for one part."""
    parts = Membership.objects.visible_to(person).filter(review=review, person=who, left_on=None)
    if besides is not None:
        parts = parts.exclude(pk=besides.pk)
    held = frozenset(Role(role) for role in parts.values_list("role", flat=True))
    return held | parts_in(who, review).roles


def became_witness(person: Person, review: Review, who: Person) -> bool:
    """Whether somebody left this review because they became a witness."""
    left = Membership.objects.visible_to(person).filter(review=review, person=who)
    return left.filter(LEFT_AS_WITNESS).exists()


def still_owed(asked: Contribution) -> bool:
    """Whether the agency owes a chronology, or a report that the panel has accepted."""
    chronology = asked.wants_chronology and asked.chronology_submitted_at is None
    return chronology or (asked.wants_report and asked.report_accepted_at is None)


def agency_standings(person: Person, review: Review) -> list[AgencyStanding]:
    """Every agency that was asked for a contribution or sits on the panel, in order of name."""
    contributions = {
        one.agency_id: one for one in Contribution.objects.visible_to(person).filter(review=review)
    }
    for_agency = {
        (Role(member.role), member.agency_id): member
        for member in _memberships(person, review).filter(left_on=None).exclude(agency=None)
    }
    ids = {*contributions, *(agency_id for _role, agency_id in for_agency if agency_id)}
    return [
        AgencyStanding(
            agency=agency,
            contribution=contributions.get(agency.pk),
            author=for_agency.get((Role.AGENCY_AUTHOR, agency.pk)),
            panel_member=for_agency.get((Role.PANEL_MEMBER, agency.pk)),
        )
        for agency in Agency.objects.filter(pk__in=ids)
    ]


def contribution_of(person: Person, review: Review, agency: Agency) -> Contribution | None:
    """What the agency has been asked to bring, or None."""
    return Contribution.objects.visible_to(person).filter(review=review, agency=agency).first()


def agencies_to_ask(person: Person, review: Review) -> QuerySet[Agency]:
    """The agencies of the case that have not been asked for a contribution yet.

    Only an agency that was asked whether it was involved: its people have a way into the review.
    """
    scoped = Involvement.objects.visible_to(person).filter(review=review).values("agency")
    asked = Contribution.objects.visible_to(person).filter(review=review).values("agency")
    return Agency.objects.filter(pk__in=scoped).exclude(pk__in=asked)


def agency_named(review: Review, key: str) -> Agency | None:
    """The Board's agency with this key, or None."""
    return agencies_of(review).filter(key=key).first()


def people_to_appoint(review: Review) -> QuerySet[Person]:
    """Everybody of the Board and its agencies, and independent people, who can sign in, by name."""
    here = Q(employer__partnership=review.partnership_id)
    at_the_board = Q(posts__partnership=review.partnership_id, posts__ended_on=None)
    return _active(here | at_the_board | _INDEPENDENT)


def people_to_name(agency: Agency) -> QuerySet[Person]:
    """Everybody the agency employs, and independent people it may commission, by name."""
    return _active(Q(employer=agency) | _INDEPENDENT)


_INDEPENDENT = Q(employer=None, posts=None)


def _active(who: Q) -> QuerySet[Person]:
    return Person.objects.filter(who, is_active=True).select_related("employer").distinct()


def missing_while_forming(person: Person, review: Review) -> list[Missing]:
    """What is still missing before the agencies can begin; nothing once they have."""
    if Stage(review.stage) is not Stage.PANEL:
        return []
    steps = review.type.steps_from(Stage.PANEL)
    return [thing for step in steps for thing in readiness_for(person, review, step).missing]


def may_form_panel(person: Person, review: Review) -> Answer:
    """Whether the person may appoint to the panel now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.FORM_PANEL)
    return answer and rules.may_form_panel(stage=Stage(review.stage))


def may_end(person: Person, membership: Membership, *, parts: Parts | None = None) -> Answer:
    """Whether the person may record that somebody has left: at any stage, for access must end at once.

    Whoever forms the panel may for everyone, an agency's senior officer for its own author, and
    everybody for themselves. ``parts`` are the person's in the review, where a page has read them already.
    """
    if membership.left_on is not None:
        return Answer("They have already left.")
    if membership.person_id == person.pk:
        return YES
    return may_declare_for(person, membership, parts=parts)


def may_declare_for(
    person: Person, membership: Membership, *, parts: Parts | None = None
) -> Answer:
    """Whether the person may record what the member declares: who appointed them keeps that."""
    parts = parts or parts_in(person, membership.review)
    if parts.may(Permission.FORM_PANEL):
        return YES
    if Role(membership.role) is Role.AGENCY_AUTHOR:
        return parts.may(Permission.ACCEPT_FOR_AGENCY, agency_id=membership.agency_id)
    return Answer(f"The {ROLES[Role.BUSINESS_MANAGER].name} records this.")


def may_ask_for_contribution(person: Person, review: Review) -> Answer:
    """Whether the person may ask an agency for a contribution now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.FORM_PANEL)
    return answer and rules.may_ask_for_contribution(stage=Stage(review.stage))


def may_name_author(
    person: Person, review: Review, agency: Agency, *, parts: Parts | None = None
) -> Answer:
    """Whether the person may name this agency's author now: the page and the service ask this."""
    parts = parts or parts_in(person, review)
    answer = parts.may(Permission.ACCEPT_FOR_AGENCY, agency_id=agency.pk)
    if not answer:
        return answer
    asked = contribution_of(person, review, agency)
    return rules.may_name_author(
        stage=Stage(review.stage),
        asked=asked is not None and (asked.wants_chronology or asked.wants_report),
    )


def _memberships(person: Person, review: Review) -> QuerySet[Membership]:
    return (
        Membership.objects.visible_to(person)
        .filter(review=review)
        .select_related("person", "person__employer", "agency", "review")
        .order_by("agency__name", "person__name")
    )
