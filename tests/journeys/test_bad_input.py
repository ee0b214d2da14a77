"""Whatever is typed, sent twice, sent by the wrong person or made up: a clear answer, and nothing lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.journeys.visiting import Answer, Visitor

from goldenthread.domain.roles import Role

# Who, for which agency, at which stage, on which page of the review. Each page has something to fill in.
FORMS = (
    (Role.BUSINESS_MANAGER, "", "scoping", "scoping/ask/"),
    (Role.BUSINESS_MANAGER, "", "panel", "panel/appoint/"),
    (Role.BUSINESS_MANAGER, "", "panel", "terms/write/"),
    (Role.BUSINESS_MANAGER, "", "synthesis", "who-is-who/add/"),
    (Role.BUSINESS_MANAGER, "", "publication", "publication/withhold/"),
    (Role.BUSINESS_MANAGER, "", "follow_up", "actions/add/"),
    (Role.BUSINESS_MANAGER, "", "follow_up", "actions/1/"),
    (Role.BUSINESS_MANAGER, "", "closed", "steps/reconsider/"),
    (Role.COMMITTEE_MEMBER, "", "judgement", "judgement/"),
    (Role.COMMITTEE_MEMBER, "", "judgement", "steps/ask_for_more/"),
    (Role.BOARD_CHAIR, "", "decision", "decision/"),
    (Role.BOARD_CHAIR, "", "sign_off", "sign-off/"),
)
IN_THE_MIDDLE = (
    (Role.AGENCY_AUTHOR, "police", "bringing", "agency-reports/police/summary/"),
    (Role.OVERVIEW_AUTHOR, "", "synthesis", "overview/overview/introduction/"),
)
# On these pages there is nothing but a reason to type, and any words are a reason.
REASONS_ONLY = ("publication/withhold/", "steps/reconsider/", "steps/ask_for_more/")
WITH_CHOICES = [one for one in FORMS if one[3] not in REASONS_ONLY]
TYPED = ("text", "textarea", "date")


def each(forms):
    return pytest.mark.parametrize(
        ("role", "of", "stage", "path"), forms, ids=[f"{one[2]} {one[3]}" for one in forms]
    )


@each(FORMS)
def test_a_form_that_is_sent_empty_says_what_is_missing(visit, stages, role, of, stage, path):
    form, visitor, address = opened(visit, stages, role, of, stage, path)
    empty = {name: value for name, value in form.form.items() if name not in form.names}
    answer = visitor.post(address, empty)
    assert answer.status == 200
    assert answer.wrong != ""
    assert answer.heading == form.heading


@each(WITH_CHOICES)
def test_made_up_answers_are_refused_in_words(visit, stages, role, of, stage, path):
    form, visitor, address = opened(visit, stages, role, of, stage, path)
    made_up = {
        name: "kept as typed" if kind in TYPED else "99999999999999999999"
        for name, kind in form.names.items()
    }
    answer = visitor.post(address, form.form | made_up)
    assert answer.status == 200
    assert answer.wrong != ""
    typed = [name for name, kind in form.names.items() if kind == "textarea"]
    assert answer.html.count("kept as typed") >= len(typed)


@each([*FORMS, *IN_THE_MIDDLE])
def test_a_character_that_cannot_be_kept_is_said_to_be_one(visit, stages, role, of, stage, path):
    form, visitor, address = opened(visit, stages, role, of, stage, path)
    odd = dict.fromkeys(form.names, "be\x00fore")
    answer = visitor.post(address, form.form | odd)
    assert answer.status == 200
    assert answer.wrong != ""


@each([*FORMS, *IN_THE_MIDDLE])
def test_a_form_without_its_proof_of_origin_is_not_acted_on(visit, stages, role, of, stage, path):
    form, visitor, address = opened(visit, stages, role, of, stage, path)
    answer = visitor.post(address, form.form | {"csrfmiddlewaretoken": ""})
    assert answer.status == 403
    assert answer.heading != form.heading
    assert visitor.get(address).form.keys() == form.form.keys()


@each(IN_THE_MIDDLE)
def test_a_text_that_is_too_long_is_shown_again_whole(visit, stages, role, of, stage, path):
    form, visitor, address = opened(visit, stages, role, of, stage, path)
    answer = visitor.post(address, form.form | {"text": "long and true, " * 14_000})
    assert (answer.status, answer.wrong) == (
        200,
        "This section is too long. Keep it under 200,000 characters.",
    )
    assert answer.html.count("long and true") == 14_000


def test_more_than_the_site_takes_in_is_refused_in_words(visit, stages):
    form, visitor, address = opened(visit, stages, *IN_THE_MIDDLE[1])
    answer = visitor.post(address, form.form | {"text": "x" * 6_000_000})
    assert answer.status == 400
    assert "It is more text than can be taken in at once." in answer.main
    assert visitor.get(address).form["text"] == form.form["text"]


WRONG_IDS = (
    "chronology/entries/99999999999999999999/",
    "chronology/entries/999999/",
    "chronology/no-such-agency/",
    "chronology/police/files/99999999999999999999/",
    "panel/leave/99999999999999999999/",
    "who-is-who/99999999999999999999/",
    "who-is-who/answers/99999999999999999999/",
    "actions/99999999999999999999/",
    "agency-reports/police/submitted/99999999999999999999/",
    "agency-reports/nobody/summary/",
    "overview/overview/no-such-section/",
    "overview/no-such-document/introduction/",
    "steps/no_such_step/",
    "steps/%00/",
    "no-such-part/",
)


@pytest.mark.parametrize("path", WRONG_IDS)
def test_an_address_that_was_made_up_leads_to_a_page_that_says_so(visit, stages, path):
    answer = visit(Role.BUSINESS_MANAGER).get(f"/reviews/{stages['follow_up']}/{path}")
    assert answer.status in (403, 404)
    assert answer.heading != ""


@pytest.mark.parametrize(
    "query", ["text=%00", "after=9&before=x", "agency=nobody", "from_on-day=99", "dates=%00"]
)
def test_a_list_asked_for_in_a_made_up_way_still_answers(visit, stages, query):
    chair = visit(Role.BOARD_CHAIR)
    answer = chair.get(f"/reviews/{stages['follow_up']}/chronology/?{query}")
    assert (answer.status, answer.heading) == (200, "Chronology")


@pytest.mark.parametrize("reference", ["NM-1999-99", "%00", "x" * 3000, "..%2F.."])
def test_a_review_that_does_not_exist_is_not_found(visit, reference):
    answer = visit(Role.BUSINESS_MANAGER).get(f"/reviews/{reference}/")
    assert answer.status == 404
    assert answer.heading != ""


def test_the_wrong_person_takes_no_step_and_loses_nothing(visit, stages):
    review = f"/reviews/{stages['evidence']}/"
    author, manager = visit(Role.AGENCY_AUTHOR, "police"), visit(Role.BUSINESS_MANAGER)
    before = manager.get(review).main
    token = author.get(f"{review}actions/").page.xpath("//input[@name='csrfmiddlewaretoken']")[0]
    answer = author.post(f"{review}steps/begin_synthesis/", {"csrfmiddlewaretoken": token.value})
    assert answer.status in (200, 403, 409)
    assert "panel chair" in answer.main.lower() or answer.status == 403
    assert manager.get(review).main == before


def test_a_stranger_to_a_review_is_told_nothing(visit, stages):
    contact = visit(Role.AGENCY_CONTACT, "saltmarsh")
    answer = contact.get(f"/reviews/{stages['referral']}/")
    assert answer.status == 404
    assert stages["referral"] not in answer.html


def test_a_button_that_is_pressed_twice_acts_once(visit, stages):
    manager = visit(Role.BUSINESS_MANAGER)
    plan = f"/reviews/{stages['follow_up']}/actions/"
    before = len(manager.get(plan).page.xpath("//tbody/tr"))
    words = {
        "lesson": "Ask twice, act once.",
        "text": "Press the button twice.",
        "due_on-day": "3",
        "due_on-month": "5",
        "due_on-year": "2031",
    }
    fields = manager.get(f"{plan}add/").form | words
    with ThreadPoolExecutor(4) as several:
        answers = list(several.map(lambda _: manager.post(f"{plan}add/", fields), range(4)))
    assert {(one.status, one.heading) for one in answers} == {(200, "Actions")}
    assert len(manager.get(plan).page.xpath("//tbody/tr")) == before + 1


def opened(visit, stages, role, of, stage, path) -> tuple[Answer, Visitor, str]:
    """The page with its form, who has opened it, and its address."""
    visitor = visit(role, of)
    address = f"/reviews/{stages[stage]}/{path}"
    page = visitor.get(address)
    assert page.status == 200, page.main
    return page, visitor, address
