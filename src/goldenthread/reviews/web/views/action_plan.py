"""Being written."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def waiting(request: HttpRequest, reference: str) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [path("actions/", waiting, name="action_plan")]
