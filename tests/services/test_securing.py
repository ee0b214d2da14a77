"""Agencies are told about whom, secure their records, answer in full, late, or with nothing at all (P7)."""

from datetime import timedelta

import pytest
from tests.deciding import case_before_committee, case_referred, refusal
from tests.services.test_received_referral import refer
from tests.services.test_scoping import soon

from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import as_answer
from goldenthread.reviews import moments
from goldenthread.reviews.models import Involvement, Review
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.register import registered
from goldenthread.reviews.queries.scoping import (
    NamesGiven,
    about_whom,
    agencies_not_asked,
    agencies_not_told,
    involvement_to_answer,
    involvements,
    names_given,
    own_involvement,
    people_to_ask_about,
    sees_names,
)
from goldenthread.reviews.services import scoping, steps
from goldenthread.reviews.services.scoping import Details
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P7")]


@pytest.fixture
def case():
    return case_referred()


def tell(case, agencies, **changed):
    words = {"by": case.bea} | changed
    with asking(words["by"].pk):
        return scoping.tell_to_secure(case.review, agencies, **words)


def ask(case, agencies, **changed):
    with asking(case.bea.pk):
        return scoping.ask_agencies(case.review, agencies, due_on=soon(), by=case.bea, **changed)


def own_of(case, person, key) -> Involvement:
    return own_involvement(person, case.review, key)


def test_records_are_secured_before_anything_is_asked_and_before_acceptance(
    case, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert tell(case, [case.health]).stage == Stage.REFERRAL
    (letter,) = mailoutbox
    assert letter.to == [case.hana.email]
    for secret in (case.review.reference, case.review.label, "Something invented"):
        assert secret not in letter.subject + letter.body
    with asking(case.hana.pk):
        own = own_of(case, case.hana, "health")
        assert (own.asked_at, own.due_on, own.waits_to_be_secured) == (None, None, True)
        assert involvement_to_answer(case.hana, case.review, "health") is None
        assert "Something invented." in about_whom(own)
        assert refusal(lambda: scoping.answer(own, was_involved=False, by=case.hana)) == (
            "Your agency has not been asked about this case."
        )
        kept = scoping.record_securing(
            own, on=moments.today(), by_whom="Records manager", held_at="The safe", by=case.hana
        )
        assert not kept.waits_to_be_secured
        assert (kept.records_secured_by, kept.records_held_at) == ("Records manager", "The safe")
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="scoping.told_to_secure").count() == 1
        assert Record.objects.filter(verb="scoping.records_secured").count() == 1
        assert [one.key for one in agencies_not_told(case.review)] == ["police"]
        assert [one.key for one in agencies_not_asked(case.review)] == ["health", "police"]


def test_who_was_told_before_is_asked_in_the_same_row_and_keeps_what_was_secured(case):
    tell(case, [case.health])
    with asking(case.hana.pk):
        own = own_of(case, case.hana, "health")
        scoping.record_securing(
            own, on=moments.today(), by_whom="Records manager", held_at="", by=case.hana
        )
    ask(case, [case.health, case.police])
    with asking(case.bea.pk):
        rows = list(involvements(case.bea, case.review))
        assert [(one.agency.key, one.due_on) for one in rows] == [
            ("health", soon()),
            ("police", soon()),
        ]
        assert rows[0].records_secured_by == "Records manager"


def test_telling_nobody_new_or_late_or_by_somebody_else_is_refused(case):
    tell(case, [case.health])
    assert refusal(lambda: tell(case, [case.health])) == (
        "Choose at least one agency of this Board that has not been told."
    )
    assert refusal(lambda: tell(case, [case.police], by=case.col)) == (
        "Your part in this review does not include this."
    )
    with asking(case.bea.pk):
        Review.objects.filter(pk=case.review.pk).update(stage=Stage.SYNTHESIS.value)
    assert "The case has gone on" in refusal(lambda: tell(case, [case.police]))


def test_records_are_secured_by_somebody_on_a_day_that_has_come(case):
    tell(case, [case.health])
    tomorrow = moments.today() + timedelta(days=1)
    with asking(case.hana.pk):
        own = own_of(case, case.hana, "health")
        words = {"on": tomorrow, "by_whom": "Me", "held_at": "", "by": case.hana}
        assert "cannot be in the future" in refusal(lambda: scoping.record_securing(own, **words))
        words |= {"on": moments.today(), "by_whom": " "}
        assert refusal(lambda: scoping.record_securing(own, **words)) == (
            "Say who secured the records."
        )


def test_whom_an_agency_is_asked_about_is_sealed_and_is_what_the_manager_says(case):
    ask(case, [case.health], about="Opal Quince, born 3 May 2019")
    with asking(case.hana.pk):
        own = own_of(case, case.hana, "health")
        assert about_whom(own) == "Opal Quince, born 3 May 2019"
        assert b"Quince" not in bytes(own.sealed_about)
    with asking(case.bea.pk):
        assert "Opal Quince" not in people_to_ask_about(case.bea, case.review)


def test_every_child_of_the_referral_comes_into_the_register(case):
    two = refer(case, case.hana, more_children=as_answer([{"name": "Ned Mossbank"}]))
    with asking(case.bea.pk):
        scoping.ask_agencies(two, [case.health], due_on=soon(), by=case.bea)
        found = {one.row.label: one.names for one in registered(case.bea, two)}
    assert found == {
        two.label: ("Tilly Mossbank",),
        f"{two.label}2": ("Ned Mossbank",),
    }


DETAILS = Details(
    known_from=moments.today() - timedelta(days=400),
    service="Health visiting",
    concerns="None was passed on.",
    criteria_met="yes",
    worked_together_badly="unknown",
    proposed_author="Hal Quill",
    approved_by_manager="Dr Sable",
)
NAMES = NamesGiven("Opal Quince, record 12", "Wren Alder, health visitor")


def answer(case, person, key, **changed):
    words = {"was_involved": True, "summary": "Visited.", "by": person} | changed
    with asking(person.pk):
        return scoping.answer(own_of(case, person, key), **words)


def test_an_agency_answers_in_full_and_names_are_sealed(case):
    ask(case, [case.health])
    kept = answer(case, case.hana, "health", details=DETAILS, names=NAMES)
    assert (kept.proposed_author, kept.criteria_met) == ("Hal Quill", "yes")
    assert b"Alder" not in bytes(kept.sealed_names)
    with asking(case.hana.pk):
        assert names_given(own_of(case, case.hana, "health")) == NAMES
    with asking(case.col.pk):
        row = involvements(case.col, case.review).get()
        assert not sees_names(parts_in(case.col, case.review), row)
    with asking(case.bea.pk):
        row = involvements(case.bea, case.review).get()
        assert sees_names(parts_in(case.bea, case.review), row)
        assert names_given(row) == NAMES


def test_an_involvement_does_not_end_before_it_begins(case):
    ask(case, [case.health])
    backwards = Details(known_from=moments.today(), known_to=moments.today() - timedelta(days=1))
    assert "ends before it begins" in refusal(
        lambda: answer(case, case.hana, "health", details=backwards)
    )


def test_a_nil_return_needs_no_word_and_leaves_nothing_to_secure(case):
    ask(case, [case.health])
    kept = answer(case, case.hana, "health", was_involved=False, summary="")
    assert (kept.answer, kept.waits_to_be_secured) == (Involvement.NOT_INVOLVED, False)


def test_an_answer_is_corrected_until_the_committee_has_it(case):
    ask(case, [case.health])
    answer(case, case.hana, "health", was_involved=False, summary="")
    assert answer(case, case.hana, "health", summary="A record was found.").answer == "involved"
    with asking(case.bea.pk):
        steps.take(case.review, "put_to_committee", by=case.bea)
    assert "can no longer be changed" in refusal(lambda: answer(case, case.hana, "health"))


def test_a_late_answer_is_taken_and_marked_late(case):
    ask(case, [case.health, case.police])
    with asking(case.bea.pk):
        steps.take(case.review, "put_to_committee", by=case.bea, reason="The meeting is today.")
    with moments.at(moments.now() + timedelta(days=11)):
        late = answer(case, case.hana, "health")
    in_time = answer(case, case.sol, "police")
    assert (late.answered_late, in_time.answered_late) == (True, False)


def test_nobody_records_for_another_agency():
    case = case_before_committee()
    with asking(case.bea.pk):
        theirs = involvements(case.bea, case.review).get(agency=case.police)
    with asking(case.hana.pk), pytest.raises(Involvement.DoesNotExist):
        scoping.record_securing(theirs, on=moments.today(), by_whom="Me", held_at="", by=case.hana)
