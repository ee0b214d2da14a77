"""The link by which somebody chooses their password: signed, for one use, and soon out of date.

Nothing is kept of it. It is signed over the password as it is and the last sign-in, so choosing a
password, or signing in by another way, makes it useless.
"""

from datetime import timedelta

from django.conf import settings  # noqa: TID251 (how long a link holds is known only here)
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from goldenthread.accounts.models import Person

_MOST_DIGITS = 18


class _Signer(PasswordResetTokenGenerator):
    key_salt = "goldenthread.accounts.links"


_signer = _Signer()


def key_for(person: Person) -> str:
    """The key in the address at which this person chooses a password."""
    return f"{person.pk}-{_signer.make_token(person)}"


def person_with(key: str) -> Person | None:
    """Whose key this is; None for one that was used, is out of date or was never ours."""
    number, _, token = key.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
        return None
    person = Person.objects.filter(pk=int(number), is_active=True).first()
    return person if person is not None and _signer.check_token(person, token) else None


def holds_for() -> timedelta:
    """How long a link can be used."""
    return timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
