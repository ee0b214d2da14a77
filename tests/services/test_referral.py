"""Referring a case and asking the agencies, through the services."""

from datetime import date, timedelta

import pytest

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Agency, Partnership, Person
from goldenthread.audit.models import Record
from goldenthread.domain.answers import Refused
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import Referral, Review, StepTaken
from goldenthread.reviews.queries import referral as referrals
from goldenthread.reviews.queries.register import registered
from goldenthread.reviews.queries.scoping import involvements
from goldenthread.reviews.services import referral as services
from goldenthread.reviews.services import scoping, steps
from goldenthread.reviews.services.service import TrailMissed
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

WHOLE = {
    "child_name": "Tilly Mossbank",
    "child_born_on": "2010-04-03",
    "child_plan": "no",
    "incident_on": "2011-02-01",
    "circumstances": "Found at home, unwell.",
    "died_or_harmed": "harmed",
    "abuse_or_neglect": "suspected",
    "other_children": "None.",
    "working_together": "yes",
}


@pytest.fixture
def board() -> Partnership:
    return accounts.add_partnership(name="Northmere Board", prefix="NM")


@pytest.fixture
def police(board) -> Agency:
    return accounts.add_agency(board, name="Northmere Police", key="police")


@pytest.fixture
def ruth() -> Person:
    return accounts.add_person(email="ruth@wick.example", name="Ruth Wick")


@pytest.fixture
def mona(board) -> Person:
    mona = accounts.add_person(email="mona@board.example", name="Mona Reed")
    accounts.give_post(mona, Role.BUSINESS_MANAGER, partnership=board, began_on=date(2010, 1, 1))
    return mona


@pytest.fixture
def cal(board, police) -> Person:
    cal = accounts.add_person(email="cal@police.example", name="Cal Orr", employer=police)
    accounts.give_post(
        cal, Role.AGENCY_CONTACT, partnership=board, agency=police, began_on=date(2010, 1, 1)
    )
    return cal


def begun(ruth: Person, board: Partnership) -> Referral:
    return services.begin(board, by=ruth)


def filled(referral: Referral, ruth: Person, **changed: str) -> Referral:
    for section in referral.review.type.referral.sections:
        services.save_section(referral, section, WHOLE | changed, by=ruth)
    return referral


def sent(ruth: Person, board: Partnership) -> Review:
    return services.send(filled(begun(ruth, board), ruth), by=ruth).review


def test_what_was_typed_is_kept_complete_or_not(ruth, board):
    with asking(ruth.pk):
        referral = begun(ruth, board)
        section = referral.review.type.referral.section("incident")
        services.save_section(referral, section, {"circumstances": "A fall"}, by=ruth)
        kept = referrals.answers_of(referrals.unsent_referral(ruth, referral.pk))
    assert kept["circumstances"] == "A fall"


def test_answers_are_sealed_in_the_table(ruth, board):
    with asking(ruth.pk):
        referral = filled(begun(ruth, board), ruth)
        referral.refresh_from_db()
    assert b"Mossbank" not in bytes(referral.sealed_answers)


@pytest.mark.duty("P1")
def test_a_referral_with_a_needed_answer_missing_is_not_sent(ruth, board):
    with asking(ruth.pk):
        referral = filled(begun(ruth, board), ruth, child_name=" ")
        with pytest.raises(Refused) as refusal:
            services.send(referral, by=ruth)
    assert refusal.value.reason == "Enter the child’s full name (under “The child”)."


@pytest.mark.duty("P1", "P2")
def test_sending_gives_a_reference_and_a_label_that_tells_nothing(ruth, board):
    with asking(ruth.pk), moments.at(moments.now() - timedelta(days=1)):
        review = sent(ruth, board)
    assert review.reference == f"NM-{moments.today().year}-01"
    assert review.label.startswith("Child ")
    assert not set(review.label.removeprefix("Child ")) & {"T", "M"}


def test_two_references_are_never_the_same(ruth, board):
    with asking(ruth.pk):
        references = {sent(ruth, board).reference for _ in range(3)}
    assert len(references) == 3


def test_a_sent_referral_is_not_changed_or_sent_again(ruth, board):
    with asking(ruth.pk):
        referral = filled(begun(ruth, board), ruth)
        services.send(referral, by=ruth)
        with pytest.raises(Refused):
            filled(referral, ruth)
        with pytest.raises(Refused):
            services.send(referral, by=ruth)


def test_before_it_is_sent_nobody_else_knows_of_it(ruth, board, mona):
    with asking(ruth.pk):
        begun(ruth, board)
    with asking(mona.pk):
        assert list(Review.objects.visible_to(mona)) == []
        assert Review.objects.count() == 0


def test_once_sent_the_board_sees_it_and_a_colleague_does_not(ruth, board, mona, cal):
    with asking(ruth.pk):
        review = sent(ruth, board)
    with asking(mona.pk):
        assert list(Review.objects.visible_to(mona)) == [review]
    with asking(cal.pk):
        assert Review.objects.count() == 0


def test_each_thing_done_leaves_one_record(ruth, board):
    with asking(ruth.pk):
        filled(begun(ruth, board), ruth)
        verbs = list(
            Record.objects.exclude(chain="house").order_by("id").values_list("verb", flat=True)
        )
    assert verbs == ["referral.begun", *["referral.saved"] * 7]


def test_a_refusal_leaves_no_record(ruth, board):
    with asking(ruth.pk):
        referral = begun(ruth, board)
        before = Record.objects.count()
        with pytest.raises(Refused):
            services.send(referral, by=ruth)
        assert Record.objects.count() == before


def test_nobody_does_anything_outside_the_wall(ruth, board):
    with pytest.raises(TrailMissed):
        services.begin(board, by=ruth)


@pytest.mark.duty("P7")
def test_asking_moves_the_review_and_registers_the_child(ruth, board, mona, police):
    with asking(ruth.pk):
        review = sent(ruth, board)
    due = moments.today() + timedelta(days=7)
    with asking(mona.pk):
        review = scoping.ask_agencies(review, [police], due_on=due, by=mona)
        child = registered(mona, review)[0]
        assert (review.stage, child.row.label, child.names) == (
            Stage.SCOPING,
            review.label,
            ("Tilly Mossbank",),
        )
        assert StepTaken.objects.get(review=review).step == "ask_agencies"


@pytest.mark.duty("P7")
def test_an_answer_of_no_involvement_counts(ruth, board, mona, police, cal):
    with asking(ruth.pk):
        review = sent(ruth, board)
    with asking(mona.pk):
        scoping.ask_agencies(review, [police], due_on=moments.today(), by=mona)
    with asking(cal.pk):
        scoping.answer(
            involvements(cal, review).get(),
            was_involved=False,
            summary="",
            records_secured_on=None,
            by=cal,
        )
    with asking(mona.pk):
        review.refresh_from_db()
        assert steps.take(review, "put_to_committee", by=mona).stage == Stage.JUDGEMENT


@pytest.mark.duty("P7")
def test_a_missing_answer_is_passed_over_only_with_a_reason(ruth, board, mona, police):
    with asking(ruth.pk):
        review = sent(ruth, board)
    with asking(mona.pk):
        review = scoping.ask_agencies(review, [police], due_on=moments.today(), by=mona)
        with pytest.raises(Refused) as refusal:
            steps.take(review, "put_to_committee", by=mona)
        assert "Northmere Police has not answered" in refusal.value.reason
        steps.take(review, "put_to_committee", by=mona, reason="The meeting is today.")
        taken = StepTaken.objects.get(review=review, step="put_to_committee")
    assert taken.unmet == ["Northmere Police has not answered."]


def test_nobody_answers_for_another_agency(ruth, board, mona, police, cal):
    housing = accounts.add_agency(board, name="Northmere Housing", key="housing")
    with asking(ruth.pk):
        review = sent(ruth, board)
    with asking(mona.pk):
        scoping.ask_agencies(review, [police, housing], due_on=moments.today(), by=mona)
        theirs = involvements(mona, review).get(agency=housing)
    with asking(cal.pk), pytest.raises(theirs.DoesNotExist):
        scoping.answer(theirs, was_involved=True, summary="x", records_secured_on=None, by=cal)
