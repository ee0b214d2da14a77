"""The daily e-mail: how much waits for somebody, and nothing of any case."""

from datetime import date

from goldenthread.accounts import digest, mail
from goldenthread.accounts.models import Person
from goldenthread.domain.my_work import Urgency
from goldenthread.pages.words import plural
from goldenthread.reviews.queries.work import work_of


def send(person: Person, *, today: date) -> bool:
    """Send the person their digest of the day, unless they were sent it or nothing waits. Whether one was sent.

    It belongs to no review and reads nothing but how many things wait, so the trail keeps nothing of it.
    """
    if not digest.claim(person, on=today):
        return False
    groups = work_of(person, today=today).by_urgency(today=today)
    late, soon = len(groups[Urgency.OVERDUE]), len(groups[Urgency.SOON])
    waiting = late + soon + len(groups[Urgency.WAITING])
    if not waiting:
        return False
    verb = "waits" if waiting == 1 else "wait"
    lines = [f"{plural(waiting, 'thing')} {verb} for you."]
    if late:
        lines.append(f"Of them {plural(late, 'is late', 'are late')}.")
    if soon:
        lines.append(f"Due within a week: {soon}.")
    lines.append(
        "Sign in to see what. Under “Your account” you can say that you want no such e-mail."
    )
    return mail.send(person, f"{plural(waiting, 'thing')} {verb} for you", lines)
