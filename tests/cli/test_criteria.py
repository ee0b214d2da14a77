"""The command “criteria”: its facts are in its help, and a sentence for what cannot be read."""

import json

import pytest
from click.testing import CliRunner

from goldenthread.cli.engines import criteria
from goldenthread.domain.review_types import REVIEW_TYPES

pytestmark = pytest.mark.duty("P1")


def run(given, *words):
    return CliRunner().invoke(criteria, [*words, "-"], input=given)


def test_the_help_names_every_fact():
    shown = CliRunner().invoke(criteria, ["--help"]).output
    for kind in REVIEW_TYPES.values():
        assert [fact.key for fact in kind.criteria.facts if f" {fact.key}: " not in shown] == []


def test_says_what_would_decide_it():
    judged = json.loads(run('{"child_died": "yes"}').output)
    assert judged["outcome"] == "not-enough-known"
    assert "abuse_or_neglect" in judged["missing"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("nope", "Line 1 is not JSON."),
        ("[1]", "There must be one object."),
        (b"\xff\xfe", "This is not UTF-8 text. Save it as UTF-8."),
        ('{"foo": "yes"}', "“foo” is not a fact that the criteria ask about."),
        ('{"child_died": "maybe"}', "“child_died” is “maybe”; say yes, no, suspected or unknown."),
    ],
)
def test_says_what_cannot_be_read(given, sentence):
    ran = run(given)
    assert ran.exit_code == 1
    assert f"The facts cannot be read: {sentence}" in ran.output
