"""Meetings: who keeps them, when they can decide, and when their record is closed (P8, P10)."""

from dataclasses import dataclass
from datetime import date

import pytest

from goldenthread.domain import meetings
from goldenthread.domain.answers import YES
from goldenthread.domain.meetings import MEETS, Attended, Body, Quorum, Was, quorum_of
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.roles import Permission, Role, roles_with
from goldenthread.domain.visibility import Material, Reach, reach

HELD, TODAY = date(2011, 3, 8), date(2011, 3, 9)
QUORATE, ALONE = Quorum(3, 3), Quorum(1, 3)


@dataclass(frozen=True)
class Line:
    was: str = "present"
    counts: bool = True
    stood_back: bool = False


@pytest.mark.duty("P8", "P10")
@pytest.mark.parametrize(
    ("lines", "needed", "sentence"),
    [
        ([Line(), Line("part")], 2, "Quorate: 2 members present, 2 needed."),
        ([Line(), Line("apologies")], 2, "Not quorate: 1 member present, 2 needed."),
        ([Line(), Line(counts=False)], 2, "Not quorate: 1 member present, 2 needed."),
        ([Line(), Line(stood_back=True)], 2, "Not quorate: 1 member present, 2 needed."),
        ([Line()], None, "1 member present; no quorum was set."),
        ([], 2, "Not quorate: 0 members present, 2 needed."),
    ],
)
def test_members_who_are_there_and_have_not_stood_back_make_the_quorum(lines, needed, sentence):
    assert quorum_of(lines, needed=needed).sentence == sentence


def test_without_a_number_one_member_is_enough_and_none_is_not():
    assert Quorum(1, None).is_met
    assert not Quorum(0, None).is_met
    assert not Quorum(0, 0).is_met


@pytest.mark.parametrize("kind", REVIEW_TYPES.values(), ids=lambda kind: kind.key)
@pytest.mark.parametrize("body", Body)
def test_every_body_begins_with_items_in_the_nouns_of_the_type(kind, body):
    items = meetings.first_items(body, kind.nouns)
    assert len(items) == len(MEETS[body].items)
    assert [item for item in items if "{" in item or not item] == []
    assert meetings.body_noun(body, kind.nouns) == getattr(kind.nouns, body.value)


def test_the_panel_goes_through_the_agencies_reports_and_the_board_through_the_overview():
    nouns = REVIEW_TYPES["scr-2010"].nouns
    assert "Individual Management Reviews: received, verdicts and what is due" in (
        meetings.first_items(Body.PANEL, nouns)
    )
    assert "Overview Report and Executive Summary" in meetings.first_items(Body.BOARD, nouns)


def test_who_keeps_a_record_also_reads_it_and_carries_the_permission():
    for meets in MEETS.values():
        for role in meets.kept_by:
            assert reach(role, meets.material) is Reach.ALL
            assert role in roles_with(Permission.KEEP_MEETINGS)


def test_whoever_reads_any_bodys_meetings_reads_the_committees():
    # The list of all meetings is a page of the Committee's material.
    for role in Role:
        if any(reach(role, meets.material) is Reach.ALL for meets in MEETS.values()):
            assert reach(role, Material.COMMITTEE_MEETING) is Reach.ALL


@pytest.mark.duty("P8", "P10")
@pytest.mark.parametrize(
    ("role", "body", "may"),
    [
        (Role.BUSINESS_MANAGER, Body.COMMITTEE, True),
        (Role.BUSINESS_MANAGER, Body.PANEL, True),
        (Role.BUSINESS_MANAGER, Body.BOARD, True),
        (Role.PANEL_CHAIR, Body.PANEL, True),
        (Role.PANEL_CHAIR, Body.COMMITTEE, False),
        (Role.PANEL_CHAIR, Body.BOARD, False),
        (Role.COMMITTEE_MEMBER, Body.COMMITTEE, False),
        (Role.BOARD_CHAIR, Body.BOARD, False),
    ],
)
def test_the_manager_keeps_every_record_and_the_panel_chair_the_panels(role, body, may):
    assert bool(meetings.may_keep(frozenset({role}), body)) is may


def test_a_meeting_has_an_agenda():
    assert meetings.may_plan(items=["Interests"]) is YES
    assert meetings.may_plan(items=[" "]).reason == "Give the agenda at least one item."


def test_a_closed_record_is_not_changed():
    assert meetings.may_change_record(is_closed=False) is YES
    reason = (
        "The record of this meeting is closed. Record a correction as a decision of the next meeting, "
        "or as one between meetings."
    )
    assert meetings.may_change_record(is_closed=True).reason == reason
    assert meetings.may_note(held_on=HELD, today=TODAY, is_closed=True).reason == reason
    assert (
        meetings.may_record_attendance([], held_on=HELD, today=TODAY, is_closed=True).reason
        == reason
    )


def test_an_item_with_something_under_it_stays_on_the_agenda():
    assert meetings.may_drop_items([]) is YES
    assert meetings.may_drop_items(["The criteria"]).reason == (
        "Something is recorded under “The criteria”, so it stays on the agenda. Put its line back as "
        "it was."
    )


@pytest.mark.parametrize(
    ("lines", "today", "reason"),
    [
        ([Attended("Ada", Was.PRESENT)], TODAY, ""),
        ([Attended("Ada", Was.APOLOGIES)], date(2011, 3, 1), ""),
        (
            [Attended("Ada", Was.PRESENT)],
            date(2011, 3, 1),
            "The meeting is on 8 March 2011. Until then only apologies can be recorded.",
        ),
        (
            [Attended(" ", Was.PRESENT)],
            TODAY,
            "Give the name of everybody whose attendance you record.",
        ),
        (
            [Attended("Ada", Was.PRESENT), Attended("ada ", Was.PART)],
            TODAY,
            "ada is on the list twice. Take one of them off.",
        ),
        (
            [Attended("Ada", Was.PRESENT, stood_back=True)],
            TODAY,
            "Say which interest Ada declared and stood back for.",
        ),
    ],
)
def test_an_attendance_list_is_named_true_to_the_day_and_says_why_somebody_stood_back(
    lines, today, reason
):
    answer = meetings.may_record_attendance(lines, held_on=HELD, today=today, is_closed=False)
    assert answer.reason == reason


def test_what_was_said_is_recorded_from_the_day_of_the_meeting_on():
    assert meetings.may_note(held_on=HELD, today=HELD, is_closed=False) is YES
    assert meetings.may_note(held_on=HELD, today=date(2011, 3, 7), is_closed=False).reason == (
        "The meeting is on 8 March 2011. What happens at it is recorded from that day on."
    )


def decide(**changed):
    words = {
        "body": Body.PANEL,
        "quorum": QUORATE,
        "text": "Return the report.",
        "reasons": "It says nothing of the child.",
        "without_quorum": "",
    }
    return meetings.may_log_decision(**words | changed)


@pytest.mark.duty("P8", "P10")
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"text": " "}, "Say what was decided."),
        ({"reasons": ""}, "Give the reasons for the decision."),
        ({"quorum": Quorum(0, 3)}, "Record who was present before you record a decision."),
        (
            {"quorum": ALONE},
            (
                "Not quorate: 1 member present, 3 needed. Say why the decision was taken all the same, "
                "or leave it to the next meeting."
            ),
        ),
        ({"quorum": ALONE, "without_quorum": "The report is due tomorrow."}, ""),
        ({"quorum": ALONE, "without_quorum": "It is late.", "text": ""}, "Say what was decided."),
        (
            {"quorum": ALONE, "body": Body.BOARD, "without_quorum": "It is late."},
            (
                "Not quorate: 1 member present, 3 needed. It cannot decide. Record what was said, and "
                "have it decided at the next meeting or between meetings."
            ),
        ),
    ],
)
def test_a_decision_has_reasons_and_without_a_quorum_one_more_or_is_none(changed, reason):
    assert decide(**changed).reason == reason


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"text": ""}, "Say what was decided."),
        ({"reasons": ""}, "Give the reasons for the decision."),
        ({"proposed_by": " "}, "Say who proposed the decision, for there was no meeting."),
        (
            {"decided_on": date(2011, 3, 10)},
            "A decision cannot be dated in the future. Enter the day it was taken.",
        ),
    ],
)
def test_a_decision_between_meetings_has_a_day_and_a_proposer(changed, reason):
    words = {
        "text": "Give the school a week more.",
        "reasons": "Its records came late.",
        "proposed_by": "Ida Apart",
        "decided_on": HELD,
        "today": TODAY,
    }
    assert meetings.may_log_between(**words | changed).reason == reason


def test_a_decision_is_replaced_once():
    assert meetings.may_replace(number=2, replaced_by=None) is YES
    assert meetings.may_replace(number=2, replaced_by=5).reason == (
        "Decision 2 has already been replaced by decision 5. Replace that one."
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"due_on": None}, ""),
        ({"text": ""}, "Say what is to be done."),
        ({"owner": " "}, "Say who does it. An action that is nobody’s is not done."),
        (
            {"due_on": date(2011, 3, 7)},
            "The meeting was on 8 March 2011; give a day on or after that.",
        ),
    ],
)
def test_an_action_says_what_by_whom_and_by_when(changed, reason):
    words = {"text": "Ask the school.", "owner": "Bea", "due_on": HELD, "held_on": HELD}
    assert meetings.may_ask_for_action(**words | changed).reason == reason


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"is_done": True}, "This action is already recorded as done."),
        (
            {"done_on": date(2011, 3, 10)},
            "It cannot have been done in the future. Enter the day it was done.",
        ),
        (
            {"done_on": date(2011, 3, 7)},
            "It was asked for on 8 March 2011; give a day on or after that.",
        ),
    ],
)
def test_an_action_is_done_once_after_it_was_asked_for(changed, reason):
    words = {"done_on": HELD, "held_on": HELD, "today": TODAY, "is_done": False}
    assert meetings.may_finish_action(**words | changed).reason == reason


@pytest.mark.duty("P10")
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"quorum": Quorum(0, 3)}, "Record who was present before you close the record."),
        (
            {"unagreed": ["Ned Beat"]},
            (
                "Ned Beat has not agreed to the reminder of confidentiality. Ask them, and record it "
                "under attendance."
            ),
        ),
        (
            {"quorum": ALONE},
            (
                "Not quorate: 1 member present, 3 needed. Say in the note what that means for what was "
                "done."
            ),
        ),
        ({"quorum": ALONE, "note": "Nothing was decided."}, ""),
        (
            {"today": date(2011, 3, 7)},
            "The meeting is on 8 March 2011. What happens at it is recorded from that day on.",
        ),
    ],
)
def test_a_record_is_closed_with_who_was_there_and_their_promise(changed, reason):
    words = {
        "held_on": HELD,
        "today": TODAY,
        "is_closed": False,
        "quorum": QUORATE,
        "note": "",
        "unagreed": [],
    }
    assert meetings.may_close(**words | changed).reason == reason
