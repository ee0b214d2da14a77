"""Pages that say no, and what to do about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Something was asked for that the rules do not allow; nothing was changed."""
    return render(request, "refusals/refused.html", {"reason": reason}, status=409)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be understood."""
    return render(request, "400.html", status=400)


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
