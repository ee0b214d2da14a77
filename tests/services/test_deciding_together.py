"""Partners who decide together: nothing is decided until all of them say the same (P9)."""

from datetime import date

import pytest

from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Refused
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Decision, Review, StatutoryForm, Voice
from goldenthread.reviews.queries import statutory_form as form_queries
from goldenthread.reviews.queries import voices
from goldenthread.reviews.queries.clock import may_be_published_today
from goldenthread.reviews.queries.decision import may_decide_now
from goldenthread.reviews.services import decision, statutory_form
from goldenthread.reviews.walls import asking

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo"),
    pytest.mark.xdist_group("demo"),
]

COUNCIL, HEALTH, POLICE = "Delphine Oxwick", "Barnaby Thistledon", "Cressida Halewell"
RAPID = "rapid-review-lcspr-2023"


def person(name):
    return Person.objects.get(name=name)


def review_of(name, label):
    return Review.objects.visible_to(person(name)).get(label=label)


def say(name, outcome="review", **words):
    by = person(name)
    with asking(by.pk):
        review = review_of(name, "Child Q")
        given = {"outcome": outcome, "reasons": "Invented reasons.", "decided_on": date.today()}
        return decision.decide(review, **given | words, by=by)


@pytest.mark.duty("P9")
def test_partners_who_differ_have_decided_nothing():
    by = person(COUNCIL)
    with asking(by.pk):
        review = review_of(COUNCIL, "Child Q")
        tally = voices.tally(by, review, voices.DECISION)
        assert (tally.differ, tally.all_agree, tally.silent) == (
            True,
            False,
            (Role.PARTNER_POLICE,),
        )
        assert not Decision.objects.visible_to(by).filter(review=review).exists()


@pytest.mark.duty("P9", "P24")
def test_there_is_a_decision_once_all_say_the_same_and_the_clock_starts_on_the_last_day():
    assert isinstance(say(POLICE), Voice)
    decided = say(HEALTH)
    assert isinstance(decided, Decision)
    assert decided.decided_on == date.today()
    assert "What we changed two years ago did not hold" in decided.reasons
    assert decided.review.stage == "panel"
    assert decided.review.decided_on == date.today()


@pytest.mark.duty("P9")
def test_two_of_three_are_not_enough():
    assert isinstance(say(POLICE, "no_review"), Voice)
    with asking(person(POLICE).pk):
        assert review_of(POLICE, "Child Q").stage == "decision"


@pytest.mark.duty("P9")
def test_what_was_said_before_is_kept_and_the_latest_counts():
    say(HEALTH)
    by = person(HEALTH)
    with asking(by.pk):
        review = review_of(HEALTH, "Child Q")
        said = Voice.objects.visible_to(by).filter(review=review, role=Role.PARTNER_HEALTH.value)
        assert [one.outcome for one in said] == ["no_review", "review"]
        assert not voices.tally(by, review, voices.DECISION).differ


@pytest.mark.duty("P8", "P9")
@pytest.mark.parametrize("name", ["Primrose Tallowby", "Everard Nutbeam-Cole"])
def test_nobody_else_decides(name):
    by = person(name)
    with asking(by.pk):
        answer = may_decide_now(by, review_of(name, "Child Q"))
    assert not answer
    with pytest.raises(Refused):
        say(name)


@pytest.mark.duty("P8")
def test_the_rapid_review_is_complete_before_the_recommendation_and_is_written_section_by_section():
    by = person("Everard Nutbeam-Cole")
    with asking(by.pk):
        review = review_of(by.name, "Child W")
        read = form_queries.form_of(by, review, RAPID)
        assert not read.is_complete
        assert form_queries.may_complete(by, review, read).reason.endswith("(under “The case”).")
        section = read.form.section("next")
        statutory_form.save_section(review, RAPID, section, {"learning": "Invented."}, by=by)
        kept = form_queries.form_of(by, review, RAPID).answers
        assert kept["learning"] == "Invented."
        assert kept["immediate_safety"].startswith("Both children are safe.")
        with pytest.raises(Refused):
            statutory_form.complete(review, RAPID, by=by)


def test_what_is_written_in_it_is_sealed():
    by = person("Everard Nutbeam-Cole")
    with asking(by.pk):
        sealed = bytes(StatutoryForm.objects.visible_to(by).first().sealed_answers)
    assert b"Child" not in sealed
    assert b"safe" not in sealed


@pytest.mark.duty("P23")
def test_publication_waits_for_the_copy_before_it():
    by = person("Primrose Tallowby")
    with asking(by.pk):
        answer = may_be_published_today(review_of(by.name, "Child H"), today=date.today())
    assert "must come at least 7 working days before" in answer.reason


def test_agencies_do_not_hear_what_partners_say_before_they_have_decided():
    by = person("Maud Ottershaw")
    with asking(by.pk):
        assert not Voice.objects.visible_to(by).exists()
        assert Voice.objects.count() == 0
