"""What the Board does with a referral that has come, and what its referrer is told (P4)."""

import pytest
from tests.deciding import _person, case_referred, refusal
from tests.services.test_scoping import soon

from goldenthread.accounts.models import Person
from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import Referral, Review, StepTaken
from goldenthread.reviews.queries.duplicates import (
    duplicates_of,
    original_of,
    possible_duplicates,
)
from goldenthread.reviews.queries.referral import answers_of, referral_of, what_became
from goldenthread.reviews.services import received_referral as services
from goldenthread.reviews.services import referral, scoping, steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

NO_PART = "Your part in this review does not include this."


@pytest.fixture
def case():
    return case_referred()


@pytest.fixture
def ruth() -> Person:
    return _person("Ruth Wickmoor")


def refer(case, by: Person, **told: str) -> Review:
    answers = {
        "child_name": "Tilly Mossbank",
        "child_born_on": "2010-04-03",
        "child_plan": "no",
        "incident_on": "2011-02-01",
        "circumstances": "Found unwell.",
        "died_or_harmed": "harmed",
        "abuse_or_neglect": "suspected",
        "other_children": "None.",
        "working_together": "yes",
    } | told
    with asking(by.pk):
        begun = referral.begin(case.board, by=by)
        for section in begun.review.type.referral.sections:
            referral.save_section(begun, section, answers, by=by)
        return referral.send(begun, by=by).review


def told_to(ruth: Person, review: Review) -> str:
    with asking(ruth.pk):
        return what_became(ruth, Review.objects.visible_to(ruth).get(pk=review.pk))


def withdraw(review: Review, ruth: Person, reason="It was looked into.") -> Referral:
    with asking(ruth.pk):
        return referral.withdraw(referral_of(ruth, review), reason=reason, by=ruth)


def acting(case, act, *words, **more):
    with asking(case.bea.pk):
        return act(*words, **more, by=case.bea)


@pytest.mark.duty("P4")
def test_an_acknowledgement_keeps_who_and_when_and_the_referrer_is_told(
    case, ruth, mailoutbox, django_capture_on_commit_callbacks
):
    review = refer(case, ruth)
    assert "when it has been acknowledged" in told_to(ruth, review)
    with django_capture_on_commit_callbacks(execute=True):
        acknowledged = acting(case, services.acknowledge, review)
    assert (acknowledged.acknowledged_by, acknowledged.acknowledged_at is None) == (case.bea, False)
    assert "has acknowledged your referral" in told_to(ruth, review)
    (letter,) = mailoutbox
    assert letter.to == [ruth.email]
    for secret in (review.reference, review.label, "Tilly", "Mossbank", "unwell"):
        assert secret not in letter.subject + letter.body
    assert refusal(lambda: acting(case, services.acknowledge, review)) == (
        "The referral has been acknowledged."
    )


def test_only_those_who_receive_referrals_acknowledge_or_close_them(case, ruth):
    review = refer(case, ruth)
    with asking(case.col.pk):
        assert refusal(lambda: services.acknowledge(review, by=case.col)) == NO_PART
        assert (
            refusal(
                lambda: services.close_as_duplicate(review, case.review, reason="x", by=case.col)
            )
            == NO_PART
        )
    with asking(ruth.pk):
        assert refusal(lambda: services.acknowledge(review, by=ruth)) == NO_PART


def test_accepting_a_referral_acknowledges_it(case, ruth):
    review = refer(case, ruth)
    acting(case, scoping.ask_agencies, review, [case.police], due_on=soon())
    with asking(case.bea.pk):
        assert referral_of(case.bea, review).acknowledged_by == case.bea
        assert Record.objects.filter(review_id=review.pk, verb="referral.acknowledged").count() == 0


@pytest.mark.duty("P4")
def test_a_withdrawn_referral_keeps_everything_and_is_closed_by_the_board(case, ruth):
    review = refer(case, ruth)
    assert refusal(lambda: withdraw(review, ruth, " ")) == "Say why you withdraw the referral."
    withdraw(review, ruth)
    assert "You have withdrawn this referral" in told_to(ruth, review)
    closed = acting(case, services.close_withdrawn, review, reason="The duty team agrees.")
    assert closed.stage == Stage.CLOSED
    assert "it has been closed. What you wrote is kept" in told_to(ruth, review)
    with asking(case.bea.pk):
        kept = referral_of(case.bea, review)
        assert answers_of(kept)["circumstances"] == "Found unwell."
        assert kept.withdrawn_why == "It was looked into."
        assert StepTaken.objects.get(review=review).reason == "The duty team agrees."


def test_what_was_not_withdrawn_is_not_closed_so(case, ruth):
    review = refer(case, ruth)
    assert "the referrer has not withdrawn" in refusal(
        lambda: acting(case, services.close_withdrawn, review, reason="Enough.")
    )


def test_a_referral_that_was_accepted_or_is_anothers_is_not_withdrawn(case, ruth):
    review = refer(case, ruth)
    with asking(case.bea.pk):
        theirs = referral_of(case.bea, review)
        assert "Only the person who referred" in refusal(
            lambda: referral.withdraw(theirs, reason="No.", by=case.bea)
        )
    acting(case, scoping.ask_agencies, review, [case.police], due_on=soon())
    assert "referral has been accepted" in refusal(lambda: withdraw(review, ruth))


def test_the_board_may_consider_a_case_that_was_withdrawn(case, ruth):
    review = refer(case, ruth)
    withdraw(review, ruth)
    asked = acting(case, scoping.ask_agencies, review, [case.police], due_on=soon())
    assert asked.stage == Stage.SCOPING
    assert "is considering the case" in told_to(ruth, review)


@pytest.mark.duty("P4")
def test_a_duplicate_is_closed_leads_to_the_other_and_both_are_kept(case, ruth):
    first = refer(case, case.hana)
    second = refer(case, ruth, circumstances="My own words.")
    closed = acting(case, services.close_as_duplicate, second, first, reason="The same girl.")
    assert (closed.stage, closed.duplicate_of_id) == (Stage.CLOSED, first.pk)
    assert "referred by somebody else as well" in told_to(ruth, second)
    with asking(case.bea.pk):
        assert original_of(case.bea, closed) == first
        assert duplicates_of(case.bea, first) == [closed]
        assert answers_of(referral_of(case.bea, closed))["circumstances"] == "My own words."
        taken = StepTaken.objects.get(review=second)
    assert taken.reason == f"Duplicate of {first.reference}. The same girl."
    with asking(ruth.pk):
        assert original_of(ruth, closed) is None  # the other case is none of their business


def test_a_duplicate_of_itself_of_a_duplicate_of_another_board_or_for_no_reason_is_refused(
    case, ruth
):
    first, second, third = refer(case, case.hana), refer(case, ruth), refer(case, ruth)
    acting(case, services.close_as_duplicate, second, first, reason="Same.")

    def close(review, other, reason="Same."):
        return refusal(
            lambda: acting(case, services.close_as_duplicate, review, other, reason=reason)
        )

    assert "of itself" in close(third, third)
    assert "itself a duplicate" in close(third, second)
    assert "Other referrals lead to this one" in close(first, third)
    assert close(third, first, " ") == "Say why."
    with asking(case.bea.pk):
        assert Review.objects.get(pk=third.pk).duplicate_of is None


@pytest.mark.duty("P4")
def test_what_was_closed_unconsidered_can_be_taken_up_again(case, ruth):
    first, second = refer(case, case.hana), refer(case, ruth)
    acting(case, services.close_as_duplicate, second, first, reason="Same.")
    again = acting(case, services.take_up_again, second, reason="Another girl after all.")
    assert (again.stage, again.duplicate_of) == (Stage.REFERRAL, None)
    withdraw(again, ruth)
    acting(case, services.close_withdrawn, again, reason="Yes.")
    assert "no agency was ever asked" in refusal(
        lambda: acting(case, steps.take, again, "reconsider", reason="New facts.")
    )


def test_likely_duplicates_are_suggested_to_those_who_see_who_is_who(case, ruth):
    own = refer(case, ruth)
    same = refer(case, case.hana)
    day = refer(case, ruth, child_name="Ned Fern")
    other = refer(case, ruth, child_name="Ned Fern", child_born_on="2009-01-01")
    with asking(case.bea.pk):
        found = {one.review: one.likeness for one in possible_duplicates(case.bea, own)}
    assert found == {same: "the same name and date of birth", day: "the same date of birth"}
    assert other not in found
    for person in (case.col, ruth):
        with asking(person.pk):
            assert possible_duplicates(person, own) == []


@pytest.mark.parametrize("count", [1, 3])
def test_looking_for_duplicates_asks_the_database_as_often_for_many(
    case, ruth, count, django_assert_max_num_queries
):
    own = refer(case, ruth)
    for _ in range(count):
        refer(case, case.hana)
    with asking(case.bea.pk), django_assert_max_num_queries(14):
        assert len(possible_duplicates(case.bea, own)) == count
