"""Today's criteria against a truth table written independently of the rules (P4, P8).

The oracle fills every unknown with yes and with no: a limb that holds both ways holds, one that holds
neither way does not, and any other is open.
"""

from itertools import product

import pytest

from goldenthread.domain.criteria import NOT_ENOUGH_KNOWN, NOT_MET, Known
from goldenthread.domain.criteria.lcspr_2023 import (
    CONSIDER_REVIEW,
    CRITERIA,
    RAPID_REVIEW,
    TELL_ONLY,
    Fact,
)
from goldenthread.domain.questionnaires.notification_lcspr_2023 import facts_said

YES, NO, UNKNOWN = Known.YES, Known.NO, Known.UNKNOWN
DECIDE = (
    Fact.CHILD_DIED,
    Fact.SERIOUSLY_HARMED,
    Fact.ABUSE_OR_NEGLECT,
    Fact.IN_AREA,
    Fact.RESIDENT_AND_ABROAD,
    Fact.LOOKED_AFTER,
    Fact.CARE_LEAVER,
    Fact.INTERAGENCY_CONCERN,
)
"""Of the four considerations one stands for all here; each is tried by itself below."""
OTHERS = (Fact.IMPROVEMENTS, Fact.RECURRENT_THEMES, Fact.PANEL_ASKED)


def said(**words: str):
    return CRITERIA.judge(CRITERIA.read(words))


def _holds(died, harmed, abuse, here, abroad, in_care, leaver, concern):
    serious = abuse and (died or harmed)
    return (
        serious and concern,
        serious and (here or abroad),
        died and (in_care or leaver),
    )


def _outcome(limbs):
    review, notify, tell = limbs
    if review is YES:
        return CONSIDER_REVIEW
    if notify is YES:
        return RAPID_REVIEW
    if tell is YES:
        return TELL_ONLY
    return NOT_ENOUGH_KNOWN if UNKNOWN in limbs else NOT_MET


@pytest.mark.duty("P4", "P8")
def test_every_combination_of_facts_is_judged_as_the_truth_table_says():
    wrong, cases = [], 0
    for words in product((NO, YES, UNKNOWN), repeat=len(DECIDE)):
        # Every limb grows with every fact, so the two extremes bound all ways of filling the unknowns.
        lowest = _holds(*(word is YES for word in words))
        highest = _holds(*(word is not NO for word in words))
        limbs = tuple(
            YES if low else UNKNOWN if high else NO
            for low, high in zip(lowest, highest, strict=True)
        )
        facts = dict(zip(DECIDE, words, strict=True)) | dict.fromkeys(OTHERS, NO)
        judged = CRITERIA.judge(facts)
        if (tuple(limb.holds for limb in judged.limbs), judged.outcome) != (limbs, _outcome(limbs)):
            wrong.append(words)
        cases += 1
    assert (wrong[:3], cases) == ([], 3**8)


@pytest.mark.parametrize("consideration", [*OTHERS, Fact.INTERAGENCY_CONCERN])
@pytest.mark.parametrize("harm", ["child_died", "seriously_harmed"])
def test_each_consideration_by_itself_raises_a_local_review_of_a_serious_case(consideration, harm):
    judged = said(**{harm: "yes", "abuse_or_neglect": "suspected", consideration.value: "yes"})
    assert judged.outcome == CONSIDER_REVIEW
    without = said(**{harm: "yes", "abuse_or_neglect": "no", consideration.value: "yes"})
    assert without.outcome != CONSIDER_REVIEW


@pytest.mark.parametrize(
    "circumstance",
    [Fact.SINGLE_AGENCY, Fact.NO_AGENCY, Fact.SEVERAL_AREAS, Fact.INSTITUTION],
)
def test_a_circumstance_is_kept_and_decides_nothing(circumstance):
    facts = {"seriously_harmed": "yes", "abuse_or_neglect": "yes"}
    assert said(**facts, **{circumstance.value: "yes"}) == said(**facts)


def test_the_death_of_a_looked_after_child_is_told_whatever_its_cause():
    judged = said(child_died="yes", abuse_or_neglect="no", looked_after="yes")
    assert judged.outcome == TELL_ONLY
    assert judged.limbs[2].because == "It holds: the child died and the child was looked after."


def test_what_the_notification_says_of_the_facts():
    facts = facts_said(
        {"child_died": "no", "abuse_or_neglect": "suspected", "child_status": "looked_after"}
    )
    assert facts[Fact.CHILD_DIED] is NO
    assert facts[Fact.ABUSE_OR_NEGLECT] is YES
    assert facts[Fact.LOOKED_AFTER] is YES
    assert facts[Fact.IN_AREA] is UNKNOWN


def test_every_fact_is_asked_once():
    assert [fact.key for fact in CRITERIA.facts] == list(Fact)
    assert {rule.raises for rule in CRITERIA.rules} == set(CRITERIA.outcomes)
