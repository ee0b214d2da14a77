"""What a cell in a column of yes and no answers: “Y”, “No – at school”, “Y?”, “not recorded”."""

import re
from enum import StrEnum


class Answer(StrEnum):
    """What an entry says on one question; silence is not a no."""

    YES = "yes"
    NO = "no"
    DOUBT = "doubtful"
    UNSAID = "not said"


_YES = re.compile(
    r"^(?:y|yes|yep|true|x|✓|✔|☑|seen|both(?: seen)?|all(?: seen)?|1)\b|^[✓✔☑]|^(?:yes|y)[ ,;-]"
)
_NO = re.compile(
    r"^(?:n|no|not|none|nil|false|0|neither|✗|✘|☒|n/?a)\b|^[✗✘☒–-]$|\bnot seen\b|\bunseen\b"
)
UNSURE = re.compile(
    r"\?|\b(?:unclear|unknown|not recorded|not known|n/?k|not stated|possibly|unsure|see above)\b"
)
_BEHIND = re.compile(r"\b(?:asleep|sleeping|in bed|upstairs|glimpsed|heard crying)\b")


def of_cell(text: str) -> Answer:
    """What a cell in a column for it answers: “Y”, “No – at school”, “Y?”, “not recorded”."""
    plain = " ".join(text.casefold().split())
    if not plain:
        return Answer.UNSAID
    if UNSURE.search(plain):
        return Answer.DOUBT
    if _NO.search(plain):
        return Answer.NO
    if _BEHIND.search(plain):
        return Answer.DOUBT
    if _YES.search(plain) or re.search(r"\bseen\b", plain):
        return Answer.YES
    return Answer.DOUBT
