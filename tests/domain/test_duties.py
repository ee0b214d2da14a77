"""The statements, the rules that carry them out, and the list of those that are not yet."""

import pytest

from goldenthread.domain.duties import NOT_YET, PARTLY, RULES, STATEMENTS, Duty, carries_out
from goldenthread.domain.printing import RULE_MODULES
from goldenthread.domain.privacy import DESCRIPTIONS, Privacy, classify
from goldenthread.domain.review_types import REVIEW_TYPES


def test_all_twenty_eight_statements_are_stated():
    assert [duty.value for duty in Duty] == [f"P{number}" for number in range(1, 29)]
    assert set(STATEMENTS) == set(Duty)


def test_a_duty_has_a_rule_or_says_what_is_missing_and_never_both():
    assert {duty for duty in Duty if not RULES[duty]} == set(NOT_YET)
    assert all(sentence.endswith(".") and len(sentence) > 40 for sentence in NOT_YET.values())


def test_the_list_of_what_is_not_yet_only_shrinks():
    first_house = {"P6", "P14", "P15", "P16", "P17", "P18", "P19", "P20", "P21", "P26", "P28"}
    assert {duty.value for duty in NOT_YET} <= first_house
    assert {duty.value for duty in PARTLY} <= {"P7", "P22", "P24"}


def test_a_step_serves_only_duties_that_are_carried_out():
    for kind in REVIEW_TYPES.values():
        served = {duty for step in kind.steps for duty in step.duties}
        assert served.isdisjoint(NOT_YET)


def test_the_printer_knows_every_module_that_marks_a_rule():
    marked = {name.rsplit(".", 1)[0] for names in RULES.values() for name in names}
    ours = {name for name in marked if name.startswith("goldenthread.domain.")}
    assert ours == {module.__name__ for module in RULE_MODULES}


def test_a_mark_names_the_rule_and_leaves_it_as_it_is(monkeypatch):
    monkeypatch.setitem(RULES, Duty.P6, [])

    def rule():
        return "kept apart"

    assert carries_out(Duty.P6)(rule) is rule
    (name,) = RULES[Duty.P6]
    assert name == f"{__name__}.{rule.__qualname__}"


def test_fields_are_named_by_class():
    assert classify(operational="id number", case="text") == {
        "id": Privacy.OPERATIONAL,
        "number": Privacy.OPERATIONAL,
        "text": Privacy.CASE,
    }
    assert set(DESCRIPTIONS) == set(Privacy)


def test_a_field_is_in_exactly_one_class():
    with pytest.raises(ValueError, match=r"^text is in two privacy classes$"):
        classify(operational="text", case="text")
    with pytest.raises(ValueError, match="cosy"):
        classify(cosy="text")
