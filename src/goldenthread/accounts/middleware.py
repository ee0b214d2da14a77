"""What holds for every page behind sign-in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NothingIsCached:
    """No page of the case site stays behind in a browser or a proxy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        response.setdefault("Cache-Control", "no-store")
        return response
