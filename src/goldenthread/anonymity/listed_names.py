"""Reading a name as it stands in the register: which words are forenames, which the surname."""

import re
from dataclasses import dataclass

from goldenthread.anonymity import ordinary
from goldenthread.anonymity.normalise import fold, words
from goldenthread.anonymity.word_sets import word_set

_TITLES = word_set(
    "mr mrs ms miss mx dr prof professor rev pc dc ds di dci sgt insp cllr sir lady lord dame"
)
PARTICLES = word_set(
    "van der den de del della di da dos du la le al el bin ibn bint ap ab st mac mc o abu ould"
)
_NOT_PROPER = word_set(
    "big little aka known as the mr mrs nan nana nanny gran granny grandma uncle auntie aunty aunt "
    "old young baby mum dad our wee lil"
)


@dataclass(frozen=True, slots=True)
class ListedName:
    """The parts of a listed name; each part is a tuple of folded words."""

    firsts: tuple[tuple[str, ...], ...] = ()
    middles: tuple[tuple[str, ...], ...] = ()
    lasts: tuple[tuple[str, ...], ...] = ()
    proper: bool = True


def is_initials(entry: str) -> bool:
    """Whether an entry is two or three initials: ``KH``, ``K.H.``"""
    return re.fullmatch(r"(?:[A-Z]\.? ?){2,4}", entry.strip()) is not None


def read_name(entry: str) -> ListedName:
    """Read ``Siân Anne Hartley-Moss``, ``HARTLEY, Siân``, ``Dr S. Bell``, ``Jan van der Berg``.

    A name of one word is a forename unless a title goes before it. A bracketed or quoted word, as
    in ``Siân (Shan) Bell``, is another forename.
    """
    plain = fold(entry).cased
    called = tuple(w for found in re.findall(r"[(\"]([^()\"]+)[)\"]", plain) if (w := words(found)))
    plain = re.sub(r"[(\"][^()\"]*[)\"]", " ", plain)
    before, comma, after = plain.partition(",")
    pieces, titled = _pieces(after if comma else plain)
    if comma:
        last = tuple(word for piece in _pieces(before)[0] for word in piece)
        return ListedName((*pieces[:1], *called), tuple(pieces[1:]), (last,) if last else ())
    if not pieces:
        return ListedName(called)
    if len(pieces) == 1:
        return ListedName(called, (), (pieces[0],)) if titled else ListedName((pieces[0], *called))
    return _in_order(pieces, called, titled=titled)


def _in_order(
    pieces: list[tuple[str, ...]], called: tuple[tuple[str, ...], ...], *, titled: bool
) -> ListedName:
    start = len(pieces) - 1
    while start > (0 if titled else 1) and pieces[start - 1][0] in PARTICLES:
        start -= 1
    last = tuple(word for piece in pieces[start:] for word in piece)
    if start == 0:
        return ListedName(called, (), (last,))
    proper = not any(
        piece[0] in _NOT_PROPER
        or (len(pieces) > 2 and piece[0] not in PARTICLES and ordinary.is_word(piece[0]))
        for piece in pieces[:-1]
    )
    return ListedName((pieces[0], *called), tuple(pieces[1:start]), (last,), proper)


def _pieces(name: str) -> tuple[list[tuple[str, ...]], bool]:
    """The words of a name without titles (hyphened words together), and whether it had a title."""
    pieces = [found for piece in name.split() if (found := words(piece))]
    titled = False
    while len(pieces) > 1 and pieces[0][0] in _TITLES:
        titled = True
        pieces = pieces[1:]
    return pieces, titled
