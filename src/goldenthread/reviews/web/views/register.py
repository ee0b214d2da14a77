"""Who is who: labels beside real names, for those few who may see them; and the open questions."""

from django.contrib import messages
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
from goldenthread.reviews.web.forms.register import PersonForm, QuestionForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show


@review_page("Who is who", material=Material.REGISTER, duties=(Duty.P22,))
def register(request: ReviewRequest) -> HttpResponse:
    """The register, as far as this person may know it."""
    return show(
        request,
        "register/register.html",
        {
            "people": queries.registered(request.user, request.review),
            "may_keep": request.parts.may(Permission.KEEP_REGISTER),
        },
    )


@review_page("Add somebody", material=Material.REGISTER, duties=(Duty.P22,), is_read=False)
def add(request: ReviewRequest) -> HttpResponse:
    """Put somebody into the register."""
    form = PersonForm(request.POST or None, agencies=agencies_of(request.review))
    if request.method == "POST" and form.is_valid():
        if attempt(
            form, lambda: services.add_person(request.review, by=request.user, **form.person())
        ):
            messages.success(request, f"{form.cleaned_data['label']} is in the register.")
            return redirect("register", reference=request.review.reference)
    return show(request, "register/person.html", {"form": form, "person": None})


@review_page("Change somebody", material=Material.REGISTER, duties=(Duty.P22,))
def change(request: ReviewRequest, person_id: int) -> HttpResponse:
    """Change what is known of somebody."""
    person = queries.registered_person(request.user, request.review, person_id)
    if person is None:
        raise Http404
    initial = {
        "label": person.row.label,
        "role": person.row.role,
        "agency": person.row.agency_id,
        "names": "\n".join(person.names),
        "aliases": "\n".join(person.aliases),
        "never": "\n".join(person.never),
    }
    form = PersonForm(
        request.POST or None, agencies=agencies_of(request.review), initial=initial
    )
    if request.method == "POST" and form.is_valid():
        if attempt(
            form, lambda: services.change_person(person.row, by=request.user, **form.person())
        ):
            messages.success(request, f"{form.cleaned_data['label']} has been changed.")
            return redirect("register", reference=request.review.reference)
    return show(request, "register/person.html", {"form": form, "person": person})


@review_page("Is this a name?", material=Material.REGISTER, duties=(Duty.P22,))
def questions(request: ReviewRequest) -> HttpResponse:
    """One question at a time: the words around it, who it could be, answered once for all."""
    ready = releases.prepared(request.user, request.review)
    asked = ready.questions[0] if ready.questions else None
    people = queries.registered(request.user, request.review)
    likely = list(asked.candidates) if asked else []
    order = [*likely, *(one for one in people if one not in likely)]
    choices = [(str(one.row.pk), f"{one.row.label} ({', '.join(one.names)})") for one in order]
    form = QuestionForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        whose = form.cleaned_data["whose"]
        person = next((one.row for one in people if str(one.row.pk) == whose), None)
        form_asked = form.cleaned_data["asked"]
        if attempt(
            form, lambda: services.answer(request.review, form_asked, person, by=request.user)
        ):
            return redirect("register_questions", reference=request.review.reference)
    return show(
        request,
        "register/questions.html",
        {"asked": asked, "left": len(ready.questions), "form": form},
    )


urlpatterns = [
    path("who-is-who/", register, name="register"),
    path("who-is-who/add/", add, name="register_add"),
    path("who-is-who/questions/", questions, name="register_questions"),
    path("who-is-who/<int:person_id>/", change, name="register_person"),
]
