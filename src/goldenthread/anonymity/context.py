"""What stands around a word: gaps, sentence starts, and whether it reads as a word or as a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from goldenthread.anonymity import ordinary, roles
from goldenthread.anonymity.normalise import Folded, Token, fold, tokens
from goldenthread.anonymity.word_sets import word_set


class Gap(StrEnum):
    """What stands between two neighbouring words."""

    JOINED = "joined"
    SPACE = "space"
    LINK = "link"
    STOP = "full stop"
    COMMA = "comma"
    AND = "and"
    SLASH = "slash"
    QUOTE = "quote or bracket"
    BREAK = "break"


_GAPS = (
    (re.compile(r"[^\S\n]*\n?[^\S\n]*"), Gap.SPACE),
    (re.compile(r"[-_.]|\s-\s|\s-|-\s"), Gap.LINK),
    (re.compile(r"\.\s?|\.\s*\n?\s?"), Gap.STOP),
    (re.compile(r"\s?,\s?|\s?,[^\S\n]*\n[^\S\n]*"), Gap.COMMA),
    (re.compile(r"\s?&\s?"), Gap.AND),
    (re.compile(r"\s?/\s?"), Gap.SLASH),
    (re.compile(r"""\s?["'(\[]|["')\]]\s?"""), Gap.QUOTE),
)

_MONTHS = word_set(
    "january february march april may june july august september october november december"
)
_MONTH_BEFORE = word_set(
    "in of during since until till before after early mid late last next this from by between to and "
    "through end start beginning around about is was for on"
)
_STRONG_MONTH_BEFORE = word_set(
    "in of during since until till early mid late last next from between end start beginning"
)
_PLACE_AFTER = word_set(
    "road street avenue close lane drive way court crescent terrace gardens grove place house lodge "
    "school academy college nursery hospital centre surgery ward church park hall estate primary "
    "junior infant infants clinic hospice hotel hostel building farm village hill avenue"
)
_SAYING = word_set(
    "said says saying told tells asked asks reported reports stated states disclosed denied explained "
    "felt feels thought thinks went goes came comes attended attends presented appeared seemed was is "
    "has had does did rang rings called calls phoned texted replied refused agreed left moved lived "
    "lives visited saw sees met took takes gave gives wants wanted knew knows cried looked spoke made "
    "got hit returned arrived admitted alleged confirmed described isnt wasnt didnt hasnt wont cant "
    "doesnt wouldnt keeps kept started stopped hates loves likes needs sent sends tried shouted ran"
)
_BEFORE_NAME = word_set(
    "with told asked saw met by from that said and when as if because than called named rang between "
    "about to for visited contacted seen of where while until"
)
_BEING = word_set("is was has had does did isnt wasnt hasnt didnt doesnt")
_ONLY_BEFORE_NAME = word_set("with told asked saw met visited contacted seen rang called named")
_DETERMINERS = word_set(
    "a an the this that these those his her their its our my your some any no each every"
)
_FAMILY_AFTER = word_set(
    "family families household children siblings brothers sisters girls boys parents twins home house "
    "kids clan case"
)
# Words after a word-name at the start of a sentence that show it is only a word:
# "Will the", "May I", "Mark this", "Hope that", "Young people", "Grace period".
_GOES_ON = word_set(
    "the a an i you he she it we they this that these those there his her their our my your any all "
    "be not also need have people person children adult adults carers mothers fathers persons to for "
    "of in on at up out off period paper scheme sheet book down over back"
)


_SENTENCE = 400
_SENTENCE_END = re.compile(r"\n|[.!?][”\"')]?\s")
_PLACE_WORDS = word_set(
    "station coach line bus road street house ward park centre court square wing"
)
_ARTICLES = word_set("the a an i you he she it we they to in on at up out off down over back")
# Names that are also words with which a note often begins: “Will ring back”, “May need help”.
_OPENERS = word_set("will may mark hope")
_ADVERBS = word_set(
    "later then also never always still now only just again often already soon once"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as folded words, with what is asked again and again about their surroundings."""

    folded: Folded
    tokens: Sequence[Token]
    _lines: dict[int, tuple[bool, bool]] = field(default_factory=dict)

    def gap(self, index: int) -> Gap:
        """What stands between word ``index`` and the next; BREAK at the end of the text."""
        if index < 0 or index + 1 >= len(self.tokens):
            return Gap.BREAK
        between = self.folded.lower[self.tokens[index].stop : self.tokens[index + 1].start]
        if between == " ":
            return Gap.SPACE
        if not between:
            return Gap.JOINED
        return next((gap for pattern, gap in _GAPS if pattern.fullmatch(between)), Gap.BREAK)

    def word(self, index: int) -> str:
        """The folded word at ``index``; empty beyond either end."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def near_word(self, index: int, step: int) -> str:
        """The next word (or the one before) when only a space stands between; else empty."""
        gap = self.gap(index) if step > 0 else self.gap(index - 1)
        return self.word(index + step) if gap in (Gap.SPACE, Gap.LINK) else ""

    def within(self, regions: Sequence[tuple[int, int]]) -> set[int]:
        """The words that touch any of these ranges of folded characters, which come in order."""
        touched: set[int] = set()
        at = 0
        for index, token in enumerate(self.tokens):
            while at < len(regions) and regions[at][1] <= token.start:
                at += 1
            if at == len(regions):
                break
            if token.end > regions[at][0]:
                touched.add(index)
        return touched

    def starts_sentence(self, index: int) -> bool:
        """Whether a word stands first in its sentence, line, bullet or quotation."""
        start = self.tokens[index].start
        before = self.folded.lower[max(0, start - 12) : start]
        if (
            not before.strip()
            or "\n" in before.rsplit(None, 1)[-1] + before[len(before.rstrip()) :]
        ):
            return True
        return (
            re.search(r"""[.!?:;|•·*"(\[]\s*["'(\[*-]*\s*$|(?:^|\n)\s*[-*•\d.)]+\s*$""", before)
            is not None
        )

    def line(self, index: int) -> tuple[bool, bool]:
        """Whether a word’s sentence is written without capitals, and whether all in capitals."""
        at = self.tokens[index].start
        cased = self.folded.cased
        edge = max(0, at - _SENTENCE)
        start = max((m.end() for m in _SENTENCE_END.finditer(cased, edge, at)), default=edge)
        if start not in self._lines:
            ending = _SENTENCE_END.search(cased, at, at + _SENTENCE)
            written = cased[start : ending.start() if ending else at + _SENTENCE]
            self._lines[start] = (_careless(written), _shouted(written))
        return self._lines[start]


def passage(text: str) -> Passage:
    """Fold a text and cut it into words."""
    folded = fold(text)
    return Passage(folded, tokens(folded))


def is_collective(here: Passage, start: int, end: int) -> bool:
    """Whether a surname stands for a family: “the Hartleys”, “Hartley family”."""
    return here.near_word(end - 1, 1) in _FAMILY_AFTER or here.near_word(start, -1) == "the"


def names_place(here: Passage, end: int) -> bool:
    """Whether a word before ``end`` is the name of a street, school or building."""
    following = here.tokens[end].capital if end < len(here.tokens) else False
    return following and here.near_word(end - 1, 1) in _PLACE_AFTER


def reads_as_word(here: Passage, index: int) -> bool:
    """Whether an ordinary word that is also a listed name reads as the word here.

    Doubtful cases read as a name: they are asked about, and asking is the safer mistake.
    """
    token = here.tokens[index]
    before = here.near_word(index, -1)
    if before in roles.KIN or (before in roles.TITLES and before != "miss"):
        return False
    if token.word in _MONTHS and _reads_as_month(here, index):
        return True
    if names_place(here, index + 1):
        return True
    careless, shouted = here.line(index)
    if not token.capital or (shouted and len(token.word) > 1):
        return not _cued(here, index, chatty=careless or shouted)
    if here.starts_sentence(index):
        return not token.possessive and _opens_as_word(here, index)
    return _all_title_case(here, index)


def may_be_settled(here: Passage, index: int) -> bool:
    """Whether a lone forename may be labelled because its bearer has just been named in full.

    A name that is also a word must stand where only a name would; so must one before a place.
    """
    token = here.tokens[index]
    before, after = here.near_word(index, -1), here.near_word(index, 1)
    if after in _PLACE_WORDS:
        return False
    if not ordinary.is_word(token.word):
        return True
    if not token.capital or token.upper:
        return False
    acts = after in _SAYING - _BEING
    return token.possessive or acts or before in roles.KIN or before in _ONLY_BEFORE_NAME


def both_read_as_words(here: Passage, start: int, end: int) -> bool:
    """Whether two listed parts that are both ordinary words read as words: “will price”."""
    inside = here.tokens[start:end]
    if not all(ordinary.is_word(token.word) for token in inside):
        return False
    if here.near_word(end - 1, 1) in {
        "people",
        "person",
        "persons",
        "children",
        "adults",
        "carers",
    }:
        return True
    careless, _ = here.line(start)
    return not any(token.capital for token in inside) and not careless


def _opens_as_word(here: Passage, index: int) -> bool:
    """Whether a word that opens a sentence is no name: “Will ring back”, “Young people”."""
    word, after = here.word(index), here.near_word(index, 1)
    if after in _GOES_ON:
        return word in _OPENERS or after not in _ARTICLES
    if word not in _OPENERS or not after or here.tokens[index + 1].capital:
        return False
    verb, at = after, index + 1
    while verb in _ADVERBS or (verb.endswith("ly") and len(verb) > 4):
        at += 1
        verb = here.near_word(at - 1, 1)
    return bool(verb) and verb not in _SAYING and not verb.endswith(("ed", "s"))


def _reads_as_month(here: Passage, index: int) -> bool:
    before, after = here.near_word(index, -1), here.near_word(index, 1)
    if (
        before.isdigit()
        or before in {"st", "nd", "rd", "th"}
        or (after.isdigit() and len(after) in (1, 2, 4))
    ):
        return True
    comma_year = here.gap(index) is Gap.COMMA and re.fullmatch(r"\d{4}", here.word(index + 1))
    if comma_year or here.word(index - 1) in _MONTHS or before in _STRONG_MONTH_BEFORE:
        return True
    return after in _MONTHS or (after in {"and", "to"} and here.word(index + 2) in _MONTHS)


def _cued(here: Passage, index: int, *, chatty: bool) -> bool:
    """Whether a word without its own capital stands where only a name would."""
    token = here.tokens[index]
    before, after = here.near_word(index, -1), here.near_word(index, 1)
    if before in _DETERMINERS:
        return False
    if token.possessive:
        return True
    if not chatty:
        return False
    if after in _SAYING:
        return not (token.word in {"will", "may"} and before in {"he", "she", "it", "they", "who"})
    if token.word in {"will", "may"}:
        return before in {"with", "by", "from", "told", "and"} and after not in _GOES_ON
    return before in _BEFORE_NAME and after not in {"of", "to"}


def _all_title_case(here: Passage, index: int) -> bool:
    """Whether the word is in a heading in which every long word has a capital."""
    cased, at = here.folded.cased, here.tokens[index].start
    start = cased.rfind("\n", 0, at) + 1
    end = cased.find("\n", at)
    line = cased[start : end if end >= 0 else len(cased)].strip()
    if line.endswith((".", "!", "?", ",")) or len(line) > 80:
        return False
    long_words = re.findall(r"[^\W\d_]{4,}", line)
    others = [word for word in long_words if word.lower() != here.word(index)]
    return len(others) > 1 and all(
        word[0].isupper() and ordinary.is_word(word.lower()) for word in others
    )


def _careless(line: str) -> bool:
    letters = sum(map(str.isalpha, line))
    capitals = sum(map(str.isupper, line))
    return letters > 0 and capitals <= letters * 0.01 + (0 if line[:1].isupper() else 1)


def _shouted(line: str) -> bool:
    letters = sum(map(str.isalpha, line))
    return letters > 3 and sum(map(str.isupper, line)) > letters * 0.8
