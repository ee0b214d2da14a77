"""The terms of reference: read them, write the next version, approve it, share it (P10)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.terms import no_longer_asked
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import terms as queries
from goldenthread.reviews.services import reading
from goldenthread.reviews.services import terms as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.downloads import word_document
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.forms.terms import (
    ApproveForm,
    LinesForm,
    StandardQuestionsForm,
    TermsForm,
)
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.terms_shown import changes_between, terms_document, whole
from goldenthread.reviews.web.who_reads import in_all

if TYPE_CHECKING:
    from goldenthread.reviews.models import Terms


@review_page("The terms of reference", material=Material.TERMS, duties=(Duty.P10,))
def terms(request: ReviewRequest) -> HttpResponse:
    """The terms in force, the version in the making for those who read it, and who has read them."""
    person, review = request.user, request.review
    in_force = queries.terms_in_force(person, review)
    making = queries.terms_in_the_making(person, review)
    if in_force:
        _mark_opened(request, in_force)
    sees_readers = queries.may_see_readers(person, review)
    readers = queries.readers_of(person, review, in_force) if in_force and sees_readers else []
    return show(
        request,
        "terms/terms.html",
        {
            "in_force": in_force and whole(person, review, in_force),
            "making": making and whole(person, review, making),
            "earlier": [
                one
                for one in queries.terms_versions(person, review)
                if one not in (in_force, making)
            ],
            "unread": [one for one in readers if not one.has_read],
            "read": [one for one in readers if one.has_read],
            "may_write": queries.may_write_terms(person, review),
            "may_approve": making and queries.may_approve_terms(person, review, making),
        },
    )


@review_page("A version of the terms", material=Material.TERMS, duties=(Duty.P10,))
def version(request: ReviewRequest, number: int) -> HttpResponse:
    """One version, whole, as it is printed; and from the second on what it changed, word by word."""
    shown = _version(request, number)
    _mark_opened(request, shown)
    before = queries.terms_version(request.user, request.review, number - 1)
    changes = changes_between(request.user, request.review, before, shown) if before else []
    words = {"shown": whole(request.user, request.review, shown), "changes": changes}
    return show(request, "terms/version.html", words)


@review_page("Take away the terms", material=Material.TERMS, duties=(Duty.P10,))
def word(request: ReviewRequest, number: int) -> HttpResponse:
    """One version as a Word document."""
    shown = _version(request, number)
    reading.record_reading(request.review, Material.TERMS, by=request.user)
    document = terms_document(request.user, request.review, shown)
    return word_document(document, name=f"{request.review.reference} terms version {number}")


@review_page("Write the terms of reference", material=Material.TERMS, duties=(Duty.P10,))
def write(request: ReviewRequest) -> HttpResponse:
    """What led to the review, which time it looks at, and whom it is about."""
    begun_from = _begun_from(request)
    form = TermsForm(posted(request), today=moments.today(), terms=begun_from)
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.write(request.review, by=request.user, **form.terms())):
            return _saved(request, "terms_lines")
    return _show_form(request, "terms/write.html", form, begun_from)


@review_page("Write the lines of enquiry", material=Material.TERMS, duties=(Duty.P10,))
def lines(request: ReviewRequest) -> HttpResponse:
    """The numbered questions of this review. A number stays a line's own."""
    begun_from = _begun_from(request)
    there = queries.lines_of(begun_from) if begun_from else ()
    form = LinesForm(posted(request), terms=begun_from, lines=there)
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            form, lambda: services.write_lines(request.review, by=request.user, **form.lines())
        )
        if saved:
            return _saved(request, "terms_lines" if "more" in request.POST else "terms_questions")
    approved = queries.approved_lines(request.user, request.review)
    unused = no_longer_asked(there, approved=approved)
    return _show_form(request, "terms/lines.html", form, begun_from, unused=unused)


@review_page("Answer the standard questions", material=Material.TERMS, duties=(Duty.P10,))
def questions(request: ReviewRequest) -> HttpResponse:
    """What every review of this type answers in its terms."""
    begun_from = _begun_from(request)
    if begun_from is None:
        return redirect("terms_write", reference=request.review.reference)
    form = StandardQuestionsForm(
        posted(request),
        terms=begun_from,
        questions=queries.answered(request.review, begun_from),
    )
    if request.method == "POST" and form.is_valid():
        answers = form.answers()
        saved = attempt(
            form,
            lambda: services.answer_questions(request.review, answers=answers, by=request.user),
        )
        if saved:
            return _saved(request, "terms")
    return _show_form(request, "terms/questions.html", form, begun_from)


@review_page("Approve the terms of reference", material=Material.TERMS, duties=(Duty.P10,))
def approve(request: ReviewRequest) -> HttpResponse:
    """The version in the making, whole, and what it changes; then the approval, which shares it."""
    person, review = request.user, request.review
    making = queries.terms_in_the_making(person, review)
    if making is None:
        raise Http404
    may_approve = queries.may_approve_terms(person, review, making)
    form = ApproveForm(posted(request), terms=making)
    if request.method == "POST":
        require(may_approve)
        if form.is_valid():
            approved = attempt(form, lambda: services.approve(making, by=person))
            if approved:
                messages.success(
                    request,
                    f"Version {approved.version} of the terms is in force, and shared with everybody"
                    " who works from it.",
                )
                return redirect("terms", reference=review.reference)
    in_force = queries.terms_in_force(person, review)
    return show(
        request,
        "terms/approve.html",
        {
            "form": form,
            "making": whole(person, review, making),
            "changes": changes_between(person, review, in_force, making) if in_force else [],
            "readers": queries.people_working_from_terms(person, review),
            "why_not": may_approve.reason,
        },
    )


@review_page("Share the terms", material=Material.TERMS, duties=(Duty.P10,), is_read=False)
def share(request: ReviewRequest) -> HttpResponse:
    """Share the version in force with those who work from it and do not have it yet."""
    require(queries.may_write_terms(request.user, request.review))
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.share_again(request.review, by=request.user)):
            messages.success(request, "The terms are shared with everybody who works from them.")
            return redirect("terms", reference=request.review.reference)
    in_force = queries.terms_in_force(request.user, request.review)
    readers = queries.readers_of(request.user, request.review, in_force) if in_force else []
    waiting = [one for one in readers if one.shared is None]
    return show(request, "terms/share.html", {"form": form, "waiting": waiting})


def _mark_opened(request: ReviewRequest, shown: "Terms") -> None:
    """Keep that somebody opened the version that was shared with them; a mere question is no opening."""
    if request.method == "GET" and queries.has_unopened(request.user, shown):
        services.open_shared(shown, by=request.user)


def _version(request: ReviewRequest, number: int) -> "Terms":
    found = queries.terms_version(request.user, request.review, number)
    if found is None:
        raise Http404
    return found


def _begun_from(request: ReviewRequest) -> "Terms | None":
    """The version in the making; where there is none, the one in force, from which the next begins."""
    person, review = request.user, request.review
    require(queries.may_write_terms(person, review))
    return queries.terms_in_the_making(person, review) or queries.terms_in_force(person, review)


def _saved(request: ReviewRequest, go_on_at: str) -> HttpResponse:
    messages.success(request, "The terms are saved. They are in force once approved.")
    return redirect(go_on_at, reference=request.review.reference)


def _show_form(
    request: ReviewRequest, template: str, form: Any, begun_from: "Terms | None", **more: Any
) -> HttpResponse:
    meanwhile = begun_from if form.overtaken else None
    words = {
        "form": form,
        "begun_from": begun_from,
        "readers": in_all(Material.TERMS, request.review.type),
        "is_new_version": begun_from is not None and begun_from.approved_at is not None,
        "meanwhile": meanwhile and whole(request.user, request.review, meanwhile),
    }
    return show(request, template, words | more)


urlpatterns = [
    path("terms/", terms, name="terms"),
    path("terms/write/", write, name="terms_write"),
    path("terms/lines/", lines, name="terms_lines"),
    path("terms/questions/", questions, name="terms_questions"),
    path("terms/approve/", approve, name="terms_approve"),
    path("terms/share/", share, name="terms_share"),
    path("terms/version/<int:number>/", version, name="terms_version"),
    path("terms/version/<int:number>/word/", word, name="terms_word"),
]
