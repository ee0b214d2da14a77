"""How a value is written in a document."""

import re
from datetime import date

# The signs that XML cannot hold; a record pasted from an old system may have them.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def said(value: str | date) -> str:
    """Words as they are, a date as “3 May 2011”."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else value


def writable(text: str) -> str:
    """The text without the few signs that a document cannot hold."""
    return _UNWRITABLE.sub("", text)
