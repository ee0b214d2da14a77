"""Sets of words, written as text."""

import importlib.resources


def word_set(listed: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(listed.split())


def word_list(name: str) -> str:
    """The text of a list of words that is kept beside the code, by name."""
    source = importlib.resources.files("goldenthread.anonymity") / "words" / f"{name}.txt"
    return source.read_text(encoding="utf-8")
