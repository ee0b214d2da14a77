"""What the pages of signing in need to know."""

from django.conf import settings  # noqa: TID251 (whether this is a demo is known only here)
from django.http import HttpRequest


def demo(request: HttpRequest) -> dict[str, bool]:
    """Whether this is a demo installation, for the link to its page of people."""
    return {"is_demo": settings.DEMO}
