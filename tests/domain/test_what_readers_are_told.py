"""Every reader finds why they are asked, what is expected, who sees what they write, and whom to ask."""

import re

import pytest

from goldenthread.accounts.models import Contact
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.roles import ROLES as ROLE_WORDS
from goldenthread.domain.roles import Held, Role
from goldenthread.domain.visibility import Reach, reach
from goldenthread.domain.your_part import (
    CONTACTS,
    HELP,
    WHAT_FOR,
    WHAT_IT_IS,
    Whom,
    in_words,
    led_to,
)

pytestmark = pytest.mark.duty("P28")

TEXTS = [
    *WHAT_IT_IS,
    *WHAT_FOR.values(),
    *(text for one in HELP.values() for text in (one.why_you, *one.expected, one.next)),
]
OF_AN_AGENCY = [
    role
    for role, words in ROLE_WORDS.items()
    if words.held in (Held.AT_AGENCY, Held.IN_REVIEW_FOR_AGENCY)
]


def test_there_is_help_for_every_role():
    assert set(HELP) == set(Role)
    for one in HELP.values():
        assert one.why_you
        assert one.expected
        assert one.next
        assert one.asks


@pytest.mark.parametrize("kind", REVIEW_TYPES.values(), ids=lambda kind: kind.key)
def test_every_text_reads_whole_in_the_words_of_every_regime(kind):
    for text in TEXTS:
        told = in_words(text, kind.nouns)
        assert not re.search(r"[{}]|  ", told)
        assert told.strip().endswith((".", "case."))


def test_no_text_holds_a_regimes_noun_of_its_own():
    regime = re.compile(r"serious case|management review|overview report|\bIMR|\bSCR|\bLSCB", re.I)
    assert [text for text in TEXTS if regime.search(text)] == []


@pytest.mark.parametrize("role", OF_AN_AGENCY)
def test_whoever_works_for_an_agency_is_led_to_its_own_people_before_the_boards(role):
    asked = HELP[role].asks
    own = [asked.index(whom) for whom in (Whom.DESIGNATED_PERSON,) if whom in asked]
    assert own
    assert max(own) < asked.index(Whom.BOARD_OFFICE)


@pytest.mark.parametrize("role", [Role.INTERVIEWEE, Role.AGENCY_AUTHOR, Role.PANEL_MEMBER])
def test_those_on_whom_it_weighs_are_led_to_support(role):
    assert Whom.STAFF_SUPPORT in HELP[role].asks


def test_everybody_is_led_to_the_board_in_the_end_and_to_nobody_twice():
    for role in Role:
        assert Whom.BOARD_OFFICE in led_to([role])
    assert len(set(led_to(Role))) == len(led_to(Role))
    assert led_to([Role.AGENCY_AUTHOR, Role.PANEL_MEMBER])[0] is Whom.LINE_MANAGER


@pytest.mark.parametrize("role", Role)
def test_what_somebody_is_said_to_write_is_their_business(role):
    for material in HELP[role].writes:
        assert reach(role, material) is not Reach.NONE


def test_every_kind_of_contact_has_its_words():
    assert set(CONTACTS) == set(Contact.KINDS)
