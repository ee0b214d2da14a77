"""Actions: they answer a lesson, say what shows them, and outlive the review (P5, P25)."""

from inspect import signature

import pytest

from goldenthread.domain.actions import (
    ACTION_STATUS_WORDS,
    OPEN,
    ActionStatus,
    may_add_action,
    may_record_progress,
    may_report_on,
)
from goldenthread.domain.answers import YES
from goldenthread.domain.roles import Part, Role


@pytest.mark.duty("P5")
def test_no_action_without_the_lesson_it_answers():
    assert may_add_action(lesson="Bruises were not mapped.", text="Adopt a body map.") is YES
    assert (
        may_add_action(lesson=" ", text="Adopt a body map.").reason
        == "Say which lesson the action answers."
    )
    assert (
        may_add_action(lesson="Bruises were not mapped.", text="").reason
        == "Say what will be done."
    )


@pytest.mark.duty("P25")
@pytest.mark.parametrize("rule", [may_add_action, may_report_on, may_record_progress])
def test_no_rule_about_actions_asks_where_the_review_stands(rule):
    assert "stage" not in signature(rule).parameters


@pytest.mark.duty("P25")
@pytest.mark.parametrize(
    ("part", "may"),
    [
        (Part(Role.BUSINESS_MANAGER), True),
        (Part(Role.PANEL_CHAIR), True),
        (Part(Role.OVERVIEW_AUTHOR), True),
        (Part(Role.SENIOR_OFFICER, 7), True),
        (Part(Role.PANEL_MEMBER, 7), True),
        (Part(Role.SENIOR_OFFICER, 8), False),
        (Part(Role.AGENCY_AUTHOR, 7), False),
        (Part(Role.COMMITTEE_MEMBER), False),
    ],
)
def test_an_agency_reports_on_the_actions_that_it_leads(part, may):
    answer = may_report_on(frozenset({part}), lead_agency_id=7)
    assert answer.reason == (
        ""
        if may
        else "Progress on this action is recorded by the agency that leads it, or by whoever keeps the plan."
    )


def test_an_action_of_the_board_is_reported_on_by_those_who_keep_the_actions():
    officer, manager = Part(Role.SENIOR_OFFICER, 7), Part(Role.BUSINESS_MANAGER)
    assert not may_report_on(frozenset({officer}), lead_agency_id=None)
    assert may_report_on(frozenset({officer, manager}), lead_agency_id=None) is YES


@pytest.mark.duty("P5")
@pytest.mark.parametrize("status", ActionStatus)
def test_progress_says_what_shows_it(status):
    blank = may_record_progress(status=status, note=" ", measure="An audit in May.")
    assert blank.reason == (
        "Say why the action is declined."
        if status is ActionStatus.DECLINED
        else "Say how the action stands, and what shows it."
    )
    assert may_record_progress(status=status, note="Done.", measure="An audit in May.") is YES


@pytest.mark.duty("P5", "P25")
def test_an_action_is_complete_only_where_its_effect_can_be_known():
    unmeasured = {
        status
        for status in ActionStatus
        if not may_record_progress(status=status, note="Done.", measure="")
    }
    assert unmeasured == {ActionStatus.COMPLETE}


def test_every_status_has_words_and_is_open_or_finished():
    assert set(ACTION_STATUS_WORDS) == set(ActionStatus)
    assert set(ActionStatus) - OPEN == {ActionStatus.COMPLETE, ActionStatus.DECLINED}
