"""As whom to sign in on a demo installation."""

from collections.abc import Iterator

from goldenthread.domain.roles import ROLES, Role
from goldenthread.reviews.demo.story.accounts import ACCOUNTS


def sign_in_lines() -> Iterator[str]:
    """One demo person for each role, in words to print."""
    yield "Sign in as any of the invented people at /demo/, for example:"
    told: set[Role] = set()
    for account in ACCOUNTS:
        if account.role not in told:
            told.add(account.role)
            yield f"  {account.name:<24} {ROLES[account.role].name}"
