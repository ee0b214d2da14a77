"""What is written to an agency's people about what it is asked. Nothing of any case is in it."""

from django.utils.timezone import localdate

from goldenthread.accounts import mail
from goldenthread.accounts.models import Person
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.reminders import ABOUT_WORDS, About
from goldenthread.reviews.models import Reminder

_SECURE = (
    "Please make sure at once that the records it is about can no longer be changed, and say when, by whom"
    " and where they were secured."
)


def ask(person: Person, about: About) -> bool:
    """Tell somebody that their agency is asked for something. False when their access has ended."""
    lines = [f"Your agency is asked {ABOUT_WORDS[about]}."]
    if about is not About.SECURING:
        lines.append("It is also asked to secure its records.")
    return mail.send(
        person,
        "Your agency is asked for something",
        [*lines, _SECURE, "What it is about you can read when you sign in:"],
    )


def remind(reminder: Reminder) -> bool:
    """Remind somebody of what their agency was asked, and by when. False when their access has ended."""
    what = ABOUT_WORDS[About(reminder.about)]
    is_past = reminder.due_on < localdate(reminder.sent_at)
    due = f"It {'was' if is_past else 'is'} due on {in_words(reminder.due_on)}."
    return mail.send(
        reminder.sent_to,
        "A reminder for your agency",
        [
            f"Your agency was asked {what}. {due}",
            "If it has been done since, thank you, and please pass over this e-mail.",
            "You can answer when you sign in:",
        ],
    )
