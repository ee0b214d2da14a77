"""Numbers in the part of an address that anybody can type."""

from django.http import HttpRequest

_MOST_DIGITS = 18
"""More than the database counts to; Python itself refuses to read a number of thousands of digits."""


def number_asked(request: HttpRequest, name: str) -> int | None:
    """The number given under this name, or None where there is none or it is no number."""
    typed = request.GET.get(name, "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS
    return int(typed) if is_number else None
