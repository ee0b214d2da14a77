"""Writing labels in the place of names, and taking them back."""

import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from goldenthread.anonymity.finding import Decision, Span, find, safe_labels
from goldenthread.anonymity.normalise import surface_form
from goldenthread.anonymity.people import Register

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
# Each round covers more of the text, so this is never reached; it only bounds the loop.
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters ``start`` to ``end`` of the labelled text stand for ``original``.

    ``key`` is the person whose label it is; empty for a neutral mask. ``origin`` is where
    ``original`` stood in the text before it was labelled.
    """

    start: int
    end: int
    original: str
    key: str
    origin: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text without names, the way back, and one span for each form that is still a question."""

    text: str
    replaced: tuple[Replacement, ...]
    questions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters ``start`` to ``end`` of the original become ``label``."""

    start: int
    end: int
    label: str
    key: str


def label_text(
    text: str, register: Register, *, answers: Mapping[str, str] = _NO_ANSWERS
) -> Labelled:
    """Put labels in the place of certain names, neutral masks in the place of all else found.

    ``answers`` maps a form (as ``surface_form`` gives it) to a person's key, or to "" for “not a
    name, leave it”. A form without an answer is masked and is a question; each form is asked once.
    Labelling a labelled text changes nothing. Raises KeyError for an answer with an unknown key.
    """
    labels = _Labels(register, {surface_form(form): key for form, key in answers.items()})
    spans = find(text, register)
    asked = {span_form(span): span for span in reversed(spans) if labels.open(span)}
    edits: list[_Edit] = []
    labelled = Labelled(text, (), ())
    for _ in range(_ROUNDS):
        new = [labels.edit(labelled, span) for span in spans if not labels.left(span)]
        if not new:
            break
        edits = _merged(edits, new)
        labelled = _apply(text, edits)
        # A label can complete a shape with what stands beside it, so the result is read again.
        spans = find(labelled.text, register)
    questions = sorted(asked.values(), key=lambda span: span.start)
    return Labelled(labelled.text, labelled.replaced, tuple(questions))


def restore(labelled: Labelled) -> str:
    """The text as it was before it was labelled, exactly."""
    pieces, at = [], 0
    for one in labelled.replaced:
        pieces += [labelled.text[at : one.start], one.original]
        at = one.end
    return "".join([*pieces, labelled.text[at:]])


def span_form(span: Span) -> str:
    """The form under which the answer about a span is remembered."""
    return surface_form(span.text)


class _Labels:
    """What is written in the place of a span, given the answers so far."""

    def __init__(self, register: Register, answers: Mapping[str, str]) -> None:
        self.people = {person.key: person for person in register.people}
        self.usable = safe_labels(register)
        self.answers = answers
        for key in filter(None, answers.values()):
            if key not in self.people:
                raise KeyError(key)

    def open(self, span: Span) -> bool:
        """Whether a span is a question without an answer."""
        return span.decision is Decision.ASK and span_form(span) not in self.answers

    def left(self, span: Span) -> bool:
        """Whether a person has said that a span is no name."""
        return span.decision is Decision.ASK and self.answers.get(span_form(span)) == ""

    def edit(self, labelled: Labelled, span: Span) -> _Edit:
        """The change a span of the labelled text asks for, placed in the original text."""
        start, end = _original(labelled, span.start), _original(labelled, span.end, last=True)
        if span.decision is Decision.ASK:
            answer = self.answers.get(span_form(span), "")
            if answer and surface_form(self.people[answer].label) in self.usable:
                return _Edit(start, end, self.people[answer].label, answer)
            return _Edit(start, end, span.label, "")
        sure = len(span.candidates) == 1
        key = (
            span.candidates[0]
            if sure and span.label == self.people[span.candidates[0]].label
            else ""
        )
        return _Edit(start, end, span.label, key)


def _original(labelled: Labelled, at: int, *, last: bool = False) -> int:
    """Where a place in the labelled text was in the original; inside a label, the label's edge."""
    search = bisect.bisect_left if last else bisect.bisect_right
    index = search(labelled.replaced, at, key=lambda one: one.start) - 1
    if index < 0:
        return at
    one = labelled.replaced[index]
    if at < one.end:
        return one.origin + len(one.original) if last else one.origin
    return at - one.end + one.origin + len(one.original)


def _merged(edits: list[_Edit], new: list[_Edit]) -> list[_Edit]:
    """All edits in order; where a new one overlaps old ones, it covers them all."""
    if not edits:
        return new
    later = set(new)
    result: list[_Edit] = []
    for edit in sorted([*edits, *new], key=lambda edit: (edit.start, edit.end)):
        joined = edit
        if result and edit.start < result[-1].end:
            before = result.pop()
            kept = before if before in later else edit
            joined = _Edit(before.start, max(before.end, edit.end), kept.label, kept.key)
            later.add(joined)
        result.append(joined)
    return result


def _apply(text: str, edits: list[_Edit]) -> Labelled:
    pieces: list[str] = []
    replaced: list[Replacement] = []
    at = length = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.label]
        length += edit.start - at
        end = length + len(edit.label)
        replaced.append(Replacement(length, end, text[edit.start : edit.end], edit.key, edit.start))
        length, at = end, edit.end
    pieces.append(text[at:])
    return Labelled("".join(pieces), tuple(replaced), ())
