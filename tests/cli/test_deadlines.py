"""The command “deadlines”: every clock with its sum, and a sentence for what cannot be used."""

import json

import pytest
from click.testing import CliRunner

from goldenthread.cli.deadlines import deadlines

pytestmark = pytest.mark.duty("P24")


def run(*words):
    return CliRunner().invoke(deadlines, words)


def clocks(*words):
    ran = run("--json", *words)
    assert ran.exit_code == 0
    return {line["clock"]: line for line in json.loads(ran.output)}


def test_it_prints_every_clock_as_json():
    found = clocks("--type", "scr-2010", "--event", "chair-decided=2010-08-31")
    assert list(found) == ["referral", "scoping", "decision", "telling", "sign-off"]
    assert found["sign-off"] == {
        "clock": "sign-off",
        "name": "Sign-off of the Overview Report",
        "from": "chair-decided",
        "starts": "2010-08-31",
        "due": "2011-02-28",
        "due_at": None,
        "until": "board-signed-off",
        "sum": "6 calendar months after 31 August 2010; February 2011 has no 31st, so its last day counts; "
        "due by the end of 28 February 2011",
        "source": "Working Together to Safeguard Children (2010), chapter 8",
        "is_fixed": True,
    }


def test_a_clock_whose_event_is_not_given_says_so():
    found = clocks("--event", "chair-decided=2010-08-31")["decision"]
    assert (found["starts"], found["due"]) == (None, None)
    assert found["sum"] == (
        "not known: give the day of the case coming to the attention of the Chair of the Board "
        "(--event reached-chair=DAY)"
    )


def test_hours_are_counted_from_a_moment():
    found = clocks("--event", "incident=2011-03-25T12:00")["referral"]
    assert (found["due"], found["due_at"]) == ("2011-03-28", "2011-03-28T13:00:00+01:00")


@pytest.mark.parametrize(
    ("nation", "due"),
    [("england", "2011-01-06"), ("scotland", "2011-01-07"), ("northern-ireland", "2011-01-06")],
)
def test_working_days_are_those_of_the_nation(nation, due):
    found = clocks("--nation", nation, "--event", "agencies-asked=2010-12-20")
    assert found["scoping"]["due"] == due


def test_the_text_says_the_same_in_lines():
    ran = run("--event", "chair-decided=2010-08-28", "--event", "board-signed-off=2011-02-20")
    assert ran.output.split("\n")[-6:] == [
        "sign-off: Sign-off of the Overview Report",
        "  starts  28 August 2010 (the Chair’s decision)",
        "  due     28 February 2011 (the Board’s sign-off)",
        (
            "  sum     6 calendar months after 28 August 2010; due by the end of 28 February 2011; "
            "stopped on day 176 of 184"
        ),
        "  source  Working Together to Safeguard Children (2010), chapter 8",
        "",
    ]


def test_on_a_day_it_says_how_the_clock_stands():
    found = clocks("--event", "chair-decided=2010-08-31", "--today", "2010-12-21")
    assert found["sign-off"]["sum"].endswith("; day 112 of 181")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--event", "chair-decided=31/8/2010"],
            (
                "“31/8/2010” (for chair-decided) is not a day. "
                "Write the year, the month and the day, as in 2010-08-31."
            ),
        ),
        (
            ["--event", "chair-decided"],
            "“chair-decided” has no day. Write EVENT=DAY, as in chair-decided=2010-08-31.",
        ),
        (
            ["--event", "decided=2010-08-31"],
            "“decided” is not an event of scr-2010. Its events are",
        ),
        (
            ["--event", "incident=2010-08-31", "--event", "incident=2010-08-30"],
            "“incident” is given twice. Give each event once.",
        ),
        (
            ["--event", "incident=2010-08-31T25:00"],
            "“2010-08-31T25:00” (for incident) is not a moment. Write it as 2010-08-31T22:30.",
        ),
        (
            ["--event", "incident=1850-01-01"],
            "The day of incident must be in a year from 1991 to 2059",
        ),
        (["--nation", "france"], "'france' is not one of"),
        (["--type", "scr-1066"], "'scr-1066' is not one of"),
    ],
)
def test_what_cannot_be_used_is_a_sentence_and_ends_with_2(words, sentence):
    ran = run(*words)
    assert ran.exit_code == 2
    assert sentence in ran.output


def test_the_help_names_every_event():
    shown = run("--help").output
    assert "* chair-decided: the Chair’s decision" in shown
    assert "  board-signed-off: the Board’s sign-off" in shown
