"""Promises about templates: each form that changes something is guarded, and no regime's noun is in any."""

import re

import pytest
from tests.repo.source import PACKAGE

TEMPLATES = sorted(PACKAGE.rglob("*.html"))
FORM = re.compile(r"<form\b(?P<words>[^>]*)>(?P<inside>.*?)</form>", re.S | re.I)
SENT_AGAIN_WITHOUT_HARM = {
    "account/login.html": "signing in twice is signing in",
    "account/logout.html": "signing out twice is signing out",
    "account/first_sign_in.html": "the link works once, so a second sending finds no page",
    "accounts/demo_sign_in.html": "choosing the same person twice is choosing them",
    "pages/layout.html": "signing out twice is signing out",
    "pages/gallery.html": "sends nothing that is kept",
    "pages/components/action_card.html": "only signs of what the gallery shows",
}
REGIME = re.compile(
    r"\bIMRs?\b|\bSCRs?\b|\bLSCB\b|individual management review|serious case review|overview report"
    r"|executive summary|working together",
    re.I,
)


def _name(path) -> str:
    return path.as_posix().rpartition("/templates/")[2]


def posted() -> list[tuple[str, str]]:
    return [
        (_name(path), form["inside"])
        for path in TEMPLATES
        for form in FORM.finditer(path.read_text(encoding="utf-8"))
        if re.search(r"method=[\"']post", form["words"], re.I)
    ]


def test_every_form_that_is_sent_carries_a_token_against_forgery():
    assert [name for name, inside in posted() if "{% csrf_token %}" not in inside] == []


def test_every_form_that_changes_something_acts_once():
    unguarded = {name for name, inside in posted() if "{% once %}" not in inside}
    assert unguarded <= set(SENT_AGAIN_WITHOUT_HARM)


def test_nothing_is_changed_by_following_a_link():
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    assert re.findall(r"hx-(?:post|put|patch|delete)", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_no_template_holds_a_regimes_noun(path):
    text = re.sub(
        r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", path.read_text("utf-8"), flags=re.S
    )
    words = re.sub(r"{[{%].*?[}%]}", _said, text)
    assert REGIME.findall(words) == []


def _said(tag: re.Match[str]) -> str:
    """Of a tag, only what it says: the texts that it is given."""
    return " ".join(re.findall(r'"([^"]*)"', tag[0]))


def test_nothing_typed_is_shown_unescaped():
    found = {
        _name(path)
        for path in TEMPLATES
        if re.search(r"\|\s*safe\b|autoescape off|safeseq", path.read_text(encoding="utf-8"))
    }
    assert found == set()
