"""The form by which people sign in."""

from typing import Any

from allauth.account.forms import LoginForm


class SignInForm(LoginForm):  # type: ignore[misc]  # the library is untyped
    """The library’s form, in our words."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["login"].label = "E-mail address"
        self.fields["login"].error_messages |= {
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address as name@example.com",
        }
        self.fields["password"].error_messages["required"] = "Enter your password"
