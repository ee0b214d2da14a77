"""Who has been told of the decision, yes or no, and of the sign-off (P9, hazard 17)."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.utils import timezone
from tests.deciding import (
    DECIDED_ON,
    Case,
    case_at_panel,
    case_before_board,
    case_before_chair,
    decide,
    refusal,
)

from goldenthread.accounts.models import Contact
from goldenthread.audit.models import Record
from goldenthread.domain.notices import Occasion, Way
from goldenthread.reviews.models import Notice
from goldenthread.reviews.queries.clock import clocks_of
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.telling import lines_of, to_be_told_of
from goldenthread.reviews.services import notices, sign_off
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P9")]

TOLD_ON = date(2026, 2, 12)
EVERYBODY = [
    "Ofsted",
    "Department for Education",
    "Strategic Health Authority",
    "Primary Care Trust",
    "Health",
    "Police",
    "The family",
    "Whoever referred the case",
]


def give(case: Case, recipient="inspectorate", *, by=None, about=Occasion.DECISION, **changed):
    by = by or case.bea
    words = {
        "agency": None,
        "name": "Ofsted",
        "told_on": TOLD_ON,
        "way": Way.LETTER,
        "reference": " L/1 ",
        "note": "",
    } | changed
    with asking(by.pk):
        return notices.give(case.review, about, recipient, **words, by=by)


def lines(case: Case, about=0):
    with asking(case.bea.pk):
        happened = to_be_told_of(case.bea, case.review)
        return lines_of(case.bea, case.review, happened[about]) if happened else []


def outstanding(case: Case, about=0):
    return [line.target.name for line in lines(case, about) if line.is_outstanding]


def letter(case: Case, recipient: str, *, agency=None, by=None):
    by = by or case.bea
    with asking(by.pk):
        data = notices.take_letter(case.review, Occasion.DECISION, recipient, agency=agency, by=by)
    return "\n".join(line.text for line in docx.Document(BytesIO(data)).paragraphs)


@pytest.mark.parametrize("outcome", ["review", "no_review"])
def test_everybody_on_the_list_must_be_told_whichever_way_it_went(outcome):
    case = case_before_chair()
    assert lines(case) == []
    decide(case, outcome=outcome)
    case.refresh()
    assert outstanding(case) == EVERYBODY


def test_who_was_told_when_and_how_is_kept_and_is_no_longer_outstanding():
    case = case_at_panel()
    given = give(case)
    assert (given.name, given.told_on, given.how, given.reference) == (
        "Ofsted",
        TOLD_ON,
        "letter",
        "L/1",
    )
    give(case, "agency", agency=case.health, name="Hana Ward")
    assert outstanding(case) == [one for one in EVERYBODY if one not in ("Ofsted", "Health")]
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="notice.given").count() == 2


def test_the_clock_of_telling_stops_when_the_last_was_told():
    case = case_at_panel()
    for recipient in ("inspectorate", "department", "health-authority", "commissioner", "family"):
        give(case, recipient)
    give(case, "agency", agency=case.health)
    give(case, "agency", agency=case.police, told_on=date(2026, 2, 16))
    assert running(case).clock.stopped is None
    give(case, "referrer", way=Way.HERE)
    assert (running(case).worked.due, running(case).clock.stopped) == (
        date(2026, 2, 17),
        date(2026, 2, 16),
    )


def running(case: Case):
    with asking(case.bea.pk):
        found = clocks_of(case.review, parts_in(case.bea, case.review), today=date(2026, 2, 20))
    return {one.rule.key: one for one in found}["telling"]


def test_one_who_is_held_back_stays_on_the_list_with_the_reason():
    case = case_at_panel()
    give(case, "family", name="The mother", way=Way.HELD_BACK, note="The police ask for a week.")
    assert "The family" in outstanding(case)
    line = next(one for one in lines(case) if one.target.name == "The family")
    assert (line.told, line.held_back.note) == (None, "The police ask for a week.")
    give(case, "family", name="The mother", way=Way.IN_PERSON)
    line = next(one for one in lines(case) if one.target.name == "The family")
    assert (line.told.how, line.held_back, line.is_outstanding) == ("in_person", None, False)


def test_the_sign_off_is_told_by_itself():
    case = case_before_board()
    with asking(case.cher.pk):
        sign_off.record(case.review, approved_on=date(2026, 8, 1), note="", by=case.cher)
    case.refresh()
    give(case)
    assert outstanding(case, 1) == EVERYBODY[:-1]
    give(case, about=Occasion.SIGN_OFF, told_on=date(2026, 8, 3))
    assert outstanding(case, 1) == EVERYBODY[1:-1]


def test_what_cannot_be_recorded_is_refused_with_a_sentence_and_leaves_no_trace():
    case = case_at_panel()
    early = date(2026, 2, 9)
    assert refusal(lambda: give(case, told_on=early)) == (
        "This happened on 10 February 2026; nobody can have been told of it before."
    )
    assert refusal(lambda: give(case, name=" ")) == "Say who was told: the person or the office."
    assert refusal(lambda: give(case, "neighbour")) == (
        "They are not on the list of those who are told of this."
    )
    assert refusal(lambda: give(case, about=Occasion.SIGN_OFF)) == "There is nothing to tell yet."
    for wrong in (case.cher, case.col, case.sol):
        assert refusal(lambda by=wrong: give(case, by=by)) == (
            "Your part in this review does not include this."
        )
    with asking(case.bea.pk):
        assert not Notice.objects.exists()


def test_a_letter_is_made_from_the_record_and_taking_it_leaves_a_record():
    case = case_at_panel()
    Contact.objects.create(
        partnership=case.board,
        kind=Contact.BOARD_OFFICE,
        name="The Board’s office",
        phone="01632 960001",
    )
    said = letter(case, "inspectorate")
    assert "On 10 February 2026 the Chair of the Board decided: There will be a" in said
    assert "I agree." in said
    assert "It is due to be signed off by 10 August 2026." in said
    assert "please ask: The Board’s office, 01632 960001." in said
    assert said.endswith("Bea Ledger\nManager")
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="notice.letter_taken").count() == 1
    wrong = refusal(lambda: letter(case, "inspectorate", by=case.cher))
    assert wrong == "Your part in this review does not include this."


def test_a_referrer_and_an_agency_read_no_reasons_and_an_agency_what_it_answered():
    case = case_at_panel()
    for recipient, agency in (("referrer", None), ("agency", case.police), ("family", None)):
        assert "I agree." not in letter(case, recipient, agency=agency)
    assert "To: Police" in letter(case, "agency", agency=case.police)


def test_a_decision_is_dated_and_so_is_its_letter():
    case = case_at_panel()
    today = timezone.localdate()
    assert f"{today.day} {today:%B %Y}" in letter(case, "department")
    assert today > DECIDED_ON
