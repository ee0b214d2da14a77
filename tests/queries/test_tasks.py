"""What waits for whom, part by part: each line leads to a page that there is, and to the one who can do it."""

from datetime import date, timedelta

import pytest
from tests.deciding import case_with_panel

from goldenthread.domain.my_work import Kind
from goldenthread.reviews import moments
from goldenthread.reviews.models import Action, ExtensionRequest, Hold, Meeting, MeetingAction
from goldenthread.reviews.queries.work import roles_doing, work_of
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
SOON = TODAY + timedelta(days=5)


@pytest.fixture
def case():
    case = case_with_panel()
    now = moments.now()
    here = {"review": case.review}
    with asking(case.bea.pk):
        met = Meeting.objects.create(
            **here, body="committee", number=1, held_on=TODAY, saved_at=now, saved_by=case.bea
        )
        for number, owner in ((1, case.col), (2, case.cher)):
            MeetingAction.objects.create(
                **here, body="committee", meeting=met, number=number, text="Ask.", owner=owner,
                owner_name=owner.name, due_on=SOON, done_on=SOON if owner == case.cher else None,
            )  # fmt: skip
        Hold.objects.create(
            **here, of="publication", reason="A trial.", asked_by="The police", placed_on=TODAY,
            look_again_on=SOON, placed_by=case.bea,
        )  # fmt: skip
        ExtensionRequest.objects.create(
            **here, clock="sign-off", due_before=SOON, asked_until=SOON + timedelta(days=28),
            reason="A trial.", asked_on=TODAY, recorded_at=now, asked_by=case.bea,
        )  # fmt: skip
        for number, agency in ((1, case.police), (2, case.health), (3, None)):
            Action.objects.create(
                **here, number=number, lesson="A lesson.", text="Do it.", lead_agency=agency,
                due_on=SOON, added_at=now, added_by=case.bea,
            )  # fmt: skip
    return case


def tasks_of(person, kind: Kind) -> list:
    with asking(person.pk):
        work = work_of(person, today=TODAY)
    return [task for task in work.tasks if task.kind is kind]


def test_what_a_meeting_asked_waits_for_whom_it_asked_until_it_is_done(case):
    [task] = tasks_of(case.col, Kind.MEETING)
    assert (task.what, task.due_on) == ("Do what the meeting of 2 March 2026 asked of you", SOON)
    assert task.href.endswith("/meetings/committee/1/")
    assert tasks_of(case.cher, Kind.MEETING) == []
    assert tasks_of(case.bea, Kind.MEETING) == []


@pytest.mark.duty("P6")
def test_a_hold_waits_to_be_looked_at_by_whoever_keeps_it(case):
    found = [task for task in tasks_of(case.bea, Kind.TIME) if "hold" in task.what]
    assert [(task.what, task.due_on) for task in found] == [
        ("Look again at the hold on publication", SOON)
    ]
    assert "/holds/" in found[0].href
    assert not [task for task in tasks_of(case.sol, Kind.TIME) if "hold" in task.what]


@pytest.mark.duty("P24")
def test_a_request_for_more_time_waits_for_whoever_grants_it(case):
    found = [task for task in tasks_of(case.cher, Kind.TIME) if "more time" in task.what]
    assert len(found) == 1
    assert "/timetable/answer/" in found[0].href
    assert not [task for task in tasks_of(case.bea, Kind.TIME) if "Answer the request" in task.what]


@pytest.mark.duty("P25")
def test_an_agency_is_asked_of_the_actions_that_it_leads_and_the_board_of_its_own(case):
    assert [task.what for task in tasks_of(case.sol, Kind.ACTION)] == ["Say how action 1 stands"]
    assert [task.what for task in tasks_of(case.bea, Kind.ACTION)] == ["Say how action 3 stands"]
    assert tasks_of(case.hana, Kind.ACTION) == []


def test_every_line_leads_to_a_page_that_opens_and_is_done_in_a_role_that_they_hold(client, case):
    for person in (case.bea, case.col, case.cher, case.sol, case.ned, case.ida, case.otto):
        client.force_login(person)
        with asking(person.pk):
            work = work_of(person, today=TODAY)
            lines = [*work.tasks, *work.waiting]
        for line in lines:
            assert client.get(line.href).status_code == 200, (person.name, line.href)
        for task in work.tasks:
            assert roles_doing(task, work.parts[task.review.pk]), (person.name, task.what)
