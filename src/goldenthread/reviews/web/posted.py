"""What was sent with a form."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is nothing: an empty form is a form that was sent. None for a page just opened."""
    return request.POST if request.method == "POST" else None
