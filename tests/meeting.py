"""Meetings about the case of :mod:`tests.deciding`, held by the real services."""

from datetime import date

from tests.deciding import Case

from goldenthread.domain.meetings import Attended, Body, Was
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.services import meeting
from goldenthread.reviews.walls import asking

HELD_ON = date(2026, 2, 3)
ITEMS = ["Interests", "The criteria"]


def present(person, **changed) -> Attended:
    """One member who was there and agreed to the reminder of confidentiality, but for what is changed."""
    words = {
        "name": person.name,
        "person_id": person.pk,
        "was": Was.PRESENT,
        "agreed_confidentiality": True,
    }
    return Attended(**words | changed)


def planned(case: Case, body: Body = Body.COMMITTEE, **changed):
    """A meeting that Bea has planned, with a quorum of one but for what is changed."""
    words = {"held_on": HELD_ON, "items": ITEMS, "quorum": 1, "by": case.bea} | changed
    with asking(words["by"].pk):
        return meeting.plan(case.review, body, **words)


def attended(case: Case, one, *lines: Attended):
    """The attendance as Bea records it; Col alone where no lines are given."""
    with asking(case.bea.pk):
        return meeting.record_attendance(
            one,
            lines or (present(case.col),),
            began_from=queries.version_of(one),
            by=case.bea,
        )


def held(case: Case, body: Body = Body.COMMITTEE, *lines: Attended, **changed):
    """A meeting that was planned and whose attendance is recorded."""
    return attended(case, planned(case, body, **changed), *lines)
