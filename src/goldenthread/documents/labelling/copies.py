"""What a labelled copy of a file is, whatever kind of file it was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from goldenthread.anonymity import Labelled, Register, Replacement, Span, label_text, survivors
from goldenthread.documents.labelling.text_map import JoinedText

KEEP, DROP = "keep", "drop"


@dataclass(frozen=True, slots=True)
class PartAsked:
    """Something in a file that cannot be read for names (a picture): a person keeps it or drops it."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class LabelledCopy:
    """A labelled copy: its bytes, what is still a question, and the way back.

    ``data`` is only to be released when there is no question and no part asked about. ``said`` tells in
    sentences, without names, what else was done (changes accepted, comments taken out).
    """

    data: bytes
    questions: tuple[Span, ...] = ()
    parts_asked: tuple[PartAsked, ...] = ()
    said: tuple[str, ...] = ()
    replaced: Mapping[str, tuple[Replacement, ...]] = field(default_factory=dict)

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits for a person's answer."""
        return not self.questions and not self.parts_asked


@dataclass(frozen=True, slots=True)
class Labelling:
    """Who is who, and what has been answered: forms of names, and parts of files (by their names)."""

    register: Register
    answers: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    def text(self, text: str) -> Labelled:
        """The text with labels in the place of names."""
        return label_text(text, self.register, answers=self.answers)

    def joined(self, joined: JoinedText) -> Labelled:
        """Label a joined text and carry every label to its places."""
        labelled = self.text(joined.text)
        joined.labelled(labelled.text).write(labelled.replaced)
        return labelled

    def tells_nobody(self, text: str) -> bool:
        """Whether nothing in a short text (a name of a part, an address) points to anybody."""
        return not survivors(text, self.register)


Copier = Callable[[bytes, Labelling], LabelledCopy]
