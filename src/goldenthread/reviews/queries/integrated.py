"""The integrated chronology: every entry a person may see, in date order, sought, paged by key."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from goldenthread.accounts.models import Agency, Person
from goldenthread.reviews.models import Contribution, Entry, Review, SourceFile
from goldenthread.reviews.queries.chronology import UNDATED

PAGE_SIZE = 50

_NO_END = Value(date.max, DateField())
_IN_DATE_ORDER = ("begins", "ends", "time", "id")
# Entries without a date are in the order in which their agency wrote them.
_IN_OWN_ORDER = ("agency_id", "source_file_id", "position")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a reader is looking for; empty parts do not narrow."""

    agency: str = ""
    from_on: date | None = None
    to_on: date | None = None
    text: str = ""
    undated: bool = False
    """Only entries whose date could not be understood; without it, only entries with a date."""


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """One page of entries, and the keys of the pages on either side."""

    entries: tuple[Entry, ...]
    dated: int
    undated: int
    """How many of all that match have a date, and how many have none."""
    before: int | None
    """The page before this one ends before this entry; None on the first page."""
    after: int | None
    """The page after this one begins after this entry; None on the last page."""


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """An agency with the number of its entries that the person may see."""

    agency: Agency
    entries: int


def entries(person: Person, review: Review) -> QuerySet[Entry]:
    """Every entry of the review that the person may see."""
    return (
        Entry.objects.visible_to(person)
        .filter(review=review)
        .select_related("agency")
        .defer("words")
    )


def entry_visible_to(person: Person, review: Review, entry_id: int) -> Entry | None:
    """One entry, or None where it is not for this person."""
    return entries(person, review).filter(pk=entry_id).first()


def file_of(person: Person, entry: Entry) -> SourceFile | None:
    """The file the entry came from, for those who may see the agency's files."""
    files = SourceFile.objects.visible_to(person).defer("sealed", "understood")
    return files.filter(pk=entry.source_file_id).first()


def page_of_entries(
    person: Person,
    review: Review,
    sought: Sought,
    *,
    after: int | None = None,
    before: int | None = None,
) -> EntriesPage:
    """Fifty entries that match, after or before the entry with this id; otherwise the first fifty."""
    found = _matching(entries(person, review), sought)
    counted = found.aggregate(
        dated=Count("pk", filter=~UNDATED), undated=Count("pk", filter=UNDATED)
    )
    order = _IN_OWN_ORDER if sought.undated else _IN_DATE_ORDER
    listed = _keyed(found.filter(UNDATED if sought.undated else ~UNDATED))
    backwards = before is not None and after is None
    key = before if backwards else after
    anchor = listed.filter(pk=key).values(*order).first() if key is not None else None
    if anchor:
        listed = listed.filter(_beyond(order, anchor, backwards=backwards))
    rows = list(
        _ordered(listed, order, backwards=backwards and anchor is not None)[: PAGE_SIZE + 1]
    )
    return _page(rows, counted, anchored=anchor is not None, backwards=backwards)


def counts_by_agency(person: Person, review: Review) -> list[AgencyCount]:
    """The agencies of which the person may see entries, with how many."""
    counts = dict(
        Entry.objects.visible_to(person)
        .filter(review=review)
        .order_by()
        .values("agency")
        .annotate(entries=Count("pk"))
        .values_list("agency", "entries")
    )
    return [
        AgencyCount(agency, counts[agency.pk])
        for agency in Agency.objects.filter(pk__in=counts).order_by("name")
    ]


def contributions_asked(person: Person, review: Review) -> list[Contribution]:
    """The agencies asked for a chronology: who has submitted, and who has not."""
    return list(
        Contribution.objects.visible_to(person)
        .filter(review=review, wants_chronology=True)
        .select_related("agency")
    )


def _matching(rows: QuerySet[Entry], sought: Sought) -> QuerySet[Entry]:
    if sought.agency:
        rows = rows.filter(agency__key=sought.agency)
    if sought.text:
        query = SearchQuery(sought.text, config="english", search_type="websearch")
        rows = rows.filter(words=query)
    # What may have happened within the days asked for is found; what surely did not is left out.
    if sought.from_on:
        rows = rows.filter(Q(last_on__gte=sought.from_on) | Q(last_on=None, first_on__isnull=False))
    if sought.to_on:
        rows = rows.filter(Q(first_on__lte=sought.to_on) | Q(first_on=None, last_on__isnull=False))
    return rows


def _keyed(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    # As the index entries_in_date_order has it.
    return rows.annotate(begins=Coalesce("first_on", "last_on"), ends=Coalesce("last_on", _NO_END))


def _ordered(rows: QuerySet[Entry], order: tuple[str, ...], *, backwards: bool) -> QuerySet[Entry]:
    return rows.order_by(*(f"-{field}" if backwards else field for field in order))


def _beyond(order: tuple[str, ...], anchor: dict[str, Any], *, backwards: bool) -> Q:
    """Rows strictly beyond the anchor, as the row comparison (a, b, c) > (x, y, z) says it."""
    way = "lt" if backwards else "gt"
    first = order[0]
    return Q(**{f"{first}__{way}e": anchor[first]}) & _any(_steps(order, anchor, way))


def _steps(order: tuple[str, ...], anchor: dict[str, Any], way: str) -> Iterator[Q]:
    for place, field in enumerate(order):
        level = {known: anchor[known] for known in order[:place]}
        yield Q(**level, **{f"{field}__{way}": anchor[field]})


def _any(ways: Iterator[Q]) -> Q:
    either = next(ways)
    for way in ways:
        either |= way
    return either


def _page(
    rows: list[Entry], counted: dict[str, int], *, anchored: bool, backwards: bool
) -> EntriesPage:
    more = len(rows) > PAGE_SIZE
    rows = rows[:PAGE_SIZE]
    if backwards and anchored:
        rows.reverse()
        has_before, has_after = more, True
    else:
        has_before, has_after = anchored, more
    return EntriesPage(
        entries=tuple(rows),
        dated=counted["dated"],
        undated=counted["undated"],
        before=rows[0].pk if rows and has_before else None,
        after=rows[-1].pk if rows and has_after else None,
    )
