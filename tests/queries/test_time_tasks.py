"""What the clocks, the notices and requests for more time put on people's lists (P9, P24)."""

from contextlib import contextmanager
from datetime import date, datetime

import pytest
from django.utils import timezone
from tests.deciding import Case, case_at_panel

from goldenthread.domain.notices import Occasion, Way
from goldenthread.reviews import moments
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.telling import untold_in_each
from goldenthread.reviews.queries.work import tasks_of
from goldenthread.reviews.services import notices, timetable
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

DUE = date(2026, 8, 10)


@contextmanager
def on(day: date):
    zone = timezone.get_current_timezone()
    with moments.at(datetime(day.year, day.month, day.day, 12, tzinfo=zone)):
        yield


def tasks(case: Case, person, page: str, *, today=date(2026, 7, 1)):
    with on(today), asking(person.pk):
        found = tasks_of(person, case.review, parts_in(person, case.review))
    return [(one.what, one.due_on) for one in found if one.page == page]


@pytest.mark.duty("P24")
@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 5, 10), None),
        (date(2026, 5, 12), "Sign-off of the Overview Report: 50% of the time has gone"),
        (date(2026, 6, 26), "Sign-off of the Overview Report: 75% of the time has gone"),
        (date(2026, 7, 23), "Sign-off of the Overview Report: 90% of the time has gone"),
        (DUE, "Sign-off of the Overview Report: 90% of the time has gone"),
        (date(2026, 8, 11), "Sign-off of the Overview Report: the day has passed"),
    ],
)
def test_whoever_keeps_the_time_is_warned_on_the_way(today, words):
    case = case_at_panel()
    found = [one for one in tasks(case, case.bea, "timetable", today=today) if "Sign-off" in one[0]]
    assert found == ([(words, DUE)] if words else [])
    assert tasks(case, case.cher, "timetable", today=today) == []


@pytest.mark.duty("P24")
def test_a_request_for_more_time_waits_for_whoever_answers_it():
    case = case_at_panel()
    with on(date(2026, 7, 1)), asking(case.bea.pk):
        timetable.ask_for_more_time(
            case.review, "sign-off", until=date(2026, 9, 7), reason="The trial.", by=case.bea
        )
    assert tasks(case, case.cher, "timetable_answer") == [("Answer the request for more time", DUE)]
    assert tasks(case, case.bea, "timetable_answer") == []


@pytest.mark.duty("P9")
def test_those_who_have_not_been_told_wait_for_the_manager():
    case = case_at_panel()
    assert tasks(case, case.bea, "notices") == [
        ("Tell 8 who must know of the decision", date(2026, 2, 17))
    ]
    assert tasks(case, case.cher, "notices") == []
    with asking(case.bea.pk):
        notices.give(
            case.review,
            Occasion.DECISION,
            "department",
            name="The duty desk",
            told_on=date(2026, 2, 12),
            way=Way.LETTER,
            reference="",
            note="",
            by=case.bea,
        )
        assert untold_in_each([case.review]) == {case.review.pk: 7}
