"""Text as it is compared, with the way back to the text as it was written.

Records hold one name in many spellings of bytes: curly apostrophes, no-break spaces, soft hyphens,
accents written two ways, words broken over a line. Everything is matched on a folded copy; every
position in that copy knows where it came from.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Characters that print nothing: removed, so that "Kay\u00adleigh" is one word.
_UNSEEN = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)

# Letters that no decomposition reaches, and look-alikes from other alphabets.
_PLAIN = {
    "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "ʹ": "'", "′": "'", "´": "'", "`": "'", "＇": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹣": "-", "－": "-",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ħ": "h",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ј": "j",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X", "У": "Y", "І": "I", "Ј": "J", "ѕ": "s", "Ѕ": "S",
    "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "υ": "u", "χ": "x", "Α": "A",
    "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P",
    "Τ": "T", "Υ": "Y", "Χ": "X",
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\u000b": "\n", "\u000c": "\n",
}  # fmt: skip

# Any character outside ASCII, an accent typed for an apostrophe, or a word broken over a line end.
_SPECIAL = re.compile(
    r"(?<=[^\W\d_])[-\u00ad\u2010\u2011][ \t]*\r?\n[ \t]*(?=[^\W\d_])|[^\x00-\x7f]|[`\x0b\x0c]"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy of a text: ``cased`` and ``lower`` have one character per entry of ``starts``."""

    text: str
    cased: str
    lower: str
    starts: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where folded characters ``start`` to ``end`` stand in the original text.

        Unseen characters and combining accents that follow belong to the last letter.
        """
        if end <= start:
            at = self.starts[start] if start < len(self.starts) else len(self.text)
            return at, at
        first, last = self.starts[start], self.starts[end - 1] + 1
        while last < len(self.text) and _drops(self.text[last]):
            last += 1
        return first, last


@dataclass(frozen=True, slots=True)
class Token:
    """One word or run of digits of a folded text; ``end`` leaves out a possessive ’s."""

    word: str
    start: int
    end: int
    stop: int
    capital: bool
    upper: bool

    @property
    def possessive(self) -> bool:
        """Whether ’s follows the word."""
        return self.stop > self.end

    @property
    def initial(self) -> bool:
        """Whether the word is one capital letter."""
        return self.capital and len(self.word) == 1


def fold(text: str) -> Folded:
    """Fold accents, quotes, dashes, widths and unseen characters; join words broken over a line."""
    if text.isascii() and not _SPECIAL.search(text):
        return Folded(text, text, text.lower(), range(len(text)))
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for found in _SPECIAL.finditer(text):
        if found.start() > at:
            pieces.append(text[at : found.start()])
            starts.extend(range(at, found.start()))
        at = found.end()
        plain = "" if found.end() - found.start() > 1 else _plain(found.group())
        pieces.append(plain)
        starts.extend([found.start()] * len(plain))
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    cased = "".join(pieces)
    return Folded(text, cased, _lower(cased), starts)


def tokens(folded: Folded) -> list[Token]:
    """The words and numbers of a folded text, in order; apostrophes inside a word are left out."""
    result = []
    for found in _WORD.finditer(folded.lower):
        word, start, stop = found.group(), found.start(), found.end()
        end = stop
        if "'" in word:
            if word.endswith("'s"):
                word, end = word[:-2], stop - 2
            word = word.replace("'", "")
        written = folded.cased[start:end]
        result.append(
            Token(word, start, end, stop, written[0].isupper(), len(word) > 1 and written.isupper())
        )
    return result


def words(text: str) -> tuple[str, ...]:
    """The folded words of a short text such as a name: ``Siân O’Connor`` → sian, oconnor."""
    return tuple(token.word for token in tokens(fold(text)))


def surface_form(text: str) -> str:
    """The form under which an answer about a span is remembered: folded words and one space."""
    return " ".join(words(text))


def _plain(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if _drops(character):
        return ""
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(_PLAIN.get(c, c) for c in decomposed if not _drops(c)) or character


def _drops(character: str) -> bool:
    return character in _UNSEEN or unicodedata.combining(character) != 0


def _lower(cased: str) -> str:
    lower = cased.lower()
    if len(lower) == len(cased):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)
