"""Honest blanks (“N/K”, “not recorded”, 00/00/0000) and cells that need another row to be read."""

import re

from goldenthread.chronology.dates.tokens import word_set

_BLANK = re.compile(
    r"(?:the )?(?:exact |precise |actual |specific )?(?:date|dates|time|time of day|day|year|date/time|date and time|date & time)?(?: (?:is|was|of event|of contact|of visit))?[ :-]*"
    r"(?:not (?:recorded|known|stated|given|available|clear|specified|documented|provided|applicable|noted|dated|found|legible|entered|supplied|indicated|listed|determined|established|disclosed|on file|logged|completed|filled in)|"
    r"not yet known|unrecorded|unspecified|unstated|unavailable|undocumented|unclear|unknown|unkown|unknwon|unknow|undated|undetermined|illegible|unreadable|missing|blank|omitted|left blank|"
    r"n ?/ ?k|n\.k\.?|nk|n ?/ ?a|n\.a\.?|na|n ?/ ?r|nr|n ?/ ?s|n ?/ ?d|n\.d\.?|nd|d ?/ ?k|dk|u ?/ ?k|unk|tbc|tbd|tba|t\.b\.c\.?|to be confirmed|to be added|to be advised|to follow|none|nil|null|"
    r"none (?:recorded|given|stated|provided|known|noted|documented)|nothing recorded|can(?:not|'t) (?:recall|remember|be read|be determined|be established)|don't know|do not know|uncertain|unsure|not sure|unable to (?:establish|confirm|determine|read|recall))"
)
_NO_DATE = re.compile(
    r"(?:no|without|without a) (?:exact |specific |precise |recorded |known |clear )?(?:dates?|time|day)"
    r"(?: (?:recorded|given|stated|known|available|provided|specified|noted|documented|on (?:file|record|document|letter)|entered|supplied|shown))?"
)
_EMPTY = re.compile(r"(?=.*[^0 ])[-_?.*/\\ x0|~=—]*|[?_x -]+:[?_x :-]+|", re.IGNORECASE)
_TEMPLATE = re.compile(r"d{1,2}[/.\- ]m{1,3}[/.\- ]y{2,4}|hh:mm(?::ss)?", re.IGNORECASE)


_ABOUT_DATES = word_set(
    "the a an this it is was of on in for to from at by and or any exact precise specific actual known "
    "clear date dates dated day month year time times timed entry entries letter letters report "
    "record records document documents note notes file form email statement referral event contact "
    "visit meeting"
)
_SAYS_NONE = word_set(
    "unknown undated untimed unrecorded unspecified unstated undocumented unavailable unclear "
    "illegible unreadable missing unkown unknwon"
)
_KNOWN = word_set(
    "date dates dated timed time known recorded given stated specified available provided noted "
    "documented legible clear entered"
)
_NOT = word_set("no not none nil nothing without never")


def _says_none(text: str) -> bool:
    """“Undated letter”, “date not on file”: only words about dates, one of which denies it."""
    words = re.findall(r"[a-z']+|[^a-z'\s.,:;()\[\]?-]", text)
    said = set(words)
    if said & _SAYS_NONE:
        return said <= _ABOUT_DATES | _SAYS_NONE
    if said == {"date"} or said == {"time"}:
        return "?" in text
    return bool(said & _NOT) and bool(said & _KNOWN) and said <= _ABOUT_DATES | _KNOWN | _NOT


def blank(plain: str) -> str:
    """The reason why a cell is an honest blank, or nothing."""
    text = plain.strip().lower().strip("()[]<>\"'.,;:!* ").strip()
    if not text and '"' not in plain and "'" not in plain:
        return "The cell is empty."
    if not text:
        return ""
    if _BLANK.fullmatch(text) or _NO_DATE.fullmatch(text) or _says_none(text):
        return "The record itself says that there is no date."
    if _TEMPLATE.fullmatch(text):
        return "The cell still holds its pattern."
    if _EMPTY.fullmatch(text) and text != "0":
        return "The cell holds only marks or zeros."
    return ""
