"""People of a Board: who they are, what posts they hold, and whether they can sign in (P28)."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts import access, queries, services
from goldenthread.accounts.mail import is_sent
from goldenthread.accounts.models import Partnership, Person, Post
from goldenthread.domain.duties import Duty
from goldenthread.domain.people import POSTS
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.roles import ROLES, Role
from goldenthread.reviews import moments
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.people import AddPersonForm, DetailsForm, EmailForm, PostForm
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.managing import manager_page
from goldenthread.reviews.web.numbers import number_asked
from goldenthread.reviews.web.page import SignedInRequest, signed_in_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

_ACCESS = {"never": "Never signed in", "ended": "Access has ended"}


@signed_in_page("People", duties=(Duty.P28,))
def boards(request: SignedInRequest) -> HttpResponse:
    """The Boards whose people this person looks after; with one, straight to it."""
    managed = list(queries.boards_managed_by(request.user))
    if not managed:
        raise PermissionDenied
    if len(managed) == 1:
        return redirect("people", prefix=managed[0].prefix)
    return show(request, "people/boards.html", {"boards": managed})


@manager_page("People of a Board")
def people(request: SignedInRequest, board: Partnership) -> HttpResponse:
    """Everybody, found by name, narrowed by agency, post and access, page by page."""
    asked = {
        name: request.GET.get(name, "").replace("\x00", "")
        for name in ("q", "at", "post", "access")
    }
    found = _narrowed(queries.looking_for(queries.people_of(board), asked["q"]), asked)
    page = list(queries.after(found, number_asked(request, "after"))[: queries.PAGE_SIZE + 1])
    more = len(page) > queries.PAGE_SIZE
    shown = page[: queries.PAGE_SIZE]
    return show(
        request,
        "people/people.html",
        {
            "board": board,
            "people": [(person, _posts(person, board)) for person in shown],
            "count": found.count(),
            "older": _kept(asked, after=str(shown[-1].pk)) if more else "",
            "newer": _kept(asked) if number_asked(request, "after") else "",
            "asked": asked,
            "kept": [
                {"name": name, "value": value}
                for name, value in asked.items()
                if value and name != "q"
            ],
            "groups": _groups(board, asked),
        },
    )


@manager_page("Add a person")
def add(request: SignedInRequest, board: Partnership) -> HttpResponse:
    """Somebody new; they are sent the link to choose a password at once, where e-mail is sent."""
    form = AddPersonForm(posted(request), agencies=board.agencies.all())
    if request.method == "POST" and form.is_valid():
        person = attempt(
            form, lambda: services.add_person(board=board, by=request.user, **form.cleaned_data)
        )
        if person and is_sent():
            access.send_sign_in_link(person, by=request.user)
            messages.success(request, f"{person} is added, and has been sent the link to sign in.")
        elif person:
            messages.success(request, f"{person} is added. They cannot sign in yet.")
        if person:
            return redirect("person", prefix=board.prefix, person_id=person.pk)
    return show(
        request, "people/add.html", {"board": board, "form": form, "is_mail_sent": is_sent()}
    )


@manager_page("A person")
def person(request: SignedInRequest, board: Partnership, person_id: int) -> HttpResponse:
    """What is known of an account, its posts, and what can be done about it."""
    one = _one(board, person_id)
    held = one.posts.select_related("agency", "partnership").order_by("ended_on", "pk")
    return show(
        request,
        "people/person.html",
        {
            "board": board,
            "person": one,
            "is_oneself": one == request.user,
            "is_ours": queries.board_of(one) == board,
            "held": [(post, ROLES[Role(post.role)]) for post in held if post.ended_on is None],
            "ended": [(post, ROLES[Role(post.role)]) for post in held if post.ended_on],
            "is_mail_sent": is_sent(),
        },
    )


@manager_page("Change a person")
def change(request: SignedInRequest, board: Partnership, person_id: int) -> HttpResponse:
    """Another name, title, telephone or agency."""
    one = _one(board, person_id)
    names = ("name", "job_title", "phone", "employer")
    form = DetailsForm(
        posted(request),
        agencies=board.agencies.all(),
        initial={name: getattr(one, name) for name in names},
    )
    if request.method == "POST" and form.is_valid():
        changed = attempt(
            form,
            lambda: services.change_person(
                one, on=moments.today(), by=request.user, **form.cleaned_data
            ),
        )
        if changed:
            messages.success(request, f"The details of {changed} are changed.")
            return redirect("person", prefix=board.prefix, person_id=one.pk)
    return show(request, "people/change.html", {"board": board, "person": one, "form": form})


@manager_page("Correct an e-mail address")
def correct_email(request: SignedInRequest, board: Partnership, person_id: int) -> HttpResponse:
    """Another address for somebody who has never signed in."""
    one = _one(board, person_id)
    form = EmailForm(posted(request), initial={"email": one.email})
    if request.method == "POST" and form.is_valid():
        if attempt(
            form,
            lambda: access.correct_email(one, form.cleaned_data["email"], by=request.user),
            field="email",
        ):
            messages.success(request, "The address is corrected. Send the link again now.")
            return redirect("person", prefix=board.prefix, person_id=one.pk)
    return show(request, "people/email.html", {"board": board, "person": one, "form": form})


@manager_page("Give a post")
def give_post(request: SignedInRequest, board: Partnership, person_id: int) -> HttpResponse:
    """What each post is for, then the choice."""
    one = _one(board, person_id)
    form = PostForm(
        posted(request),
        agencies=board.agencies.all(),
        posts=posts_at(board),
        initial={"agency": one.employer},
    )
    if request.method == "POST" and form.is_valid():
        role, agency = form.post()
        if attempt(
            form,
            lambda: services.give_post(
                one,
                role,
                partnership=board,
                agency=agency,
                began_on=moments.today(),
                by=request.user,
            ),
        ):
            messages.success(request, f"{one} is now {ROLES[role].name}.")
            return redirect("person", prefix=board.prefix, person_id=one.pk)
    return show(request, "people/give_post.html", {"board": board, "person": one, "form": form})


@manager_page("End a post")
def end_post(request: SignedInRequest, board: Partnership, post_id: int) -> HttpResponse:
    """What ending it does, then the button."""
    held = Post.objects.filter(partnership=board, ended_on=None).select_related("person", "agency")
    post = held.filter(pk=post_id).first()
    if post is None:
        raise Http404
    form, role = ConfirmForm(posted(request)), ROLES[Role(post.role)]
    if request.method == "POST" and form.is_valid():
        if attempt(
            form, lambda: services.end_post(post, ended_on=moments.today(), by=request.user)
        ):
            messages.success(request, f"{post.person} is no longer {role.name}.")
            return redirect("person", prefix=board.prefix, person_id=post.person_id)
    return show(
        request, "people/end_post.html", {"board": board, "post": post, "role": role, "form": form}
    )


@manager_page("Send the link to sign in")
def send_link(request: SignedInRequest, board: Partnership, person_id: int) -> HttpResponse:
    """Send the link, by which they choose a password, to their own address."""
    one, form = _one(board, person_id), ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: access.send_sign_in_link(one, by=request.user)):
            messages.success(request, f"The link is on its way to {one.email}.")
            return redirect("person", prefix=board.prefix, person_id=one.pk)
    return show(request, "people/link.html", {"board": board, "person": one, "form": form})


@manager_page("End or give back access")
def change_access(request: SignedInRequest, board: Partnership, person_id: int) -> HttpResponse:
    """End somebody's access at once, or let them sign in again."""
    one, form = _one(board, person_id), ConfirmForm(posted(request))
    found = "open" if one.is_active else "ended"
    if request.method == "POST" and request.POST.get("found", found) != found:
        messages.info(request, f"Somebody has changed the access of {one} meanwhile.")
        return redirect("person", prefix=board.prefix, person_id=one.pk)
    if request.method == "POST" and form.is_valid():

        def act() -> Person:
            if one.is_active:
                return access.end_access(one, on=moments.today(), by=request.user)
            return access.give_access_back(one, by=request.user)

        if attempt(form, act):
            can = "can sign in again" if one.is_active else "can no longer sign in"
            messages.success(request, f"{one} {can}.")
            return redirect("person", prefix=board.prefix, person_id=one.pk)
    return show(request, "people/access.html", {"board": board, "person": one, "form": form})


def posts_at(board: Partnership) -> list[tuple[str, str]]:
    """The posts that the Board’s regime knows, by its own words for them."""
    kind = REVIEW_TYPES[board.review_type]
    return [(role.value, kind.called(role)) for role in POSTS if role not in kind.absent]


def _one(board: Partnership, person_id: int) -> Person:
    found = queries.people_of(board).filter(pk=person_id).first()
    if found is None:
        raise Http404
    return found


def _posts(person: Person, board: Partnership) -> list[str]:
    return [
        ROLES[Role(post.role)].name + (f", {post.agency}" if post.agency else "")
        for post in person.posts.all()
        if post.ended_on is None and post.partnership_id == board.pk
    ]


def _narrowed(found: Any, asked: dict[str, str]) -> Any:
    if asked["at"]:
        found = (
            found.filter(employer=None)
            if asked["at"] == "none"
            else found.filter(employer__key=asked["at"])
        )
    if asked["post"]:
        found = found.filter(posts__role=asked["post"], posts__ended_on=None).distinct()
    if asked["access"] == "ended":
        found = found.filter(is_active=False)
    if asked["access"] == "never":
        found = found.filter(is_active=True, last_login=None)
    return found


def _groups(board: Partnership, asked: dict[str, str]) -> list[dict[str, Any]]:
    agencies = [(one.key, one.name) for one in board.agencies.all()]
    return [
        _group("Agency", "at", [*agencies, ("none", "No agency")], asked),
        _group("Post", "post", posts_at(board), asked),
        _group("Access", "access", list(_ACCESS.items()), asked),
    ]


def _group(
    title: str, name: str, choices: list[tuple[str, str]], asked: dict[str, str]
) -> dict[str, Any]:
    """One group of links; the one that is chosen leads back to the list without it."""
    return {
        "title": title,
        "items": [
            {
                "text": text,
                "href": _kept(asked | {name: "" if asked[name] == value else value}),
                "current": asked[name] == value,
            }
            for value, text in choices
        ],
    }


def _kept(asked: dict[str, str], **more: str) -> str:
    return "?" + urlencode({name: value for name, value in {**asked, **more}.items() if value})


urlpatterns = [
    path("people/", boards, name="boards"),
    path("people/<str:prefix>/", people, name="people"),
    path("people/<str:prefix>/add/", add, name="person_add"),
    path("people/<str:prefix>/<int:person_id>/", person, name="person"),
    path("people/<str:prefix>/<int:person_id>/change/", change, name="person_change"),
    path("people/<str:prefix>/<int:person_id>/email/", correct_email, name="person_email"),
    path("people/<str:prefix>/<int:person_id>/give-post/", give_post, name="post_give"),
    path("people/<str:prefix>/<int:person_id>/link/", send_link, name="person_link"),
    path("people/<str:prefix>/<int:person_id>/access/", change_access, name="person_access"),
    path("people/<str:prefix>/posts/<int:post_id>/end/", end_post, name="post_end"),
]
