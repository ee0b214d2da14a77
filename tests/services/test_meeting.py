"""Meetings of the Committee, the panel and the Board, through the services (P8, P10)."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import ProgrammingError, transaction
from django.utils import timezone
from tests.deciding import case_before_committee, case_with_panel, refusal
from tests.meeting import HELD_ON, ITEMS, attended, held, planned, present

from goldenthread.audit.models import Record
from goldenthread.domain.meetings import Body, Was
from goldenthread.reviews.models import AgendaItem, Attendance, LoggedDecision, Meeting
from goldenthread.reviews.queries import decision_log as log
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.queries.report_standings import report_standings
from goldenthread.reviews.services import decision_log, meeting
from goldenthread.reviews.services.written import WrittenMeanwhile
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

CLOSED = (
    "The record of this meeting is closed. Record a correction as a decision of the next meeting, or as "
    "one between meetings."
)
NOT_YOURS = "Your part in this review does not include keeping the record of this body."
DECIDED = {
    "text": "Ask the school.",
    "reasons": "It has not answered.",
    "proposed_by": "Col Docket",
}


def records(case, verb: str) -> int:
    with asking(case.bea.pk):
        return Record.objects.filter(verb=verb).count()


def decide(case, one, **changed):
    words = DECIDED | {"by": case.bea} | changed
    with asking(words["by"].pk):
        return decision_log.record_at(one, **words)


def closed(case, one, note: str = ""):
    with asking(case.bea.pk):
        return meeting.close(one, note=note, by=case.bea)


@pytest.mark.duty("P8")
def test_a_meeting_is_planned_with_its_agenda_and_gets_the_bodys_next_number():
    case = case_before_committee()
    first = planned(case, place="Room 2", begins_at=time(14, 30), items=[*ITEMS, " ", "Interests"])
    second, of_board = planned(case), planned(case, Body.BOARD)
    assert [(one.body, one.number) for one in (first, second, of_board)] == [
        ("committee", 1),
        ("committee", 2),
        ("board", 1),
    ]
    with asking(case.col.pk):
        kept = [(item.position, item.title) for item in queries.items_of(case.col, first)]
    assert kept == [(1, "Interests"), (2, "The criteria")]
    assert records(case, "meeting.planned") == 3


@pytest.mark.duty("P10")
def test_the_panel_chair_keeps_the_panels_meetings_and_no_other_bodys():
    case = case_with_panel()
    assert planned(case, Body.PANEL, by=case.ida).number == 1
    assert refusal(lambda: planned(case, Body.COMMITTEE, by=case.ida)) == NOT_YOURS
    assert refusal(lambda: planned(case, Body.BOARD, by=case.ida)) == NOT_YOURS
    assert refusal(lambda: planned(case, Body.COMMITTEE, by=case.col)) == NOT_YOURS


def test_a_meeting_of_the_board_is_not_there_for_the_committee_nor_of_the_panel():
    case = case_with_panel()
    planned(case, Body.BOARD)
    planned(case, Body.PANEL)
    planned(case)
    with asking(case.col.pk):
        assert [one.body for one in queries.meetings_of(case.col, case.review)] == ["committee"]
    with asking(case.ned.pk):
        assert list(queries.meetings_of(case.ned, case.review)) == []


def test_what_is_planned_is_changed_and_the_trail_says_which_parts():
    case = case_before_committee()
    one = planned(case)
    with asking(case.bea.pk):
        changed = meeting.change(
            one,
            held_on=HELD_ON,
            items=["The criteria", "Learning"],
            begins_at=time(10),
            place="",
            quorum=2,
            chaired_by="",
            by=case.bea,
        )
        assert (changed.begins_at, changed.quorum) == (time(10), 2)
        assert [item.title for item in queries.items_of(case.bea, one)] == [
            "The criteria",
            "Learning",
        ]
        record = Record.objects.get(verb="meeting.changed")
    assert record.fields == ["begins_at", "quorum"]


def test_an_item_with_something_under_it_keeps_its_place_and_a_held_meeting_its_past():
    case = case_before_committee()
    one = held(case)
    note(case, one, 2, "The criteria were read out.")
    words = {"begins_at": None, "place": "", "quorum": 1, "chaired_by": "", "by": case.bea}
    with asking(case.bea.pk):
        assert refusal(lambda: meeting.change(one, held_on=HELD_ON, items=["Other"], **words)) == (
            "Something is recorded under “The criteria”, so it stays on the agenda. Put its line back "
            "as it was."
        )
        later = timezone.localdate() + timedelta(days=3)
        assert "What happens at it is recorded from that day on." in refusal(
            lambda: meeting.change(one, held_on=later, items=ITEMS, **words)
        )


def note(case, one, position: int, text: str, *, began_from: str = ""):
    with asking(case.bea.pk):
        item = queries.items_of(case.bea, one).get(position=position)
        return meeting.note_item(
            item, discussion=text, began_from=queries.digest(began_from), by=case.bea
        )


@pytest.mark.duty("P8", "P10")
def test_attendance_interests_and_the_promise_of_confidentiality_are_kept_in_place_of_before():
    case = case_before_committee()
    one = attended(case, planned(case, quorum=2), present(case.col))
    assert one.opened_at is not None
    attended(
        case,
        one,
        present(case.col, interest="Sits on the school’s board.", stood_back=True),
        present(case.bea, counts=False, capacity="Takes the minutes"),
        present(case.cher, was=Was.APOLOGIES, agreed_confidentiality=False),
    )
    with asking(case.col.pk):
        kept = queries.record_of(case.col, queries.meetings_of(case.col, case.review).get())
    assert [(a.name, a.was, a.counts, a.stood_back) for a in kept.attendances] == [
        ("Col Docket", "present", True, True),
        ("Bea Ledger", "present", False, False),
        ("Cher Gavel", "apologies", True, False),
    ]
    assert [a.name for a in kept.interests] == ["Col Docket"]
    assert kept.quorum.sentence == "Not quorate: 0 members present, 2 needed."
    assert records(case, "meeting.attendance") == 2


def test_apologies_alone_do_not_open_a_meeting():
    case = case_before_committee()
    later = timezone.localdate() + timedelta(days=5)
    one = planned(case, held_on=later)
    assert attended(case, one, present(case.col, was=Was.APOLOGIES)).opened_at is None
    assert "Until then only apologies can be recorded." in refusal(
        lambda: attended(case, one, present(case.col))
    )


def test_an_attendance_list_that_was_changed_meanwhile_is_not_overwritten():
    case = case_before_committee()
    one = planned(case)
    began_from = queries.version_of(one)
    attended(case, one)
    with asking(case.bea.pk):
        sentence = refusal(
            lambda: meeting.record_attendance(one, [], began_from=began_from, by=case.bea)
        )
    assert sentence.startswith(
        "Bea Ledger changed this meeting while you were filling in the list."
    )
    with asking(case.bea.pk):
        assert Attendance.objects.count() == 1


def test_what_was_said_is_kept_and_two_writers_never_overwrite_each_other():
    case = case_before_committee()
    one = held(case)
    note(case, one, 1, " Nobody declared one. ")
    with pytest.raises(WrittenMeanwhile) as caught:
        note(case, one, 1, "Another text.", began_from="")
    assert caught.value.text == "Nobody declared one."
    assert note(case, one, 1, "Both.", began_from="Nobody declared one.").discussion == "Both."


def test_the_same_text_saved_twice_is_no_conflict():
    case = case_before_committee()
    one = held(case)
    note(case, one, 1, "Nobody declared one.")
    assert note(case, one, 1, "Nobody declared one.").discussion == "Nobody declared one."


@pytest.mark.duty("P8", "P10")
def test_decisions_are_numbered_across_the_bodys_meetings_with_reasons_and_proposer():
    case = case_before_committee()
    first, second, board = held(case), held(case), held(case, Body.BOARD)
    logged = [decide(case, one) for one in (first, second, second, board)]
    assert [(one.body, one.number) for one in logged] == [
        ("committee", 1),
        ("committee", 2),
        ("committee", 3),
        ("board", 1),
    ]
    assert (logged[0].reasons, logged[0].proposed_by) == ("It has not answered.", "Col Docket")
    assert logged[0].decided_on == HELD_ON
    assert records(case, "meeting.decision_logged") == 4


@pytest.mark.duty("P10")
def test_a_later_decision_replaces_an_earlier_one_and_both_stay_in_the_log():
    case = case_before_committee()
    one = held(case)
    earlier = decide(case, one)
    later = decide(case, one, text="Do not ask the school.", replaces=earlier)
    with asking(case.col.pk):
        read = log.logged_of(case.col, case.review, Body.COMMITTEE)
    assert [(r.decision.number, r.replaced, r.replaced_by, r.stands) for r in read] == [
        (1, None, 2, False),
        (2, 1, None, True),
    ]
    assert refusal(lambda: decide(case, one, replaces=earlier)) == (
        "Decision 1 has already been replaced by decision 2. Replace that one."
    )
    assert refusal(lambda: decide(case, held(case, Body.BOARD), replaces=later)) == (
        "Choose a decision from the log of the same body."
    )


def test_the_database_refuses_to_change_a_decision_of_the_log():
    case = case_before_committee()
    decide(case, held(case))
    with asking(case.bea.pk), pytest.raises(ProgrammingError), transaction.atomic():
        LoggedDecision.objects.update(text="Something else.")


def test_a_decision_belongs_to_an_item_of_its_own_meeting():
    case = case_before_committee()
    first, second = held(case), held(case)
    with asking(case.bea.pk):
        item = queries.items_of(case.bea, first).get(position=2)
    assert decide(case, first, item=item).item == item
    assert refusal(lambda: decide(case, second, item=item)) == (
        "Choose an item of this meeting’s agenda."
    )
    with asking(case.bea.pk):
        read = queries.record_of(case.bea, first)
    assert [len(one.decided) for one in read.items] == [0, 1]
    assert read.decided_apart == ()


@pytest.mark.duty("P8", "P10")
def test_without_a_quorum_a_decision_needs_its_own_reason_which_is_kept():
    case = case_before_committee()
    one = held(case, quorum=2)
    assert refusal(lambda: decide(case, one)) == (
        "Not quorate: 1 member present, 2 needed. Say why the decision was taken all the same, or "
        "leave it to the next meeting."
    )
    assert decide(case, one, without_quorum=" Time. ").without_quorum == "Time."
    quorate = held(case)
    assert decide(case, quorate, without_quorum="Typed all the same.").without_quorum == ""


def test_a_board_without_a_quorum_decides_nothing():
    case = case_before_committee()
    one = held(case, Body.BOARD, quorum=2)
    assert "It cannot decide." in refusal(lambda: decide(case, one, without_quorum="Time."))


@pytest.mark.duty("P10")
def test_a_decision_between_meetings_is_in_the_same_log():
    case = case_with_panel()
    decide(case, held(case, Body.PANEL))
    with asking(case.ida.pk):
        between = decision_log.record_between(
            case.review,
            Body.PANEL,
            text="Give Health a week more.",
            reasons="Its author was ill.",
            proposed_by="Ida Apart",
            decided_on=date(2026, 2, 20),
            by=case.ida,
        )
    assert (between.number, between.meeting, between.decided_on) == (2, None, date(2026, 2, 20))
    with asking(case.col.pk):
        assert log.logged_of(case.col, case.review) == []


def ask(case, one, **changed):
    words = {
        "text": "Ask the school for its file.",
        "owner": case.bea,
        "owner_name": "",
        "due_on": HELD_ON + timedelta(days=7),
        "by": case.bea,
    } | changed
    with asking(words["by"].pk):
        return decision_log.ask(one, **words)


@pytest.mark.duty("P10")
def test_an_action_is_asked_for_and_done_by_its_owner_also_after_the_record_is_closed():
    case = case_before_committee()
    one = held(case)
    action = ask(case, one, owner=case.col)
    assert (action.number, action.owner_name) == (1, "Col Docket")
    assert ask(case, one, owner=None, owner_name=" The school ").owner_name == "The school"
    closed(case, one)
    done_on = HELD_ON + timedelta(days=2)
    with asking(case.col.pk):
        done = decision_log.finish(action, done_on=done_on, note="It has come.", by=case.col)
        assert [one.number for one in queries.open_actions(case.col, case.review)] == [2]
    assert (done.done_on, done.done_note) == (done_on, "It has come.")
    with asking(case.col.pk):
        other = queries.actions_of(case.col, one).get(number=2)
        assert (
            refusal(lambda: decision_log.finish(other, done_on=done_on, note="", by=case.col))
            == NOT_YOURS
        )
    with asking(case.bea.pk):
        assert (
            refusal(lambda: decision_log.finish(action, done_on=done_on, note="", by=case.bea))
            == "This action is already recorded as done."
        )


@pytest.mark.duty("P10")
def test_once_closed_nothing_of_the_record_is_changed():
    case = case_before_committee()
    one = held(case)
    one = closed(case, one)
    assert one.closed_at is not None
    words = {"begins_at": None, "place": "", "quorum": 1, "chaired_by": "", "by": case.bea}
    with asking(case.bea.pk):
        item = AgendaItem.objects.filter(meeting=one).first()
        for act in (
            lambda: meeting.change(one, held_on=HELD_ON, items=ITEMS, **words),
            lambda: meeting.record_attendance(
                one, [], began_from=queries.version_of(one), by=case.bea
            ),
            lambda: meeting.note_item(
                item, discussion="Late.", began_from=queries.digest(""), by=case.bea
            ),
            lambda: meeting.close(one, note="", by=case.bea),
        ):
            assert refusal(act) == CLOSED
    assert refusal(lambda: decide(case, one)) == CLOSED
    assert refusal(lambda: ask(case, one)) == CLOSED


def test_a_record_is_not_closed_before_everybody_there_has_agreed_to_confidentiality():
    case = case_before_committee()
    one = held(case, Body.COMMITTEE, present(case.col, agreed_confidentiality=False))
    assert refusal(lambda: closed(case, one)) == (
        "Col Docket has not agreed to the reminder of confidentiality. Ask them, and record it under "
        "attendance."
    )


def test_a_record_without_a_quorum_is_closed_with_a_note():
    case = case_before_committee()
    one = held(case, quorum=2)
    assert "Say in the note" in refusal(lambda: closed(case, one))
    assert closed(case, one, "Nothing was decided.").note == "Nothing was decided."


def test_taking_the_minutes_away_is_recorded_for_whoever_may_read_them():
    case = case_with_panel()
    one = planned(case, Body.PANEL)
    with asking(case.ida.pk):
        meeting.take_minutes(one, by=case.ida)
    with asking(case.col.pk), pytest.raises(ObjectDoesNotExist):
        meeting.take_minutes(one, by=case.col)
    assert records(case, "meeting.minutes_taken") == 1


def test_members_are_offered_before_advisers_and_nobody_twice():
    case = case_with_panel()
    with asking(case.bea.pk):
        offered = {
            body: [
                (one.person.name, one.capacity, one.counts)
                for one in queries.expected_at(case.bea, case.review, body)
            ]
            for body in Body
        }
    assert offered == {
        Body.COMMITTEE: [
            ("Col Docket", "Committee member", True),
            ("Bea Ledger", "Board business manager", False),
        ],
        Body.PANEL: [
            ("Ida Apart", "Panel chair", True),
            ("Otto Aside", "Overview author", False),
            ("Bea Ledger", "Board business manager", False),
        ],
        Body.BOARD: [
            ("Cher Gavel", "Chair of the Board", True),
            ("Sol Badge", "Police", True),
            ("Otto Aside", "Overview author", False),
            ("Ida Apart", "Panel chair", False),
            ("Bea Ledger", "Board business manager", False),
        ],
    }


def test_the_meeting_that_follows_is_named():
    case = case_before_committee()
    first = planned(case)
    with asking(case.bea.pk):
        assert queries.record_of(case.bea, first).following is None
    second = planned(case, held_on=HELD_ON + timedelta(days=30))
    with asking(case.bea.pk):
        assert queries.record_of(case.bea, first).following == second
        assert queries.record_of(case.bea, second).following is None


@pytest.mark.duty("P10")
def test_the_panel_sees_how_far_each_report_was_on_the_day_it_met():
    case = case_with_panel()
    today = timezone.localdate()
    with asking(case.ida.pk):
        before = report_standings(case.ida, case.review, on=today - timedelta(days=1))
        now = report_standings(case.ida, case.review, on=today)
    assert before == []
    assert [(one.agency, one.received_on, one.version, one.verdict) for one in now] == [
        ("Police", None, None, "Not received")
    ]


def test_a_stranger_finds_no_meeting():
    case = case_before_committee()
    one = planned(case)
    with asking(case.zoe.pk):
        assert Meeting.objects.count() == 0
        with pytest.raises(ObjectDoesNotExist):
            meeting.close(one, note="", by=case.zoe)
