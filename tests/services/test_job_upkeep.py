"""Jobs left behind by a worker that was killed."""

import asyncio
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from procrastinate import App
from procrastinate.testing import InMemoryConnector

from goldenthread.accounts.models import Person
from goldenthread.reviews import moments
from goldenthread.reviews.jobs import upkeep
from goldenthread.reviews.models import SentForm
from goldenthread.reviews.services import sent_forms


def _with_a_job(*, taken_by: int | None) -> InMemoryConnector:
    connector = InMemoryConnector()
    app = App(connector=connector)
    asyncio.run(app.configure_task("goldenthread.reviews.read_source_file").defer_async(n=1))
    connector.jobs[1] |= {"status": "doing", "worker_id": taken_by}
    connector.workers[7] = datetime.now(UTC)
    context = SimpleNamespace(app=app)
    asyncio.run(upkeep.retry_stalled.func(context, timestamp=0))
    return connector


def test_a_job_whose_worker_is_gone_is_begun_again():
    job = _with_a_job(taken_by=None).jobs[1]
    assert (job["status"], job["attempts"]) == ("todo", 1)


def test_a_job_that_is_being_done_is_left_alone():
    assert _with_a_job(taken_by=7).jobs[1]["status"] == "doing"


@pytest.mark.django_db
def test_forms_sent_long_ago_are_forgotten_and_those_of_today_are_not():
    ruth = Person.objects.create(email="ruth@wick.example", name="Ruth Wick")
    old, new = uuid4(), uuid4()
    with moments.at(moments.now() - timedelta(days=8)):
        sent_forms.claim(old, by=ruth)
    sent_forms.claim(new, by=ruth)
    upkeep.forget_visits.func(timestamp=0)
    assert [form.token for form in SentForm.objects.all()] == [new]
