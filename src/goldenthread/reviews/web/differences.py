"""What two texts have in common and where they part, for the component that shows differences."""

import re
from difflib import SequenceMatcher

_MOST_WORDS = 6_000
"""Texts with more words than this are compared line by line: word by word would keep a reader waiting."""


def differences(mine: str, theirs: str) -> list[dict[str, str]]:
    """Parts ``{text, kind}``: "removed" is in ``mine`` only, "added" in ``theirs`` only, "same" in both."""
    before, after = _pieces(mine), _pieces(theirs)
    if len(before) + len(after) > _MOST_WORDS:
        before, after = mine.splitlines(keepends=True), theirs.splitlines(keepends=True)
    parts: list[dict[str, str]] = []
    for kind, start, end, other, last in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            parts.append({"text": "".join(before[start:end]), "kind": "same"})
            continue
        parts += [
            {"text": text, "kind": kind}
            for text, kind in (
                ("".join(before[start:end]), "removed"),
                ("".join(after[other:last]), "added"),
            )
            if text
        ]
    return parts


def _pieces(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)
