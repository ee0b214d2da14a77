"""Actions: begun when a lesson is seen, followed after the review has closed (P5, P25)."""

from datetime import date

import pytest
from tests.deciding import refusal
from tests.writing import at_panel, kept_for_a_module, rest_at

from goldenthread.audit.models import Record
from goldenthread.domain.actions import ActionStatus
from goldenthread.domain.process import Stage
from goldenthread.reviews.queries import action_plan as queries
from goldenthread.reviews.services import action_plan as services
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

WORDS = {
    "lesson": "Nobody asked the child.",
    "text": "See every child alone on every visit.",
    "owner": "Head of Service",
    "due_on": date(2026, 9, 1),
    "measure": "An audit of 40 visits.",
}


@pytest.fixture(scope="module")
def panel(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_panel) as built:
        yield built


@pytest.fixture
def writing(panel):
    return panel.afresh()


def add(writing, *, by=None, **changed):
    by = by or writing.case.bea
    words = {"lead_agency": writing.case.police} | WORDS | changed
    with asking(by.pk):
        return services.add(writing.case.review, by=by, **words)


def change(writing, action, *, by=None, **changed):
    by = by or writing.case.bea
    words = {"lead_agency": writing.case.police} | WORDS | changed
    with asking(by.pk):
        return services.change(action, by=by, **words)


def report(action, by, status=ActionStatus.ON_TRACK, note="The guidance is written."):
    with asking(by.pk):
        return services.record_progress(action, status=status, note=note, by=by)


@pytest.mark.duty("P25")
@pytest.mark.parametrize("stage", list(Stage))
def test_an_action_can_be_added_at_any_stage(writing, stage):
    rest_at(writing, stage)
    assert add(writing).status == ActionStatus.NOT_STARTED.value


def test_actions_are_numbered_in_their_order(writing):
    assert [add(writing).number, add(writing, by=writing.case.otto).number] == [1, 2]


@pytest.mark.duty("P5")
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"lesson": " "}, "Say which lesson the action answers."),
        ({"text": " "}, "Say what will be done."),
    ],
)
def test_an_action_answers_a_lesson_and_says_what_will_be_done(writing, changed, reason):
    assert refusal(lambda: add(writing, **changed)) == reason
    action = add(writing)
    assert refusal(lambda: change(writing, action, **changed)) == reason


@pytest.mark.parametrize("who", ["ned", "sol", "cher"])
def test_the_plan_is_kept_by_those_who_keep_it(writing, who):
    person = getattr(writing.case, who)
    action = add(writing)
    no = "Your part in this review does not include this."
    assert refusal(lambda: add(writing, by=person)) == no
    assert refusal(lambda: change(writing, action, by=person)) == no


def test_who_answers_for_an_action_can_be_said_later_and_the_trail_keeps_which_part(writing):
    action = add(writing, owner="", measure="")
    changed = change(writing, action, owner=" Chief Nurse ")
    assert (changed.owner, changed.measure) == ("Chief Nurse", "An audit of 40 visits.")
    with asking(writing.case.bea.pk):
        assert Record.objects.get(verb="action.changed").fields == ["owner", "measure"]


@pytest.mark.duty("P25")
def test_the_leading_agency_reports_on_its_own_action_also_after_closing(writing):
    action = add(writing)
    rest_at(writing, Stage.CLOSED)
    sol = writing.case.sol
    progress = report(action, sol)
    with asking(sol.pk):
        kept = queries.action_numbered(sol, writing.case.review, 1)
        assert list(queries.progress_on(sol, kept)) == [progress]
    assert kept.status == ActionStatus.ON_TRACK.value


@pytest.mark.duty("P25")
def test_another_agency_does_not(writing):
    action = add(writing)
    art = writing.art
    with asking(art.pk):
        reason = queries.may_report(art, action).reason
    assert reason == (
        "Progress on this action is recorded by the agency that leads it, or by whoever keeps the plan."
    )
    assert refusal(lambda: report(action, art)) == reason


@pytest.mark.duty("P5", "P25")
def test_complete_only_where_it_was_said_how_the_effect_is_known(writing):
    action = add(writing, measure="")
    bea = writing.case.bea
    assert refusal(lambda: report(action, bea, ActionStatus.COMPLETE)) == (
        "Say first how it will be known that the action made a difference."
    )
    change(writing, action)
    assert report(action, bea, ActionStatus.COMPLETE).status == "complete"


def test_progress_says_what_shows_it(writing):
    action = add(writing)
    assert refusal(lambda: report(action, writing.case.bea, note=" ")) == (
        "Say how the action stands, and what shows it."
    )


def test_an_open_action_is_late_after_its_day_and_a_complete_one_never(writing):
    action = add(writing)
    due, after = WORDS["due_on"], date(2026, 9, 2)
    assert [queries.Planned(action, day).is_late for day in (due, after)] == [False, True]
    action.status = ActionStatus.COMPLETE.value
    assert queries.Planned(action, after).is_late is False
    assert queries.Planned(action, after).status == "Complete"


def test_an_agency_of_another_board_leads_nothing_here(writing):
    theirs = {"lead_agency": writing.case.zoe.employer}
    no = "Choose one of the agencies in the list."
    assert refusal(lambda: add(writing, **theirs)) == no
    ours = add(writing)
    assert refusal(lambda: change(writing, ours, **theirs)) == no
