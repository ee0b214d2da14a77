"""An agency's own chronology, from its file to its submission; and the chronology of all (P12)."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.http import content_disposition_header
from django_htmx.http import HttpResponseClientRefresh

from goldenthread.accounts.models import Agency
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.pages.words import plural
from goldenthread.reviews.queries import chronology as queries
from goldenthread.reviews.queries import integrated
from goldenthread.reviews.services import chronology as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.chronology import BringForm, SeekForm, as_query
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.numbers import number_asked
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.reading_of_a_file import account_of, other_columns
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.when import edtf_in_words, remarks, when_in_words

if TYPE_CHECKING:
    from goldenthread.reviews.models import Entry, SourceFile


@review_page("The integrated chronology", material=Material.CHRONOLOGY, duties=(Duty.P12,))
def chronology(request: ReviewRequest) -> HttpResponse:
    """Every entry this person may see, in date order, with filters that are part of the address."""
    agencies = integrated.counts_by_agency(request.user, request.review)
    keys = [(one.agency.key, f"{one.agency} ({one.entries:,})") for one in agencies]
    form = SeekForm(request.GET, agencies=keys)
    sought = form.sought()
    undated = request.GET.get("dates") == "undated"
    page = integrated.page_of_entries(
        request.user,
        request.review,
        integrated.Sought(**sought, undated=undated),
        after=number_asked(request, "after"),
        before=number_asked(request, "before"),
    )
    kept = sought | {"dates": "undated" if undated else ""}
    return show(
        request,
        "chronology/chronology.html",
        {
            "form": form,
            "page": page,
            "years": _by_year(page.entries),
            "undated": undated,
            "is_narrowed": bool(sought),
            "query": as_query(sought),
            "earlier": f"?{as_query(kept | {'before': page.before})}" if page.before else "",
            "later": f"?{as_query(kept | {'after': page.after})}" if page.after else "",
            "counted": _counted(page, undated=undated),
            "contributions": integrated.contributions_asked(request.user, request.review),
            "has_entries": bool(agencies),
            "own_agencies": queries.own_agencies(request.user, request.review),
        },
    )


@review_page("One entry of the chronology", material=Material.CHRONOLOGY, duties=(Duty.P12,))
def entry(request: ReviewRequest, entry_id: int) -> HttpResponse:
    """One entry beside the row of the file it was understood from."""
    found = integrated.entry_visible_to(request.user, request.review, entry_id)
    if found is None:
        raise Http404
    request.agency_shown = found.agency_id
    return show(
        request,
        "chronology/entry.html",
        _line(found)
        | {
            "suggestion": edtf_in_words(found.suggestion),
            "others": other_columns(found),
            "file": integrated.file_of(request.user, found),
        },
    )


@review_page("An agency’s own chronology", material=Material.SOURCE_FILE, duties=(Duty.P12,))
def own(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """Bring a file, see what became of each, and go on to submit. Only the agency's own people see this."""
    agency = _own_agency(request, agency_key)
    standing = queries.own_chronology(request.user, request.review, agency)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(
        *sent,
        earlier=standing.replaceable,
        too_large=getattr(request, "upload_too_large", False),
    )
    if request.method == "POST" and form.is_valid():
        brought = attempt(
            form,
            lambda: services.bring_file(request.review, agency, by=request.user, **form.brought()),
            field="file",
        )
        if brought:
            messages.success(request, f"“{brought.name}” has arrived.")
            return redirect("chronology_of", request.review.reference, agency_key)
    return show(
        request, "chronology/own.html", {"agency": agency, "standing": standing, "form": form}
    )


@review_page(
    "Whether an agency’s files have been read",
    material=Material.SOURCE_FILE,
    duties=(Duty.P12,),
    is_read=False,
)
def progress(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """Asked again and again while files are being read: how many still wait, and nothing else."""
    agency = _own_agency(request, agency_key)
    waiting = queries.number_waiting(request.user, request.review, agency)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("chronology_of", request.review.reference, agency_key)
    if not waiting:
        return HttpResponseClientRefresh()
    return show(request, "chronology/_waiting.html", {"agency": agency, "waiting": waiting})


@review_page("Submit an agency’s chronology", material=Material.SOURCE_FILE, duties=(Duty.P12,))
def submit(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """What submitting does and what it leaves open; then the button."""
    agency = _own_agency(request, agency_key)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.submit(request.review, agency, by=request.user)):
            panel = request.review.type.nouns.panel
            messages.success(request, f"The chronology of {agency} is with the {panel}.")
            return redirect("chronology", reference=request.review.reference)
    standing = queries.own_chronology(request.user, request.review, agency)
    return show(
        request, "chronology/submit.html", {"agency": agency, "standing": standing, "form": form}
    )


@review_page("What was understood of a file", material=Material.SOURCE_FILE, duties=(Duty.P12,))
def source_file(request: ReviewRequest, agency_key: str, file_id: int) -> HttpResponse:
    """How each heading and row of one file was understood; and reading it again where that may help."""
    agency = _own_agency(request, agency_key)
    file = _file(request, agency, file_id)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.read_again(file, by=request.user)):
            messages.success(request, f"“{file.name}” is being read again.")
            return redirect("chronology_of", request.review.reference, agency_key)
    account = account_of(
        file,
        entries=queries.entries_of(request.user, file),
        in_full=request.GET.get("show") == "all",
    )
    return show(
        request,
        "chronology/source_file.html",
        {
            "agency": agency,
            "file": file,
            "account": account,
            "form": form,
            "may_bring": queries.own_chronology(request.user, request.review, agency).may_bring,
        },
    )


@review_page(
    "Take away a file as it was brought",
    material=Material.SOURCE_FILE,
    duties=(Duty.P12,),
    is_read=False,  # it leaves a record of its own
)
def download(request: ReviewRequest, agency_key: str, file_id: int) -> HttpResponse:
    """The file's own bytes, for its own agency, never shown by the browser."""
    agency = _own_agency(request, agency_key)
    file = services.record_download(_file(request, agency, file_id), by=request.user)
    response = HttpResponse(queries.bytes_of(file), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _own_agency(request: ReviewRequest, agency_key: str) -> Agency:
    agency = queries.own_agency(request.user, request.review, agency_key)
    if agency is None:
        raise PermissionDenied
    request.agency_shown = agency.pk
    return agency


def _file(request: ReviewRequest, agency: Agency, file_id: int) -> "SourceFile":
    file = queries.source_files(request.user, request.review, agency).filter(pk=file_id).first()
    if file is None:
        raise Http404
    return file


def _line(entry: "Entry") -> dict[str, Any]:
    when = when_in_words(entry)
    typed = "" if entry.date_text == when else entry.date_text
    return {"entry": entry, "when": when, "typed": typed, "remarks": remarks(entry)}


def _counted(page: integrated.EntriesPage, *, undated: bool) -> str:
    """How many are shown of how many; nothing where none are."""
    shown = len(page.entries)
    of = plural(page.undated if undated else page.dated, "entry", "entries")
    return f"Showing {shown} of {of}." if shown else ""


def _by_year(entries: "Iterable[Entry]") -> list[tuple[int | None, list[dict[str, Any]]]]:
    """The entries of a page under their years; those without a date under none."""
    dated = groupby(
        entries, key=lambda entry: getattr(entry.first_on or entry.last_on, "year", None)
    )
    return [(year, [_line(entry) for entry in of_year]) for year, of_year in dated]


urlpatterns = [
    path("chronology/", chronology, name="chronology"),
    path("chronology/entries/<int:entry_id>/", entry, name="entry"),
    path("chronology/<slug:agency_key>/", own, name="chronology_of"),
    path("chronology/<slug:agency_key>/progress/", progress, name="chronology_progress"),
    path("chronology/<slug:agency_key>/submit/", submit, name="chronology_submit"),
    path("chronology/<slug:agency_key>/files/<int:file_id>/", source_file, name="source_file"),
    path(
        "chronology/<slug:agency_key>/files/<int:file_id>/original/",
        download,
        name="source_file_download",
    ),
]
