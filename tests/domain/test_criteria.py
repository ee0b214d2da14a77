"""The criteria of 2010 against a truth table written independently of the rules (P1 to P4).

The oracle fills every unknown with yes and with no, judges each whole case in two-valued logic, and so
says what is certain, what is excluded and what is open.
"""

import re
from itertools import product

import pytest

from goldenthread.domain.criteria import (
    NOT_ENOUGH_KNOWN,
    NOT_MET,
    Known,
    as_data,
    both,
    either,
)
from goldenthread.domain.criteria.scr_2010 import ALWAYS_CONSIDER, CRITERIA, MUST_CONSIDER, Fact

YES, NO, UNKNOWN = Known.YES, Known.NO, Known.UNKNOWN
THAT_MATTER = [fact for fact in Fact if fact is not Fact.KNOWN_TO_AGENCIES]


def said(**words: str):
    return CRITERIA.judge(CRITERIA.read(words))


def holding(judged):
    return {limb.key for limb in judged.limbs if limb.holds is YES}


def limb_of(judged, key):
    return {limb.key: limb for limb in judged.limbs}[key]


def _limbs_of_a_whole_case(died, abuse, harmed, grave, sexual, parent, assault, killed, concern):
    stem = harmed or killed
    return (
        (died and abuse) or killed,
        stem and grave and abuse and concern and harmed,
        harmed and sexual and concern,
        harmed and parent and concern,
        harmed and assault and concern,
        stem and killed and concern,
    )


def _oracle():
    """For each of the 3^9 cases: the six limbs as yes, no or unknown."""
    whole = {}
    for bits in product((0, 1), repeat=9):
        whole[bits] = _limbs_of_a_whole_case(*bits)
    for words in product((NO, YES, UNKNOWN), repeat=9):
        # Every limb grows with every fact, so the two extremes bound all ways of filling the unknowns.
        lowest = whole[tuple(int(word is YES) for word in words)]
        highest = whole[tuple(int(word is not NO) for word in words)]
        yield (
            words,
            tuple(
                YES if low else UNKNOWN if high else NO
                for low, high in zip(lowest, highest, strict=True)
            ),
        )


def _outcome_of(limbs):
    if limbs[0] is YES:
        return MUST_CONSIDER
    if YES in limbs:
        return ALWAYS_CONSIDER
    return NOT_ENOUGH_KNOWN if UNKNOWN in limbs else NOT_MET


@pytest.mark.duty("P1", "P3", "P4")
def test_every_combination_of_facts_is_judged_as_the_truth_table_says():
    cases = 0
    wrong = []
    for words, limbs in _oracle():
        judged = CRITERIA.judge(dict(zip(THAT_MATTER, words, strict=True)))
        holds = tuple(limb.holds for limb in judged.limbs)
        if (holds, judged.outcome) != (limbs, _outcome_of(limbs)):
            wrong.append(words)
        cases += 1
    assert (wrong[:3], cases) == ([], 3**9)


@pytest.mark.duty("P2")
@pytest.mark.parametrize("known", Known)
@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"child_died": "yes", "abuse_or_neglect": "suspected"},
        {"seriously_harmed": "yes", "sexual_abuse": "yes", "interagency_concern": "yes"},
        {fact.value: "no" for fact in THAT_MATTER},
    ],
)
def test_whether_agencies_knew_the_child_changes_nothing(facts, known):
    assert said(**facts, known_to_agencies=known.value) == said(**facts)


@pytest.mark.duty("P1")
@pytest.mark.parametrize("word", ["yes", "suspected"])
def test_a_death_with_known_or_suspected_neglect_holds_without_any_concern_about_agencies(word):
    judged = said(child_died="yes", abuse_or_neglect=word, interagency_concern="no")
    assert judged.outcome == MUST_CONSIDER
    assert limb_of(judged, "death").because == (
        "It holds: the child died and abuse or neglect is a factor."
    )
    assert judged.missing == ()


@pytest.mark.duty("P1")
def test_a_death_without_abuse_or_neglect_does_not_hold():
    judged = said(
        child_died="yes",
        abuse_or_neglect="no",
        seriously_harmed="no",
        killed_by_carer_with_mental_illness_substance_misuse_or_domestic_violence="no",
    )
    assert judged.outcome == NOT_MET
    assert limb_of(judged, "death").because == (
        "It does not hold, because these are not so: abuse or neglect is a factor;"
        " the child was killed by such a carer."
    )


KILLED = "killed_by_carer_with_mental_illness_substance_misuse_or_domestic_violence"


@pytest.mark.duty("P1", "P3")
def test_a_killed_child_satisfies_the_stem_and_raises_the_death_limb_and_says_why():
    judged = said(**{KILLED: "yes"}, interagency_concern="yes", seriously_harmed="no")
    assert judged.outcome == MUST_CONSIDER
    assert holding(judged) == {"death", "killed_by_carer"}
    assert limb_of(judged, "death").because == (
        "It holds: the child was killed by such a carer."
        " To be killed by such a carer is to have died through abuse."
    )
    assert limb_of(judged, "killed_by_carer").because == (
        "It holds: the child was killed by such a carer and there is concern about how agencies"
        " worked together. A child who was killed counts as seriously harmed."
    )


def test_facts_that_contradict_each_other_are_judged_and_pointed_out():
    judged = said(**{KILLED: "yes"}, child_died="no", abuse_or_neglect="no")
    assert judged.outcome == MUST_CONSIDER
    assert limb_of(judged, "death").because.endswith(
        "Yet it is also said not to be so that the child died and abuse or neglect is a factor:"
        " check which is right."
    )


@pytest.mark.duty("P3")
@pytest.mark.parametrize(
    ("key", "own"),
    [
        (
            "life_threatening",
            {"life_threatening_or_permanent_impairment": "yes", "abuse_or_neglect": "suspected"},
        ),
        ("sexual_abuse", {"sexual_abuse": "yes"}),
        ("parent_murdered", {"parent_murdered_with_homicide_review": "yes"}),
        ("violent_assault", {"violent_assault": "yes"}),
    ],
)
def test_each_situation_of_serious_harm_needs_the_harm_and_the_concern(key, own):
    harm = {"child_died": "no", "seriously_harmed": "yes", "interagency_concern": "yes"}
    judged = said(**harm, **own)
    assert (judged.outcome, holding(judged)) == (ALWAYS_CONSIDER, {key})
    for part in ("seriously_harmed", "interagency_concern", *own):
        without = said(**{**harm, **own, part: "no"})
        assert limb_of(without, key).holds is NO
        unsure = said(**{**harm, **own, part: "unknown"})
        assert limb_of(unsure, key).holds is UNKNOWN
        assert limb_of(unsure, key).missing == (Fact(part),)


def test_a_life_threatening_injury_without_abuse_or_neglect_is_not_the_first_situation():
    judged = said(
        seriously_harmed="yes",
        life_threatening_or_permanent_impairment="yes",
        abuse_or_neglect="no",
        interagency_concern="yes",
    )
    assert limb_of(judged, "life_threatening").because == (
        "It does not hold, because this is not so: abuse or neglect is a factor."
    )


@pytest.mark.duty("P3", "P4")
def test_unknown_is_never_no_and_what_would_decide_is_named():
    nothing_known = said()
    assert nothing_known.outcome == NOT_ENOUGH_KNOWN
    assert nothing_known.missing == tuple(THAT_MATTER)
    only_concern_open = said(
        **{fact.value: "no" for fact in THAT_MATTER}
        | {"seriously_harmed": "yes", "violent_assault": "yes", "interagency_concern": "unknown"}
    )
    assert only_concern_open.outcome == NOT_ENOUGH_KNOWN
    assert only_concern_open.missing == (Fact.INTERAGENCY_CONCERN,)
    assert limb_of(only_concern_open, "violent_assault").because == (
        "It is undecided: it is not known whether there is concern about how agencies worked together."
    )


def test_both_unknowns_of_a_death_are_named_although_a_killing_is_also_unknown():
    judged = said(seriously_harmed="no", interagency_concern="no")
    assert limb_of(judged, "death").missing == (
        Fact.CHILD_DIED,
        Fact.ABUSE_OR_NEGLECT,
        Fact.KILLED_BY_CARER,
    )
    assert judged.missing == limb_of(judged, "death").missing


def test_an_unknown_that_can_decide_nothing_is_not_asked_for():
    judged = said(child_died="no", seriously_harmed="no", interagency_concern="yes")
    assert judged.missing == (Fact.KILLED_BY_CARER,)


@pytest.mark.duty("P4")
def test_a_case_that_meets_neither_test_is_answered_limb_by_limb():
    judged = said(**{fact.value: "no" for fact in Fact})
    assert judged.outcome == NOT_MET
    assert len(judged.limbs) == 6
    assert {limb.because.split(",")[0] for limb in judged.limbs} == {"It does not hold"}


def test_the_judgement_as_data_holds_what_the_command_prints():
    data = as_data(said(child_died="yes", **{KILLED: "no"}, seriously_harmed="no"))
    assert (data["outcome"], data["missing"]) == ("not-enough-known", ["abuse_or_neglect"])
    assert data["limbs"][0] == {
        "key": "death",
        "holds": "unknown",
        "because": "It is undecided: it is not known whether abuse or neglect is a factor.",
    }
    assert [limb["key"] for limb in data["limbs"]] == [
        "death",
        "life_threatening",
        "sexual_abuse",
        "parent_murdered",
        "violent_assault",
        "killed_by_carer",
    ]


def test_words_become_facts():
    facts = CRITERIA.read(
        {"child_died": "suspected", "sexual_abuse": "no", "violent_assault": "unknown"}
    )
    assert facts[Fact.CHILD_DIED] is YES
    assert facts[Fact.SEXUAL_ABUSE] is NO
    assert facts[Fact.VIOLENT_ASSAULT] is UNKNOWN
    assert facts[Fact.SERIOUSLY_HARMED] is UNKNOWN


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"child_lives": "yes"}, "“child_lives” is not a fact that the criteria ask about."),
        ({"child_died": "maybe"}, "“child_died” is “maybe”; say yes, no, suspected or unknown."),
        ({"child_died": True}, "“child_died” is “True”; say yes, no, suspected or unknown."),
    ],
)
def test_a_word_or_a_key_that_is_none_of_ours_is_named(raw, says):
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        CRITERIA.read(raw)


def test_three_valued_and_and_or():
    order = [NO, UNKNOWN, YES]
    for one, other in product(order, repeat=2):
        assert both(one, other) is order[min(order.index(one), order.index(other))]
        assert either(one, other) is order[max(order.index(one), order.index(other))]


def test_every_fact_is_asked_once_and_every_outcome_has_words():
    assert [fact.key for fact in CRITERIA.facts] == list(Fact)
    for outcome in (MUST_CONSIDER, ALWAYS_CONSIDER, NOT_ENOUGH_KNOWN, NOT_MET):
        assert CRITERIA.words(outcome)
    assert {rule.raises for rule in CRITERIA.rules} == set(CRITERIA.outcomes)
