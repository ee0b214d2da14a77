"""Honest blanks (“N/K”, “not recorded”, 00/00/0000) and cells that need another row to be read."""

import re

_BLANK = re.compile(
    r"(?:the )?(?:exact |precise |actual |specific )?(?:date|dates|time|time of day|day|year|date/time|date and time|date & time)?(?: (?:is|was|of event|of contact|of visit))?[ :-]*"
    r"(?:not (?:recorded|known|stated|given|available|clear|specified|documented|provided|applicable|noted|dated|found|legible|entered|supplied|indicated|listed|determined|established|disclosed|on file|logged|completed|filled in)|"
    r"not yet known|unrecorded|unspecified|unstated|unavailable|undocumented|unclear|unknown|unkown|unknwon|unknow|undated|undetermined|illegible|unreadable|missing|blank|omitted|left blank|"
    r"n ?/ ?k|n\.k\.?|nk|n ?/ ?a|n\.a\.?|na|n ?/ ?r|nr|n ?/ ?s|n ?/ ?d|n\.d\.?|nd|d ?/ ?k|dk|unk|tbc|tbd|tba|t\.b\.c\.?|to be confirmed|to be added|to be advised|to follow|none|nil|null|"
    r"none (?:recorded|given|stated|provided|known|noted|documented)|nothing recorded|can(?:not|'t) (?:recall|remember|be read|be determined|be established)|don't know|do not know|uncertain|unsure|not sure|unable to (?:establish|confirm|determine|read|recall))"
)
_NO_DATE = re.compile(
    r"(?:no|without|without a) (?:exact |specific |precise |recorded |known |clear )?(?:dates?|time|day)"
    r"(?: (?:recorded|given|stated|known|available|provided|specified|noted|documented|on (?:file|record|document|letter)|entered|supplied|shown))?"
)
_EMPTY = re.compile(r"(?=.*[^0 ])[-_?.*/\\ x0|~=—]*|[?_ ]+:[?_ :]+|", re.IGNORECASE)
_TEMPLATE = re.compile(r"d{1,2}[/.\- ]m{1,3}[/.\- ]y{2,4}|hh:mm(?::ss)?", re.IGNORECASE)


def blank(plain: str) -> str:
    """The reason why a cell is an honest blank, or nothing."""
    text = plain.strip().lower().strip("()[]<>\"'.,;:!* ").strip()
    if not text and '"' not in plain and "'" not in plain:
        return "The cell is empty."
    if not text:
        return ""
    if _BLANK.fullmatch(text) or _NO_DATE.fullmatch(text):
        return "The record itself says that there is no date."
    if _TEMPLATE.fullmatch(text):
        return "The cell still holds its pattern."
    if _EMPTY.fullmatch(text) and text != "0":
        return "The cell holds only marks or zeros."
    return ""
