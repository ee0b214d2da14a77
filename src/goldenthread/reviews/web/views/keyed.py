"""Pages whose address holds a secret key: choosing a first password, and the calendar feed."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts import access, links
from goldenthread.accounts.models import Person
from goldenthread.reviews import moments
from goldenthread.reviews.queries.calendar import days_with_something_due
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.calendar_file import calendar_file
from goldenthread.reviews.web.forms.account import NewPasswordForm
from goldenthread.reviews.web.page import keyed_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@keyed_page("Choose your password", person_with=links.person_with)
def first_sign_in(request: HttpRequest, person: Person) -> HttpResponse:
    """Choose a password by the link that was sent, and be signed in with it."""
    form = NewPasswordForm(posted(request))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["password"]
        if attempt(
            form, lambda: access.choose_password(person, chosen, by=person), field="password"
        ):
            login(request, person, backend=_BACKEND)
            return redirect("my_work")
    return show(request, "account/first_sign_in.html", {"form": form, "person": person})


@keyed_page("Calendar feed", person_with=access.person_with_calendar)
def calendar(request: HttpRequest, person: Person) -> HttpResponse:
    """The days on which something of this person’s is due, for their calendar; nothing says what."""
    days = days_with_something_due(person, today=moments.today())
    body = calendar_file(days, whose=person.calendar_key, made_at=moments.now())
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


urlpatterns = [
    path("first-sign-in/<str:key>/", first_sign_in, name="first_sign_in"),
    path("calendar/<str:key>.ics", calendar, name="calendar"),
]
