"""From text as typed to a line of tokens: numbers, words and marks."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeVar

LONGEST = 400  # characters; a longer cell is prose, not a date

_CHARACTERS: dict[int, str | None] = {
    **dict.fromkeys([*range(9), *range(14, 28), 127]),  # control characters
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")),  # nothing to see
    **dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹†‡")),  # footnote marks
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⁃→"), "-"),
    **dict.fromkeys(map(ord, "⁄∕／"), "/"),
    **dict.fromkeys(map(ord, "’‘ʼ`´′"), "'"),
    **dict.fromkeys(map(ord, "“”″"), '"'),
    **dict.fromkeys(map(ord, "·․‧"), "."),
    **dict.fromkeys(map(ord, "½¼¾⅓⅔"), " ¤ "),  # never a day and a month
}

# Wed Mar 17 14:30:00 GMT 2010, as computers stamp it: the year goes before the time.
_STAMP = re.compile(
    r"\b([a-z]{3,9}) ([0-9]{1,2}),? ([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?: [A-Z]{2,4})? "
    r"((?:19|20)[0-9]{2})\b",
    re.I,
)
# Marks nobody writes a date with on purpose, but which stand near the right one on a keyboard.
_ODD_SEPARATORS = re.compile(
    r"(?<![\w|])([0-9OoIl]{1,4}) ?([|¦_=^•#*]) ?([0-9OoIl]{1,2}) ?\2 ?([0-9OoIl]{2,4})(?![\w|])"
)
_ABBREVIATIONS = (
    (re.compile(r"\bw\s?[./]\s?e\s?[./]\s?f\b\.?", re.I), " wef "),
    (
        re.compile(
            r"\bw\s?(?:/|\.|-|\\)\s?(c|b|e)(?:omm?|omm?encing|eg|eginning|nding)?(?![a-z])\.?",
            re.I,
        ),
        r" w\1 ",
    ),
    (re.compile(r"(?<=[0-9])\.(?=[ap]\.?m\b)", re.I), " "),
    (re.compile(r"\b([ap])\s?\.\s?m\b\.?", re.I), r" \1m "),
    (re.compile(r"(?<=[0-9]) ?-?ish ?([ap]m)\b", re.I), r" \1 ish"),
    (re.compile(r"(?<=[0-9 ][ap]m)-?ish\b", re.I), " ish"),
    (_STAMP, r"\1 \2 \4 \3"),
    (re.compile(r"-+>"), "-"),
    (re.compile(r"\bd\.\s?o\.\s?b\b\.?", re.I), " dob "),
    (re.compile(r"\bo/n\b", re.I), " overnight "),
    (re.compile(r"\bon ?/ ?(before|after|about|around)\b", re.I), r" on or \1 "),
    (re.compile(r"\brec'd\b", re.I), " received "),
    (re.compile(r"(?<=[0-9]:[0-9]{2}:[0-9]{2})\.[0-9]{1,6}"), ""),
    (re.compile(r"(?<=:[0-9]{2}) ?(?:\+00:?00|Z\b)"), " gmt "),
    (re.compile(r"(?<=[0-9]:[0-9]{2}:[0-9]{2}) ?[+-]0[0-9]:?[03]0\b"), " gmt "),
    (re.compile(r"(?<=T[0-9]{2}:[0-9]{2})[+-]0[0-9]:?[03]0\b"), " gmt "),
    (re.compile(r"\bb/w\b", re.I), " between "),
    (re.compile(r"\b(?!O/[AB]|B/[TF])([A-Z])[/&]([A-Z])\b(?=[^0-9]*[0-9])"), r"\1\2"),
    (re.compile(r"\b(f|a)/y\b", re.I), r" \1y "),
    (re.compile(r"(?<=[0-9 ])\bn/k\b", re.I), " nk "),
    (re.compile(r"\bh/t\b", re.I), " half term "),
    (re.compile(r"\b([ap])/m\b", re.I), r" \1m "),
)
# A letter typed for a digit: only in a run that holds a digit and touches no other letter.
_LETTER_DIGITS = re.compile(r"(?<![^\W_])(?=[OoIl|]*[0-9])[0-9OoIl|]+(?![^\W_])")
_LETTERED = re.compile(r"[0-9OoIl]{1,2}([/.-])[0-9OoIl]{1,2}\1(?:[0-9OoIl]{2}){1,2}")
_AS_DIGITS = str.maketrans("OoIl|", "00111")
_FIGURE_IN_WORD = re.compile(r"(?<![^\W_])[A-Za-z]*[01][A-Za-z]{1,8}(?![^\W_])")
_MONTH_WORDS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "apr",
        "jun",
        "jul",
        "aug",
        "oct",
        "nov",
        "sept",
    ]
)
_LONE_LETTER = re.compile(r"(?<![^\W_])[lI](?=[/.][0-9]{1,2}[/.])")
_RUN_ON = re.compile(r"(?<=[0-9])(st|nd|rd|th)(?=[A-Za-z])", re.I)
_TOKEN = re.compile(r"(?P<n>[0-9]+)|(?P<w>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<m>\S)")


@dataclass(frozen=True, slots=True)
class Token:
    """A number, word or mark, lower-cased, with whether a space stood before it."""

    kind: str  # "n", "w" or "m"
    text: str
    gap: bool
    start: int
    end: int


T = TypeVar("T")
Phrases = dict[tuple[str, ...], T]


def word_set(text: str) -> frozenset[str]:
    """The words of a text with spaces between them, as a set."""
    return frozenset(text.split())


_FIRST_WORDS: dict[int, tuple[object, frozenset[str]]] = {}
"""By the identity of a table: the table, so that it lives on, and the words its phrases begin with."""


def _first_words(phrases: "Phrases[T]") -> frozenset[str]:
    known = _FIRST_WORDS.get(id(phrases))
    if known is None:
        known = (phrases, frozenset(phrase[0] for phrase in phrases))
        _FIRST_WORDS[id(phrases)] = known
    return known[1]


def phrase_table(text: str, value: T) -> Phrases[T]:
    """A table in which every phrase of a text (they are separated by “; ”) has the same value."""
    return {tuple(phrase.split()): value for phrase in text.split("; ")}


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one cell, with questions a grammar asks of them."""

    text: str
    tokens: tuple[Token, ...]
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    # The grammar asks these three a million times over a long file, so each stands by itself.
    def num(self, i: int) -> str:
        """The digits at ``i``, or nothing if that is no number."""
        if 0 <= i < len(self.tokens) and (token := self.tokens[i]).kind == "n":
            return token.text
        return ""

    def word(self, i: int) -> str:
        """The word at ``i`` in lower case, or nothing."""
        if 0 <= i < len(self.tokens) and (token := self.tokens[i]).kind == "w":
            return token.text
        return ""

    def mark(self, i: int) -> str:
        """The punctuation mark at ``i``, or nothing."""
        if 0 <= i < len(self.tokens) and (token := self.tokens[i]).kind == "m":
            return token.text
        return ""

    def has(self, words: frozenset[str]) -> bool:
        """Whether any of these words stands anywhere, to ask before a rule that needs one."""
        return any(token.text in words for token in self.tokens)

    def gap(self, i: int) -> bool:
        """Whether a space stands before the token at ``i`` (true at the end)."""
        return i >= len(self.tokens) or self.tokens[i].gap

    def rest(self, i: int) -> str:
        """The text from token ``i`` on, as typed."""
        return self.text[self.tokens[i].start :].strip() if i < len(self.tokens) else ""

    def skip(self, i: int, words: frozenset[str]) -> int:
        """The first position from ``i`` that is none of these words."""
        while self.word(i) in words:
            i += 1
        return i

    def phrase(self, i: int, phrases: "Phrases[T]") -> tuple[T, int] | None:
        """The longest phrase of the table that stands at ``i``, with the position after it.

        A full stop after any of its words, and a hyphen between them, are passed over.
        """
        if self.word(i) not in _first_words(phrases):
            return None
        best: tuple[T, int] | None = None
        found: list[str] = []
        j = i
        while self.word(j):
            found.append(self.word(j))
            j += 1
            if self.mark(j) == "." and not self.gap(j) and not self.num(j + 1):
                j += 1
            if tuple(found) in phrases:
                best = (phrases[tuple(found)], j)
            if len(found) == 5:
                break
            if self.mark(j) == "-" and self.word(j + 1):
                j += 1
        return best


def _digits_for_letters(match: re.Match[str]) -> str:
    return match[0].translate(_AS_DIGITS)


def _month_with_figures(match: re.Match[str]) -> str:
    """N0v and Apr1l: a word that is a month once its figure is a letter."""
    for letter in ("o", "i", "l"):
        word = match[0].replace("0", "o").replace("1", letter)
        if word.lower() in _MONTH_WORDS:
            return word
    return match[0]


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with odd spaces, dashes and quotes made plain, and letters typed for digits mended."""
    plain = unicodedata.normalize("NFKC", text.translate(_CHARACTERS))
    plain = " ".join(plain.translate(_CHARACTERS).split())
    separated = _ODD_SEPARATORS.sub(r"\1/\3/\4", plain)
    mended = _LETTER_DIGITS.sub(_digits_for_letters, separated)
    if _LETTERED.fullmatch(mended) and any(map(str.isdigit, mended)):
        mended = mended.translate(_AS_DIGITS)
    mended = _FIGURE_IN_WORD.sub(_month_with_figures, mended)
    mended = _LONE_LETTER.sub("1", mended)
    mended = _RUN_ON.sub(r"\1 ", mended)
    notes: tuple[str, ...] = (
        ("A letter typed for a digit, or a digit for a letter, was read as meant.",)
        if mended.replace(" ", "") != separated.replace(" ", "")
        else ()
    )
    if separated != plain:
        notes += ("The separators are mistyped.",)
    for pattern, replacement in _ABBREVIATIONS:
        mended = pattern.sub(replacement, mended)
    return " ".join(mended.split()), notes


def tokenise(text: str) -> Line:
    """The line of tokens of a cell; linear in the length of the text."""
    plain, notes = clean(text[:LONGEST])
    tokens = []
    end = 0
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup or "m"
        gap = match.start() > end
        tokens.append(Token(kind, match[0].lower(), gap, match.start(), match.end()))
        end = match.end()
    return Line(plain, tuple(tokens), notes)
