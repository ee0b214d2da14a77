"""Who must be told of the decision and of the sign-off, who has been, and the letters to them (P9)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.notices import WAY_WORDS, Occasion, Way
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import notices as queries
from goldenthread.reviews.queries.telling import Happened, Line, lines_of, to_be_told_of
from goldenthread.reviews.services import notices as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.downloads import word_document
from goldenthread.reviews.web.forms.notices import NoticeForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.accounts.models import Agency
    from goldenthread.reviews.models import Notice


@review_page("Who has been told", material=Material.NOTICE, duties=(Duty.P9,))
def notices(request: ReviewRequest) -> HttpResponse:
    """For the decision and the sign-off: everybody who must be told, and what was recorded."""
    told = to_be_told_of(request.user, request.review)
    may_give = queries.may_give_notice(request.user, request.review)
    return show(
        request,
        "notices/notices.html",
        {"occasions": [_occasion(request, one) for one in told], "may_give": may_give},
    )


@review_page("A letter", material=Material.NOTICE, duties=(Duty.P9,))
def letter(
    request: ReviewRequest, about: str, recipient: str, agency_key: str = ""
) -> HttpResponse:
    """The letter to one recipient, as it would be printed today."""
    require(queries.may_give_notice(request.user, request.review))
    happened, line, _ = _asked_for(request, about, recipient, agency_key)
    written = queries.letter_to(request.user, request.review, happened, line.target)
    words = {"letter": written, "line": line, **_addresses(request, about, recipient, agency_key)}
    return show(request, "notices/letter.html", words)


@review_page("A letter in Word", material=Material.NOTICE, duties=(Duty.P9,))
def take(request: ReviewRequest, about: str, recipient: str, agency_key: str = "") -> HttpResponse:
    """The same as a Word document; that it was taken is recorded."""
    _, _, agency = _asked_for(request, about, recipient, agency_key)
    data = services.take_letter(
        request.review, Occasion(about), recipient, agency=agency, by=request.user
    )
    to = f"{recipient}-{agency_key}" if agency_key else recipient
    return word_document(data, name=f"{request.review.reference}-{about}-{to}")


@review_page("Record who was told", material=Material.NOTICE, duties=(Duty.P9,))
def record(
    request: ReviewRequest, about: str, recipient: str, agency_key: str = ""
) -> HttpResponse:
    """That somebody was told: when, how, under which reference; or why not yet."""
    require(queries.may_give_notice(request.user, request.review))
    _, line, agency = _asked_for(request, about, recipient, agency_key)
    name = line.target.name
    form = NoticeForm(posted(request), today=moments.today(), initial={"name": name})
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: _give(request, about, recipient, agency, form.cleaned_data)):
            messages.success(request, f"{name}: it is recorded.")
            return redirect("notices", reference=request.review.reference)
    words = {"form": form, "line": line, **_addresses(request, about, recipient, agency_key)}
    return show(request, "notices/record.html", words)


def _occasion(request: ReviewRequest, happened: Happened) -> dict[str, Any]:
    lines = lines_of(request.user, request.review, happened)
    required = [line for line in lines if line.target.recipient.is_required]
    waiting = [line for line in required if line.is_outstanding]
    keys = _agency_keys(request, lines)
    return {
        "happened": happened,
        "is_decision": happened.about is Occasion.DECISION,
        "outcome": _outcome(request, happened),
        "told": len(required) - len(waiting),
        "required": len(required),
        "lines": [
            {
                "line": line,
                "how": _how(line.told),
                **_addresses(
                    request,
                    happened.about.value,
                    line.target.recipient.key,
                    keys.get(line.target.agency_id or 0, ""),
                ),
            }
            for line in lines
        ],
    }


def _outcome(request: ReviewRequest, happened: Happened) -> str:
    key = getattr(happened.record, "outcome", "")
    return request.review.type.outcome(key).words if key else ""


def _how(notice: "Notice | None") -> str:
    return WAY_WORDS[Way(notice.how)] if notice else ""


def _agency_keys(request: ReviewRequest, lines: list[Line]) -> dict[int, str]:
    ids = [line.target.agency_id for line in lines if line.target.agency_id]
    return queries.agency_keys(ids)


def _asked_for(
    request: ReviewRequest, about: str, recipient: str, agency_key: str
) -> "tuple[Happened, Line, Agency | None]":
    happened = queries.happened_in(request.user, request.review, about)
    agency = queries.agency_told(request.review, agency_key) if agency_key else None
    if happened is None or (agency_key and agency is None):
        raise Http404
    line = queries.line_of(
        request.user, request.review, happened, recipient=recipient, agency=agency
    )
    if line is None:
        raise Http404
    request.agency_shown = agency.pk if agency else None
    return happened, line, agency


def _give(
    request: ReviewRequest,
    about: str,
    recipient: str,
    agency: "Agency | None",
    words: dict[str, Any],
) -> Any:
    return services.give(
        request.review, Occasion(about), recipient, agency=agency, by=request.user, **words
    )


def _addresses(
    request: ReviewRequest, about: str, recipient: str, agency_key: str
) -> dict[str, str]:
    words = {"reference": request.review.reference, "about": about, "recipient": recipient}
    of = ""
    if agency_key:
        words["agency_key"], of = agency_key, "_of"
    return {
        name: reverse(f"notice_{page}{of}", kwargs=words)
        for name, page in (
            ("letter_href", "letter"),
            ("word_href", "word"),
            ("record_href", "record"),
        )
    }


_ONE = "notices/<slug:about>/<slug:recipient>/"

urlpatterns = [
    path("notices/", notices, name="notices"),
    *(
        path(f"{_ONE}{of}{rest}", view, name=f"notice_{page}{suffix}")
        for of, suffix in (("", ""), ("of/<slug:agency_key>/", "_of"))
        for rest, view, page in (
            ("letter/", letter, "letter"),
            ("letter/word/", take, "word"),
            ("record/", record, "record"),
        )
    ),
]
