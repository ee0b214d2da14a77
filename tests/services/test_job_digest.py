"""The morning’s job: everybody who wants a digest, one person’s trouble keeping back nobody else’s."""

from datetime import timedelta

import pytest
from django.core import mail as outgoing
from tests.deciding import case_referred

from goldenthread.accounts.digest import waiting_for_digest
from goldenthread.reviews import moments
from goldenthread.reviews.jobs import digest as job
from goldenthread.reviews.services import digest, scoping
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def asked():
    case = case_referred()
    with asking(case.bea.pk):
        soon = moments.today() + timedelta(days=3)
        scoping.ask_agencies(case.review, [case.police, case.health], due_on=soon, by=case.bea)
    outgoing.outbox.clear()
    return case


def test_each_is_sent_one_and_a_job_begun_again_sends_no_second(
    django_capture_on_commit_callbacks,
):
    case = asked()
    with django_capture_on_commit_callbacks(execute=True):
        job.send_digests(0)
        job.send_digests(0)
    sent = [letter.to[0] for letter in outgoing.outbox]
    assert len(sent) == len(set(sent))
    assert {case.bea.email, case.sol.email, case.hana.email} <= set(sent)
    assert case.zoe.email not in sent
    assert list(waiting_for_digest(moments.today())) == []


def test_what_goes_wrong_for_one_is_logged_and_all_others_are_sent_theirs(
    monkeypatch, caplog, django_capture_on_commit_callbacks
):
    case, send = asked(), digest.send

    def stumble(person, *, today):
        if person == case.sol:
            raise LookupError
        return send(person, today=today)

    monkeypatch.setattr(digest, "send", stumble)
    with django_capture_on_commit_callbacks(execute=True):
        job.send_digests(0)
    sent = {letter.to[0] for letter in outgoing.outbox}
    assert case.hana.email in sent
    assert case.sol.email not in sent
    assert "A digest could not be sent." in caplog.text
    assert case.sol in waiting_for_digest(moments.today())
