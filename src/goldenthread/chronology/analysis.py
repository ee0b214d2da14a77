"""What an integrated chronology shows, each finding with the entries it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.chronology.accounts import accounts
from goldenthread.chronology.ages import Age, ages
from goldenthread.chronology.compared import compare
from goldenthread.chronology.conflicts import Conflict, conflicts
from goldenthread.chronology.integrated import Integrated
from goldenthread.chronology.links import links
from goldenthread.chronology.mentions import Mention, mentions
from goldenthread.chronology.patterns import Pattern, patterns
from goldenthread.chronology.same_events import SameEvent, same_events, within
from goldenthread.chronology.sight import Sight, sight
from goldenthread.chronology.silences import Silence, silences
from goldenthread.chronology.told import Untold, untold


@dataclass(frozen=True, slots=True)
class Shown:
    """All findings of one chronology; nothing in it changes an entry."""

    same_events: tuple[SameEvent, ...]
    conflicts: tuple[Conflict, ...]
    untold: tuple[Untold, ...]
    silences: tuple[Silence, ...]
    sight: Sight
    ages: Mapping[str, Age]
    patterns: tuple[Pattern, ...]
    mentions: tuple[Mention, ...]


def analyse(integrated: Integrated, *, born: date | None = None) -> Shown:
    """Find what the entries show together; ``born`` is the child’s date of birth where known.

    Work grows no faster than n log n with the entries.
    """
    told = accounts(integrated.entries)
    compared = compare(told)
    linked = links(compared)
    events = same_events(linked, told)
    return Shown(
        same_events=events,
        conflicts=conflicts(told, within(events, linked, told)),
        untold=untold(compared, links=linked),
        silences=silences(told),
        sight=sight(told, born=born),
        ages=ages(told, born=born),
        patterns=patterns(told),
        mentions=mentions(integrated.entries),
    )
