"""Forming the panel, asking agencies and naming authors, through the services."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from tests.deciding import (
    STANDS_APART,
    Case,
    case_at_panel,
    case_before_chair,
    case_with_panel,
    refusal,
)

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit.models import Record
from goldenthread.domain.answers import Refused
from goldenthread.domain.contributions import Form
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import Contribution, Membership, Review, Terms
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.services import chronology, panel, reading, steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

NOT_YOURS = "Your part in this review does not include this."


def appoint(case: Case, person: Person, role: Role, **changed) -> Membership:
    words = {**STANDS_APART, "by": case.bea} | changed
    with asking(words["by"].pk):
        return panel.appoint(case.review, person, role, **words)


def ask(case: Case, agency: Agency, **changed) -> Contribution:
    words = {
        "form": Form.FULL_REPORT,
        "due_on": timezone.localdate() + timedelta(days=30),
        "by": case.bea,
    } | changed
    with asking(words["by"].pk):
        return panel.ask_for_contribution(case.review, agency, **words)


def name_author(case: Case, person: Person, **changed) -> Membership:
    words = {**STANDS_APART, "by": case.sol} | changed
    agency = words.pop("agency", case.police)
    with asking(words["by"].pk):
        return panel.name_author(case.review, agency, person, **words)


def leave(case: Case, member: Membership, by: Person, **words) -> Membership:
    with asking(by.pk):
        return panel.leave(member, **{"why": "changed_post"} | words, by=by)


def reviews_seen_by(person: Person) -> int:
    with asking(person.pk):
        return Review.objects.visible_to(person).count()


@pytest.mark.duty("P10", "P13")
def test_an_independent_person_is_appointed_and_sees_the_review_from_then_on():
    case = case_at_panel()
    assert reviews_seen_by(case.ida) == 0
    member = appoint(case, case.ida, Role.PANEL_CHAIR)
    assert (member.declaration, member.left_on) == ("I know none of those involved.", None)
    assert reviews_seen_by(case.ida) == 1
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="panel.appointed").count() == 1


@pytest.mark.duty("P10")
def test_a_senior_manager_sits_for_their_own_agency():
    case = case_at_panel()
    member = appoint(case, case.hana, Role.PANEL_MEMBER, agency=case.health)
    assert (member.person, member.agency) == (case.hana, case.health)
    sentence = "Ned Beat does not work for Health. Choose one of its senior managers."
    assert (
        refusal(lambda: appoint(case, case.ned, Role.PANEL_MEMBER, agency=case.health)) == sentence
    )


@pytest.mark.duty("P10", "P13")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"involved_in_case": True},
            "Somebody who was involved in the case cannot be panel chair. Choose somebody else.",
        ),
        (
            {"managed_those_involved": True},
            "Somebody who managed those involved in the case cannot be panel chair. Choose somebody else.",
        ),
        (
            {"declaration": " "},
            "Write down what they declare about their independence and any interest.",
        ),
    ],
)
def test_a_declaration_that_stands_in_the_way_is_a_hard_stop(changed, sentence):
    case = case_at_panel()
    assert refusal(lambda: appoint(case, case.ida, Role.PANEL_CHAIR, **changed)) == sentence
    assert reviews_seen_by(case.ida) == 0


@pytest.mark.duty("P10", "P13")
def test_nobody_employed_by_a_member_agency_chairs_or_writes_the_overview():
    case = case_at_panel()
    for role, name in (
        (Role.PANEL_CHAIR, "panel chair"),
        (Role.OVERVIEW_AUTHOR, "overview author"),
    ):
        assert refusal(lambda role=role: appoint(case, case.ned, role)) == (
            f"The {name} is independent of every member agency, and this person is employed by one."
            " Choose somebody else."
        )


@pytest.mark.duty("P13")
def test_chair_and_overview_author_are_two_people():
    case = case_at_panel()
    appoint(case, case.ida, Role.PANEL_CHAIR)
    assert refusal(lambda: appoint(case, case.ida, Role.OVERVIEW_AUTHOR)) == (
        "The same person cannot be overview author and panel chair in one review."
        " Choose somebody else."
    )


def test_a_part_that_is_taken_is_not_given_twice():
    case = case_at_panel()
    appoint(case, case.ida, Role.PANEL_CHAIR)
    assert refusal(lambda: appoint(case, case.otto, Role.PANEL_CHAIR)) == (
        "Ida Apart is already the panel chair. If they have left, record that first."
    )


def test_a_panel_member_is_of_an_agency_and_a_chair_of_none():
    case = case_at_panel()
    assert refusal(lambda: appoint(case, case.hana, Role.PANEL_MEMBER)) == (
        "Say which agency the panel member is a senior manager of."
    )
    assert refusal(lambda: appoint(case, case.ida, Role.PANEL_CHAIR, agency=case.health)) == (
        "This part is not held for an agency."
    )
    assert refusal(lambda: appoint(case, case.ida, Role.INTERVIEWEE)) == (
        "The Interviewee is not appointed here."
    )


def test_only_the_business_manager_appoints_and_only_once_there_is_a_review():
    early = case_before_chair()
    assert refusal(lambda: appoint(early, early.ida, Role.PANEL_CHAIR)) == (
        "The panel is formed once it has been decided that there is a review."
    )
    assert refusal(lambda: appoint(early, early.ida, Role.PANEL_CHAIR, by=early.cher)) == NOT_YOURS


def test_somebody_who_leaves_sees_nothing_from_then_on_and_the_record_stays():
    case = case_with_panel()
    with asking(case.bea.pk):
        chair = Membership.objects.visible_to(case.bea).get(role=Role.PANEL_CHAIR.value)
    left = leave(case, chair, by=case.bea)
    assert (left.left_on, left.person) == (timezone.localdate(), case.ida)
    assert reviews_seen_by(case.ida) == 0
    assert refusal(lambda: leave(case, chair, by=case.bea)) == "They have already left."
    iris = Person.objects.create(email="iris@alone.example", name="Iris Alone")
    assert appoint(case, iris, Role.PANEL_CHAIR).person == iris


def test_a_senior_officer_ends_the_part_of_their_own_author_and_of_nobody_else():
    case = case_with_panel()
    with asking(case.bea.pk):
        chair = Membership.objects.visible_to(case.bea).get(role=Role.PANEL_CHAIR.value)
        author = Membership.objects.visible_to(case.bea).get(role=Role.AGENCY_AUTHOR.value)
    assert refusal(lambda: leave(case, chair, by=case.sol)) == (
        "The Board business manager records this."
    )
    assert refusal(lambda: leave(case, author, by=case.cher)) == NOT_YOURS
    assert leave(case, author, by=case.sol).left_on == timezone.localdate()


@pytest.mark.duty("P7")
def test_an_agency_is_asked_once_for_what_it_brings():
    case = case_at_panel()
    asked = ask(case, case.health, form=Form.CHRONOLOGY_ONLY)
    assert (asked.form, asked.wants_chronology, asked.wants_report) == (
        "chronology_only",
        True,
        False,
    )
    due = asked.due_on
    sentence = f"Health has already been asked, and has until {due.day} {due:%B} {due.year}."
    assert refusal(lambda: ask(case, case.health)) == sentence
    with asking(case.bea.pk):
        record = Record.objects.get(verb="panel.asked_agency")
    assert record.agency_id == case.health.pk


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"form": Form.NONE}, "Say why Health is asked for nothing."),
        (
            {"due_on": timezone.localdate() - timedelta(days=1)},
            "Give the agency a date that is still to come.",
        ),
    ],
)
def test_an_agency_is_asked_for_something_by_a_day_to_come(changed, sentence):
    case = case_at_panel()
    assert refusal(lambda: ask(case, case.health, **changed)) == sentence


def test_an_agency_that_was_never_asked_about_the_case_is_asked_that_first():
    case = case_at_panel()
    housing = Agency.objects.create(partnership=case.board, name="Housing", key="housing", number=3)
    assert refusal(lambda: ask(case, housing)) == (
        "Housing has not been asked whether it was involved. Ask that first, under Scoping."
    )


def test_only_the_business_manager_asks_for_contributions():
    case = case_at_panel()
    assert refusal(lambda: ask(case, case.health, by=case.cher)) == NOT_YOURS


@pytest.mark.duty("P11")
def test_the_agencys_senior_officer_names_its_author_who_sees_the_case_from_then_on():
    case = case_at_panel()
    ask(case, case.police)
    assert reviews_seen_by(case.ned) == 0
    author = name_author(case, case.ned)
    assert (author.role, author.agency) == (Role.AGENCY_AUTHOR.value, case.police)
    assert reviews_seen_by(case.ned) == 1


@pytest.mark.duty("P11")
def test_an_author_stands_apart_and_is_nobody_elses():
    case = case_at_panel()
    ask(case, case.police)
    assert refusal(lambda: name_author(case, case.ned, involved_in_case=True)) == (
        "Somebody who was involved in the case cannot be agency author. Choose somebody else."
    )
    assert refusal(lambda: name_author(case, case.hana)) == (
        "Hana Ward works for another agency. Choose somebody of Police’s own."
    )
    name_author(case, case.ned)
    assert refusal(lambda: name_author(case, case.ida)) == (
        "Ned Beat is already the agency author for Police. If they have left, record that first."
    )


def test_an_agency_may_commission_an_independent_author():
    case = case_at_panel()
    ask(case, case.police)
    assert name_author(case, case.ida).person == case.ida


@pytest.mark.duty("P11")
def test_an_author_is_named_for_the_own_agency_only_and_once_it_has_been_asked():
    case = case_at_panel()
    assert refusal(lambda: name_author(case, case.ned)) == (
        "Your agency has not been asked for a contribution yet."
    )
    ask(case, case.health)
    assert refusal(lambda: name_author(case, case.ned, agency=case.health)) == (
        "You can do this for your own agency only."
    )
    assert refusal(lambda: name_author(case, case.ned, by=case.bea)) == NOT_YOURS


@pytest.mark.duty("P10", "P11")
def test_a_formed_panel_asks_the_agencies_to_begin():
    case = case_with_panel()
    with asking(case.ida.pk):
        review = steps.take(
            case.review, "begin_evidence", reason="The Police have no manager free.", by=case.ida
        )
    assert review.stage == "evidence"


def test_nobody_is_appointed_who_would_not_be_in_the_list():
    case = case_at_panel()
    left = Person.objects.create(email="gil@nowhere.example", name="Gil Gone", is_active=False)
    for person in (case.zoe, left):
        assert refusal(lambda chosen=person: appoint(case, chosen, Role.PANEL_CHAIR)) == (
            f"{person} cannot be chosen here. Choose one of those in the list."
        )


def test_an_agency_of_another_board_sits_on_no_panel_here():
    case = case_at_panel()
    theirs = {"agency": case.zoe.employer}
    assert refusal(lambda: appoint(case, case.zoe, Role.PANEL_MEMBER, **theirs)) == (
        "Choose one of the agencies in the list."
    )


# ---------------------------------------------------------------- declarations


@pytest.mark.duty("P10")
def test_wall_7_whoever_has_not_declared_sees_nothing_of_the_case():
    case = case_at_panel()
    with asking(case.bea.pk):
        member = panel.appoint_undeclared(case.review, case.ida, Role.PANEL_CHAIR, by=case.bea)
    assert member.declaration == ""
    assert reviews_seen_by(case.ida) == 0
    with asking(case.ida.pk):  # the second wall alone: every row is asked for
        assert (Review.objects.count(), Contribution.objects.count()) == (0, 0)
    with asking(case.bea.pk):
        missing = {one.what for one in queries.missing_while_forming(case.bea, case.review)}
        assert "nobody who chairs the panel has declared that they are independent." in missing
        panel.declare(member, **STANDS_APART, interests="A cousin works for Health.", by=case.bea)
        missing = {one.what for one in queries.missing_while_forming(case.bea, case.review)}
        assert "nobody who chairs the panel has declared that they are independent." not in missing
    assert reviews_seen_by(case.ida) == 1


@pytest.mark.duty("P10")
def test_a_first_declaration_that_stands_in_the_way_leaves_the_case_shut():
    case = case_at_panel()
    with asking(case.bea.pk):
        member = panel.appoint_undeclared(case.review, case.ida, Role.PANEL_CHAIR, by=case.bea)
        words = STANDS_APART | {"managed_those_involved": True}
        assert refusal(lambda: panel.declare(member, **words, by=case.bea)) == (
            "Somebody who managed those involved in the case cannot be panel chair. Choose somebody else."
        )
    assert reviews_seen_by(case.ida) == 0


def test_a_conflict_is_found_before_anybody_declares():
    case = case_at_panel()
    with asking(case.bea.pk):
        panel.appoint_undeclared(case.review, case.ida, Role.PANEL_CHAIR, by=case.bea)
        assert refusal(
            lambda: panel.appoint_undeclared(
                case.review, case.ida, Role.OVERVIEW_AUTHOR, by=case.bea
            )
        ) == (
            "The same person cannot be overview author and panel chair in one review."
            " Choose somebody else."
        )


@pytest.mark.duty("P10")
def test_what_is_declared_later_is_kept_beside_the_first_with_what_is_done_about_it():
    case = case_with_panel()
    chair = member_of(case, Role.PANEL_CHAIR)
    words = {
        "declared_on": timezone.localdate(),
        "interests": "My neighbour applied to Health.",
        "steps_taken": "Stands back from Health’s report.",
        "by": case.bea,
    }
    with asking(case.bea.pk):
        declared = panel.declare_again(chair, **words)
        assert (declared.membership, declared.recorded_by) == (chair, case.bea)
        for changed, sentence in (
            ({"interests": ""}, "Write down what they declare."),
            (
                {"steps_taken": " "},
                "Say what is done about it, also where nothing needs to be.",
            ),
            (
                {"declared_on": timezone.localdate() + timedelta(days=1)},
                "Give a day from when they joined until today.",
            ),
        ):
            again = words | changed
            assert refusal(lambda given=again: panel.declare_again(chair, **given)) == sentence
        assert refusal(lambda: panel.declare(chair, **STANDS_APART, by=case.bea)) == (
            "They have declared already. What they declare now is kept beside it."
        )
        kept = queries.declarations_of(case.bea, case.review)
    assert [one.interests for one in kept[chair.pk]] == ["My neighbour applied to Health."]


# ---------------------------------------------------------------- leaving


def member_of(case: Case, role: Role) -> Membership:
    with asking(case.bea.pk):
        return Membership.objects.visible_to(case.bea).get(role=role.value, left_on=None)


@pytest.mark.duty("P10")
def test_a_leaving_keeps_why_and_what_they_did_stays_in_the_log():
    case = case_with_panel()
    author = member_of(case, Role.AGENCY_AUTHOR)
    with asking(case.ned.pk):
        before = Record.objects.filter(person_id=case.ned.pk).count()
        reading.record_reading(case.review, Material.TERMS, by=case.ned)
    left = leave(case, author, by=case.sol, why="other", because="Moves abroad.")
    assert (left.left_for, left.left_because) == ("other", "Moves abroad.")
    with asking(case.bea.pk):
        kept = Record.objects.filter(person_id=case.ned.pk).count()
    assert kept == before + 1
    assert refusal(lambda: leave(case, left, by=case.bea, why="")) == "They have already left."


@pytest.mark.duty("P10")
def test_hazard_20_a_witness_leaves_every_part_at_once_and_does_not_come_back():
    case = case_with_panel()
    iris = Person.objects.create(
        email="iris@northmere.example", name="Iris Twice", employer=case.health
    )
    sits = appoint(case, iris, Role.PANEL_MEMBER, agency=case.health)
    with asking(case.bea.pk):
        Membership.objects.create(
            review=case.review,
            person=iris,
            role=Role.INTERVIEWEE.value,
            agency=case.health,
            joined_on=timezone.localdate(),
        )
    assert reviews_seen_by(iris) == 1
    leave(case, sits, by=case.bea, why="became_witness")
    assert reviews_seen_by(iris) == 0
    with asking(iris.pk):
        assert Terms.objects.count() == 0
        assert Review.objects.count() == 0
    assert refusal(lambda: appoint(case, iris, Role.PANEL_MEMBER, agency=case.health)) == (
        "This person left the review because they became a witness. Choose somebody else."
    )


@pytest.mark.duty("P10")
def test_anybody_may_leave_by_themselves():
    case = case_with_panel()
    left = leave(case, member_of(case, Role.OVERVIEW_AUTHOR), by=case.otto, why="interest")
    assert left.left_for == "interest"
    assert reviews_seen_by(case.otto) == 0


@pytest.mark.duty("P10", "P12")
def test_a_job_of_somebody_who_has_left_reads_nothing():
    case = case_with_panel()
    with asking(case.ida.pk):
        steps.take(case.review, "begin_evidence", reason="No manager is free.", by=case.ida)
    with asking(case.ned.pk):
        brought = chronology.bring_file(
            case.refresh(),
            case.police,
            name="a.csv",
            data=b"Date,Event\n3/5/2011,Seen",
            by=case.ned,
        )
    leave(case, member_of(case, Role.AGENCY_AUTHOR), by=case.sol)
    with asking(case.ned.pk), pytest.raises((Refused, ObjectDoesNotExist)):
        chronology.read_source_file(brought.pk, by=case.ned)


# ---------------------------------------------------------------- forms and days


@pytest.mark.duty("P7")
def test_an_agency_with_nothing_to_add_is_recorded_with_the_reason_and_waited_for_by_nobody():
    case = case_at_panel()
    asked = ask(case, case.health, form=Form.NONE, because="It met the family once.")
    assert (asked.wants_chronology, asked.wants_report, asked.form_because) == (
        False,
        False,
        "It met the family once.",
    )
    with asking(case.bea.pk):
        missing = {one.what for one in queries.missing_while_forming(case.bea, case.review)}
    assert "Health has not named its author." not in missing
    assert "no agency has been asked for a contribution." in missing


@pytest.mark.duty("P7")
def test_an_agency_is_asked_for_more_or_for_less_with_the_reason():
    case = case_at_panel()
    asked = ask(case, case.health)
    with asking(case.bea.pk):
        changed = panel.change_form(
            asked, form=Form.INFORMATION_REPORT, because="It knew little.", by=case.bea
        )
        assert (changed.form, changed.wants_chronology, changed.wants_report) == (
            "information_report",
            False,
            True,
        )
        same = {"form": Form.INFORMATION_REPORT, "because": "Again.", "by": case.bea}
        assert refusal(lambda: panel.change_form(asked, **same)) == (
            "The agency is already asked for this: short information report."
        )


@pytest.mark.duty("P7")
def test_another_due_day_keeps_the_first_and_says_why():
    case = case_at_panel()
    asked = ask(case, case.health)
    first, later, last = asked.due_on, *(asked.due_on + timedelta(days=n) for n in (7, 14))
    with asking(case.bea.pk):
        for day in (later, last):
            moved = panel.change_due_day(asked, due_on=day, because="Illness.", by=case.bea)
        assert (moved.first_due_on, moved.due_on, moved.due_because) == (first, last, "Illness.")
        assert refusal(
            lambda: panel.change_due_day(asked, due_on=last, because="x", by=case.bea)
        ).startswith("The agency already has until")
    assert (
        refusal(lambda: _change_day(case, asked, by=case.cher, due_on=last + timedelta(days=1)))
        == NOT_YOURS
    )


def _change_day(case: Case, asked: Contribution, *, by: Person, due_on) -> Contribution:
    with asking(by.pk):
        return panel.change_due_day(asked, due_on=due_on, because="Illness.", by=by)
