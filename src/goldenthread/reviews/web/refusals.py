"""Pages that say no, and what to do about it."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

_PIECE = 1024 * 1024
_MOST_PIECES = 300
"""Bytes at once, and how many times, that are let arrive of what is too much."""


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Something was asked for that the rules do not allow; nothing was changed."""
    return render(request, "refusals/refused.html", {"reason": reason}, status=409)


def too_often(request: HttpRequest) -> HttpResponse:
    """Somebody at this address has tried too often."""
    return render(request, "429.html", status=429)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be understood, or is more than we take in at once."""
    too_much = isinstance(exception, RequestDataTooBig)
    if too_much:
        _let_it_arrive(request)
    return render(request, "400.html", {"too_much": too_much}, status=400)


def not_yours(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page exists, and is not for this person."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, as far as this person may know."""
    return render(request, "404.html", status=404)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """Something went wrong on our side. Nothing is asked of the database here."""
    return HttpResponse(render_to_string("500.html"), status=500)


def form_has_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open for too long, or was not ours."""
    return render(request, "refusals/expired.html", status=403)


def _let_it_arrive(request: HttpRequest) -> None:
    """Read what is still on its way and keep nothing: a browser shows no answer while it is sending."""
    arriving = request.META["wsgi.input"]
    for _ in range(_MOST_PIECES):
        if not arriving.read(_PIECE):
            break
