"""A form that is sent twice is acted on once.

Each form carries a token (``{% once %}``). The first to arrive with it acts; a second, even in the
same instant, waits for the first and is led to the same place. A form that comes back with mistakes
can be sent again.
"""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from goldenthread.reviews.services import sent_forms

FIELD = "once"


def answer(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Act on the request, unless its form has been acted on before: then lead where that one led."""
    token = _token(request)
    if token is None:
        return act()
    led_to = sent_forms.claim(token, by=request.user)  # type: ignore[arg-type]
    if led_to is not None:
        return HttpResponseRedirect(led_to or request.path)
    response = act()
    if isinstance(response, HttpResponseRedirect):
        sent_forms.keep(token, led_to=response.url)
    else:
        sent_forms.release(token)
    return response


def _token(request: HttpRequest) -> UUID | None:
    if request.method != "POST":
        return None
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None
