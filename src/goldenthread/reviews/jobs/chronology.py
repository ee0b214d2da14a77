"""Read agencies' files in the background."""

import logging

from django.db import OperationalError
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Refused
from goldenthread.reviews.services import chronology as services
from goldenthread.reviews.walls import asking

MOST_ATTEMPTS = 3
"""After so many attempts that ended without an answer the file is given up, and says so."""

_log = logging.getLogger(__name__)


@app.task(
    name=services.READ_JOB,
    pass_context=True,
    retry=RetryStrategy(max_attempts=MOST_ATTEMPTS, wait=5, retry_exceptions=[OperationalError]),
)
def read_source_file(context: JobContext, *, source_file_id: int, person_id: int) -> None:
    """Read one file for the person who brought it. Doing it twice is doing it once."""
    read_as(source_file_id, person_id=person_id, attempts=context.job.attempts)


def read_as(source_file_id: int, *, person_id: int, attempts: int = 0) -> None:
    """Read a file as this person, behind both walls; whatever happens, the file ends with an answer.

    ``attempts`` were made before this one. Raises OperationalError, for another attempt, while the
    database is away.
    """
    person = Person.objects.get(pk=person_id)
    try:
        if attempts >= MOST_ATTEMPTS:
            # The worker that read it was ended each time: perhaps by this very file.
            _give_up(source_file_id, person)
            return
        with asking(person.pk):
            services.read_source_file(source_file_id, by=person)
    except Refused:
        return  # read already, or no longer this person's to see
    except OperationalError:
        raise
    except Exception:  # a file may hold what nobody foresaw; it must not wait for ever
        _log.exception("A file could not be read.")
        _give_up(source_file_id, person)


def _give_up(source_file_id: int, person: Person) -> None:
    with asking(person.pk):
        services.give_up_reading(source_file_id, by=person)
