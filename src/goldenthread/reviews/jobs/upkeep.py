"""Keep what only serves the house in order: jobs that a killed worker left behind, and what is long done.

Every job of ours can be done twice without harm, so one that has stalled is simply begun again.
"""

from datetime import timedelta

from django.core.management import call_command
from procrastinate import JobContext
from procrastinate.contrib.django import app

from goldenthread.reviews import moments
from goldenthread.reviews.services import sent_forms

_KEPT_FOR_HOURS = 7 * 24


@app.periodic(cron="* * * * *")
@app.task(
    name="goldenthread.reviews.retry_stalled", queueing_lock="retry_stalled", pass_context=True
)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Begin again each job whose worker has not been heard of for half a minute."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)


@app.periodic(cron="17 4 * * *")
@app.task(name="goldenthread.reviews.forget_old", queueing_lock="forget_old", pass_context=True)
async def forget_old(context: JobContext, timestamp: int) -> None:
    """Forget jobs that ended more than a week ago; what they did is in the trail."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=_KEPT_FOR_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


@app.periodic(cron="31 4 * * *")
@app.task(name="goldenthread.reviews.forget_visits", queueing_lock="forget_visits")
def forget_visits(timestamp: int) -> None:
    """Forget forms that were sent more than a week ago, and sessions that have ended."""
    sent_forms.forget(before=moments.now() - timedelta(hours=_KEPT_FOR_HOURS))
    call_command("clearsessions", verbosity=0)
