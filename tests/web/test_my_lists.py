"""My work as lists: narrowed by links, paged by key, told what is new, and chased in one click."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail as outgoing
from tests.deciding import _refer, case_at_panel, case_before_committee, case_referred

from goldenthread.accounts.models import Person
from goldenthread.domain.my_work import Urgency
from goldenthread.reviews import moments
from goldenthread.reviews.models import Reminder, Visit
from goldenthread.reviews.queries.calendar import days_with_something_due
from goldenthread.reviews.queries.work import news_for, work_of
from goldenthread.reviews.services import digest, scoping, visits
from goldenthread.reviews.walls import asking
from goldenthread.reviews.web import my_lists
from goldenthread.reviews.web.calendar_file import calendar_file

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def read(client, person, address: str = "/") -> str:
    client.force_login(person)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def asked_of_police(days: int):
    """A case about which the Police were asked; their answer is due so many days from now."""
    case = case_referred()
    with asking(case.bea.pk), moments.at(moments.now() - timedelta(days=9)):
        due_on = moments.today() + timedelta(days=9 + days)
        scoping.ask_agencies(case.review, [case.police], due_on=due_on, by=case.bea)
    return case


# ---------------------------------------------------------------- lists


def test_lists_are_narrowed_by_review_role_and_kind(client):
    case = asked_of_police(days=2)
    with asking(case.bea.pk):
        other = _refer(case.board, by=case.bea)
    page = read(client, case.sol)
    assert "Say whether Police was involved" in page
    assert "Say whether Police" in read(client, case.sol, "/?kind=answer")
    assert "Nothing of this kind waits" in read(client, case.sol, "/?kind=meeting")
    assert "Say whether Police" in read(client, case.sol, "/?role=senior_officer")
    assert "Say whether Police" in read(client, case.sol, f"/?review={case.review.reference}")
    assert "Say whether Police" not in read(client, case.bea, f"/?review={other.reference}")


@pytest.mark.parametrize(
    "typed", ["list=x", "role=x", "kind=x", "review=%00", "after=%00", "after=z"]
)
def test_what_is_typed_into_the_address_does_no_harm(client, typed):
    case = asked_of_police(days=2)
    read(client, case.sol, f"/?{typed}")


def test_a_list_is_read_on_by_key_and_nothing_is_left_out_or_told_twice(client, monkeypatch):
    monkeypatch.setattr(my_lists, "AT_ONCE", 2)
    monkeypatch.setattr(my_lists, "PAGE_SIZE", 2)
    case = case_referred()
    for _ in range(4):
        _refer(case.board, by=case.bea)
    first = read(client, case.bea)
    assert "?list=waiting" in first
    shown, address = [], "/?list=waiting"
    while address:
        page = read(client, case.bea, address)
        part = page.partition('heading-m">')[2]
        shown += re.findall(r'class="app-work__what"><a class="govuk-link" href="([^"]+)', part)
        following = re.search(r'href="(\?[^"]+)" rel="next"', page)
        address = f"/{following[1]}".replace("&amp;", "&") if following else ""
    with asking(case.bea.pk):
        groups = work_of(case.bea, today=moments.today()).by_urgency(today=moments.today())
    assert shown == [task.href for task in groups[Urgency.WAITING]]
    assert len(set(shown)) == len(shown) > 4


def test_the_list_of_reviews_is_found_narrowed_and_read_on(client, monkeypatch):
    monkeypatch.setattr("goldenthread.reviews.queries.reviews.PAGE_SIZE", 2)
    case = case_referred()
    others = [_refer(case.board, by=case.bea).reference for _ in range(3)]
    first = read(client, case.bea, "/reviews/")
    assert "4 reviews" in first
    assert case.review.reference not in first
    following = re.search(r'href="(\?after=\d+)" rel="next"', first)
    assert case.review.reference in read(client, case.bea, f"/reviews/{following[1]}")
    found = read(client, case.bea, f"/reviews/?q={others[1].lower()}")
    assert "1 review<" in found
    assert "No review is found" in read(client, case.bea, "/reviews/?stage=closed")
    assert "4 reviews" in read(client, case.bea, "/reviews/?stage=referral")


# ---------------------------------------------------------------- waiting for others


@pytest.mark.duty("P7")
def test_an_agency_that_owes_an_answer_is_waited_for_by_name_and_chased_in_one_click(
    client, django_capture_on_commit_callbacks
):
    case = asked_of_police(days=-1)
    page = read(client, case.bea, "/?list=others")
    assert "Police is asked to say whether it was involved" in page
    assert "Sol Badge, since" in page
    with django_capture_on_commit_callbacks(execute=True):
        address = f"/reviews/{case.review.reference}/chase/police/scoping/"
        answer = client.post(address, {"from": "my-work"})
    assert answer.headers["Location"] == "/"
    assert [letter.to for letter in outgoing.outbox] == [[case.sol.email]]
    letter = outgoing.outbox[0]
    assert case.review.reference not in letter.subject + letter.body
    after = read(client, case.bea, "/?list=others")
    assert "; chased " in after
    assert "Chase<" not in after
    with asking(case.bea.pk):
        assert Reminder.objects.visible_to(case.bea).count() == 1


def test_what_single_agencies_owe_is_told_to_those_who_chase_them_and_to_nobody_else(client):
    case = asked_of_police(days=-1)
    assert "is asked to say" not in read(client, case.cher, "/?list=others")
    assert "is asked to say" not in read(client, case.sol, "/?list=others")


# ---------------------------------------------------------------- new since last time


def test_what_others_did_since_the_last_visit_is_new_and_stays_so_while_looking_round(client):
    case = case_at_panel()
    home = f"/reviews/{case.review.reference}/"
    yesterday = moments.now() - timedelta(days=1)
    with moments.at(yesterday), asking(case.cher.pk):
        visits.keep(case.review, by=case.cher)
    first = read(client, case.cher, home)
    again = read(client, case.cher, home)
    for page in (first, again, read(client, case.cher)):
        new = page.partition("New since you last looked")[2].partition("</ul>")[0]
        assert "recorded its judgement" in new
        assert "Cher Gavel" not in new


def test_one_is_told_nothing_of_what_one_did_oneself_or_may_not_see():
    case = case_before_committee()
    long_ago = {case.review.pk: moments.now() - timedelta(days=900)}
    titles = {}
    for name in ("bea", "col", "sol", "hana"):
        person: Person = getattr(case, name)
        with asking(person.pk):
            with moments.at(long_ago[case.review.pk]):
                visits.keep(case.review, by=person)
            news = news_for(person, [case.review], now=moments.now())
        titles[name] = {one.title for one in news[case.review.pk]}
    assert {"Police answered that it was involved", "Health answered that it was involved"} <= (
        titles["bea"]
    )
    assert titles["col"] >= {"Health answered that it was involved"}
    # Sol answered for the Police himself, and of Health he is told nothing; nor is Hana of the Police.
    assert not any("answered" in title for title in titles["sol"] | titles["hana"])


def test_whoever_never_looked_is_told_of_nothing_as_new():
    case = case_before_committee()
    with asking(case.col.pk):
        assert news_for(case.col, [case.review], now=moments.now()) == {}


def test_a_visit_is_ones_own_and_looking_often_writes_little():
    case = case_referred()
    with asking(case.bea.pk):
        visits.keep(case.review, by=case.bea)
        visits.keep(case.review, by=case.bea)
        [one] = Visit.objects.visible_to(case.bea)
        assert one.before_that is None
    with asking(case.bea.pk), moments.at(moments.now() + HOUR):
        visits.keep(case.review, by=case.bea)
        [two] = Visit.objects.visible_to(case.bea)
    assert two.before_that == one.last_at
    with asking(case.cher.pk):
        assert list(Visit.objects.visible_to(case.cher)) == []
        assert list(Visit.objects.all()) == []


# ---------------------------------------------------------------- the digest


def send_digest(person, today) -> bool:
    with asking(person.pk):
        return digest.send(person, today=today)


def test_the_digest_counts_and_says_nothing_of_any_case(django_capture_on_commit_callbacks):
    case = asked_of_police(days=-1)
    with django_capture_on_commit_callbacks(execute=True):
        assert send_digest(case.sol, moments.today())
    [letter] = outgoing.outbox
    assert letter.subject == "Golden Thread: 2 things wait for you"
    assert "2 are late" in letter.body
    said = letter.subject + letter.body
    for secret in (case.review.reference, case.review.label, "Police", "Northmere Board", "Child"):
        assert secret not in said.replace(case.sol.email, "")


def test_it_is_sent_once_a_day_whoever_tries_again(django_capture_on_commit_callbacks):
    case = asked_of_police(days=-1)
    today = moments.today()
    with django_capture_on_commit_callbacks(execute=True):
        assert [send_digest(case.sol, today) for _ in range(3)] == [True, False, False]
        assert send_digest(case.sol, today + timedelta(days=1))
    assert len(outgoing.outbox) == 2


@pytest.mark.parametrize("why", ["wants none", "no access", "nothing waits"])
def test_nobody_is_sent_one_for_nothing(why, django_capture_on_commit_callbacks):
    case = asked_of_police(days=-1)
    person = case.zoe if why == "nothing waits" else case.sol
    person.wants_digest = why != "wants none"
    person.is_active = why != "no access"
    person.save()
    with django_capture_on_commit_callbacks(execute=True):
        assert not send_digest(person, moments.today())
    assert outgoing.outbox == []


# ---------------------------------------------------------------- the calendar


def test_the_calendar_holds_days_and_counts_and_nothing_else():
    case = asked_of_police(days=3)
    today = moments.today()
    with asking(case.sol.pk):
        days = days_with_something_due(case.sol, today=today)
    assert days[today + timedelta(days=3)] == 1
    with asking(case.zoe.pk):
        assert days_with_something_due(case.zoe, today=today) == {}


def test_the_file_is_a_calendar_whose_titles_give_nothing_away():
    days = {date(2026, 12, 31): 2, date(2026, 3, 2): 1}
    made_at = moments.now()
    lines = calendar_file(days, whose="secret", made_at=made_at).decode().split("\r\n")
    assert lines[:3] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Golden Thread//What is due//EN",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert [line for line in lines if line.startswith("SUMMARY")] == [
        "SUMMARY:Golden Thread: something is due",
        "SUMMARY:Golden Thread: 2 things are due",
    ]
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    ids = [line for line in lines if line.startswith("UID:")]
    assert len(set(ids)) == 2
    assert "secret" not in "".join(lines)
    assert max(len(line) for line in lines) <= 75
    again = calendar_file(days, whose="secret", made_at=made_at).decode()
    assert again.split("\r\n") == lines
