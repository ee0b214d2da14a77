"""How the sign-in library behaves here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """Nobody signs themselves up: people are added by a Board."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is not correct",
        "too_many_login_attempts": "Too many tries. Wait a few minutes, then try again",
    }

    def add_message(self, request: HttpRequest, *_told: Any, **_words: Any) -> None:
        """Say nothing: that somebody has signed in or out is to be seen on the page that they come to."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether a stranger may make an account: never."""
        return False
