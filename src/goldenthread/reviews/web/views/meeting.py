"""Meetings of the bodies of a review: planned, held, recorded and closed (P8, P10, P24)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.http import content_disposition_header

from goldenthread.documents.writers.minutes import minutes_document
from goldenthread.domain.answers import require
from goldenthread.domain.meetings import MEETS, Attended, Body, body_noun, first_items
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.queries.minutes import minutes_of
from goldenthread.reviews.queries.report_standings import report_standings
from goldenthread.reviews.services import meeting as services
from goldenthread.reviews.services.written import WrittenMeanwhile
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.differences import differences
from goldenthread.reviews.web.forms.meeting import (
    AttendanceForm,
    CloseForm,
    ItemForm,
    MeetingForm,
    Offered,
)
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.models import Meeting

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@review_page(
    "Meetings",
    material=Material.COMMITTEE_MEETING,
    duties=tuple(meets.duty for meets in MEETS.values()),
)
def meetings(request: ReviewRequest) -> HttpResponse:
    """Every meeting that the person may read, body by body, and what is still to be done after them."""
    return show(
        request,
        "meeting/meetings.html",
        {
            "bodies": queries.meetings_by_body(request.user, request.review),
            "today": moments.today(),
        },
    )


def plan(request: ReviewRequest, body: Body) -> HttpResponse:
    """Plan a meeting of a body, or begin the record of one that has been held."""
    may_keep = queries.may_keep(request.user, request.review, body)
    if request.method == "POST":
        require(may_keep)
    nouns = request.review.type.nouns
    begins = {"quorum": MEETS[body].quorum, "items": "\n".join(first_items(body, nouns))}
    form = MeetingForm(posted(request), initial=begins)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        planned = attempt(
            form, lambda: services.plan(request.review, body, by=request.user, **words)
        )
        if planned:
            messages.success(request, "The meeting is planned.")
            return _to(planned)
    return _form(request, "meeting/plan.html", body=body, form=form, may_keep=may_keep)


def change(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """Change what is planned for a meeting."""
    one = meeting_at(request, body, number)
    may_change = queries.may_change(request.user, one)
    if request.method == "POST":
        require(may_change)
    form = MeetingForm(posted(request), initial=_planned(request, one))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if attempt(form, lambda: services.change(one, by=request.user, **words)):
            messages.success(request, "The meeting has been changed.")
            return _to(one)
    return _form(
        request, "meeting/plan.html", body=body, form=form, may_keep=may_change, meeting=one
    )


def _planned(request: ReviewRequest, one: "Meeting") -> dict[str, Any]:
    items = queries.items_of(request.user, one)
    return {
        "held_on": one.held_on,
        "begins_at": one.begins_at.strftime("%H:%M") if one.begins_at else "",
        "place": one.place,
        "chaired_by": one.chaired_by,
        "quorum": one.quorum,
        "items": "\n".join(item.title for item in items),
    }


def meeting(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """One meeting: who was there, what was said and decided, and what somebody was asked to do."""
    one = meeting_at(request, body, number)
    record = queries.record_of(request.user, one)
    reports = None
    if body is Body.PANEL:
        reports = report_standings(request.user, request.review, on=one.held_on)
    return show(
        request,
        "meeting/meeting.html",
        {
            "record": record,
            "reports": reports,
            "may_change": queries.may_change(request.user, one),
            "may_note": queries.may_note(request.user, one),
            "keeps": queries.may_keep(request.user, request.review, body),
            "readers": who_reads(MEETS[body].material),
            "today": moments.today(),
        },
    )


def attendance(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """Record who was there, who sent apologies, and which interests they declared."""
    one = meeting_at(request, body, number)
    may_change = queries.may_change(request.user, one)
    if request.method == "POST":
        require(may_change)
    form = AttendanceForm(
        posted(request),
        offered=_offered(request, one),
        initial={"began_from": queries.version_of(one)},
    )
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: _record_attendance(request, one, form)):
            messages.success(request, "The attendance is recorded.")
            return _to(one)
    return _form(
        request, "meeting/attendance.html", body=body, form=form, may_keep=may_change, meeting=one
    )


def _record_attendance(request: ReviewRequest, one: "Meeting", form: AttendanceForm) -> "Meeting":
    began_from = form.cleaned_data["began_from"]
    return services.record_attendance(one, form.attended(), began_from=began_from, by=request.user)


def _offered(request: ReviewRequest, one: "Meeting") -> list[Offered]:
    """Who was listed before, then who belongs to the body and is not on the list."""
    listed = [
        Offered(
            f"p{row.person_id}" if row.person_id else f"a{row.pk}",
            Attended(
                name=row.name,
                was=row.was,
                capacity=row.capacity,
                counts=row.counts,
                interest=row.interest,
                stood_back=row.stood_back,
                agreed_confidentiality=row.agreed_confidentiality,
                person_id=row.person_id,
            ),
        )
        for row in queries.attendances_of(request.user, one)
    ]
    there = {offered.key for offered in listed}
    expected = queries.expected_at(request.user, request.review, Body(one.body))
    return listed + [
        Offered(
            f"p{each.person.pk}",
            Attended(
                name=each.person.name,
                was="",
                capacity=each.capacity,
                counts=each.counts,
                person_id=each.person.pk,
            ),
        )
        for each in expected
        if f"p{each.person.pk}" not in there
    ]


def item(request: ReviewRequest, body: Body, number: int, position: int) -> HttpResponse:
    """Record what was said under one item of the agenda."""
    one = meeting_at(request, body, number)
    this = queries.items_of(request.user, one).filter(position=position).first()
    if this is None:
        raise Http404
    may_note = queries.may_note(request.user, one)
    if request.method == "POST":
        require(may_note)
    form = ItemForm(
        posted(request),
        who_sees=who_reads(MEETS[body].material),
        initial={"discussion": this.discussion, "began_from": queries.digest(this.discussion)},
    )
    parted = None
    if request.method == "POST" and form.is_valid():
        words = dict(form.cleaned_data)  # kept: the form forgets what an error is added to
        try:
            services.note_item(this, by=request.user, **words)
            messages.success(request, f"“{this.title}” is saved.")
            return _to(one)
        except WrittenMeanwhile as meanwhile:
            form.begin_again_from(queries.digest(meanwhile.text))
            form.add_error("discussion", meanwhile.reason)
            parted = differences(words["discussion"], meanwhile.text)
    return _form(
        request,
        "meeting/item.html",
        body=body,
        form=form,
        may_keep=may_note,
        meeting=one,
        item=this,
        parted=parted,
    )


def close(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """Close the record, so that it is not changed any more."""
    one = meeting_at(request, body, number)
    form = CloseForm(posted(request), initial={"note": one.note})
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        if attempt(form, lambda: services.close(one, note=note, by=request.user)):
            messages.success(request, "The record of the meeting is closed.")
            return _to(one)
    return _form(
        request,
        "meeting/close.html",
        body=body,
        form=form,
        may_keep=queries.may_note(request.user, one),
        meeting=one,
        record=queries.record_of(request.user, one),
    )


def minutes(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """The minutes as a Word file, made from the record as it stands."""
    one = services.take_minutes(meeting_at(request, body, number), by=request.user)
    document = minutes_document(minutes_of(request.user, one))
    noun = body_noun(body, request.review.type.nouns)
    name = f"{request.review.reference} {noun} meeting {number}.docx"
    response = HttpResponse(document, content_type=_WORD)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def meeting_at(request: ReviewRequest, body: Body, number: int) -> "Meeting":
    """The meeting that the address names; 404 where there is none that the person may read."""
    one = queries.meeting_numbered(request.user, request.review, body, number)
    if one is None:
        raise Http404
    return one


def _to(one: "Meeting") -> HttpResponse:
    return redirect(
        "meeting", reference=one.review.reference, body=Body(one.body), number=one.number
    )


def _form(request: ReviewRequest, template: str, *, body: Body, **words: Any) -> HttpResponse:
    noun = body_noun(body, request.review.type.nouns)
    return show(request, template, {"body": body, "noun": noun} | words)


def of_each_body(
    route: str, name: str, title: str, view: Callable[..., HttpResponse]
) -> list[URLPattern]:
    """One address for each body, so that each admits those whose business that body's meetings are."""
    return [
        path(
            f"meetings/{body.value}/{route}",
            review_page(title, material=meets.material, duties=(meets.duty,))(view),
            {"body": body},
            name=name,
        )
        for body, meets in MEETS.items()
    ]


urlpatterns = [
    path("meetings/", meetings, name="meetings"),
    *of_each_body("plan/", "meeting_plan", "Plan a meeting", plan),
    *of_each_body("<int:number>/", "meeting", "A meeting", meeting),
    *of_each_body("<int:number>/change/", "meeting_change", "Change a meeting", change),
    *of_each_body("<int:number>/attendance/", "meeting_attendance", "Attendance", attendance),
    *of_each_body("<int:number>/items/<int:position>/", "meeting_item", "One item", item),
    *of_each_body("<int:number>/close/", "meeting_close", "Close the record", close),
    *of_each_body("<int:number>/minutes/", "meeting_minutes", "Minutes in Word", minutes),
]
