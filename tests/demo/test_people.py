"""Everybody in the demo has one label, and nobody who works on it is in it."""

import re
from collections import Counter

import pytest

from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story import southmere
from goldenthread.reviews.demo.story.accounts import ACCOUNTS, accounts_for
from goldenthread.reviews.demo.story.others import SHORT_CASES
from goldenthread.reviews.demo.story.partnership import AGENCIES, AGENCY_KEYS
from goldenthread.reviews.demo.story.people import PEOPLE, PROFESSIONALS

CASES = [PEOPLE, *(case.people for case in SHORT_CASES)]


def words(text):
    return set(re.findall(r"[^\W\d_]+", text))


@pytest.mark.parametrize("people", CASES, ids=lambda people: people[0].label)
def test_labels_and_keys_are_each_used_once(people):
    assert [label for label, times in Counter(p.label for p in people).items() if times > 1] == []
    assert [key for key, times in Counter(p.key for p in people).items() if times > 1] == []


@pytest.mark.parametrize("people", CASES, ids=lambda people: people[0].label)
def test_no_label_begins_with_the_childs_initial_nor_ends_in_one(people):
    child = people[0]
    assert [p.label for p in people if p.label[0] == child.names[0][0]] == []
    assert child.label[-1] not in {word[0] for word in words(child.names[0])}


@pytest.mark.parametrize("people", CASES, ids=lambda people: people[0].label)
def test_no_word_of_a_label_is_a_word_of_a_name(people):
    named = {word.lower() for p in people for form in p.written_forms for word in words(form)}
    labelled = {word.lower() for p in people for word in words(p.label)}
    assert {word for word in named & labelled if len(word) > 1} == set()


def test_professionals_belong_to_a_member_agency_and_family_to_none():
    assert {p.agency for p in PROFESSIONALS} <= set(AGENCY_KEYS)
    assert {p.agency for p in PEOPLE if p not in PROFESSIONALS} == {""}


def test_every_agency_has_somebody_in_the_case_or_concerns_somebody_in_it():
    assert {p.agency for p in PROFESSIONALS} == set(AGENCY_KEYS)


def test_no_form_of_a_name_belongs_to_two_people():
    forms = Counter(form for p in PEOPLE for form in p.written_forms)
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_role_but_the_interviewee_has_an_account():
    assert {account.role for account in (*ACCOUNTS, *southmere.ACCOUNTS)} == set(Role) - {
        Role.INTERVIEWEE
    }


@pytest.mark.parametrize("key", AGENCY_KEYS)
@pytest.mark.parametrize(
    "role",
    [Role.AGENCY_CONTACT, Role.SENIOR_OFFICER, Role.AGENCY_AUTHOR, Role.PANEL_MEMBER],
)
def test_every_agency_has_one_person_in_each_of_its_roles(role, key):
    assert len(accounts_for(role, agency=key)) == 1


def test_accounts_share_no_name_with_each_other_or_with_anybody_in_a_case():
    names = [account.name for account in ACCOUNTS]
    surnames = [name.split()[-1] for name in names]
    in_cases = {word for people in CASES for p in people for n in p.names for word in n.split()}
    assert len(set(surnames)) == len(names)
    assert {word for name in names for word in name.split()} & in_cases == set()


def test_every_address_is_one_person_s_and_under_a_reserved_domain():
    emails = [account.email for account in ACCOUNTS]
    assert len(set(emails)) == len(emails)
    assert [
        email for email in emails if not re.fullmatch(r"[a-z.-]+@[a-z.-]+\.example", email)
    ] == []


def test_only_the_independent_and_the_authors_and_panel_declare():
    declared = {account.role for account in ACCOUNTS if account.declaration}
    assert declared == {
        Role.PANEL_CHAIR,
        Role.OVERVIEW_AUTHOR,
        Role.AGENCY_AUTHOR,
        Role.PANEL_MEMBER,
    }


def test_there_are_ten_agencies_with_distinct_names():
    assert len({agency.name for agency in AGENCIES}) == 10
