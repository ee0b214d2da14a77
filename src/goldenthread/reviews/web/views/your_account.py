"""A person’s own account: details, password, and the calendar feed."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts import access
from goldenthread.accounts.mail import is_sent, site_address
from goldenthread.accounts.models import Person
from goldenthread.domain.roles import ROLES, Role
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.account import ChangePasswordForm, OwnDetailsForm
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.page import SignedInRequest, signed_in_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@signed_in_page("Your account")
def your_account(request: SignedInRequest) -> HttpResponse:
    """How you are called and reached; your posts; where to change your password and your calendar."""
    form = OwnDetailsForm.of(request.user, posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: access.change_own_details(request.user, **form.cleaned_data)):
            messages.success(request, "Your details are saved.")
            return redirect("your_account")
    return show(
        request,
        "account/your_account.html",
        {"form": form, "posts": _posts(request.user), "is_mail_sent": is_sent()},
    )


@signed_in_page("Change your password")
def change_password(request: SignedInRequest) -> HttpResponse:
    """The present password and another; everywhere else where you are signed in, you are signed out."""
    form = ChangePasswordForm(posted(request))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        changed = attempt(
            form,
            lambda: access.change_own_password(
                request.user, old=typed["old"], new=typed["password"]
            ),
        )
        if changed:
            update_session_auth_hash(request, changed)
            messages.success(request, "Your password is changed.")
            return redirect("your_account")
    return show(
        request,
        "account/password.html",
        {"form": form, "has_one": request.user.has_usable_password()},
    )


@signed_in_page("Your calendar feed")
def calendar_key(request: SignedInRequest) -> HttpResponse:
    """Make the address of your feed, shown this once; making another ends the one before."""
    form, address = ConfirmForm(posted(request)), ""
    if request.method == "POST" and form.is_valid():
        key = attempt(form, lambda: access.make_calendar_key(request.user))
        address = site_address(f"/calendar/{key}.ics")
    return show(
        request,
        "account/calendar.html",
        {"form": form, "address": address, "has_one": bool(request.user.calendar_key)},
    )


@signed_in_page("Withdraw your calendar feed")
def withdraw_calendar(request: SignedInRequest) -> HttpResponse:
    """The feed stops working at once."""
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: access.withdraw_calendar_key(request.user)):
            messages.success(request, "Your calendar feed is withdrawn.")
            return redirect("your_account")
    return show(request, "account/withdraw_calendar.html", {"form": form})


def _posts(person: Person) -> list[str]:
    held = person.posts.filter(ended_on=None).select_related("agency", "partnership")
    return [f"{ROLES[Role(post.role)].name}, {post.agency or post.partnership}" for post in held]


urlpatterns = [
    path("account/", your_account, name="your_account"),
    path("account/password/", change_password, name="change_password"),
    path("account/calendar/", calendar_key, name="calendar_key"),
    path("account/calendar/withdraw/", withdraw_calendar, name="calendar_withdraw"),
]
