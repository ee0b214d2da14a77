"""Who is who: labels beside real names, for those few who may see them; and the open questions."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import register as queries
from goldenthread.reviews.queries import release as releases
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.services import register as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.register import READERS, PersonForm, QuestionForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from collections.abc import Sequence


@review_page("Who is who", material=Material.REGISTER, duties=(Duty.P22,))
def register(request: ReviewRequest) -> HttpResponse:
    """The register, as far as this person may know it."""
    people = queries.registered(request.user, request.review)
    sees_all = request.parts.see(Material.RELEASE)
    return show(
        request,
        "register/register.html",
        {
            "people": people,
            "sees_all": sees_all,
            "readers": READERS,
            "to_mend": queries.labels_to_mend(people) if sees_all else (),
            "may_keep": request.parts.may(Permission.KEEP_REGISTER),
        },
    )


@review_page("Add somebody", material=Material.REGISTER, duties=(Duty.P22,), is_read=False)
def add(request: ReviewRequest) -> HttpResponse:
    """Put somebody into the register."""
    form = PersonForm(posted(request), agencies=agencies_of(request.review))
    if request.method == "POST" and form.is_valid():
        if added := attempt(
            form, lambda: services.add_person(request.review, by=request.user, **form.person())
        ):
            messages.success(request, f"{added.label} is in the register.")
            return redirect("register", reference=request.review.reference)
    may_keep = request.parts.may(Permission.KEEP_REGISTER)
    return show(request, "register/person.html", {"form": form, "may_keep": may_keep})


@review_page("Change somebody", material=Material.REGISTER, duties=(Duty.P22,))
def change(request: ReviewRequest, person_id: int) -> HttpResponse:
    """Change what is known of somebody."""
    person = queries.registered_person(request.user, request.review, person_id)
    if person is None:
        raise Http404
    form = PersonForm(posted(request), agencies=agencies_of(request.review), initial=_known(person))
    if request.method == "POST" and form.is_valid():
        if changed := attempt(
            form, lambda: services.change_person(person.row, by=request.user, **form.person())
        ):
            messages.success(request, f"{changed.label} has been changed.")
            return redirect("register", reference=request.review.reference)
    may_keep = request.parts.may(Permission.KEEP_REGISTER)
    return show(
        request, "register/person.html", {"form": form, "person": person, "may_keep": may_keep}
    )


@review_page("Is this a name?", material=Material.REGISTER, duties=(Duty.P22,))
def questions(request: ReviewRequest) -> HttpResponse:
    """One question at a time: the words around it, who it could be, answered once for all."""
    _refuse_who_sees_a_part_only(request)
    ready = releases.prepared(request.user, request.review)
    asked = _asked(request, ready.questions)
    likely = [str(one.row.pk) for one in asked.candidates] if asked else []
    people = queries.registered(request.user, request.review)
    form = QuestionForm(
        posted(request),
        people=people,
        likely=likely,
        initial={"asked": asked.form if asked else ""},
    )
    if request.method == "POST" and asked is None:
        messages.info(request, "That question has been answered meanwhile.")
        return redirect("register_questions", reference=request.review.reference)
    if request.method == "POST" and form.is_valid() and _answer(request, form, people):
        return redirect("register_questions", reference=request.review.reference)
    return show(
        request,
        "register/questions.html",
        {
            "asked": asked,
            "left": len(ready.questions),
            "form": form,
            "answered": queries.answered(request.user, request.review),
            "may_keep": request.parts.may(Permission.KEEP_REGISTER),
        },
    )


@review_page("Answer again whose name it is", material=Material.REGISTER, duties=(Duty.P22,))
def answer_again(request: ReviewRequest, answer_id: int) -> HttpResponse:
    """Give another answer about words that have been answered before."""
    _refuse_who_sees_a_part_only(request)
    given = queries.answered(request.user, request.review)
    before = next((one for one in given if one.row.pk == answer_id), None)
    if before is None:
        raise Http404
    people = queries.registered(request.user, request.review)
    held = {"asked": before.form, "whose": before.key or QuestionForm.NOBODY}
    form = QuestionForm(posted(request), people=people, likely=[before.key], initial=held)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["asked"] != before.form:
            raise Http404
        if _answer(request, form, people):
            messages.success(request, "The new answer holds from now on.")
            return redirect("register_questions", reference=request.review.reference)
    may_keep = request.parts.may(Permission.KEEP_REGISTER)
    return show(
        request,
        "register/answer_again.html",
        {"before": before, "form": form, "may_keep": may_keep},
    )


def _refuse_who_sees_a_part_only(request: ReviewRequest) -> None:
    """Names are asked about in the reports, of those who see both these and the whole register."""
    if not request.parts.see(Material.RELEASE):
        raise PermissionDenied


def _asked(
    request: ReviewRequest, open_questions: "Sequence[releases.NameQuestion]"
) -> "releases.NameQuestion | None":
    """The question that was answered, while it is open; without an answer, the first."""
    if request.method == "POST":
        wanted = request.POST.get("asked", "")
        return next((one for one in open_questions if one.form == wanted), None)
    return next(iter(open_questions), None)


def _answer(request: ReviewRequest, form: QuestionForm, people: list[queries.Registered]) -> bool:
    person = form.person_among(people)
    words = form.cleaned_data["asked"]
    return bool(
        attempt(form, lambda: services.answer(request.review, words, person, by=request.user))
    )


def _known(person: queries.Registered) -> dict[str, object]:
    return {
        "label": person.row.label,
        "role": person.row.role,
        "agency": person.row.agency_id,
        "names": "\n".join(person.names),
        "aliases": "\n".join(person.aliases),
        "never": "\n".join(person.never),
    }


urlpatterns = [
    path("who-is-who/", register, name="register"),
    path("who-is-who/add/", add, name="register_add"),
    path("who-is-who/questions/", questions, name="register_questions"),
    path("who-is-who/answers/<int:answer_id>/", answer_again, name="register_answer_again"),
    path("who-is-who/<int:person_id>/", change, name="register_person"),
]
