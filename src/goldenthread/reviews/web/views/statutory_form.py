"""The regime's own forms beside the referral: read, write section by section, complete (P8)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.questionnaires.questions import Section
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import statutory_form as queries
from goldenthread.reviews.queries.answered import in_words_of
from goldenthread.reviews.services import statutory_form as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.forms.questionnaire import (
    SectionForm,
    with_row_added_or_removed,
)
from goldenthread.reviews.web.forms.rows import REMOVE
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.queries.statutory_form import FormRead


@review_page("Statutory forms", material=Material.JUDGEMENT, duties=(Duty.P8,))
def forms(request: ReviewRequest) -> HttpResponse:
    """Every form that the regime asks for before the recommendation, and how far each has come."""
    read = queries.forms_of(request.user, request.review)
    may_write = queries.may_write(request.user, request.review)
    return show(
        request,
        "statutory_form/forms.html",
        {
            "read": [(one, _tasks(request, one) if may_write else []) for one in read],
            "why_not": may_write.reason,
        },
    )


@review_page("A statutory form", material=Material.JUDGEMENT, duties=(Duty.P8,))
def form(request: ReviewRequest, key: str) -> HttpResponse:
    """One form as it stands, to read, print and complete."""
    read = _read(request, key)
    may_complete = queries.may_complete(request.user, request.review, read)
    confirm = ConfirmForm(posted(request))
    if request.method == "POST" and confirm.is_valid():
        if attempt(confirm, lambda: services.complete(request.review, key, by=request.user)):
            messages.success(request, f"“{read.form.title}” is complete.")
            return redirect("statutory_forms", reference=request.review.reference)
    with_names = request.parts.see(Material.REGISTER)
    return show(
        request,
        "statutory_form/form.html",
        {
            "read": read,
            "summary": list(in_words_of(read.form, read.answers, with_names=with_names)),
            "may_write": queries.may_write(request.user, request.review),
            "may_complete": may_complete,
            "form": confirm,
        },
    )


@review_page("One section of a statutory form", material=Material.JUDGEMENT, duties=(Duty.P8,))
def section(request: ReviewRequest, key: str, section_key: str) -> HttpResponse:
    """One section. What was typed is kept, whole or not."""
    require(queries.may_write(request.user, request.review))
    read = _read(request, key)
    part = _section(read, section_key)
    changed = with_row_added_or_removed(request.POST, part)
    typed = SectionForm(changed or posted(request), section=part, answers=read.answers)
    if request.method == "POST" and typed.is_valid() and REMOVE not in request.POST:
        services.save_section(request.review, key, part, typed.answers(), by=request.user)
        if not changed:
            return redirect("statutory_forms", reference=request.review.reference)
    return show(
        request,
        "statutory_form/section.html",
        {
            "read": read,
            "section": part,
            "form": typed,
            "who_sees": who_reads(Material.JUDGEMENT),
        },
    )


def _read(request: ReviewRequest, key: str) -> "FormRead":
    try:
        return queries.form_of(request.user, request.review, key)
    except KeyError as error:
        raise Http404 from error


def _section(read: "FormRead", key: str) -> Section:
    try:
        return read.form.section(key)
    except KeyError as error:
        raise Http404 from error


def _tasks(request: ReviewRequest, read: "FormRead") -> list[dict[str, str]]:
    return [_task(request, read, part) for part in read.form.sections]


def _task(request: ReviewRequest, read: "FormRead", part: Section) -> dict[str, str]:
    is_complete = read.form.is_complete(part, read.answers)
    is_begun = any(read.answers.get(question.key) for question in part.questions)
    return {
        "title": part.title,
        "href": reverse(
            "statutory_form_section", args=[request.review.reference, read.form.key, part.key]
        ),
        "status": "Completed" if is_complete else "Begun" if is_begun else "Not begun",
        "kind": "" if is_complete else "draft" if is_begun else "new",
    }


urlpatterns = [
    path("forms/", forms, name="statutory_forms"),
    path("forms/<slug:key>/", form, name="statutory_form"),
    path("forms/<slug:key>/<slug:section_key>/", section, name="statutory_form_section"),
]
