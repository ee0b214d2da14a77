"""Reminders by hand and by the ladder: once each, with one record, and not a word of any case (P7)."""

from datetime import timedelta

import pytest
from tests.deciding import case_at_panel, case_referred, refusal

from goldenthread.accounts.models import Post
from goldenthread.audit.models import Record
from goldenthread.domain.reminders import About, Rung
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.jobs import reminders as job
from goldenthread.reviews.models import Reminder
from goldenthread.reviews.queries.reminders import owed_in, reminders_of, sent_in_words
from goldenthread.reviews.queries.scoping import own_involvement
from goldenthread.reviews.services import reminders, scoping
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P7")]


@pytest.fixture
def case():
    """Police and Health are asked, and nobody has answered. Hana is Health’s contact, Sol the Police’s officer."""
    case = case_referred()
    with asking(case.bea.pk):
        scoping.ask_agencies(
            case.review,
            [case.police, case.health],
            due_on=moments.today() + timedelta(days=14),
            by=case.bea,
        )
    case.refresh()
    return case


def chase(case, agency, about=About.SCOPING, by=None):
    by = by or case.bea
    with asking(by.pk):
        return reminders.chase(case.review, agency, about=about, by=by)


def climb(case, days: int) -> int:
    """The ladder on the morning so many days after the answers are due."""
    day = moments.today() + timedelta(days=14 + days)
    with moments.at(moments.now() + timedelta(days=14 + days)):
        return job.climb_for(case.board, today=day)


def sent(case) -> list[tuple[str, str, str]]:
    with asking(case.bea.pk):
        return [
            (one.agency.key, one.rung, one.sent_to.name)
            for one in reminders_of(case.bea, case.review)
            if one.about == About.SCOPING
        ]


def test_chasing_writes_to_the_contact_and_leaves_one_record(
    case, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        reminder = chase(case, case.health)
    assert (reminder.rung, reminder.sent_to, reminder.chased_by) == ("by_hand", case.hana, case.bea)
    (letter,) = mailoutbox
    assert letter.to == [case.hana.email]
    for secret in (case.review.reference, case.review.label, "Something invented"):
        assert secret not in letter.subject + letter.body
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="reminder.sent").count() == 1


def test_an_agency_without_a_contact_is_chased_at_its_senior_officer(case):
    assert chase(case, case.police).sent_to == case.sol


def test_an_agency_is_chased_once_a_day_for_what_it_owes_and_by_those_who_may(case):
    chase(case, case.health)
    assert "has been chased about this today" in refusal(lambda: chase(case, case.health))
    assert "nothing outstanding" in refusal(lambda: chase(case, case.health, About.REPORT))
    assert "does not include this" in refusal(lambda: chase(case, case.police, by=case.col))
    with moments.at(moments.now() + timedelta(days=1)):
        assert chase(case, case.health).rung == Rung.BY_HAND


def test_where_nobody_can_be_written_to_that_is_said(case):
    Post.objects.filter(agency=case.health).update(ended_on=moments.today())
    assert refusal(lambda: chase(case, case.health)) == (
        "Nobody at Health can be written to. Add a contact for it first."
    )


def test_the_ladder_is_climbed_before_on_after_and_above(case):
    Post.objects.create(
        person=case.ned,
        role=Role.AGENCY_CONTACT.value,
        partnership=case.board,
        agency=case.police,
        began_on=moments.today(),
    )
    assert climb(case, -12) > 0  # of securing; the answers are not due for long
    assert sent(case) == []
    for days in range(-6, 16):
        climb(case, days)
    rungs = [rung for agency, rung, _ in sent(case) if agency == "police"]
    assert rungs == ["before", "on_the_day", "after", "above"]
    told = [name for agency, _, name in sent(case) if agency == "police"]
    assert told == ["Ned Beat"] * 3 + ["Sol Badge"]


def test_each_rung_is_sent_once_however_often_the_job_runs(case):
    climb(case, 1)
    before = sent(case)
    assert before == [("health", "on_the_day", "Hana Ward"), ("police", "on_the_day", "Sol Badge")]
    assert climb(case, 1) == 0
    assert sent(case) == before


def test_two_workers_at_once_send_it_once(case):
    with asking(case.bea.pk):
        (owed,) = [
            one
            for one in owed_in(case.bea, case.review)
            if one.agency == case.health and one.about is About.SCOPING
        ]
        words = {"to": case.hana, "by": case.bea}
        reminders.climb(case.review, owed, Rung.AFTER, **words)
        with pytest.raises(reminders.SentAlready):
            reminders.climb(case.review, owed, Rung.AFTER, **words)
        assert Reminder.objects.count() == 1
        assert Record.objects.filter(verb="reminder.sent_by_ladder").count() == 1


def test_what_an_ended_worker_did_not_come_to_the_next_run_sends(case, monkeypatch):
    whole = reminders.climb
    done = []

    def ended_after_one(*words, **more):
        if done:
            raise SystemExit
        done.append(whole(*words, **more))
        return done[0]

    monkeypatch.setattr(reminders, "climb", ended_after_one)
    with pytest.raises(SystemExit):
        climb(case, 1)
    monkeypatch.setattr(reminders, "climb", whole)
    with asking(case.bea.pk):
        before = Reminder.objects.count()
    assert climb(case, 1) > 0
    with asking(case.bea.pk):
        after = [(one.agency_id, one.about, one.rung) for one in Reminder.objects.all()]
    assert before == 1
    assert len(after) == len(set(after)) == 4


def test_whoever_has_answered_is_reminded_no_more(case):
    with asking(case.hana.pk):
        own = own_involvement(case.hana, case.review, "health")
        scoping.answer(own, was_involved=False, by=case.hana)
    climb(case, 3)
    assert {agency for agency, _, _ in sent(case)} == {"police"}


def test_a_board_whose_post_nobody_holds_sends_nothing_and_says_so(case, caplog):
    Post.objects.filter(person=case.bea).update(ended_on=moments.today())
    assert climb(case, 3) == 0
    assert "No reminders" in caplog.text
    assert case.review.reference not in caplog.text


def test_the_daily_job_climbs_for_every_board(case):
    with moments.at(moments.now() + timedelta(days=15)):
        job.remind_agencies.func(timestamp=0)
    assert len(sent(case)) == 2


def test_trouble_in_one_review_is_logged_without_a_word_of_it_and_ends_nothing(
    case, caplog, monkeypatch
):
    def fails(*_args, **_words):
        raise OverflowError("date value out of range")

    monkeypatch.setattr(job, "_climb", fails)
    assert climb(case, 3) == 0
    assert "could not be sent" in caplog.text
    assert case.review.reference not in caplog.text


def test_an_agency_reads_only_the_reminders_sent_to_itself(case):
    climb(case, 3)
    with asking(case.hana.pk):
        assert {one.agency.key for one in reminders_of(case.hana, case.review)} == {"health"}
        assert Reminder.objects.exclude(agency=case.health).count() == 0


def test_a_reminder_is_shown_in_words_and_the_ladder_signs_for_nobody(case):
    chase(case, case.health)
    climb(case, 0)
    with asking(case.bea.pk):
        of_health = [
            (one.about, one.rung, one.sent_to, one.chased_by)
            for one in sent_in_words(case.bea, case.review, case.health)
            if "involved" in one.about
        ]
    assert of_health == [
        ("to say whether it was involved", "On the day", "Hana Ward", ""),
        ("to say whether it was involved", "By hand", "Hana Ward", "Bea Ledger"),
    ]


def test_an_author_and_what_it_writes_are_owed_once_they_were_asked_for():
    case = case_at_panel()
    with asking(case.bea.pk):
        assert {one.about for one in owed_in(case.bea, case.review)} == {About.SECURING}
