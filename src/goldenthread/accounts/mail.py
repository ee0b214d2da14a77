"""Send an e-mail: the one place from which anything is sent.

An e-mail crosses networks that are not ours and lies in inboxes that others read. So it never says
anything of a case: no reference, no label, no name but the reader's own. It says that something waits,
and where to sign in.
"""

from collections.abc import Sequence

from django.conf import settings  # noqa: TID251 (where the site is, and who sends, is known only here)
from django.core.mail import EmailMessage
from django.db import transaction

from goldenthread.accounts.models import Person

_NOTHING = "django.core.mail.backends.dummy.EmailBackend"

_CLOSING = (
    "This e-mail was sent by Golden Thread for your Board. It says nothing of any case, and nobody reads "
    "answers to it."
)


def send(person: Person, subject: str, lines: Sequence[str]) -> bool:
    """Send the person an e-mail in plain text, each line a paragraph, with a link to the site at its end.

    It leaves once the transaction is committed, so that what is undone is never told of; a server that
    does not take it is logged, and undoes nothing. False when the person's access has ended: nothing is
    sent. ``subject`` and ``lines`` hold nothing of any case. ValueError for a subject of several lines.
    """
    if "\n" in subject or "\r" in subject:
        raise ValueError("The subject of an e-mail is one line.")
    if not person.is_active:
        return False
    paragraphs = [f"Dear {person.name}", *lines, settings.SITE_ADDRESS + "/", _CLOSING]
    letter = EmailMessage(
        subject=f"Golden Thread: {subject}",
        body="\n\n".join(paragraphs) + "\n",
        to=[person.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
    transaction.on_commit(letter.send, robust=True)
    return True


def is_sent() -> bool:
    """Whether this installation sends e-mails at all: on a demo into a folder, elsewhere by a server."""
    return settings.EMAIL_BACKEND != _NOTHING


def site_address(path: str = "/") -> str:
    """The whole address of a page of this site, as it stands in an e-mail."""
    return f"{settings.SITE_ADDRESS}{path}"
