"""Every kind of page that people of the demo can come to by links: everyone can use it, wide and on a telephone.

Whoever takes part follows every link that leads to a kind of page nobody has looked at yet, in every
review that they see. So a page that is added is looked at without anybody having to say so.
"""

import os
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page
from tests.journeys.browsing import People
from tests.journeys.installation import Site, installed
from tests.journeys.looking import Look

from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story import southmere
from goldenthread.reviews.demo.story.accounts import accounts_for

_PICTURED = """
    refer_duty_team referral_section referral_acknowledge referral_withdraw referral_duplicate scoping_secure
    scoping_ask scoping_answer scoping_nil chase statutory_forms statutory_form statutory_form_section judgement
    decision decision_history meetings meeting meeting_plan meeting_attendance meeting_item meeting_close
    decision_log decide_at notices notice_letter notice_record panel panel_members panel_declare panel_form
    panel_due_day panel_leave terms terms_write terms_questions terms_lines terms_share terms_version timetable
    timetable_plan timetable_ask timetable_answer timetable_record_day board_clocks proceedings proceeding_add
    proceeding holds hold hold_place hold_lift disclosure disclosure_add disclosure_decide my_work reviews
    your_part your_account people person post_give agencies sign_off
"""
PICTURED = set(_PICTURED.split())
"""Whose pictures the guide shows, on its page of pages."""
PICTURES = os.environ.get("SCREENSHOTS", "")


def _people() -> list[str]:
    northmere = [
        accounts_for(Role.BUSINESS_MANAGER)[0],
        accounts_for(Role.COMMITTEE_MEMBER)[0],
        accounts_for(Role.BOARD_CHAIR)[0],
        accounts_for(Role.PANEL_CHAIR)[0],
        accounts_for(Role.OVERVIEW_AUTHOR)[0],
        accounts_for(Role.REFERRER)[0],
        *(
            accounts_for(role, agency="police")[0]
            for role in (
                Role.AGENCY_CONTACT,
                Role.SENIOR_OFFICER,
                Role.AGENCY_AUTHOR,
                Role.PANEL_MEMBER,
            )
        ),
    ]
    acting = (Role.BUSINESS_MANAGER, Role.COMMITTEE_MEMBER, Role.PARTNER_HEALTH)
    there = [one for one in southmere.ACCOUNTS if one.role in acting]
    return [one.name for one in (*northmere, *there)]


@pytest.fixture(scope="module")
def demo_site() -> Iterator[Site]:
    """An installation with the whole demo in it."""
    with installed(people_only=False) as running:
        yield running


def test_every_kind_of_page_can_be_used_by_everyone(demo_site, chromium):
    people = People(chromium, demo_site.case)
    look, seen = Look(), set()
    for name in _people():
        _look_round(people.page(name), demo_site.case, look, seen, name)
    assert look.wrong == []
    assert people.complaints == []
    assert "ERROR django.request" not in demo_site.said()
    assert len(seen) > MOST_KINDS_BEFORE, "links have been lost on the way"


MOST_KINDS_BEFORE = 110
"""How many kinds of pages there are at least; raise it when pages are added."""


def _look_round(page: Page, site: str, look: Look, seen: set[str], name: str) -> None:
    waiting = deque(["/", "/reviews/", "/refer/"])
    known: set[str] = set(waiting)
    walked: set[tuple[str, str]] = set()
    while waiting:
        path = waiting.popleft()
        kind = _kind(path)
        review = path.split("/")[2] if path.startswith("/reviews/") and path.count("/") > 2 else ""
        # Of each kind a person opens one in each review; what is new in it leads further.
        if kind is None or (kind in seen and (kind, review) in walked):
            continue
        walked.add((kind, review))
        try:
            answer = page.goto(f"{site}{path}")
        except Error as brought:
            # A link that brings a file leads to no page; the browser stays where it was.
            if "Download is starting" not in brought.message:
                raise
            seen.add(kind)
            continue
        assert answer is not None
        assert answer.status in (200, 403, 409), f"{name} at {path}: {answer.status}"
        if answer.status == 200 and kind not in seen:
            seen.add(kind)
            look.at(page, f"{kind} ({name}, {path})")
            _take(page, kind)
        for link in _links(page, site):
            new = _kind(link)
            if link not in known and new is not None and (new not in seen or _opens(new)):
                known.add(link)
                waiting.append(link)


def _opens(kind: str) -> bool:
    """Kinds that lead on to different things in each review."""
    return kind in ("review_home", "reviews")


def _kind(path: str) -> str | None:
    try:
        return resolve(path).url_name
    except Resolver404:
        return None


def _links(page: Page, site: str) -> list[str]:
    found = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    here = [urldefrag(link).url for link in found if link.startswith(site)]
    return list(dict.fromkeys(urlsplit(link).path for link in here))


def _take(page: Page, kind: str) -> None:
    if not PICTURES or kind not in PICTURED:
        return
    folder = Path(PICTURES) / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": 900, "height": 660})
    page.screenshot(path=folder / f"{kind}.png", animations="disabled", caret="hide")


def test_every_picture_of_a_page_is_shown_in_the_guide():
    guide = Path(__file__).parents[2] / "docs" / "guide"
    shown = set(
        re.findall(r"!\[.+?\]\(img/pages/(.+?)\.png\)", (guide / "pages.md").read_text("utf-8"))
    )
    assert shown == {path.stem for path in (guide / "img" / "pages").glob("*.png")}
    assert shown <= PICTURED
