"""What each letter says, and what it never says (P9, hazard 17)."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from goldenthread.documents.writers.letters import write_letter
from goldenthread.domain.letters import LetterFacts, written
from goldenthread.domain.notices import Letter, Occasion
from goldenthread.domain.review_types import REVIEW_TYPES

pytestmark = pytest.mark.duty("P9")

FACTS = LetterFacts(
    about=Occasion.DECISION,
    nouns=REVIEW_TYPES["scr-2010"].nouns,
    board="Northmere Board",
    reference="NM-2026-01",
    label="Child K",
    happened_on=date(2026, 2, 10),
    outcome="There will be a Serious Case Review",
    is_review=True,
    reasons="Two agencies closed the case on the same day.",
    due_on=date(2026, 8, 10),
    contact="Bea Ledger, Business Manager, 01632 960001",
)
NO = replace(FACTS, outcome="There will be no review", is_review=False, due_on=None)
APPROVED = replace(FACTS, about=Occasion.SIGN_OFF, happened_on=date(2026, 8, 1))
SIGNED = ("Bea Ledger", "Business Manager")


def letter(kind, facts=FACTS, to="Ofsted"):
    return written(kind, facts, to=to, dated=date(2026, 2, 12), signed=SIGNED)


def words(kind, facts=FACTS):
    parts = letter(kind, facts).parts
    return " ".join(" ".join((part.heading, *part.paragraphs, *part.points)) for part in parts)


@pytest.mark.parametrize("facts", [FACTS, NO], ids=["yes", "no"])
def test_an_authority_is_told_the_decision_and_its_reasons_whichever_way_it_went(facts):
    said = words(Letter.AUTHORITY, facts)
    assert f"On 10 February 2026 the Chair of the Board decided: {facts.outcome}." in said
    assert FACTS.reasons in said
    assert "the case of Child K, reference NM-2026-01" in said


def test_an_authority_is_told_by_when_the_review_is_due():
    assert "It is due to be signed off by 10 August 2026." in words(Letter.AUTHORITY)
    assert "due to be" not in words(Letter.AUTHORITY, NO)
    assert "due to be" not in words(Letter.AUTHORITY, replace(FACTS, due_on=None))


def test_the_referrer_is_told_the_outcome_and_nothing_else():
    said = words(Letter.REFERRER)
    assert "decided: There will be a Serious Case Review." in said
    for kept in (FACTS.reasons, "Child K", "10 August 2026"):
        assert kept not in said


@pytest.mark.parametrize("kind", [Letter.AGENCY, Letter.FAMILY, Letter.REFERRER])
@pytest.mark.parametrize("facts", [FACTS, NO], ids=["yes", "no"])
def test_the_reasons_go_to_authorities_alone(kind, facts):
    assert facts.reasons not in words(kind, facts)


def test_an_agency_is_told_what_is_asked_of_it():
    assert "propose an author for the Individual Management Review" in words(Letter.AGENCY)
    assert "No Individual Management Review is asked for." in words(Letter.AGENCY, NO)
    told = words(Letter.AGENCY, replace(FACTS, is_involved=False))
    assert "Your agency answered that it was not involved" in told
    assert "propose an author" not in told


def test_the_family_is_told_kindly_and_plainly():
    said = words(Letter.FAMILY)
    assert "It does not ask who is to blame." in said
    assert "We hope that the work will be done by 10 August 2026" in said
    assert "Child K" not in said
    assert "We hope" not in words(Letter.FAMILY, replace(FACTS, due_on=None))
    refused = words(Letter.FAMILY, NO)
    assert "On 10 February 2026 it was decided: There will be no review." in refused
    assert "This does not mean that what happened does not matter" in refused
    assert letter(Letter.FAMILY).salutation == "Dear ………………………………"
    assert letter(Letter.REFERRER).to == "………………………………"
    assert letter(Letter.AGENCY).salutation == "Dear colleague"


def test_the_sign_off_is_told_to_authorities_agencies_and_the_family():
    assert "On 1 August 2026 the Board approved the Overview Report" in words(
        Letter.AUTHORITY, APPROVED
    )
    assert "take the actions that your agency leads" in words(Letter.AGENCY, APPROVED)
    assert "before anybody else reads it" in words(Letter.FAMILY, APPROVED)
    assert letter(Letter.FAMILY, APPROVED).title == "Approval of the reports: NM-2026-01"


def test_the_letter_in_word_holds_the_same_words():
    text = letter(Letter.AGENCY)
    document = docx.Document(BytesIO(write_letter(text)))
    found = [line.text for line in document.paragraphs]
    assert found[:4] == [
        "Northmere Board",
        "12 February 2026\nOur reference: NM-2026-01",
        "To: Ofsted",
        "Dear colleague",
    ]
    for part in text.parts:
        for said in (part.heading, *part.paragraphs, *part.points):
            assert not said or said in found
    assert found[-1].split("\n")[0] == "Yours sincerely"
    assert found[-1].split("\n")[-2:] == ["Bea Ledger", "Business Manager"]
    assert document.sections[0].header.paragraphs[0].text == "Confidential"


@pytest.mark.parametrize("kind", REVIEW_TYPES.values(), ids=REVIEW_TYPES)
@pytest.mark.parametrize("about", Occasion)
def test_every_recipient_of_every_type_has_a_letter(kind, about):
    facts = replace(FACTS, about=about, nouns=kind.nouns)
    for recipient in kind.recipients:
        if about in recipient.about:
            assert letter(recipient.letter, facts).parts
