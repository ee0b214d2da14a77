"""How often an address may come with a key that is nobody’s."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

_MOST_IN_A_MINUTE = 30


def is_guessing(request: HttpRequest) -> bool:
    """Count one more wrong key from this address; whether there have been too many within a minute.

    Counted in the database, as tries to sign in are, so that it holds across processes.
    """
    counter = f"wrong-key:{get_adapter().get_client_ip(request)}"
    if cache.add(counter, 1, timeout=60):
        return False
    try:
        return bool(cache.incr(counter) > _MOST_IN_A_MINUTE)
    except ValueError:  # the minute ended between the two
        return False
