"""When the child was seen, seen alone and heard, and the longest time they were not."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.answers import UNSURE, Answer, of_cell
from goldenthread.chronology.plain_words import shown_day, stems


class Line(StrEnum):
    """The three questions asked of every entry."""

    SEEN = "child seen"
    ALONE = "child seen alone"
    HEARD = "child heard"


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one entry says of the child: seen, seen alone, heard; and why it is read so."""

    id: str
    seen: Answer
    alone: Answer
    heard: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class SightLine:
    """One question over time for one agency, or for all of them where ``agency`` is None.

    ``ids`` are the entries that say yes for one certain day. ``gap_days`` counts the days between
    the two of them furthest apart, from ``gap_first`` to ``gap_last``; 0 with no day between.
    """

    line: Line
    agency: str | None
    ids: tuple[str, ...]
    last: date | None
    gap_first: date | None
    gap_last: date | None
    gap_days: int
    doubtful: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Sight:
    """Every entry that says anything of seeing or hearing the child, and the lines they make."""

    sightings: tuple[Sighting, ...]
    lines: tuple[SightLine, ...]


_CHILD = r"(?:(?:the |both |all |older |younger |other )*(?:child|children|baby|infant|boy|girl|toddler|kids|son|daughter|siblings?|newborn|young person))"
_TEXT_NOT = re.compile(
    rf"\b{_CHILD}(?: (?:was|were|is|also|reported|said to be|not present and|asleep,?))* (?:not|un) ?seen\b(?! alone| on h| on th)|"
    rf"\bnot seen\b(?! alone| on h| on th)|\bdid not see (?:the )?{_CHILD}|\b{_CHILD} (?:was |were )?not (?:present|at home|brought)\b|"
    rf"\bunable to see (?:the )?{_CHILD}|\bno access\b|\b{_CHILD} (?:said|reported) to be (?:asleep|upstairs|in bed|with|at)"
)
_TEXT_DOUBT = re.compile(
    rf"\b{_CHILD},?(?: \(?\w+\)?,?)?(?: (?:was|were|reported))? (?:asleep|sleeping|in bed|upstairs)\b|\basleep upstairs\b"
)
_TEXT_SEEN = re.compile(
    rf"(?<!un)\b(?:saw|seen|observed|examined|weighed|checked|spoke (?:to|with)|met) (?:the |with )?{_CHILD}\b|"
    rf"\b{_CHILD}(?: \w+){{0,3}} (?:was |were |both |also )?(?:seen|observed|examined|weighed|present)\b|"
    rf"\b{_CHILD} (?:seen|spoken to|weighed|present)\b|\bseen (?:alone|on (?:his|her|their) own)\b"
)
_TEXT_ALONE = re.compile(
    r"\b(?:seen|spoken to|spoke (?:to|with) [\w ]{1,20}|saw [\w ]{1,20}|interviewed) (?:alone|on (?:his|her|their) own|by (?:him|her)self|without (?:mother|parents?|mum|father))\b"
)
_TEXT_NOT_ALONE = re.compile(r"\bnot (?:seen|spoken to) (?:alone|on (?:his|her|their) own)\b")
_TEXT_HEARD = re.compile(
    rf"\b{_CHILD} (?:\w+ )?(?:(?:said|told|says|stated)(?! to be)|disclosed|described|showed|drew|whispered|wished|wants|wanted)\b|"
    r"\b(?:seen|spoken to) (?:alone|on (?:his|her|their) own)[,;.]? (?:and |(?:he|she|they) )?(?:said|told|disclosed|described)\b|"
    r"\bvoice of the child\b"
)
_ADULT_ALONE = re.compile(
    r"\b(?:mother|mum|father|dad|partner|she|patient|client|woman|adult|parent)\b"
)
_CHILDREN = stems(
    "child children baby infant boy girl toddler kids son daughter sibling siblings newborn young"
)
_SEEING = _CHILDREN | stems("seen unseen access asleep upstairs")
"""The patterns above need one of these words, or of those below: asked first, as it is quick."""
_ALONE = stems("alone own herself himself without")
_HEARD = _CHILDREN | _ALONE
_SAYING = stems(
    "said told disclosed says stated described showed drew whispered wished wants wanted words "
    "voice wishes"
)
_TWO_IN_ONE = re.compile(r"\s/\s|(?<=[yn])/(?=[yn]\b)", re.I)
"""One column headed “seen / seen alone” holds both answers: “Y / N”."""
_EMPTY = frozenset(
    (
        "",
        "n",
        "no",
        "none",
        "nil",
        "n/a",
        "na",
        "-",
        "–",
        "not recorded",
        "not known",
        "not sought",
        "not obtained",
        "not seen",
        "n/k",
    )
)


def sight(accounts: Sequence[Account], *, born: date | None = None) -> Sight:
    """What the entries say of seeing and hearing the child, and the lines they make.

    A column for it decides; otherwise plain words do (“not seen”, “seen alone”, “she said”). Only a
    yes on one certain day counts for a line; “Y?” and “asleep upstairs” stay doubtful. Days before
    ``born`` are left out, as no one could see the child then.
    """
    told = [(account, sight_of(account)) for account in accounts]
    if born:
        told = [pair for pair in told if pair[0].last is None or pair[0].last >= born]
    told = [(account, one) for account, one in told if _says_anything(one)]
    agencies = sorted({account.agency for account, _ in told})
    lines = [
        _line(line, agency, [pair for pair in told if agency in (None, pair[0].agency)])
        for agency in (None, *agencies)
        for line in Line
    ]
    return Sight(tuple(one for _, one in told), tuple(lines))


def sight_of(account: Account) -> Sighting:
    """What one entry says of seeing, seeing alone and hearing the child."""
    fields = account.fields
    seen_cell, *more = _TWO_IN_ONE.split(fields.get("child_seen", ""), maxsplit=1)
    alone_cell = fields.get("seen_alone", "") or "".join(more)
    seen, alone = of_cell(seen_cell), of_cell(alone_cell)
    if (
        seen is Answer.YES
        and "alone" in seen_cell.casefold()
        and "not alone" not in seen_cell.casefold()
    ):
        alone = Answer.YES
    by_column = seen is not Answer.UNSAID
    if not by_column:
        seen = _seen_in(account)
    if alone is Answer.UNSAID:
        alone = _alone_in(account, seen)
    if alone is Answer.YES and seen is Answer.UNSAID:
        seen = Answer.YES
    heard = _heard(account)
    where = "in its column" if by_column else "in the words of the entry"
    reason = f"Child seen: {seen.value}, {where}; alone: {alone.value}; heard: {heard.value}."
    return Sighting(account.id, seen, alone, heard, reason)


def _seen_in(account: Account) -> Answer:
    said = account.said
    if not account.has_any(_SEEING):
        return Answer.UNSAID
    if "?" in said and re.search(r"\bseen\?|\?\s*(?:child )?seen", said):
        return Answer.DOUBT
    if _TEXT_NOT.search(said):
        return Answer.NO
    rest = _TEXT_NOT_ALONE.sub("", said)
    if _TEXT_SEEN.search(rest) and not _is_adult_alone(rest):
        return Answer.YES
    if rest != said:
        return Answer.DOUBT
    return Answer.DOUBT if _TEXT_DOUBT.search(said) else Answer.UNSAID


def _is_adult_alone(said: str) -> bool:
    """Whether “seen alone” is all that was said, and it was said of an adult."""
    found = _TEXT_SEEN.search(said)
    if not found or re.search(_CHILD, found[0]):
        return False
    return _ADULT_ALONE.search(said[: found.start()]) is not None


def _alone_in(account: Account, seen: Answer) -> Answer:
    said = account.said
    if seen is Answer.NO:
        return Answer.NO
    if not account.has_any(_ALONE):
        return Answer.UNSAID
    if _TEXT_NOT_ALONE.search(said):
        return Answer.NO
    if _TEXT_ALONE.search(said) and not _is_adult_alone(said):
        return Answer.YES
    return Answer.UNSAID


def _heard(account: Account) -> Answer:
    voice = " ".join(account.fields.get("voice", "").casefold().split()).strip(". ")
    if voice and voice not in _EMPTY:
        return Answer.DOUBT if UNSURE.search(voice) and "“" not in voice else Answer.YES
    if voice:
        return Answer.NO
    if not (account.has_any(_SAYING) and account.has_any(_HEARD)):
        return Answer.UNSAID
    # “She said” is as likely the mother’s: only a child named as such, or seen alone, is heard.
    heard = _TEXT_HEARD.search(account.said)
    return Answer.YES if heard and not _is_adult_alone(account.said) else Answer.UNSAID


def _says_anything(one: Sighting) -> bool:
    return any(answer is not Answer.UNSAID for answer in (one.seen, one.alone, one.heard))


def _line(line: Line, agency: str | None, told: Iterable[tuple[Account, Sighting]]) -> SightLine:
    sure: list[tuple[date, str]] = []
    doubtful: list[str] = []
    for account, one in told:
        answer = {Line.SEEN: one.seen, Line.ALONE: one.alone, Line.HEARD: one.heard}[line]
        if answer is Answer.YES and account.sure:
            sure.append((account.sure, account.id))
        elif answer in (Answer.YES, Answer.DOUBT):
            doubtful.append(account.id)
    sure.sort()
    days = [day for day, _ in sure]
    before, after = max(
        itertools.pairwise(days),
        key=lambda pair: (pair[1] - pair[0], -pair[0].toordinal()),
        default=(None, None),
    )
    gap = max((after - before).days - 1, 0) if before and after else 0
    one_day = timedelta(days=1)
    return SightLine(
        line=line,
        agency=agency,
        ids=tuple(one for _, one in sure),
        last=days[-1] if days else None,
        gap_first=before + one_day if before and gap else None,
        gap_last=after - one_day if after and gap else None,
        gap_days=gap,
        doubtful=tuple(doubtful),
        reason=_reason(line, agency, days, gap=gap, before=before, doubtful=len(doubtful)),
    )


def _reason(
    line: Line,
    agency: str | None,
    days: Sequence[date],
    *,
    gap: int,
    before: date | None,
    doubtful: int,
) -> str:
    who = agency or "All agencies"
    if not days:
        text = f"{who}: no entry says “{line.value}” for a certain day."
    else:
        text = f"{who}: “{line.value}” in {_entries(len(days))} with a certain day, last on {shown_day(days[-1])}."
    if gap and before:
        text += f" The longest time without one is {gap} days after {shown_day(before)}."
    if doubtful:
        text += f" {_entries(doubtful)} more can be doubted, for the words or the date."
    return text


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"
