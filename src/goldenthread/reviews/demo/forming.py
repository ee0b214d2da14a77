"""Form the panel of a demo review and share its terms, through the real services."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.domain.contributions import Form
from goldenthread.domain.independence import Leaving
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo.script import Script, declaration_of
from goldenthread.reviews.demo.story.forming import Forming
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.models import Membership, Review, Terms
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.queries import terms as terms_queries
from goldenthread.reviews.services import panel, terms
from goldenthread.reviews.walls import asking


def leave_at_once(world: World, review: Review, told: Forming, *, on: date) -> None:
    """An agency’s first panel member declares an interest that cannot be set aside, and leaves."""
    first = world.person(Role.SENIOR_OFFICER, told.left_at)
    with _as(world, Role.BUSINESS_MANAGER, on=on) as by:
        member = panel.appoint(
            review,
            first,
            Role.PANEL_MEMBER,
            agency=world.agencies[told.left_at],
            declaration="I knew of the case by name only.",
            interests=told.left_interest,
            involved_in_case=False,
            managed_those_involved=False,
            by=by,
        )
        panel.leave(member, why=Leaving.INTEREST.value, because=told.left_because, by=by)


def ask_for_nothing(world: World, review: Review, agencies: list[str], *, on: date) -> None:
    """An agency that was not involved is asked for nothing, and the reason is kept."""
    because = "It answered that it was not involved."
    with _as(world, Role.BUSINESS_MANAGER, on=on) as by:
        for key in agencies:
            agency = world.agencies[key]
            panel.ask_for_contribution(
                review, agency, form=Form.NONE, because=because, due_on=on, by=by
            )


def write_terms(review: Review, script: Script, *, by: Person) -> Terms:
    """The first version of the terms, with what its script says about them."""
    told = script.forming
    terms.write(
        review,
        period_from=script.period[0],
        period_to=script.period[1],
        subjects=script.subjects,
        background=told.background if told else "",
        period_because=told.period_because if told else "",
        earlier_history=told.earlier_history if told else "",
        by=by,
    )
    if told:
        terms.answer_questions(review, answers=told.answers, by=by)
    return terms.write_lines(review, lines={}, new_lines=script.lines_of_enquiry, by=by)


def while_agencies_work(world: World, review: Review, told: Forming) -> None:
    """A day moves, an interest is declared later, and a second version of the terms is shared and read."""
    on = told.changed_on
    with _as(world, Role.BUSINESS_MANAGER, on=on) as by:
        asked = queries.contribution_of(by, review, world.agencies[told.moved])
        if asked is not None:
            day = asked.due_on + timedelta(days=told.moved_by_days)
            panel.change_due_day(asked, due_on=day, because=told.moved_because, by=by)
        chair = Membership.objects.visible_to(by).get(
            review=review, role=Role.PANEL_CHAIR.value, left_on=None
        )
        panel.declare_again(
            chair,
            declared_on=on,
            interests=told.later_interest,
            steps_taken=told.later_done,
            by=by,
        )
    second = _second_version(world, review, told)
    with _as(world, Role.BOARD_CHAIR, on=on + timedelta(days=1)) as by:
        terms.approve(second, by=by)
    for key in told.read_by:
        with _as(world, Role.AGENCY_AUTHOR, key, on=on + timedelta(days=2)) as by:
            terms.open_shared(second, by=by)


def _second_version(world: World, review: Review, told: Forming) -> Terms:
    with _as(world, Role.PANEL_CHAIR, on=told.changed_on) as by:
        now = terms_queries.terms_in_force(by, review)
        if now is None:
            raise LookupError("the first version has not been approved")
        number, text = told.reworded
        lines = {line.number: line.text for line in terms_queries.lines_of(now)} | {number: text}
        terms.write(
            review,
            period_from=now.period_from,
            period_to=now.period_to,
            subjects=now.subjects,
            background=now.background,
            period_because=now.period_because,
            earlier_history=now.earlier_history,
            change=told.change,
            by=by,
        )
        return terms.write_lines(review, lines=lines, new_lines=[told.added], by=by)


def begin_panel(world: World, review: Review, *, on: date) -> None:
    """A panel that is being formed: the chair has declared, the overview author has not yet."""
    with _as(world, Role.BUSINESS_MANAGER, on=on) as by:
        chair = world.person(Role.PANEL_CHAIR)
        panel.appoint(
            review,
            chair,
            Role.PANEL_CHAIR,
            declaration=declaration_of(chair.email),
            involved_in_case=False,
            managed_those_involved=False,
            by=by,
        )
        author = world.person(Role.OVERVIEW_AUTHOR)
        panel.appoint_undeclared(review, author, Role.OVERVIEW_AUTHOR, by=by)


@contextmanager
def _as(world: World, role: Role, agency: str = "", *, on: date) -> Iterator[Person]:
    person = world.person(role, agency)
    moment = timezone.make_aware(datetime.combine(on, time(11)))
    with moments.at(moment), asking(person.pk):
        yield person
