"""Forenames that stand for one another in the United Kingdom.

Two tables: short and pet forms of a forename, and classes of spellings of one name (including
names written in our letters from Arabic, Urdu, Bengali, Punjabi, Somali, Polish and Irish).
Pet names that belong to one case only are listed as aliases of the person.
"""

from goldenthread.anonymity.word_sets import word_list, word_set


def _classes(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines.split("\n"):
        names = line.split()
        for name in names:
            found.setdefault(name, set()).update(other for other in names if other != name)
    return {name: frozenset(others) for name, others in found.items()}


def _short_forms(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in filter(None, lines.split("\n")):
        full, _, short = line.partition(":")
        found.setdefault(full, set()).update(short.split())
    return {name: frozenset(short) for name, short in found.items()}


_SPELLED = _classes(word_list("spellings"))
_SHORTENED = _short_forms(word_list("short_forms"))
_LENGTHENED: dict[str, set[str]] = {}
for _full, _shorts in _SHORTENED.items():
    for _one in _shorts:
        _LENGTHENED.setdefault(_one, set()).add(_full)

OWN_NAMES = word_set(
    "jack harry charlie alfie archie freddie ellie evie millie mia amy lily daisy molly polly max theo "
    "jamie kate beth liam leo sally lisa tina kayla eliza elsie toby zac jake josh luke theo gail frankie "
    "teddy maggie rosie sophie josie libby lottie georgia george gary rita maria lee "
    "paul peter mark michael amelia sophia olivia victoria nancy sandra "
    "jason megan greta marge betty carrie nora sadie rose robin jude jules lola ria mae may polly "
    "roy stella vera ana anna bella isla ella elle alexa lexi lexie sasha dolly peg eve evelyn kit "
    "kayla freda jacob joseph robert"
)
"""Pet forms that are as often a name of their own: a brother or sister may bear one."""

GIVEN_NAMES = frozenset(_SHORTENED) | frozenset(_LENGTHENED) | frozenset(_SPELLED)
"""Forenames (and a few surnames) known to the tables: a near match to one of these is doubtful."""


def other_spellings(name: str) -> frozenset[str]:
    """Other spellings of the same name, in folded lower case."""
    return _SPELLED.get(name, frozenset())


def also_called(forename: str) -> frozenset[str]:
    """What a person with this forename may be called: its short, long and respelled forms.

    ``liz`` gives elizabeth, not beth: a person listed by one pet form is seldom called another.
    """
    forms = set(_SPELLED.get(forename, ()))
    for full in {forename, *forms}:
        forms |= _SHORTENED.get(full, frozenset())
    for full in _LENGTHENED.get(forename, ()):
        forms.add(full)
        forms |= _SPELLED.get(full, frozenset())
    forms.discard(forename)
    return frozenset(forms)
