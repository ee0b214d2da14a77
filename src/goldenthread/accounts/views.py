"""Signing in on a demo installation as any of the invented people, and the sign that the site is ready."""

from itertools import groupby

from django.conf import settings  # noqa: TID251 (whether this is a demo is known only here)
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.accounts.models import Person

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
INDEPENDENT = "The partnership, and independent people"


def ready(request: HttpRequest) -> HttpResponse:
    """Whether the site can answer, database and all: for whoever watches over it. It tells nothing else."""
    Person.objects.exists()
    return HttpResponse("ready", content_type="text/plain")


def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Choose a demo person and be them. The page does not exist on any other installation."""
    if not settings.DEMO:
        raise Http404
    # Only invented people have such an address: no real one is ever offered, whatever was served by mistake.
    people = Person.objects.filter(is_active=True, email__endswith=".example")
    people = people.select_related("employer")
    if request.method == "POST":
        chosen = people.filter(pk=_number(request.POST.get("person", ""))).first()
        if chosen is not None:
            login(request, chosen, backend=_BACKEND)
            return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/demo_sign_in.html", {"groups": _by_employer(list(people))})


def _by_employer(people: list[Person]) -> list[tuple[str, list[Person]]]:
    def employer(person: Person) -> str:
        return person.employer.name if person.employer else ""

    people.sort(key=lambda person: (employer(person), person.name))
    return [(name or INDEPENDENT, list(group)) for name, group in groupby(people, key=employer)]


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 18 else 0
