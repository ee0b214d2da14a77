"""One text out of many places, and edits of that text carried back to the places they came from.

A name can be split over several runs of a paragraph, so places are joined before anything is looked
for. Whoever labels sees one text; each place gets back what is left in it.
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from goldenthread.anonymity import Replacement


class Place(Protocol):
    """Somewhere in a file where text stands and can be written."""

    def get(self) -> str:
        """The text as it stands."""
        ...

    def put(self, text: str) -> None:
        """Write the text in its place."""
        ...


@dataclass(frozen=True, slots=True)
class Break:
    """A tab or a line break: read as white space between places, and never written."""

    shown: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One place with where its text begins in the joined text."""

    place: Place
    start: int
    text: str


_BETWEEN = "\n\n"
"""An empty line: what stands in one unit does not run on into the next."""


class JoinedText:
    """The texts of units (paragraphs, cells), one after another, with an empty line between units."""

    def __init__(self, units: Sequence[Sequence[Place | Break]]) -> None:
        self._pieces: list[Piece] = []
        parts: list[str] = []
        length = 0
        for unit in units:
            for one in unit:
                shown = one.shown if isinstance(one, Break) else one.get()
                if not isinstance(one, Break) and shown:
                    self._pieces.append(Piece(one, length, shown))
                parts.append(shown)
                length += len(shown)
            parts.append(_BETWEEN)
            length += len(_BETWEEN)
        self.text = "".join(parts)
        self._starts = [piece.start for piece in self._pieces]

    def write(self, replaced: Sequence[Replacement]) -> None:
        """Carry every replacement to its places: the first keeps the label, the others lose their share."""
        edits: dict[int, list[tuple[int, int, str]]] = {}
        for one in replaced:
            label = self._label_of(one)
            for index in self._touched(one.origin, one.origin + len(one.original)):
                piece = self._pieces[index]
                start = max(one.origin - piece.start, 0)
                end = min(one.origin + len(one.original) - piece.start, len(piece.text))
                edits.setdefault(index, []).append((start, end, label))
                label = ""
        for index, changes in edits.items():
            text = self._pieces[index].text
            for start, end, label in sorted(changes, reverse=True):
                text = text[:start] + label + text[end:]
            self._pieces[index].place.put(text)

    def labelled(self, text: str) -> "JoinedText":
        """The same places, ready to write what stands at each replacement of this labelled text."""
        self._labelled = text
        return self

    def _label_of(self, one: Replacement) -> str:
        return self._labelled[one.start : one.end]

    def _touched(self, start: int, end: int) -> range:
        first = max(bisect.bisect_right(self._starts, start) - 1, 0)
        while first < len(self._pieces) and (
            self._pieces[first].start + len(self._pieces[first].text) <= start
        ):
            first += 1
        last = bisect.bisect_left(self._starts, end)
        return range(first, last)
