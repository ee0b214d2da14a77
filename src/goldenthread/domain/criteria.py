"""Must there be a review? Three-valued logic that explains itself (P1 to P4).

A fact is yes, no or unknown; *suspected* counts as yes, and unknown never counts as no.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.domain.duties import Duty, carries_out


class Known(StrEnum):
    """What is known of a fact, or whether a limb holds."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def both(*values: Known) -> Known:
    """Kleene's *and*: one no decides; without a no, one unknown leaves it open."""
    if Known.NO in values:
        return Known.NO
    return Known.UNKNOWN if Known.UNKNOWN in values else Known.YES


def either(*values: Known) -> Known:
    """Kleene's *or*: one yes decides; without a yes, one unknown leaves it open."""
    if Known.YES in values:
        return Known.YES
    return Known.UNKNOWN if Known.UNKNOWN in values else Known.NO


class Fact(StrEnum):
    """A fact that the criteria ask about."""

    CHILD_DIED = "child_died"
    ABUSE_OR_NEGLECT = "abuse_or_neglect"
    SERIOUSLY_HARMED = "seriously_harmed"
    LIFE_THREATENING = "life_threatening_or_permanent_impairment"
    SEXUAL_ABUSE = "sexual_abuse"
    PARENT_MURDERED = "parent_murdered_with_homicide_review"
    VIOLENT_ASSAULT = "violent_assault"
    KILLED_BY_CARER = "killed_by_carer_with_mental_illness_substance_misuse_or_domestic_violence"
    INTERAGENCY_CONCERN = "interagency_concern"
    KNOWN_TO_AGENCIES = "known_to_agencies"


QUESTIONS: dict[Fact, str] = {
    Fact.CHILD_DIED: "Has a child died (including by suspected suicide)?",
    Fact.ABUSE_OR_NEGLECT: "Is abuse or neglect known or suspected to be a factor?",
    Fact.SERIOUSLY_HARMED: "Was a child seriously harmed?",
    Fact.LIFE_THREATENING: "Was there a potentially life-threatening injury, or serious and permanent impairment "
    "of health or development?",
    Fact.SEXUAL_ABUSE: "Was the child sexually abused?",
    Fact.PARENT_MURDERED: "Was a parent murdered, with a domestic homicide review being started?",
    Fact.VIOLENT_ASSAULT: "Was there a violent assault by another child or an adult?",
    Fact.KILLED_BY_CARER: "Was the child killed by a parent, carer or close relative with a mental illness, or known "
    "to misuse substances or to perpetrate domestic violence?",
    Fact.INTERAGENCY_CONCERN: "Is there concern about how agencies worked together?",
    Fact.KNOWN_TO_AGENCIES: "Was the child or family known to any agency?",
}


class Outcome(StrEnum):
    """What the criteria say, strongest first."""

    MUST_CONSIDER = "must-consider"
    ALWAYS_CONSIDER = "always-consider"
    NOT_ENOUGH_KNOWN = "not-enough-known"
    NOT_MET = "not-met"


OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.MUST_CONSIDER: "The Board must consider what can be learned",
    Outcome.ALWAYS_CONSIDER: "The Board always considers a review",
    Outcome.NOT_ENOUGH_KNOWN: "Not enough is known yet to judge",
    Outcome.NOT_MET: "The criteria are not met",
}


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of the criteria: whether it holds, and the sentence that says why."""

    key: str
    title: str
    holds: Known
    because: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What the criteria say of these facts, limb by limb, and what would decide it."""

    outcome: Outcome
    limbs: tuple[Limb, ...]
    missing: tuple[Fact, ...]


def read_facts(raw: Mapping[str, str]) -> dict[Fact, Known]:
    """Facts from words: *suspected* is yes, anything absent is unknown.

    Raises ValueError, naming the fact, for a word or a key that is none of ours.
    """
    known_words = {
        "yes": Known.YES,
        "suspected": Known.YES,
        "no": Known.NO,
        "unknown": Known.UNKNOWN,
        "": Known.UNKNOWN,
    }
    facts = dict.fromkeys(Fact, Known.UNKNOWN)
    for key, word in raw.items():
        if key not in Fact:
            raise ValueError(f"“{key}” is not a fact that the criteria ask about.")
        if word not in known_words:
            raise ValueError(f"“{key}” is “{word}”; say yes, no, suspected or unknown.")
        facts[Fact(key)] = known_words[word]
    return facts


_HARM_LIMBS: tuple[tuple[str, str, tuple[Fact, ...]], ...] = (
    (
        "life_threatening",
        "Life-threatening injury or permanent impairment",
        (Fact.LIFE_THREATENING, Fact.ABUSE_OR_NEGLECT),
    ),
    ("sexual_abuse", "Sexual abuse", (Fact.SEXUAL_ABUSE,)),
    (
        "parent_murdered",
        "A parent was murdered and a homicide review is starting",
        (Fact.PARENT_MURDERED,),
    ),
    ("violent_assault", "Violent assault by another child or an adult", (Fact.VIOLENT_ASSAULT,)),
    (
        "killed_by_carer",
        "Killed by a carer with mental illness, substance misuse or domestic violence",
        (Fact.KILLED_BY_CARER,),
    ),
)


@carries_out(Duty.P1, Duty.P2, Duty.P3, Duty.P4)
def judge(facts: Mapping[Fact, Known]) -> Judged:
    """Judge the criteria of 2010, limb by limb.

    The strongest outcome that holds wins. *Not enough known* is answered only when none holds and an
    unknown fact could still make one hold. Whether agencies knew the child changes nothing (P2). A
    killed child satisfies the stem of the fifth harm limb, and raises the death limb (P1).
    """
    limbs = (_death_limb(facts), *(_harm_limb(facts, *limb) for limb in _HARM_LIMBS))
    outcome = _outcome(limbs)
    return Judged(outcome, limbs, _missing(facts, outcome))


def _outcome(limbs: tuple[Limb, ...]) -> Outcome:
    death, *harm = (limb.holds for limb in limbs)
    if death is Known.YES:
        return Outcome.MUST_CONSIDER
    if Known.YES in harm:
        return Outcome.ALWAYS_CONSIDER
    return Outcome.NOT_ENOUGH_KNOWN if Known.UNKNOWN in (death, *harm) else Outcome.NOT_MET


def _death_limb(facts: Mapping[Fact, Known]) -> Limb:
    # To be killed by a carer is to have died by abuse, so that fact settles both parts of this limb.
    died = either(facts[Fact.CHILD_DIED], facts[Fact.KILLED_BY_CARER])
    factor = either(facts[Fact.ABUSE_OR_NEGLECT], facts[Fact.KILLED_BY_CARER])
    return _limb(
        "death",
        "A child has died and abuse or neglect is a factor",
        {"the child died": died, "abuse or neglect is a factor": factor},
    )


def _harm_limb(facts: Mapping[Fact, Known], key: str, title: str, own: tuple[Fact, ...]) -> Limb:
    stem = facts[Fact.SERIOUSLY_HARMED]
    if key == "killed_by_carer":
        stem = either(stem, facts[Fact.KILLED_BY_CARER])
    parts = {"the child was seriously harmed": stem}
    parts.update({_PHRASES[fact]: facts[fact] for fact in own})
    parts["there is concern about how agencies worked together"] = facts[Fact.INTERAGENCY_CONCERN]
    return _limb(key, title, parts)


_PHRASES: dict[Fact, str] = {
    Fact.LIFE_THREATENING: "the injury was life-threatening or the impairment permanent",
    Fact.ABUSE_OR_NEGLECT: "abuse or neglect is a factor",
    Fact.SEXUAL_ABUSE: "the child was sexually abused",
    Fact.PARENT_MURDERED: "a parent was murdered and a homicide review is starting",
    Fact.VIOLENT_ASSAULT: "there was a violent assault",
    Fact.KILLED_BY_CARER: "the child was killed by such a carer",
}


def _limb(key: str, title: str, parts: Mapping[str, Known]) -> Limb:
    holds = both(*parts.values())
    if holds is Known.YES:
        because = f"It holds: {_list(parts)}."
    elif holds is Known.NO:
        against = [phrase for phrase, known in parts.items() if known is Known.NO]
        because = f"It does not hold: it is not so that {_list(against)}."
    else:
        unknown = [phrase for phrase, known in parts.items() if known is Known.UNKNOWN]
        because = f"It is undecided: it is not known whether {_list(unknown)}."
    return Limb(key, title, holds, because)


def _list(phrases: Mapping[str, Known] | list[str]) -> str:
    *first, last = list(phrases)
    return f"{', '.join(first)} and {last}" if first else last


def _missing(facts: Mapping[Fact, Known], outcome: Outcome) -> tuple[Fact, ...]:
    """The unknown facts that could still change the outcome to one that holds."""
    if outcome is not Outcome.NOT_ENOUGH_KNOWN:
        return ()
    return tuple(
        fact
        for fact in Fact
        if fact is not Fact.KNOWN_TO_AGENCIES
        and facts[fact] is Known.UNKNOWN
        and _could_decide(facts, fact)
    )


def _could_decide(facts: Mapping[Fact, Known], fact: Fact) -> bool:
    """Whether some limb is undecided and rests on this fact."""
    without = {**facts, fact: Known.NO}
    before = (_death_limb(facts), *(_harm_limb(facts, *limb) for limb in _HARM_LIMBS))
    after = (_death_limb(without), *(_harm_limb(without, *limb) for limb in _HARM_LIMBS))
    return any(
        one.holds is Known.UNKNOWN and one != other
        for one, other in zip(before, after, strict=True)
    )
