"""Every real name in the demo's texts is in the register: what is not known to be a word must be a name."""

import dataclasses
import re
from pathlib import Path

import pytest

from goldenthread.reviews.demo.story import texts
from goldenthread.reviews.demo.story.chronologies import chronologies
from goldenthread.reviews.demo.story.others import SHORT_CASES
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS
from goldenthread.reviews.demo.story.people import PEOPLE, PersonInCase

CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")
# Words that are written with a capital and never without one: months, places, agencies, first words.
NO_NAMES = set(Path(__file__).with_name("words_that_are_no_names.txt").read_text().split())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, PersonInCase):
        return
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings(one)


def long_case():
    yield from strings([told.entries for told in chronologies()])
    for key in AGENCY_KEYS:
        yield from texts.agency_report(key).values()
    yield from texts.overview().values()
    yield from texts.executive_summary().values()
    yield from texts.REFERRAL_ANSWERS.values()
    yield from strings([texts.SCOPING, texts.JUDGEMENT.facts, texts.JUDGEMENT.reasons])
    yield from strings([texts.DECISION, texts.TERMS, texts.ACTIONS, texts.RETURN_COMMENT])


LONG_CASE = "\n".join(long_case())
LOWER_CASE = set(re.findall(r"\b[a-z]+\b", LONG_CASE))


def unknown(text, people):
    names = {word for p in people for form in p.written_forms for word in CAPITALISED.findall(form)}
    lower = LOWER_CASE | set(re.findall(r"\b[a-z]+\b", text))
    capitalised = set(CAPITALISED.findall(text)) - names - NO_NAMES
    return {word for word in capitalised if word.lower() not in lower}


def occurs(form, text):
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def test_every_name_in_the_long_case_is_in_its_register():
    assert unknown(LONG_CASE, PEOPLE) == set()


@pytest.mark.parametrize("case", SHORT_CASES, ids=lambda case: case.child.label)
def test_every_name_in_a_short_case_is_in_its_register(case):
    assert unknown("\n".join(strings(case)), case.people) == set()


def test_a_name_that_nobody_registered_would_be_found():
    assert unknown(f"{LONG_CASE} Wilberforth rang.", PEOPLE) == {"Wilberforth"}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.key)
def test_everybody_in_the_register_occurs_in_the_texts(person):
    assert [form for form in person.written_forms if occurs(form, LONG_CASE)] != []


def test_every_unregistered_slip_occurs_in_the_chronologies():
    told = "\n".join(strings([told.entries for told in chronologies()]))
    assert [slip for p in PEOPLE for slip in p.slips if not occurs(slip, told)] == []


def test_no_slip_is_also_registered():
    registered = {form for p in PEOPLE for form in (*p.names, *p.aliases)}
    assert registered & {slip for p in PEOPLE for slip in p.slips} == set()


def test_no_name_is_one_of_the_words_that_are_no_names():
    forms = {w for p in PEOPLE for form in p.written_forms for w in CAPITALISED.findall(form)}
    assert forms & NO_NAMES == set()
