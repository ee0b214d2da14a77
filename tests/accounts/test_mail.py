"""What is sent by e-mail: after the fact, to who still has access, with a link and nothing of any case."""

import pytest
from django.core import mail as outgoing
from django.db import transaction

from goldenthread.accounts import mail
from goldenthread.accounts.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruth() -> Person:
    return Person.objects.create(email="ruth@wick.example", name="Ruth Wickmoor")


def test_it_is_plain_text_with_a_link_to_the_site(
    ruth, settings, django_capture_on_commit_callbacks
):
    settings.SITE_ADDRESS = "https://reviews.northmere.example"
    with django_capture_on_commit_callbacks(execute=True):
        assert mail.send(ruth, "something waits for you", ["Something waits.", "Please look."])
    [letter] = outgoing.outbox
    assert (letter.subject, letter.to) == (
        "Golden Thread: something waits for you",
        ["ruth@wick.example"],
    )
    assert letter.body.split("\n\n")[:4] == [
        "Dear Ruth Wickmoor",
        "Something waits.",
        "Please look.",
        "https://reviews.northmere.example/",
    ]
    assert letter.message().get_content_type() == "text/plain"


def test_what_is_undone_is_not_told_of(ruth, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        mail.send(ruth, "something waits for you", [])
        transaction.set_rollback(True)
    assert outgoing.outbox == []


def test_nothing_is_sent_to_somebody_whose_access_has_ended(
    ruth, django_capture_on_commit_callbacks
):
    ruth.is_active = False
    with django_capture_on_commit_callbacks(execute=True):
        assert mail.send(ruth, "something waits for you", []) is False
    assert outgoing.outbox == []


def test_a_server_that_does_not_take_it_undoes_nothing(
    ruth, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def refuse(_letter):
        raise OSError("The server is away")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(ruth, "something waits for you", [])
    assert "on_commit()" in caplog.text


def test_a_subject_is_one_line(ruth):
    with pytest.raises(ValueError, match="one line"):
        mail.send(ruth, "something\nBcc: everybody@elsewhere.example", [])


def test_an_installation_without_a_server_says_that_it_sends_nothing(settings):
    assert mail.is_sent()
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert not mail.is_sent()
