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
    "of physical or mental health or of development?",
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
    """One limb of the criteria: whether it holds, the sentence that says why, what would decide it.

    ``missing`` holds the unknown facts on which an undecided limb still rests; it is empty otherwise.
    """

    key: str
    title: str
    holds: Known
    because: str
    missing: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What the criteria say of these facts, limb by limb, and what would decide it."""

    outcome: Outcome
    limbs: tuple[Limb, ...]
    missing: tuple[Fact, ...]


def as_data(judged: Judged) -> dict[str, object]:
    """The judgement as plain data, in the words that ``goldenthread criteria`` prints as JSON."""
    return {
        "outcome": judged.outcome.value,
        "limbs": [
            {"key": limb.key, "holds": limb.holds.value, "because": limb.because}
            for limb in judged.limbs
        ],
        "missing": [fact.value for fact in judged.missing],
    }


_WORDS: dict[str, Known] = {
    "yes": Known.YES,
    "suspected": Known.YES,
    "no": Known.NO,
    "unknown": Known.UNKNOWN,
    "": Known.UNKNOWN,
}


def read_facts(raw: Mapping[str, object]) -> dict[Fact, Known]:
    """Facts from words: *suspected* is yes, anything absent is unknown.

    Raises ValueError, naming the fact, for a word or a key that is none of ours.
    """
    facts = dict.fromkeys(Fact, Known.UNKNOWN)
    for key, word in raw.items():
        if key not in _KEYS:
            raise ValueError(f"“{key}” is not a fact that the criteria ask about.")
        if not isinstance(word, str) or word not in _WORDS:
            raise ValueError(f"“{key}” is “{word}”; say yes, no, suspected or unknown.")
        facts[Fact(key)] = _WORDS[word]
    return facts


_KEYS = frozenset(fact.value for fact in Fact)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A limb as data: it holds when, in any one of its ways, every fact is so.

    ``when_killed`` is the sentence that explains what the fact of having been killed settles here.
    """

    key: str
    title: str
    ways: tuple[tuple[Fact, ...], ...]
    when_killed: str = ""


# To be killed by a carer is to have died through abuse, so that fact alone raises the death limb. It
# also satisfies the stem of the fifth harm limb ("seriously harmed"), which could otherwise never hold.
_DEATH = _Rule(
    "death",
    "A child has died and abuse or neglect is a factor",
    ((Fact.CHILD_DIED, Fact.ABUSE_OR_NEGLECT), (Fact.KILLED_BY_CARER,)),
    "To be killed by such a carer is to have died through abuse.",
)
_HARM = (
    _Rule(
        "life_threatening",
        "Life-threatening injury or permanent impairment",
        (
            (
                Fact.SERIOUSLY_HARMED,
                Fact.LIFE_THREATENING,
                Fact.ABUSE_OR_NEGLECT,
                Fact.INTERAGENCY_CONCERN,
            ),
        ),
    ),
    _Rule(
        "sexual_abuse",
        "Sexual abuse",
        ((Fact.SERIOUSLY_HARMED, Fact.SEXUAL_ABUSE, Fact.INTERAGENCY_CONCERN),),
    ),
    _Rule(
        "parent_murdered",
        "A parent was murdered and a homicide review is starting",
        ((Fact.SERIOUSLY_HARMED, Fact.PARENT_MURDERED, Fact.INTERAGENCY_CONCERN),),
    ),
    _Rule(
        "violent_assault",
        "Violent assault by another child or an adult",
        ((Fact.SERIOUSLY_HARMED, Fact.VIOLENT_ASSAULT, Fact.INTERAGENCY_CONCERN),),
    ),
    _Rule(
        "killed_by_carer",
        "Killed by a carer with mental illness, substance misuse or domestic violence",
        ((Fact.KILLED_BY_CARER, Fact.INTERAGENCY_CONCERN),),
        "A child who was killed counts as seriously harmed.",
    ),
)

_PHRASES: dict[Fact, str] = {
    Fact.CHILD_DIED: "the child died",
    Fact.ABUSE_OR_NEGLECT: "abuse or neglect is a factor",
    Fact.SERIOUSLY_HARMED: "the child was seriously harmed",
    Fact.LIFE_THREATENING: "the injury was life-threatening or the impairment permanent",
    Fact.SEXUAL_ABUSE: "the child was sexually abused",
    Fact.PARENT_MURDERED: "a parent was murdered and a homicide review is starting",
    Fact.VIOLENT_ASSAULT: "there was a violent assault",
    Fact.KILLED_BY_CARER: "the child was killed by such a carer",
    Fact.INTERAGENCY_CONCERN: "there is concern about how agencies worked together",
}


@carries_out(Duty.P1, Duty.P2, Duty.P3, Duty.P4)
def judge(facts: Mapping[Fact, Known]) -> Judged:
    """Judge the criteria of 2010, limb by limb. A fact that is not given is unknown.

    The strongest outcome that holds wins. *Not enough known* is answered only when none holds and an
    unknown fact could still make one hold. Facts are taken as they are given: none is taken to be no
    because of another. Whether agencies knew the child changes nothing (P2). A killed child satisfies
    the stem of the fifth harm limb (P3), and raises the death limb (P1).
    """
    facts = {**dict.fromkeys(Fact, Known.UNKNOWN), **facts}
    death, *harm = (_limb(rule, facts) for rule in (_DEATH, *_HARM))
    outcome = _outcome(death, harm)
    missing: tuple[Fact, ...] = ()
    if outcome is Outcome.NOT_ENOUGH_KNOWN:
        open_facts = {fact for limb in (death, *harm) for fact in limb.missing}
        missing = tuple(fact for fact in Fact if fact in open_facts)
    return Judged(outcome, (death, *harm), missing)


def _outcome(death: Limb, harm: list[Limb]) -> Outcome:
    holds = [limb.holds for limb in harm]
    if death.holds is Known.YES:
        return Outcome.MUST_CONSIDER
    if Known.YES in holds:
        return Outcome.ALWAYS_CONSIDER
    return Outcome.NOT_ENOUGH_KNOWN if Known.UNKNOWN in (death.holds, *holds) else Outcome.NOT_MET


def _limb(rule: _Rule, facts: Mapping[Fact, Known]) -> Limb:
    holds = either(*(both(*(facts[fact] for fact in way)) for way in rule.ways))
    if holds is Known.YES:
        return Limb(rule.key, rule.title, holds, _because_yes(rule, facts))
    asked = [fact for way in rule.ways for fact in way]
    if holds is Known.NO:
        against = [_PHRASES[fact] for fact in asked if facts[fact] is Known.NO]
        this = "this is" if len(against) == 1 else "these are"
        because = f"It does not hold, because {this} not so: {'; '.join(against)}."
        return Limb(rule.key, rule.title, holds, because)
    missing = tuple(
        fact
        for way in rule.ways
        if both(*(facts[fact] for fact in way)) is Known.UNKNOWN
        for fact in way
        if facts[fact] is Known.UNKNOWN
    )
    because = (
        f"It is undecided: it is not known {_list([f'whether {_PHRASES[f]}' for f in missing])}."
    )
    return Limb(rule.key, rule.title, holds, because, missing)


def _because_yes(rule: _Rule, facts: Mapping[Fact, Known]) -> str:
    way = next(way for way in rule.ways if both(*(facts[fact] for fact in way)) is Known.YES)
    sentences = [f"It holds: {_list([_PHRASES[fact] for fact in way])}."]
    if Fact.KILLED_BY_CARER in way:
        sentences.append(rule.when_killed)
        denied = [
            _PHRASES[fact] for other in rule.ways for fact in other if facts[fact] is Known.NO
        ]
        if denied:
            sentences.append(
                f"Yet it is also said not to be so that {_list(denied)}: check which is right."
            )
    return " ".join(sentences)


def _list(phrases: list[str]) -> str:
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last
