"""Every component on one page, for the tests of how pages look and of whether everyone can use them.

No site has an address for it. All people and places are invented.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.domain.deadlines import Clock
from goldenthread.pages.forms import DayField, PlainForm

LONDON = ZoneInfo("Europe/London")
AGENCIES = (
    *("Police", "Health visiting", "Children’s social care", "Housing", "School", "Hospital trust"),
    *("GP practice", "Probation", "Youth service", "Mental health", "Ambulance", "Family support"),
)


class GalleryForm(PlainForm):
    """One field of every kind."""

    who_sees = {"account": "you, the board manager and the independent author"}
    choice_hints = {"decision": {"no": "You will be asked for the reason."}}

    title = forms.CharField(max_length=60, help_text="A few words, without names.")
    email = forms.EmailField(
        label="Email address", widget=forms.EmailInput({"autocomplete": "email"})
    )
    password = forms.CharField(widget=forms.PasswordInput({"autocomplete": "current-password"}))
    account = forms.CharField(
        label="What happened?", max_length=4000, widget=forms.Textarea({"data-markdown": True})
    )
    decided_on = DayField(
        label="Date of the decision", help_text="For example, 3 5 2011 or 3 May 2011"
    )
    decision = forms.ChoiceField(
        label="Is a review needed?",
        choices=[("yes", "Yes, the criteria are met"), ("no", "No")],
        widget=forms.RadioSelect,
    )
    agencies = forms.MultipleChoiceField(
        label="Agencies to ask",
        choices=[(str(place), name) for place, name in enumerate(AGENCIES[:4])],
        widget=forms.CheckboxSelectMultiple,
    )
    role = forms.ChoiceField(choices=[("", "Choose a role"), ("author", "Author of the report")])
    document = forms.FileField(label="Chronology as a table", required=False)
    sure = forms.BooleanField(label="I have no part in this case that could bias me")


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery; what is sent comes back with its errors."""
    form = GalleryForm(request.POST, request.FILES) if request.method == "POST" else GalleryForm()
    return render(request, "pages/gallery.html", {"form": form, **_navigation(), **_values()})


def _navigation() -> dict[str, Any]:
    return {
        "primary_navigation": [
            {"text": "My work", "href": "/", "current": False, "count": 3},
            {"text": "Reviews", "href": "/reviews/", "current": True},
            {"text": "Actions", "href": "/actions/", "current": False},
            {"text": "Learning", "href": "/learning/", "current": False},
            {"text": "People and agencies", "href": "/people/", "current": False},
        ],
        "side_title": "NM-2024-03",
        "side_navigation": [
            {"text": "Home", "href": "#home", "current": True},
            {
                "heading": "What happened",
                "items": [
                    {"text": "Chronology", "href": "#chronology", "current": False},
                    {"text": "Agency reports", "href": "#reports", "current": False, "count": 2},
                ],
            },
            {
                "heading": "What we learn",
                "items": [{"text": "Thread", "href": "#thread", "current": False}],
            },
        ],
        "crumbs": [
            {"text": "Reviews", "href": "/reviews/"},
            {"text": "NM-2024-03", "href": "/reviews/NM-2024-03/"},
        ],
    }


def _values() -> dict[str, Any]:
    return {
        "stages": _stages(),
        "clock": Clock(date(2024, 3, 1), date(2024, 9, 1), stopped=None, today=date(2024, 6, 21)),
        "late_clock": Clock(
            date(2024, 1, 8), date(2024, 2, 8), stopped=None, today=date(2024, 3, 1)
        ),
        "due": date(2024, 6, 28),
        "agencies": [
            {"number": number, "name": name} for number, name in enumerate(AGENCIES, start=1)
        ],
        "rows": [
            {"key": "Child", "value": "Child M", "href": "#child", "about": "the child’s label"},
            {"key": "Date of the decision", "value": "1 March 2024", "href": "#decided"},
            {"key": "Local authority", "value": ""},
        ],
        "head": [
            {"text": "Agency"},
            {"text": "Status"},
            {"text": "Due"},
            {"text": "Entries", "numeric": True},
        ],
        "cells": [
            [
                {"text": "Police", "href": "#police"},
                {"text": "Sent", "tag": "done"},
                "12 May 2024",
                {"text": "541", "numeric": True},
            ],
            [
                {"text": "Housing", "href": "#housing"},
                {"text": "Late", "tag": "late"},
                "26 May 2024",
                {"text": "0", "numeric": True},
            ],
        ],
        "kinds": ["", "new", "draft", "due", "waiting", "done", "stopped", "late"],
        "tasks": [
            {"title": "The child", "href": "#task", "status": "Completed"},
            {"title": "The family", "href": "#task", "status": "Started", "kind": "draft"},
            {
                "title": "Send the referral",
                "hint": "When the other parts are done",
                "status": "Cannot start yet",
            },
        ],
        "happened": _happened(),
        "missing": [
            {"what": "Housing has not sent its chronology.", "href": "#housing", "blocks": True},
            {"what": "The family has not been told.", "href": "#family", "blocks": False},
        ],
        "told": ["the panel", "the agencies", "the independent author"],
        "parts": [
            {"text": "The health visitor saw the child", "kind": "same"},
            {"text": "twice", "kind": "removed"},
            {"text": "three times", "kind": "added"},
            {"text": "in the spring.", "kind": "same"},
        ],
        "groups": [
            {
                "title": "Agency",
                "items": [
                    {"text": "All", "href": "#all", "current": False},
                    {"text": "Police", "href": "#p", "current": True, "count": 541},
                    {"text": "Housing", "href": "#h", "current": False, "count": 0},
                ],
            }
        ],
        "chosen": [{"text": "Police", "href": "#all"}],
        "written": (
            "# What the child saw\n\nNobody **asked** the child.\n\n- first\n- second\n\n"
            "| Visit | Seen |\n| --- | --- |\n| 3 May 2011 | yes |\n\n> “I was in the next room.”\n"
        ),
    }


def _stages() -> list[dict[str, Any]]:
    names = ("Referral", "Scoping", "Judgement", "Decision", "Panel", "Evidence")
    ahead = ("Synthesis", "Sign-off", "Publication", "Follow-up", "Closed")
    return [
        *({"name": name, "state": "done"} for name in names[:-1]),
        {"name": names[-1], "state": "present", "entered_on": date(2024, 4, 15)},
        *({"name": name, "state": "ahead"} for name in ahead),
    ]


def _happened() -> list[dict[str, Any]]:
    sent = datetime(2024, 5, 12, 14, 30, tzinfo=LONDON)
    return [
        {
            "title": "Police sent their chronology",
            "by": "Asha Brown, Police",
            "at": sent,
            "href": "#look",
        },
        {
            "title": "Housing was reminded",
            "at": sent - timedelta(days=3),
            "text": "Due in two weeks.",
        },
    ]
