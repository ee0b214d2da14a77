"""Who a record says it told, and who it says told it, read from its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.chronology.agencies_said import NAMED, Kind, kinds_in, untagged
from goldenthread.chronology.plain_words import stems

_MANNER = r"(?: (?:back|again|today|verbally|separately|and informed|and advised))?"
_VIA = (
    r"(?:tel(?:ephone)?|phone|t/c|tc|fax|e-?mail|letter|written|verbal|message|information|info|"
    r"formal|urgent|immediate|safeguarding|child protection|cp|online|paper|notification|liaison|"
    r"discharge|closure|referral|child|copy|this|concerns?|form|report)"
)
_ACT = (
    r"(?:informed|notified|updated|alerted|told|telephoned|phoned|rang|called|e-?mailed|wrote to|"
    r"faxed(?: to)?|texted|contacted|messaged|"
    r"(?:spoke|spoken|reported|passed|passed on|sent|copied|referred|faxed|forwarded|escalated|"
    r"disclosed)(?: [\w',-]+){0,3} (?:to|with)|"
    r"(?:message|word) (?:left )?(?:with|for)|"
    r"(?:shared|discussed|liaised|liaison)(?: [\w',-]+){0,3} with|"
    rf"(?:{_VIA} ){{0,2}}(?:call|letter|referral|fax|e-?mail|message|notification|copy|notice|"
    r"form|report|contact|telephone|phone|tel|t/c|tc|refer)(?: [\w',-]+){0,2} to|refer)"
)
_OF_THEM = r"(?: (?:the|a|an|duty|local|named|allocated|our|her|his|their|family's|child's|on-?call|both)){0,3}"
_THEIRS = rf"(?P<named>{NAMED})"
_LIST = rf"(?P<more>(?:(?:,| and|,? &|/) ?{_OF_THEM} ?{NAMED})*)"
_TOLD = re.compile(rf"\b{_ACT}{_MANNER}{_OF_THEM} {_THEIRS}{_LIST}")
_WERE_TOLD = re.compile(
    rf"(?<!by )(?<!from )(?<!to ){_THEIRS}{_LIST}(?: (?:duty|team|office|desk|was|were|has been|have been|"
    r"both|also|then)){0,3} (?:informed|notified|alerted|updated|advised of|made aware|telephoned|copied in|"
    r"faxed|e-?mailed|contacted$|(?<=was )told|(?<=were )told|(?<=been )told)\b(?! (?:us|me|that)\b)(?! by (?!fax|phone|tel|letter|e-?mail|post))"
)
_SENT = re.compile(
    rf"\b(?:notification|form|letter|copy|report|referral|fax|notice|e-?mail)s?"
    rf"(?: form| letter| report)? (?:sent|faxed|e-?mailed|posted|made|copied|passed)(?: (?:to|by \w+ to))?"
    rf"{_OF_THEM} {_THEIRS}{_LIST}"
)
_ADVISED = re.compile(rf"\badvised{_OF_THEM} {_THEIRS} (?:of|that)\b")
"""“Advised police” alone is as likely advice to the family to ring them."""
_THEIR_REFERRAL = re.compile(
    rf"{_THEIRS} (?:referral|notification|alert)(?: form)? (?:made|sent|submitted|completed|posted|faxed)\b"
)
_HEARD = re.compile(
    r"\b(?:(?:informed|told|notified|advised|alerted|contacted|telephoned|phoned|rung|updated) by|"
    r"(?:call|letter|referral|fax|e-?mail|message|notification|copy|notice|form|report|contact|"
    r"phone call|information|t/c|enquiry|request|checks?)s?(?: (?:received|was received|form|in|back))?"
    rf"(?: [\w'’]+){{0,2}}? from|received from|heard from){_OF_THEM} {_THEIRS}"
)
_THEY_TOLD = re.compile(
    rf"(?:^ ?|[,:] ?|\band )(?:the |duty |local )?{_THEIRS}(?: \w+){{0,1}} "
    r"(?:rang|telephoned|phoned|called|informed us|notified us|told us|e-?mailed|wrote|asked for|"
    r"faxed|contacted us|rang to|referred|(?:reported|advised) (?:that|to us|us))\b(?! (?:to )?(?:back|out|at|in|the|a)\b)"
)
_THEIR_FORM = re.compile(
    rf"{_THEIRS}(?: \w+)? (?:notification|form|letter|report|referral|e-?form|liaison form|fax|e-?mail)\b(?! (?:to|made|sent|submitted|completed|posted|faxed|form sent)\b)"
)
_HELD_BACK = re.compile(
    r"\b(?:not|never|no|nor|without|nobody|unable|should|could|would|will|to|if|consider|plan|"
    r"plans|agreed|need|needs|advised|suggested|asked|awaiting|await|tried|attempt(?:ed)?|didn't|"
    r"wasn't|weren't|unless|may|might|mother|mum|father|dad|parents?|grandmother|she|he|they|who|that)"
    r"(?: (?:to|be|been|was|were|for|mum|mother|father|parents?|her|him|them|any|us|yet|it|a|the|made|no|this|that|"
    r"has|had|have|also))*[\s,:]*$"
)
_PLANNED_AFTER = re.compile(
    r"^ ?(?:to be|not|tomorrow|next|if|should|would|did not|didn't|no reply|no answer|line|engaged|"
    r"could not|unavailable|needed|required|requested|awaited|outstanding|covers)\b"
)
_CLAUSE = 90
"""Letters before the words in which what holds them back is looked for."""
_STOPS = re.compile(r"[.;!?\n]")
_TELLING = (
    (
        _TOLD,
        stems(
            "informed notified updated alerted told telephoned phoned rang called emailed mailed "
            "wrote faxed texted contacted messaged spoke spoken reported passed sent copied "
            "referred forwarded escalated disclosed message word shared discussed liaised liaison "
            "call letter referral fax email mail notification copy notice form report contact "
            "telephone phone tel t tc refer"
        ),
    ),
    (
        _WERE_TOLD,
        stems(
            "informed notified alerted updated advised aware telephoned copied faxed emailed "
            "mailed contacted told"
        ),
    ),
    (_SENT, stems("sent faxed emailed mailed posted made copied passed")),
    (_ADVISED, stems("advised")),
    (_THEIR_REFERRAL, stems("made sent submitted completed posted faxed")),
)
_HEARING = (
    (_HEARD, stems("by from")),
    (
        _THEY_TOLD,
        stems(
            "rang telephoned phoned called informed notified told emailed mailed wrote asked "
            "faxed contacted referred reported advised"
        ),
    ),
    (
        _THEIR_FORM,
        stems("notification form letter report referral eform liaison fax email mail"),
    ),
)
"""Each pattern with the words of which an entry must have one: asked first, since it is quick."""
_Ways = Sequence[tuple[re.Pattern[str], frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Hearing:
    """Words that say somebody told somebody; ``kinds`` are the agencies named."""

    kinds: frozenset[Kind]
    words: str


def tellings(tagged: str, words: frozenset[str] | None = None) -> tuple[Hearing, ...]:
    """Whom the writer says was told: “informed health visitor”, “letter to GP”, “CSC notified”.

    ``tagged`` is text with agencies marked, ``words`` its stems,
    which make it quick. Told in the past only: what was not done, was planned,
    was done by the family or is put as a question to others is left out, since a wrong finding
    costs more trust than a missed one.
    """
    return tuple(_found(tagged, words, _TELLING))


def hearings(tagged: str, words: frozenset[str] | None = None) -> tuple[Hearing, ...]:
    """By whom the writer says it was told: “informed by police”, “call from school”."""
    return tuple(_found(tagged, words, _HEARING))


def _found(tagged: str, words: frozenset[str] | None, ways: _Ways) -> Iterator[Hearing]:
    if "⟨" not in tagged:
        return
    patterns = [
        pattern for pattern, needed in ways if words is None or not words.isdisjoint(needed)
    ]
    if not patterns:
        return
    for sentence in _STOPS.split(tagged):
        if "⟨" not in sentence:
            continue
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                if not _held_back(sentence, match):
                    named = match["named"]
                    if "more" in pattern.groupindex:
                        named += match["more"] or ""
                    yield Hearing(kinds_in(named), untagged(sentence).strip())


def _held_back(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(match.start() - _CLAUSE, 0) : match.start()]
    if before and _HELD_BACK.search(untagged(before)):
        return True
    after = sentence[match.end() :]
    return bool(after and _PLANNED_AFTER.match(after))
