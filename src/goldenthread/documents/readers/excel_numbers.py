"""How Excel shows a number that is no date: “0915” for 915, “50%” for a half, “HV007” for 7."""

import re

_DIGITS = re.compile(r"([#0,]*[#0])(?:\.(0+))?(%?)")
_LETTER = r'"[^"]*"|\\.|_.|\*.|[£$€+\-()/: ]'
_LITERAL = re.compile(_LETTER)
_FORMAT = re.compile(rf"(?P<before>(?:{_LETTER})*)(?P<digits>[#0,.%]+)(?P<after>(?:{_LETTER})*)")


def shown_number(number: float, code: str) -> str | None:
    """The number as its format shows it, or None where that would not tell the whole of it.

    A format that rounds, or that is more than digits with words round them, is not followed.
    """
    found = _FORMAT.fullmatch(re.sub(r"\[[^\]]*\]", "", code.split(";")[0]))
    digits = _DIGITS.fullmatch(found["digits"]) if found else None
    if found is None or digits is None or number < 0:
        return None
    whole, places, percent = digits[1], len(digits[2] or ""), digits[3]
    value = number * 100 if percent else number
    if abs(round(value, places) - value) > 1e-9 * max(1.0, value):
        return None
    comma = "," if "," in whole.strip(",") else ""
    text = f"{value:{comma}.{places}f}"
    least = whole.count("0") + (places + 1 if places else 0)
    return _plain(found["before"]) + text.zfill(least) + percent + _plain(found["after"])


def _plain(words: str) -> str:
    """The letters that a format sets round a number; not what only makes room."""
    letters = []
    for part in _LITERAL.findall(words):
        if part[0] == '"':
            letters.append(part[1:-1])
        elif part[0] not in "_*":
            letters.append(part[-1])
    return "".join(letters)
