"""Patterns over time: what a single entry does not show."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.agencies_said import kinds_said
from goldenthread.chronology.plain_words import shown_day, stems

_OUTCOME_DAYS = 45
"""Days after a referral in which an outcome is looked for: an assessment’s time and a little more."""
_LEAST_SHORTENING = 4
"""Incidents: three intervals, each shorter than the one before."""
_TOGETHER = timedelta(days=2)
"""Days within which several agencies’ entries are taken for one incident."""


class Kind(StrEnum):
    """What sort of pattern it is."""

    MISSED = "missed appointments"
    REFERRAL = "referral without outcome"
    INJURY = "repeat injuries"
    MOVE = "moves"
    SHORTENING = "shortening intervals"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, the entries it rests on in the order of the chronology, and why."""

    kind: Kind
    ids: tuple[str, ...]
    reason: str


_MISSED = re.compile(
    r"\b(?:dna|dna'?d|wnb|was not brought|were not brought|not brought|did not attend|didn't attend|failed to attend|"
    r"failed to (?:bring|keep)|fta|not attended|non[- ]attendance|missed (?:\w+ ){0,2}(?:appointments?|appts?|clinics?|sessions?|reviews?|visits?)|"
    r"(?:appointments?|appts?|clinics?|sessions?|scans?) (?:\w+ )?(?:missed|not kept)|no access|"
    r"(?:cancelled|rearranged|postponed) by (?:mother|mum|father|dad|parents?|family|patient|text)|"
    r"(?:mother|mum|father|dad|parents?|patient) cancelled|did not (?:arrive|turn up)|no show)\b"
)
_NOT_MISSED = re.compile(r"\b(?:no missed|not missed|never missed|no dnas?|no record of missed)\b")
_REFERRED = re.compile(
    r"(?<!not )(?<!never )(?<!no )(?<!self[ -])\b(?:referred|referral (?:made|sent|submitted|completed|posted|faxed|e-?mailed|given)?"
    r"(?: ?by \w+)? ?(?:to|for|made|sent|submitted|posted|faxed)|refer to|re-referred)\b"
)
_UNREFERRED = re.compile(
    r"\b(?:no referral|not (?:be )?refer|to consider referral|referral (?:declined|not made|received|from|needed)|"
    r"referred (?:by|from)|would refer|consider\w* refer|should (?:be )?refer)"
)
_CAME_OF_IT = re.compile(
    r"\b(?:outcome|accepted|declined|rejected|allocated|assessed|assessment|seen|attended|closed|nfa|no further action|discharged|"
    r"offered|appointment|appt|dna|did not attend|not brought|threshold|strategy|waiting list|triage\w*|acknowledg\w*|re(?:ceived|fused)|"
    r"section 47|started|began|completed|screened)\b"
)
_INJURY = re.compile(
    r"\b(?:bruis\w+|fractur\w+|burn(?:s|t|ed)?|scald\w*|laceration|black eye|swollen \w+|swelling|"
    r"(?:red|slap|bite|finger|belt|hand|pinch) ?marks?|marks? (?:to|on)|cut (?:to|on|inside|above|under|lip)|torn (?:skin|frenulum|frenum)|"
    r"head injury|injur(?:y|ies)|graz\w+|scratch(?:es)?)\b"
)
_NO_INJURY = re.compile(
    r"\bno (?:visible |apparent |obvious |physical |new |other |further )?(?:injur\w+|marks?|bruis\w+)\b|"
    r"\b(?:bruis\w+|burns?|injur\w+) (?:leaflet|advice|clinic|policy|protocol)\b|\bfinger ?prints?\b"
)
_MOVED = re.compile(
    r"\b(?:(?:has|had|have|family|mother|mum|father|parents?|they|child|she|he) (?:just |now |since |both |all |recently )?moved(?! on| away from)|(?<!appointments )(?<!appointment )(?<!appts )(?<!meeting )(?<!visit )moved (?:again )?(?:to(?! (?:fortnight|week|month|next|another|\d|mon|tue|wed|thu|fri))|into|in with|out|address|area|from|back|in)|new address|"
    r"change of address|changed address|moving (?:to|in)|re-?housed|tenancy (?:starts?|started|begins?|began|commenced|signed)|evicted|"
    r"transferred? (?:in|out|to) (?:from )?(?:\w+ )?(?:area|authority|borough|county)|moved out of area|now (?:living|staying|residing) (?:at|with|in)|"
    r"placed (?:with|in)|temporary accommodation)\b"
)
_INCIDENT = re.compile(
    r"\b(?:assault\w*|hit|slapped|punched|kicked|pushed|strangl\w+|threaten\w*|arrest\w*|domestic (?:incident|disturbance|(?:abuse|violence) (?:incident|notification|call))|"
    r"999|argument|fight(?:ing)?|screaming|shouting|altercation|injur(?:y|ies)|bruis\w+|overdose|reported missing|missing (?:from|person)|absconded|criminal damage)\b"
)

_MISSES = stems(
    "dna dnas wnb brought attend attended attendance fail failed fta miss missed kept keep access "
    "cancelled rearranged postponed arrive turn show"
)
_CAME = stems(
    "outcome accepted declined rejected allocated assessed assessment seen attended closed nfa "
    "action discharged offered appointment appt dna attend brought threshold strategy waiting "
    "triage triaged acknowledge acknowledged acknowledgement received refused section started "
    "began completed screened"
)
_HURTS = stems(
    "bruise bruises bruised bruising fracture fractures fractured burn burns burnt burned scald "
    "scalded scalds laceration eye swollen swelling mark marks cut torn injury injuries injured "
    "graze grazes grazed scratch scratches"
)
_MOVES = stems(
    "moved moving address rehoused housed tenancy evicted transferred transfer living staying "
    "residing placed accommodation"
)
_INCIDENTS = _HURTS | stems(
    "assault assaulted assaults hit slapped punched kicked pushed strangled strangling threatened "
    "threatening threaten threatens arrest arrested arrests domestic 999 argument fight fighting "
    "screaming shouting altercation overdose missing absconded criminal"
)


def patterns(accounts: Sequence[Account]) -> tuple[Pattern, ...]:
    """Every pattern found: missed appointments, referrals without outcome, and so on."""
    return (
        *_missed(accounts),
        *_referrals(accounts),
        *_injuries(accounts),
        *_moves(accounts),
        *_shortening(accounts),
    )


def _missed(accounts: Iterable[Account]) -> Iterator[Pattern]:
    """Two or more appointments missed at one agency."""
    by_agency: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if (
            account.has_any(_MISSES)
            and _MISSED.search(account.said)
            and not _NOT_MISSED.search(account.said)
        ):
            by_agency[account.agency].append(account)
    for agency, missed in sorted(by_agency.items()):
        if len(missed) > 1:
            reason = f"{agency} records {len(missed)} times that an appointment was missed or not brought to, or nobody let the worker in."
            yield Pattern(Kind.MISSED, _ids(missed), reason)


def _referrals(accounts: Sequence[Account]) -> Iterator[Pattern]:
    """A referral after which no entry within 45 days says what came of it.

    An outcome is a later entry, of either agency, that speaks of the kind of service referred to
    (or of a referral at all) and of something that came of it.
    """
    answers: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
    for account in accounts:
        if account.first and account.has_any(_CAME) and _CAME_OF_IT.search(account.said):
            for about in _about(account, kinds_said(account.agency)):
                answers[about].append((account.first, account.id))
    for entries in answers.values():
        entries.sort()
    for account in accounts:
        sent = account.first
        if not sent or not _is_referral(account):
            continue
        if not any(
            _answered(answers.get(about, []), sent, account.id) for about in _about(account)
        ):
            reason = f"{account.agency} records a referral on {shown_day(sent)}; no entry in the {_OUTCOME_DAYS} days after it says what came of it."
            yield Pattern(Kind.REFERRAL, (account.id,), reason)


def _is_referral(account: Account) -> bool:
    said = account.said
    return "refer" in said and bool(_REFERRED.search(said)) and not _UNREFERRED.search(said)


def _about(account: Account, own: frozenset[str] = frozenset()) -> set[str]:
    """What an entry is about, as far as a referral’s answer goes: services, or a referral."""
    about = {str(kind) for kind in account.kinds} | {str(kind) for kind in own}
    return about | {"referral"} if "refer" in account.said else about


def _answered(entries: Sequence[tuple[date, str]], sent: date, referral: str) -> bool:
    """Whether another entry lies in the days after the referral."""
    start = bisect_left(entries, (sent, ""))
    end = bisect_right(entries, (sent + timedelta(days=_OUTCOME_DAYS), "\U0010ffff"))
    return end - start > 1 or (end - start == 1 and entries[start][1] != referral)


def _injuries(accounts: Iterable[Account]) -> Iterator[Pattern]:
    """Injuries on two or more days at least three days apart."""
    hurt = _saying(accounts, _INJURY, _HURTS, unless=_NO_INJURY)
    times = _incidents(hurt)
    if len(times) > 1:
        reason = f"Injuries are recorded at {len(times)} different times from {shown_day(times[0])} to {shown_day(times[-1])}."
        yield Pattern(Kind.INJURY, _ids(hurt), reason)


def _moves(accounts: Iterable[Account]) -> Iterator[Pattern]:
    """Two or more moves of home or of area."""
    moved = _saying(accounts, _MOVED, _MOVES)
    times = _incidents(moved)
    if len(times) > 1:
        reason = f"A move of home or area is recorded at {len(times)} different times from {shown_day(times[0])} to {shown_day(times[-1])}."
        yield Pattern(Kind.MOVE, _ids(moved), reason)


def _shortening(accounts: Iterable[Account]) -> Iterator[Pattern]:
    """The longest run of incidents, each sooner after the last; at the end in half the time or less."""
    told = [
        account
        for account in _saying(accounts, _INCIDENT, _INCIDENTS, unless=_NO_INJURY)
        if account.sure
    ]
    times = _incidents(told)
    gaps = [(later - sooner).days for sooner, later in pairwise(times)]
    start, end = _longest_fall(gaps)
    run = times[start : end + 2]
    if len(run) < _LEAST_SHORTENING or gaps[end] * 2 > gaps[start]:
        return
    within = [account for account in told if run[0] <= _day(account) <= run[-1] + _TOGETHER]
    intervals = ", ".join(str(gap) for gap in gaps[start : end + 1])
    reason = f"Incidents came closer together from {shown_day(run[0])} to {shown_day(run[-1])}: {intervals} days apart."
    yield Pattern(Kind.SHORTENING, _ids(within), reason)


def _longest_fall(gaps: Sequence[int]) -> tuple[int, int]:
    """The first and last place of the longest run of numbers that fall; of equals, the latest."""
    best, start = (0, -1), 0
    for place in range(len(gaps)):
        if place and gaps[place] >= gaps[place - 1]:
            start = place
        if place - start >= best[1] - best[0]:
            best = start, place
    return best


def _saying(
    accounts: Iterable[Account],
    pattern: re.Pattern[str],
    some: frozenset[str],
    *,
    unless: re.Pattern[str] | None = None,
) -> list[Account]:
    """Entries with a date whose words hold the pattern once what denies it is taken out."""
    return [
        account
        for account in accounts
        if account.first
        and account.has_any(some)
        and pattern.search(unless.sub("", account.said) if unless else account.said)
    ]


def _incidents(accounts: Iterable[Account]) -> list[date]:
    """The days of different incidents: entries within two days of one another are one.

    A retelling counts for the day it names, not for the day it was written.
    """
    days = sorted(map(_day, accounts))
    times: list[date] = []
    for day in days:
        if not times or day - times[-1] > _TOGETHER:
            times.append(day)
    return times


def _day(account: Account) -> date:
    return account.spoken[-1] if account.spoken else account.first or date.min


def _ids(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(account.id for account in accounts)
