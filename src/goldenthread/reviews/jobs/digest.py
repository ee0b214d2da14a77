"""Send everybody who wants it the daily digest, once a day whatever happens to the worker."""

import logging

from procrastinate.contrib.django import app

from goldenthread.accounts.digest import waiting_for_digest
from goldenthread.reviews import moments
from goldenthread.reviews.services import digest
from goldenthread.reviews.walls import asking

_log = logging.getLogger(__name__)


@app.periodic(cron="30 6 * * 1-5")
@app.task(name="goldenthread.reviews.send_digests", queueing_lock="send_digests")
def send_digests(timestamp: int) -> None:
    """Each working morning. A job that is begun again goes on with those who have not been sent theirs."""
    today = moments.today()
    for person in waiting_for_digest(today):
        try:
            with asking(person.pk):
                digest.send(person, today=today)
        except Exception:  # one person’s must not keep back all others’
            _log.exception("A digest could not be sent.")
