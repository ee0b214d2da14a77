"""Forming the panel and asking the agencies: when, whom, for what (P7, P10, P11)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.contributions import FORMS, Form
from goldenthread.domain.panel import (
    may_ask,
    may_ask_for_contribution,
    may_be_due_on,
    may_change_due_day,
    may_change_form,
    may_form_panel,
    may_hold,
    may_name_author,
    may_take_over,
    may_write_for,
)
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role

TODAY = date(2011, 3, 1)


@pytest.mark.duty("P10")
def test_the_panel_is_formed_from_the_decision_to_the_approval():
    may = [stage for stage in Stage if may_form_panel(stage=stage)]
    assert may == [Stage.PANEL, Stage.EVIDENCE, Stage.SYNTHESIS, Stage.SIGN_OFF]
    assert may_form_panel(stage=Stage.DECISION).reason == (
        "The panel is formed once it has been decided that there is a review."
    )
    assert may_form_panel(stage=Stage.CLOSED).reason == (
        "The reports have been approved, so the panel’s work is done."
    )


@pytest.mark.duty("P7", "P11")
def test_agencies_are_asked_and_name_authors_until_the_evidence_is_in():
    assert [stage for stage in Stage if may_ask_for_contribution(stage=stage)] == [
        Stage.PANEL,
        Stage.EVIDENCE,
    ]
    assert may_ask_for_contribution(stage=Stage.SYNTHESIS).reason.startswith("The evidence is in")
    assert [stage for stage in Stage if may_name_author(stage=stage, asked=True)] == [
        Stage.PANEL,
        Stage.EVIDENCE,
    ]
    assert may_name_author(stage=Stage.PANEL, asked=False).reason == (
        "Your agency has not been asked for a contribution yet."
    )


@pytest.mark.duty("P10")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"role": Role.INTERVIEWEE}, "The Interviewee is not appointed here."),
        ({"is_of_this_review": False}, "Choose one of the agencies in the list."),
        ({"role": Role.PANEL_CHAIR}, "This part is not held for an agency."),
        ({"role": Role.PANEL_CHAIR, "agency": ""}, ""),
        ({"agency": ""}, "Say which agency the panel member is a senior manager of."),
        (
            {"works_for_agency": False},
            "Pam Table does not work for Police. Choose one of its senior managers.",
        ),
    ],
)
def test_a_panel_member_is_a_senior_manager_of_an_agency_and_others_sit_for_none(changes, reason):
    given = {
        "role": Role.PANEL_MEMBER,
        "person": "Pam Table",
        "agency": "Police",
        "is_of_this_review": True,
        "works_for_agency": True,
    }
    assert may_hold(**given | changes).reason == reason


@pytest.mark.duty("P10", "P11")
def test_a_part_is_one_person_s_at_a_time():
    assert may_take_over(role=Role.PANEL_CHAIR, agency="", held_by="") is YES
    assert may_take_over(role=Role.PANEL_MEMBER, agency="Police", held_by="Pam").reason == (
        "Pam is already the panel member for Police. If they have left, record that first."
    )


@pytest.mark.duty("P11")
def test_an_author_works_for_no_other_agency():
    assert may_write_for(person="Ned", agency="Police", works_elsewhere=False) is YES
    assert may_write_for(person="Hana", agency="Police", works_elsewhere=True).reason == (
        "Hana works for another agency. Choose somebody of Police’s own."
    )


@pytest.mark.duty("P7")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        (
            {"asked_until": date(2011, 5, 3)},
            "Police has already been asked, and has until 3 May 2011.",
        ),
        (
            {"was_scoped": False},
            "Police has not been asked whether it was involved. Ask that first, under Scoping.",
        ),
        ({"form": Form.NONE}, "Say why Police is asked for nothing."),
        ({"form": Form.NONE, "because": "It never met the family."}, ""),
    ],
)
def test_an_agency_is_asked_once_and_for_nothing_only_with_a_reason(changes, reason):
    given = {
        "agency": "Police",
        "was_scoped": True,
        "asked_until": None,
        "form": Form.FULL_REPORT,
        "because": "",
    }
    assert may_ask(**given | changes).reason == reason


@pytest.mark.duty("P7")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"due_on": TODAY}, ""),
        (
            {"still_owed": False},
            "Everything the agency was asked for is in, so its day is no longer changed.",
        ),
        ({"due_on": date(2011, 2, 28)}, "Give the agency a date that is still to come."),
        (
            {"due_on": date(2011, 4, 1)},
            "The agency already has until 1 April 2011. Give another day.",
        ),
        ({"because": " "}, "Say why the agency is given another day."),
    ],
)
def test_another_day_is_given_with_a_reason(changes, reason):
    given = {
        "due_on": date(2011, 5, 3),
        "was_due_on": date(2011, 4, 1),
        "today": TODAY,
        "still_owed": True,
        "because": "The author was ill.",
    }
    assert may_change_due_day(**given | changes).reason == reason
    assert may_be_due_on(TODAY, today=TODAY) is YES


@pytest.mark.duty("P7")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        (
            {"form": Form.FULL_REPORT},
            "The agency is already asked for this: chronology and full report.",
        ),
        (
            {"chronology_submitted": True},
            "The agency has submitted its chronology, so it cannot be left out now.",
        ),
        (
            {"form": Form.CHRONOLOGY_ONLY, "report_submitted": True},
            "The agency has submitted its report, so it cannot be left out now.",
        ),
        ({"because": ""}, "Say why the agency is asked for something else."),
    ],
)
def test_what_an_agency_has_brought_is_not_unasked(changes, reason):
    given = {
        "form": Form.INFORMATION_REPORT,
        "was": Form.FULL_REPORT,
        "chronology_submitted": False,
        "report_submitted": False,
        "because": "It saw the family once.",
    }
    assert may_change_form(**given | changes).reason == reason


@pytest.mark.duty("P12")
def test_chronology_and_report_follow_from_the_form():
    asked = {form: (FORMS[form].wants_chronology, FORMS[form].wants_report) for form in Form}
    assert asked == {
        Form.FULL_REPORT: (True, True),
        Form.INFORMATION_REPORT: (False, True),
        Form.CHRONOLOGY_ONLY: (True, False),
        Form.NONE: (False, False),
    }
