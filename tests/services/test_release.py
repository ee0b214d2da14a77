"""The labelled copy: what would be published, what stands in its way, and publishing it (P22, P23)."""

import pytest
from tests.deciding import refusal
from tests.writing import at_publication, kept_for_a_module, name_child, rest_at

from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.publication import services as public
from goldenthread.publication.models import PublishedReport
from goldenthread.reviews.models import OverviewSection, Release
from goldenthread.reviews.queries import release as queries
from goldenthread.reviews.services import register
from goldenthread.reviews.services import release as services
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

FACTS = "Amber Fenwick was six. Her mother, Rosalind Fenwick, rang 01632 960123 twice."


@pytest.fixture(scope="module")
def publication(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_publication) as built:
        yield built


@pytest.fixture
def writing(publication):
    again = publication.afresh()
    name_child(again)
    return again


def say(writing, text):
    """The facts of the overview report are these words."""
    with asking(writing.case.otto.pk):
        OverviewSection.objects.filter(document="overview", key="facts").update(text=text)


def add(writing, label, *names, **known):
    bea = writing.case.bea
    with asking(bea.pk):
        return register.add_person(
            writing.case.review, label=label, role=label.lower(), names=names, by=bea, **known
        )


def prepared(writing):
    bea = writing.case.bea
    with asking(bea.pk):
        return queries.prepared(bea, writing.case.review)


def may_publish(writing):
    bea = writing.case.bea
    ready = prepared(writing)
    with asking(bea.pk):
        return queries.may_publish(bea, writing.case.review, ready).reason


def publish(writing, *, by=None, **words):
    by = by or writing.case.bea
    with asking(by.pk):
        return services.publish(writing.case.review, by=by, **words)


def withhold(writing, reason="A trial is to come.", by=None):
    by = by or writing.case.bea
    with asking(by.pk):
        return services.withhold(writing.case.review, reason=reason, by=by)


def facts(copy):
    return next(section.text for section in copy.sections if section.key == "facts")


@pytest.mark.duty("P13", "P22")
def test_every_name_in_the_register_is_replaced_in_both_documents(writing):
    add(writing, "Mother", "Rosalind Fenwick")
    say(writing, FACTS)
    ready = prepared(writing)
    assert facts(ready.copy) == (
        "Child K was six. Her mother, Mother, rang [phone number removed] twice."
    )
    assert (ready.replaced, ready.people, ready.questions, ready.survivals) == (3, 2, (), ())


@pytest.mark.duty("P22")
def test_a_possible_name_is_asked_about_and_masked_until_it_is_answered(writing):
    officer = add(writing, "Police Officer 1", "Della Oaks")
    say(writing, "On Monday Oaks rang again. Nobody answered the door.")
    ready = prepared(writing)
    (question,) = ready.questions
    assert (question.form, question.before, question.shown) == ("oaks", "On Monday ", "Oaks")
    assert question.after == " rang again. Nobody answered the door."
    assert [one.row for one in question.candidates] == [officer]
    assert facts(ready.copy).startswith("On Monday [name removed] rang")
    assert may_publish(writing) == "One question about a possible name is not answered yet."
    with asking(writing.case.bea.pk):
        register.answer(writing.case.review, question.form, officer, by=writing.case.bea)
    ready = prepared(writing)
    assert (facts(ready.copy)[:26], ready.questions) == ("On Monday Police Officer 1", ())
    assert may_publish(writing) == ""


@pytest.mark.duty("P22")
def test_words_that_are_said_to_be_nobodys_stay_and_stand_in_nobodys_way(writing):
    add(writing, "Neighbour 1", "Rose Marsh")
    say(writing, "They met at the Marsh.")
    (question,) = prepared(writing).questions
    bea = writing.case.bea
    with asking(bea.pk):
        register.answer(writing.case.review, question.form, None, by=bea)
    ready = prepared(writing)
    assert (facts(ready.copy), ready.survivals) == ("They met at the Marsh.", ())
    assert may_publish(writing) == ""


@pytest.mark.duty("P22")
def test_what_the_second_check_finds_is_shown_with_its_place_and_holds_the_copy_back(writing):
    say(writing, "The estate is known as Fenwickstead.")
    (survival,) = prepared(writing).survivals
    assert (survival.place, survival.heading) == ("report-facts", "The facts")
    assert (survival.before, survival.shown) == ("The estate is known as ", "Fenwickstead")
    assert may_publish(writing) == (
        "One thing would still identify a person. Label what is listed, then check again."
    )
    name_child(writing, never=["fenwickstead"])
    assert (prepared(writing).survivals, may_publish(writing)) == ((), "")


@pytest.mark.duty("P22")
def test_not_this_person_is_said_of_the_very_words_and_of_no_others(writing):
    add(writing, "Neighbour 1", "Rose Marsh", never=["Rose Ward"])
    say(writing, "The meeting was in Rose Ward. It was Rose who rang.")
    ready = prepared(writing)
    assert facts(ready.copy) == "The meeting was in Rose Ward. It was [name removed] who rang."
    assert (len(ready.questions), ready.survivals) == (1, ())


@pytest.mark.duty("P22")
def test_without_a_name_in_the_register_nothing_is_proved_and_nothing_published(publication):
    writing = publication.afresh()
    with asking(writing.case.bea.pk):
        ready = queries.prepared(writing.case.bea, writing.case.review)
        nameless = queries.Prepared(ready.copy, 0, 0, (), ())
        answer = queries.may_publish(writing.case.bea, writing.case.review, nameless)
    assert answer.reason.startswith("No name is in the register of who is who yet")


@pytest.mark.duty("P22", "P23")
def test_what_is_published_is_word_for_word_the_labelled_copy_frozen(writing):
    say(writing, "Amber Fenwick was six.")
    ready = prepared(writing)
    release = publish(writing, read=ready.copy.digest)
    kept = PublishedReport.objects.get(pk=release.published_id)
    assert (release.outcome, release.digest) == (Release.PUBLISHED, ready.copy.digest)
    assert (kept.digest, kept.slug) == (ready.copy.digest, f"child-k-{kept.published_on.year}")
    assert kept.title == "Child K: Overview Report"
    assert {"key": "facts", "heading": "The facts", "text": "Child K was six."} in kept.sections
    say(writing, "Something else.")
    kept.refresh_from_db()
    assert "Something else." not in repr(kept.sections)


@pytest.mark.duty("P27")
def test_good_practice_is_published_beside_lessons(writing):
    release = publish(writing)
    headings = [
        section["heading"]
        for section in PublishedReport.objects.get(pk=release.published_id).sections
    ]
    assert headings.index("Good practice") + 1 == headings.index("Lessons")


@pytest.mark.duty("P22")
def test_a_copy_that_has_changed_since_it_was_read_is_not_published(writing):
    read = prepared(writing).copy.digest
    say(writing, "Amber Fenwick was seven.")
    assert refusal(lambda: publish(writing, read=read)) == (
        "The copy has changed since you read it. Read it again, then publish."
    )
    assert not PublishedReport.objects.exists()


def test_a_refusal_to_publish_says_the_same_as_the_page(writing):
    say(writing, "The estate is known as Fenwickstead.")
    assert refusal(lambda: publish(writing)) == may_publish(writing)
    assert not PublishedReport.objects.exists()


def test_it_is_published_once(writing):
    publish(writing)
    assert refusal(lambda: publish(writing)) == "The reports have been published."
    assert refusal(lambda: withhold(writing)) == (
        "The reports have been published, so they can no longer be withheld."
    )


@pytest.mark.parametrize("who", ["otto", "ida", "cher"])
def test_only_the_business_manager_publishes_or_withholds(writing, who):
    person = getattr(writing.case, who)
    no = "Your part in this review does not include this."
    assert refusal(lambda: publish(writing, by=person)) == no
    assert refusal(lambda: withhold(writing, by=person)) == no


@pytest.mark.duty("P23")
def test_withheld_with_a_reason_and_published_when_it_has_gone(writing):
    assert refusal(lambda: withhold(writing, " ")) == "Say why the reports are not made public."
    withheld = withhold(writing, " A trial is to come. ")
    assert (withheld.outcome, withheld.reason) == (Release.WITHHELD, "A trial is to come.")
    assert not PublishedReport.objects.exists()
    rest_at(writing, Stage.CLOSED)
    published = publish(writing)
    bea = writing.case.bea
    with asking(bea.pk):
        assert queries.releases(bea, writing.case.review) == [published, withheld]


def test_before_the_board_has_approved_nothing_is_settled(writing):
    rest_at(writing, Stage.SIGN_OFF)
    no = "The reports have not been approved yet."
    assert refusal(lambda: publish(writing)) == no
    assert refusal(lambda: withhold(writing)) == no


def test_two_reports_of_one_label_and_year_have_addresses_of_their_own(writing):
    publish(writing)
    ready = prepared(writing)
    day = PublishedReport.objects.get().published_on
    slugs = [public.publish(ready.copy, published_on=day).slug for _ in range(2)]
    assert slugs == [f"child-k-{day.year}-2", f"child-k-{day.year}-3"]


def test_the_trail_keeps_what_was_done_and_no_word_of_it(writing):
    publish(writing)
    with asking(writing.case.bea.pk):
        record = Record.objects.get(verb="release.published")
    assert (record.subject, record.fields) == ("release", [])
