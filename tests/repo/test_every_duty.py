"""Promises about the statements of the process: each is carried out and proved, or says that it is not yet."""

import pytest
from tests.repo.source import ROOT

from goldenthread.domain import process, readiness  # noqa: F401 (rules mark themselves when imported)
from goldenthread.domain.duties import NOT_YET, PARTLY, RULES, STATEMENTS, Duty
from goldenthread.reviews import printing

MAY_ONLY_SHRINK = {
    *("P6", "P14", "P15", "P16", "P17", "P18", "P19", "P20", "P21", "P26", "P28"),
}
PARTLY_MAY_ONLY_SHRINK = {"P7", "P22", "P24"}

CARRIED_OUT = [duty for duty in Duty if duty not in NOT_YET]
TESTS = ROOT / "tests"


def test_what_is_not_yet_carried_out_only_shrinks():
    assert {duty.value for duty in NOT_YET} <= MAY_ONLY_SHRINK
    assert {duty.value for duty in PARTLY} <= PARTLY_MAY_ONLY_SHRINK
    assert not set(NOT_YET) & set(PARTLY)


def test_there_are_twenty_eight_statements():
    assert list(STATEMENTS) == list(Duty)
    assert [duty.value for duty in Duty] == [f"P{number}" for number in range(1, 29)]


@pytest.mark.parametrize("duty", CARRIED_OUT)
def test_a_duty_has_a_rule_a_page_and_a_test(duty):
    assert RULES[duty], "no rule in goldenthread.domain is marked with it"
    assert printing.pages_by_duty()[duty], "no page serves it"
    assert printing.tests_by_duty(TESTS)[duty], "no test is marked as proving it"


@pytest.mark.parametrize("duty", sorted(NOT_YET))
def test_what_is_not_yet_carried_out_claims_no_page(duty):
    assert printing.pages_by_duty()[duty] == []


@pytest.mark.parametrize("name", ["process.md", "states.md", "permissions.md", "privacy.md"])
def test_a_printed_page_says_what_the_code_says(name):
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert kept == printing.printed_pages(tests_folder=TESTS)[name], "run “make docs”"
