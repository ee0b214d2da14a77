"""Must there be a review? Three-valued logic that explains itself (P1 to P4).

A fact is yes, no or unknown; *suspected* counts as yes, and unknown never counts as no. The criteria
of a regime are data (:class:`Criteria`, one module each beside this one); here they are judged.
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


@dataclass(frozen=True, slots=True)
class FactAsked:
    """A fact that the criteria ask about: its key, the question, and how a sentence says that it is so.

    ``evidence_needed`` is the sentence shown when it is said to be so and nothing shows it; blank where
    a fact may be stated without evidence. ``phrase`` is blank for a fact on which no limb rests.
    """

    key: str
    question: str
    phrase: str = ""
    hint: str = ""
    evidence_needed: str = ""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that are asked about together, under one heading."""

    heading: str
    facts: tuple[FactAsked, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a limb holds: every one of these facts is so.

    ``explains`` is a further sentence for a way whose facts settle more than they say; what is denied
    in the limb's other ways is then pointed out, for both cannot be right.
    """

    facts: tuple[str, ...]
    explains: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A limb as data: it holds when any one of its ways does, and then raises its outcome."""

    key: str
    title: str
    ways: tuple[Way, ...]
    raises: str


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of the criteria: whether it holds, the sentence that says why, what would decide it.

    ``missing`` holds the unknown facts on which an undecided limb still rests; it is empty otherwise.
    """

    key: str
    title: str
    holds: Known
    because: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What the criteria say of these facts, limb by limb, and what would decide it.

    ``outcome`` is the key of one of the criteria's outcomes, :data:`NOT_ENOUGH_KNOWN` or :data:`NOT_MET`.
    """

    outcome: str
    limbs: tuple[Limb, ...]
    missing: tuple[str, ...]


NOT_ENOUGH_KNOWN = "not-enough-known"
NOT_MET = "not-met"


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of one regime: what is asked, the limbs, and what each raises.

    ``outcomes`` are the keys that a limb can raise, each with its words, strongest first.
    """

    groups: tuple[FactGroup, ...]
    rules: tuple[Rule, ...]
    outcomes: Mapping[str, str]
    not_met: str = "The criteria are not met"
    not_enough_known: str = "Not enough is known yet to judge"

    @property
    def facts(self) -> tuple[FactAsked, ...]:
        """Every fact that is asked about, in the order of the page."""
        return tuple(fact for group in self.groups for fact in group.facts)

    def fact(self, key: str) -> FactAsked:
        """The fact with this key; KeyError for one that these criteria do not ask about."""
        return {fact.key: fact for fact in self.facts}[key]

    def words(self, outcome: str) -> str:
        """An outcome in words; KeyError for one that these criteria do not give."""
        return {
            **self.outcomes,
            NOT_ENOUGH_KNOWN: self.not_enough_known,
            NOT_MET: self.not_met,
        }[outcome]

    def read(self, raw: Mapping[str, object]) -> dict[str, Known]:
        """Facts from words: *suspected* is yes, anything absent is unknown.

        Raises ValueError, naming the fact, for a word or a key that is none of ours.
        """
        facts = {fact.key: Known.UNKNOWN for fact in self.facts}
        for key, word in raw.items():
            if key not in facts:
                raise ValueError(f"“{key}” is not a fact that the criteria ask about.")
            if not isinstance(word, str) or word not in _WORDS:
                raise ValueError(f"“{key}” is “{word}”; say yes, no, suspected or unknown.")
            facts[key] = _WORDS[word]
        return facts

    def judge(self, facts: Mapping[str, Known]) -> Judged:
        """Judge these facts, limb by limb; one that is not given is unknown. See :func:`judged_by`."""
        return judged_by(self, facts)


_WORDS: dict[str, Known] = {
    "yes": Known.YES,
    "suspected": Known.YES,
    "no": Known.NO,
    "unknown": Known.UNKNOWN,
    "": Known.UNKNOWN,
}


def as_data(judged: Judged) -> dict[str, object]:
    """The judgement as plain data, in the words that ``goldenthread criteria`` prints as JSON."""
    return {
        "outcome": judged.outcome,
        "limbs": [
            {"key": limb.key, "holds": limb.holds.value, "because": limb.because}
            for limb in judged.limbs
        ],
        "missing": [str(fact) for fact in judged.missing],
    }


@carries_out(Duty.P1, Duty.P2, Duty.P3, Duty.P4)
def judged_by(criteria: Criteria, facts: Mapping[str, Known]) -> Judged:
    """Judge the facts by the criteria of a regime. A fact that is not given is unknown.

    The strongest outcome that holds wins. *Not enough known* is answered only when none holds and an
    unknown fact could still make one hold. Facts are taken as they are given: none is taken to be no
    because of another.
    """
    known = {fact.key: facts.get(fact.key, Known.UNKNOWN) for fact in criteria.facts}
    limbs = tuple(_limb(criteria, rule, known) for rule in criteria.rules)
    outcome = _outcome(criteria, limbs)
    missing: tuple[str, ...] = ()
    if outcome == NOT_ENOUGH_KNOWN:
        open_facts = {fact for limb in limbs for fact in limb.missing}
        missing = tuple(fact.key for fact in criteria.facts if fact.key in open_facts)
    return Judged(outcome, limbs, missing)


def _outcome(criteria: Criteria, limbs: tuple[Limb, ...]) -> str:
    raised = {
        rule.raises
        for rule, limb in zip(criteria.rules, limbs, strict=True)
        if limb.holds is Known.YES
    }
    for outcome in criteria.outcomes:
        if outcome in raised:
            return outcome
    is_open = any(limb.holds is Known.UNKNOWN for limb in limbs)
    return NOT_ENOUGH_KNOWN if is_open else NOT_MET


def _limb(criteria: Criteria, rule: Rule, facts: Mapping[str, Known]) -> Limb:
    holds = either(*(_way_holds(way, facts) for way in rule.ways))
    if holds is Known.YES:
        return Limb(rule.key, rule.title, holds, _because_yes(criteria, rule, facts))
    if holds is Known.NO:
        asked = dict.fromkeys(fact for way in rule.ways for fact in way.facts)
        against = [criteria.fact(fact).phrase for fact in asked if facts[fact] is Known.NO]
        this = "this is" if len(against) == 1 else "these are"
        because = f"It does not hold, because {this} not so: {'; '.join(against)}."
        return Limb(rule.key, rule.title, holds, because)
    missing = tuple(
        dict.fromkeys(
            fact
            for way in rule.ways
            if _way_holds(way, facts) is Known.UNKNOWN
            for fact in way.facts
            if facts[fact] is Known.UNKNOWN
        )
    )
    unknown = _list([f"whether {criteria.fact(fact).phrase}" for fact in missing])
    return Limb(
        rule.key, rule.title, holds, f"It is undecided: it is not known {unknown}.", missing
    )


def _way_holds(way: Way, facts: Mapping[str, Known]) -> Known:
    return both(*(facts[fact] for fact in way.facts))


def _because_yes(criteria: Criteria, rule: Rule, facts: Mapping[str, Known]) -> str:
    way = next(way for way in rule.ways if _way_holds(way, facts) is Known.YES)
    sentences = [f"It holds: {_list([criteria.fact(fact).phrase for fact in way.facts])}."]
    if way.explains:
        sentences.append(way.explains)
        denied = [
            criteria.fact(fact).phrase
            for other in rule.ways
            for fact in other.facts
            if facts[fact] is Known.NO
        ]
        if denied:
            sentences.append(
                f"Yet it is also said not to be so that {_list(denied)}: check which is right."
            )
    return " ".join(sentences)


def _list(phrases: list[str]) -> str:
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last
