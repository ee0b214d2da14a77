"""The criteria of 2010 against the statements themselves, slowly and plainly (P1 to P4).

A case in which every fact is known is judged here sentence by sentence. A case with unknown facts is
every whole case that it could turn out to be: what holds in all of them holds, what holds in none does
not, and all else is open. Nothing here knows of three-valued logic.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from click.testing import CliRunner

from goldenthread.cli.engines import criteria as command
from goldenthread.domain.criteria import as_data
from goldenthread.domain.criteria.scr_2010 import CRITERIA

KEYS = (
    "child_died",
    "abuse_or_neglect",
    "seriously_harmed",
    "life_threatening_or_permanent_impairment",
    "sexual_abuse",
    "parent_murdered_with_homicide_review",
    "violent_assault",
    "killed_by_carer_with_mental_illness_substance_misuse_or_domestic_violence",
    "interagency_concern",
)
LIMBS = (
    "death",
    "life_threatening",
    "sexual_abuse",
    "parent_murdered",
    "violent_assault",
    "killed_by_carer",
)
Whole = tuple[bool, ...]


@cache
def limbs_that_hold(case: Whole) -> frozenset[str]:
    """The limbs that hold of a case in which everything is known, as the statements say."""
    so = dict(zip(KEYS, case, strict=True))
    killed = so["killed_by_carer_with_mental_illness_substance_misuse_or_domestic_violence"]
    holding = set()
    # A child has died, and abuse or neglect is a factor; to be killed by such a carer is both.
    if so["child_died"] and so["abuse_or_neglect"]:
        holding.add("death")
    if killed:
        holding.add("death")
    # Serious harm counts only where there is concern about how agencies worked together.
    if so["interagency_concern"]:
        if so["seriously_harmed"]:
            if so["life_threatening_or_permanent_impairment"] and so["abuse_or_neglect"]:
                holding.add("life_threatening")
            if so["sexual_abuse"]:
                holding.add("sexual_abuse")
            if so["parent_murdered_with_homicide_review"]:
                holding.add("parent_murdered")
            if so["violent_assault"]:
                holding.add("violent_assault")
        # A killed child was seriously harmed.
        if killed:
            holding.add("killed_by_carer")
    return frozenset(holding)


def could_be(words: tuple[str, ...]) -> Iterator[Whole]:
    """Every whole case that a case with unknown facts could turn out to be."""
    known = {"yes": (True,), "no": (False,), "unknown": (True, False)}
    yield from product(*(known[word] for word in words))


def by_the_statements(words: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The outcome, and whether each limb holds."""
    possible = [limbs_that_hold(case) for case in could_be(words)]
    in_all, in_any = frozenset.intersection(*possible), frozenset.union(*possible)
    holds = {
        limb: "yes" if limb in in_all else "unknown" if limb in in_any else "no" for limb in LIMBS
    }
    if "death" in in_all:
        return "must-consider", holds
    if in_all:
        return "always-consider", holds
    return ("not-enough-known" if in_any else "not-met"), holds


def would_matter(words: tuple[str, ...]) -> set[str]:
    """The unknown facts of which it can depend which limbs hold: for some way the rest turns out."""
    found = set()
    for position, (key, word) in enumerate(zip(KEYS, words, strict=True)):
        if word == "unknown":
            rest = (*words[:position], "yes", *words[position + 1 :])
            for case in could_be(rest):
                other = (*case[:position], False, *case[position + 1 :])
                if limbs_that_hold(case) != limbs_that_hold(other):
                    found.add(key)
                    break
    return found


def every_case() -> Iterator[tuple[str, ...]]:
    return product(("yes", "no", "unknown"), repeat=len(KEYS))


@cache
def judged(words: tuple[str, ...]) -> dict:
    return as_data(CRITERIA.judge(CRITERIA.read(dict(zip(KEYS, words, strict=True)))))


@pytest.mark.duty("P1", "P3", "P4")
def test_every_case_is_judged_as_the_statements_say():
    count = 0
    for words in every_case():
        outcome, holds = by_the_statements(words)
        said = judged(words)
        assert said["outcome"] == outcome, words
        assert {limb["key"]: limb["holds"] for limb in said["limbs"]} == holds, words
        count += 1
    assert count == 3**9


@pytest.mark.duty("P3")
def test_what_is_missing_is_what_could_still_decide_a_limb_and_is_named_only_when_nothing_holds():
    for words in every_case():
        said = judged(words)
        expected = would_matter(words) if said["outcome"] == "not-enough-known" else set()
        assert set(said["missing"]) == expected, words
        assert len(said["missing"]) == len(expected)


@pytest.mark.duty("P2")
@pytest.mark.parametrize("known", ["yes", "no", "unknown", "suspected"])
def test_whether_agencies_knew_the_child_is_read_and_changes_nothing(known):
    for words in every_case():
        facts = dict(zip(KEYS, words, strict=True))
        with_it = CRITERIA.judge(CRITERIA.read(facts | {"known_to_agencies": known}))
        assert as_data(with_it) == judged(words)


@pytest.mark.duty("P1", "P3")
def test_suspected_is_yes_and_absent_is_unknown_wherever_they_stand():
    for position, key in enumerate(KEYS):
        others = {other: "no" for other in KEYS if other != key}
        yes = judged(tuple("yes" if at == position else "no" for at in range(len(KEYS))))
        unknown = judged(tuple("unknown" if at == position else "no" for at in range(len(KEYS))))
        suspected = CRITERIA.judge(CRITERIA.read(others | {key: "suspected"}))
        absent = CRITERIA.judge(CRITERIA.read(others))
        assert as_data(suspected) == yes
        assert as_data(absent) == unknown


@pytest.mark.duty("P1", "P2", "P3", "P4")
def test_the_command_prints_what_the_statements_say_as_json():
    # One case in a hundred and one: a prime, so that every fact takes each of its words.
    for words in list(every_case())[::101]:
        outcome, holds = by_the_statements(words)
        facts = json.dumps(dict(zip(KEYS, words, strict=True)))
        ran = CliRunner().invoke(command, ["--type", "scr-2010", "-"], input=facts)
        assert ran.exit_code == 0, ran.output
        said = json.loads(ran.output)
        assert list(said) == ["outcome", "limbs", "missing"]
        assert said["outcome"] == outcome
        assert [list(limb) for limb in said["limbs"]] == [["key", "holds", "because"]] * len(LIMBS)
        assert {limb["key"]: limb["holds"] for limb in said["limbs"]} == holds
        assert all(limb["because"].endswith(".") for limb in said["limbs"])
