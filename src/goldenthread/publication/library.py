"""The library's lists: every report that stands on the site, newest first, searched and paged by key."""

from dataclasses import dataclass

from django.db.models import F, Func, Q, QuerySet, TextField

from goldenthread.publication.models import PublishedReport

LONGEST_SEARCH = 100
"""Characters of a search; what is longer is cut, not refused."""
A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the library. ``older_than`` is the slug after which the next page begins, "" on the last."""

    reports: list[PublishedReport]
    found: int
    wanted: str
    older_than: str


class _Words(Func):
    """The words of a document's sections, without the keys that they are kept under."""

    output_field = TextField()
    template = "jsonb_path_query_array(%(expressions)s, '$[*].text')::text"


def shelf(*, wanted: str = "", after: str = "") -> Shelf:
    """The reports in which every wanted word occurs, from the one after the slug ``after`` on."""
    wanted = " ".join(wanted.replace("\x00", "").split())[:LONGEST_SEARCH]
    reports = PublishedReport.objects.filter(withdrawn_on=None)
    if wanted:
        reports = _holding(reports, wanted.split())
    found = reports.count()
    last = PublishedReport.objects.filter(slug=after.replace("\x00", "")).first()
    if last:
        reports = reports.filter(
            Q(published_on__lt=last.published_on)
            | Q(published_on=last.published_on, pk__lt=last.pk)
        )
    page = list(reports.defer("sections", "summary")[: A_PAGE + 1])
    older_than = page[A_PAGE - 1].slug if page[A_PAGE:] else ""
    return Shelf(page[:A_PAGE], found, wanted, older_than)


def _holding(reports: QuerySet[PublishedReport], words: list[str]) -> QuerySet[PublishedReport]:
    reports = reports.annotate(
        words_of_report=_Words(F("sections")), words_of_summary=_Words(F("summary"))
    )
    for word in words:
        reports = reports.filter(
            Q(title__icontains=word)
            | Q(board__icontains=word)
            | Q(words_of_report__icontains=word)
            | Q(words_of_summary__icontains=word)
        )
    return reports
