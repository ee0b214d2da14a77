"""The parts of a page, the frame around them, and the pages for when something is wrong."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import engines
from django.template.loader import get_template
from django.test import RequestFactory

from goldenthread.domain.deadlines import Clock
from goldenthread.pages import apps
from goldenthread.pages.gallery import gallery

PAGES = Path(apps.__file__).parent
TEMPLATES = sorted((PAGES / "templates").rglob("*.html"))
COMPONENTS = sorted((PAGES / "templates" / "pages" / "components").glob("*.html"))


def drawn(source, **values):
    request = RequestFactory().get("/")
    return engines["django"].from_string(source).render(values, request)


def component(name, **values):
    given = " ".join(f"{key}={key}" for key in values)
    return drawn(f'{{% component "{name}" {given} %}}', **values)


@pytest.fixture
def whole(settings):
    """The gallery as a signed-in person sees it."""
    settings.ROOT_URLCONF = "tests.pages.addresses"
    request = RequestFactory().get("/gallery/")
    request.user = SimpleNamespace(is_authenticated=True, __str__=lambda: "Maya")
    return gallery(request).content.decode()


class Attributes(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen += [(tag, name, value) for name, value in attrs]


def test_nothing_on_a_page_needs_more_than_the_content_policy_allows(whole):
    page = Attributes()
    page.feed(whole)
    inline = [
        (tag, name)
        for tag, name, _value in page.seen
        if name == "style" or name.startswith("on") or name == "hx-on"
    ]
    assert inline == []
    assert "<style" not in whole
    assert [
        script for script in re.findall(r"<script[^>]*>([^<]*)</script>", whole) if script
    ] == []


def test_every_id_is_on_the_page_once(whole):
    page = Attributes()
    page.feed(whole)
    ids = [value for _tag, name, value in page.seen if name == "id"]
    assert [value for value in ids if ids.count(value) > 1] == []


def test_what_is_pointed_at_is_there(whole):
    page = Attributes()
    page.feed(whole)
    ids = {value for _tag, name, value in page.seen if name == "id"}
    pointed = {
        target
        for _tag, name, value in page.seen
        if name in {"for", "aria-labelledby", "aria-describedby", "aria-controls"}
        for target in value.split()
    }
    assert pointed - ids == set()


def test_a_component_sees_nothing_of_the_page_but_what_it_is_given():
    html = drawn('{% component "tag" text="Sent" %}', kind="late", text="Late")
    assert html == '<strong class="govuk-tag app-tag app-tag--neutral">Sent</strong>'


def test_a_component_shows_text_as_text():
    assert "&lt;b&gt;" in component("inset", text="<b>")


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_each_component_says_at_its_top_what_it_takes(path):
    written_inside_another = {"table_cell"}
    assert path.stem in written_inside_another or path.read_text().startswith("{% comment %}")


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_each_component_is_shown_in_the_gallery_or_the_frame(path):
    shown = "".join(other.read_text() for other in TEMPLATES if other != path)
    assert f'component "{path.stem}"' in shown or f"components/{path.name}" in shown


def clock(*, today, stopped=None):
    return Clock(date(2024, 1, 8), date(2024, 2, 8), stopped=stopped, today=today)


@pytest.mark.parametrize(
    ("clock", "sentences"),
    [
        (
            clock(today=date(2024, 1, 20)),
            ["Day 12 of 31", "Due 8 February 2024, in 2 weeks and 5 days"],
        ),
        (clock(today=date(2024, 2, 8)), ["Day 31 of 31", "Due 8 February 2024, today"]),
        (clock(today=date(2024, 2, 9)), ["Day 32 of 31 Late", "Due 8 February 2024, 1 day ago"]),
        (
            clock(today=date(2024, 5, 1), stopped=date(2024, 2, 1)),
            ["Done on day 24 of 31", "Due 8 February 2024, done 1 February 2024"],
        ),
    ],
)
def test_a_clock_says_its_sum(clock, sentences):
    html = component("clock", title="Decision", clock=clock)
    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert words == f"Decision {' '.join(sentences)}"


def test_a_stage_line_names_where_we_are():
    stages = [
        {"name": "Referral", "state": "done"},
        {"name": "Scoping", "state": "present", "entered_on": date(2024, 4, 15)},
        {"name": "Decision", "state": "ahead"},
    ]
    html = component("stage_line", stages=stages)
    assert html.count('aria-current="step"') == 1
    assert " ".join(re.sub(r"<[^>]+>", "", html).split()) == (
        "Referral , done Scoping , where we are now since 15 April 2024 Decision , still to come"
    )


def test_a_card_shows_why_not_instead_of_the_button():
    html = component("action_card", title="Accept", button="Accept", href="#", reason="Not yet.")
    assert "Not yet." in html
    assert "govuk-button" not in html


def test_a_card_that_sends_carries_the_token_of_its_page():
    html = component("action_card", title="Accept", button="Accept", action="/accept/")
    assert 'name="csrfmiddlewaretoken"' in html
    assert 'data-prevent-double-click="true"' in html


def test_an_empty_table_says_why_it_is_empty():
    html = component("table", caption="Reports", head=["Agency"], rows=[], empty="None asked yet.")
    assert "<table" not in html
    assert "None asked yet." in html


def test_a_cell_may_be_nought_or_empty():
    html = component(
        "table", caption="Counts", head=["Agency", "Entries"], rows=[["Police", 0], ["", ""]]
    )
    cells = re.findall(r"<t[hd] [^>]*>\s*([^<]*?)\s*</t[hd]>", html)
    assert cells == ["Agency", "Entries", "Police", "0", "", ""]


def test_someone_who_is_not_signed_in_is_not_offered_to_sign_out():
    assert "Sign out" not in drawn('{% extends "pages/layout.html" %}')


@pytest.mark.parametrize("code", [400, 403, 404, 413, 500])
def test_a_page_for_when_something_is_wrong_needs_nothing(code):
    html = get_template(f"{code}.html").render()
    title = re.search(r"<title>(.*?)</title>", html)[1]
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", html)[1]
    assert title == f"{heading} – Golden Thread"


def test_missing_style_sheets_are_noticed_with_the_remedy(monkeypatch, tmp_path):
    monkeypatch.setattr(apps, "ASSETS", tmp_path / "versions.json")
    [error] = apps.assets_are_there()
    assert error.id == "pages.E001"
    (tmp_path / "versions.json").touch()
    assert apps.assets_are_there() == []
