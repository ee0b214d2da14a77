"""The panel, on its pages."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.deciding import Case, case_at_panel, case_before_chair, case_with_panel, open_as

from goldenthread.accounts.models import Person
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Contribution, Membership
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

NOT_YOURS = "Your part in this review does not include this."


def address(case: Case, page: str = "") -> str:
    return f"/reviews/{case.review.reference}/panel/{page}"


def appointed(case: Case, who: Person, /, **changed: str) -> dict[str, str]:
    return {
        "role": "panel_chair",
        "agency": "",
        "person": str(who.pk),
        "involved_in_case": "no",
        "managed_those_involved": "no",
        "declaration": "I know none of those involved.",
        "interests": "",
        "once": str(uuid4()),
    } | changed


def asked(case: Case, **changed) -> dict[str, object]:
    return {
        "agency": "health",
        "form": "full_report",
        "because": "",
        "due_on": (timezone.localdate() + timedelta(days=30)).isoformat(),
        "once": str(uuid4()),
    } | changed


def members(case: Case) -> list[tuple[str, str]]:
    with asking(case.bea.pk):
        found = Membership.objects.visible_to(case.bea).filter(left_on=None)
        return [(one.role, one.person.name) for one in found]


@pytest.mark.duty("P10")
def test_the_manager_sees_what_is_missing_and_appoints(client: Client):
    case = case_at_panel()
    page = open_as(client, case.bea, address(case))
    missing = [thing["what"] for thing in page.context["missing"]]
    assert missing == [
        "Nobody who chairs the panel has declared that they are independent.",
        "Nobody who writes the final report has declared that they are independent.",
        "The terms of reference have not been approved.",
        "No agency has been asked for a contribution.",
    ]
    once = appointed(case, case.ida)
    first = client.post(address(case, "appoint/"), once)
    second = client.post(address(case, "appoint/"), once)
    assert [first["Location"], second["Location"]] == [address(case), address(case)]
    assert members(case) == [("panel_chair", "Ida Apart")]
    assert "Ida Apart is now panel chair." in client.get(address(case)).content.decode()
    text = client.get(address(case, "members/")).content.decode()
    assert "I know none of those involved." in text


def test_a_panel_member_is_appointed_for_their_agency_from_the_agencys_own_line(client: Client):
    case = case_with_panel()
    page = open_as(client, case.bea, address(case, "appoint/?role=panel_member&agency=police"))
    form = page.context["form"]
    assert (form["role"].value(), form["agency"].value()) == ("panel_member", "police")
    sent = appointed(case, case.sol, role="panel_member", agency="police")
    assert client.post(address(case, "appoint/"), sent).status_code == 302
    assert ("panel_member", "Sol Badge") in members(case)


@pytest.mark.duty("P10", "P13")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"involved_in_case": "yes"},
            "Somebody who was involved in the case cannot be panel chair. Choose somebody else.",
        ),
        (
            {"managed_those_involved": "yes"},
            "Somebody who managed those involved in the case cannot be panel chair. Choose somebody else.",
        ),
        (
            {"agency": "police"},
            "This part is not held for an agency.",
        ),
        (
            {"role": "panel_member"},
            "Say which agency the panel member is a senior manager of.",
        ),
        ({"involved_in_case": ""}, "Say whether they were involved in the case."),
        ({"role": ""}, "Choose which part they take."),
        ({"person": "999999"}, "Choose one of the answers in the list."),
        ({"person": "Ida"}, "Choose one of the answers in the list."),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    client: Client, changed, sentence
):
    case = case_at_panel()
    client.force_login(case.bea)
    page = client.post(address(case, "appoint/"), appointed(case, case.ida, **changed))
    text = page.content.decode()
    assert page.status_code == 200
    assert sentence in text
    assert "I know none of those involved." in text
    assert members(case) == []


def test_somebody_employed_by_an_agency_is_not_independent(client: Client):
    case = case_at_panel()
    client.force_login(case.bea)
    text = client.post(address(case, "appoint/"), appointed(case, case.ned)).content.decode()
    assert "The panel chair is independent of every member agency" in text
    assert members(case) == []


def test_somebody_who_leaves_loses_the_page_with_their_next_request(client: Client):
    case = case_with_panel()
    assert open_as(client, case.ida, address(case)).status_code == 200
    with asking(case.bea.pk):
        chair = Membership.objects.visible_to(case.bea).get(role=Role.PANEL_CHAIR.value)
    page = open_as(client, case.bea, address(case, f"leave/{chair.pk}/"))
    assert "Ida Apart has left" in page.content.decode()
    once = {"once": str(uuid4()), "why": "unavailable", "because": ""}
    first = client.post(address(case, f"leave/{chair.pk}/"), once)
    second = client.post(address(case, f"leave/{chair.pk}/"), once)
    assert [first["Location"], second["Location"]] == [address(case), address(case)]
    assert "Ida Apart, Panel chair, from" in client.get(address(case)).content.decode()
    assert client.get(address(case, f"leave/{chair.pk}/")).status_code == 404
    assert open_as(client, case.ida, address(case)).status_code == 404


@pytest.mark.duty("P7")
def test_the_manager_asks_an_agency_once_and_sees_where_it_stands(client: Client):
    case = case_at_panel()
    page = open_as(client, case.bea, address(case, "ask/"))
    assert "Answered that it was involved." in page.content.decode()
    once = asked(case)
    first = client.post(address(case, "ask/"), once)
    second = client.post(address(case, "ask/"), once)
    assert [first["Location"], second["Location"]] == [address(case), address(case)]
    with asking(case.bea.pk):
        assert Contribution.objects.visible_to(case.bea).count() == 1
    [(health, may_name)] = client.get(address(case)).context["standings"]
    assert (health.agency, health.author, bool(may_name)) == (case.health, None, False)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"agency": ""}, "Choose an agency."),
        ({"agency": "fire"}, "Choose one of the answers in the list."),
        ({"form": ""}, "Choose what the agency is asked for."),
        ({"form": "none"}, "Say why Health is asked for nothing."),
        ({"due_on": "2011-05-03"}, "The day by which it should be there must be"),
    ],
)
def test_what_an_agency_is_asked_for_must_be_whole(client: Client, changed, sentence):
    case = case_at_panel()
    client.force_login(case.bea)
    page = client.post(address(case, "ask/"), asked(case, **changed))
    assert page.status_code == 200
    assert sentence in page.content.decode()
    with asking(case.bea.pk):
        assert Contribution.objects.count() == 0


@pytest.mark.duty("P11")
def test_the_senior_officer_names_the_agencys_author(client: Client):
    case = case_at_panel()
    client.force_login(case.bea)
    client.post(address(case, "ask/"), asked(case, agency="police"))
    page = open_as(client, case.sol, address(case))
    assert address(case, "author/police/") in page.content.decode()
    once = appointed(case, case.ned)
    first = client.post(address(case, "author/police/"), once)
    second = client.post(address(case, "author/police/"), once)
    assert [first["Location"], second["Location"]] == [address(case), address(case)]
    assert members(case) == [("agency_author", "Ned Beat")]


@pytest.mark.duty("P11")
def test_an_author_who_was_involved_is_refused_and_what_was_typed_stays(client: Client):
    case = case_at_panel()
    client.force_login(case.bea)
    client.post(address(case, "ask/"), asked(case, agency="police"))
    client.force_login(case.sol)
    sent = appointed(case, case.ned, involved_in_case="yes", declaration="I went there once.")
    text = client.post(address(case, "author/police/"), sent).content.decode()
    assert "Somebody who was involved in the case cannot be agency author." in text
    assert "I went there once." in text
    sent = appointed(case, case.hana)
    text = client.post(address(case, "author/police/"), sent).content.decode()
    assert "Choose one of the answers in the list." in text
    assert members(case) == []


@pytest.mark.parametrize("page", ["appoint/", "ask/", "author/police/"])
def test_others_are_told_why_not(client: Client, page):
    case = case_at_panel()
    client.force_login(case.cher)
    for answer in (
        client.get(address(case, page)),
        client.post(address(case, page), appointed(case, case.ida) | asked(case)),
    ):
        assert (answer.status_code, NOT_YOURS in answer.content.decode()) == (409, True)
    assert NOT_YOURS not in client.get(address(case)).content.decode()
    assert members(case) == []


def test_a_stranger_finds_no_page_and_an_agencys_contact_has_no_business_here(client: Client):
    case = case_with_panel()
    assert open_as(client, case.zoe, address(case)).status_code == 404
    assert open_as(client, case.hana, address(case)).status_code == 403
    assert open_as(client, case.sol, address(case, "author/nobody/")).status_code == 404
    assert open_as(client, case.bea, address(case, "leave/999999/")).status_code == 404


def test_before_the_decision_the_page_says_when_the_panel_is_formed(client: Client):
    case = case_before_chair()
    text = open_as(client, case.bea, address(case)).content.decode()
    assert "The panel is formed once it has been decided that there is a review." in text


@pytest.mark.duty("P10")
def test_somebody_appointed_without_a_declaration_sees_nothing_until_it_is_recorded(
    client: Client,
):
    case = case_at_panel()
    client.force_login(case.bea)
    answers = dict.fromkeys(("involved_in_case", "managed_those_involved", "declaration"), "")
    sent = appointed(case, case.ida, not_declared_yet="on", **answers)
    assert client.post(address(case, "appoint/"), sent)["Location"] == address(case)
    [row] = client.get(address(case)).context["undeclared"]
    assert (row.member.person, row.has_declared) == (case.ida, False)
    assert open_as(client, case.ida, address(case)).status_code == 404
    page = open_as(client, case.bea, address(case, f"declare/{row.member.pk}/"))
    assert "They see nothing of the case yet." in page.content.decode()
    sent = {
        "involved_in_case": "no",
        "managed_those_involved": "no",
        "declaration": "I know nobody.",
        "interests": "A cousin works for Health.",
        "once": str(uuid4()),
    }
    text = client.post(
        address(case, f"declare/{row.member.pk}/"), sent | {"managed_those_involved": "yes"}
    ).content.decode()
    assert "Somebody who managed those involved in the case cannot be panel chair." in text
    client.post(address(case, f"declare/{row.member.pk}/"), sent | {"once": str(uuid4())})
    text = client.get(address(case, "members/")).content.decode()
    assert "A cousin works for Health." in text
    assert open_as(client, case.ida, address(case)).status_code == 200


@pytest.mark.duty("P10")
def test_a_later_declaration_is_shown_with_what_is_done_about_it(client: Client):
    case = case_with_panel()
    page = open_as(client, case.bea, address(case, "members/"))
    chair = page.context["members"][0].member
    sent = {
        "declared_on": timezone.localdate().isoformat(),
        "interests": "My neighbour applied to Health.",
        "steps_taken": "",
        "once": str(uuid4()),
    }
    text = client.post(address(case, f"declare/{chair.pk}/"), sent).content.decode()
    assert "Say what is done about it, also where nothing needs to be." in text
    assert "My neighbour applied to Health." in text
    sent |= {"steps_taken": "Stands back.", "once": str(uuid4())}
    answer = client.post(address(case, f"declare/{chair.pk}/"), sent)
    assert answer["Location"] == address(case, "members/")
    assert "Stands back." in client.get(address(case, "members/")).content.decode()
    assert open_as(client, case.sol, address(case, f"declare/{chair.pk}/")).status_code == 409


@pytest.mark.duty("P10")
def test_whoever_leaves_by_themselves_is_led_out_of_the_review(client: Client):
    case = case_with_panel()
    page = open_as(client, case.otto, address(case, "members/"))
    own = next(row for row in page.context["members"] if row.member.person == case.otto)
    text = client.post(address(case, f"leave/{own.member.pk}/"), {}).content.decode()
    assert "Choose why they leave." in text
    sent = {"why": "unavailable", "because": "", "once": str(uuid4())}
    assert client.post(address(case, f"leave/{own.member.pk}/"), sent)["Location"] == "/"
    assert client.get(address(case)).status_code == 404


def test_a_leaving_says_when_a_post_still_opens_the_review(client: Client):
    case = case_with_panel()
    sent = appointed(case, case.sol, role="panel_member", agency="police")
    client.force_login(case.bea)
    client.post(address(case, "appoint/"), sent)
    rows = client.get(address(case, "members/")).context["members"]
    sol = next(row.member for row in rows if row.member.person == case.sol)
    text = client.get(address(case, f"leave/{sol.pk}/")).content.decode()
    assert "They are also agency senior officer" in text


@pytest.mark.duty("P7")
def test_an_agency_is_given_another_day_and_asked_for_something_else(client: Client):
    case = case_with_panel()
    client.force_login(case.bea)
    day = timezone.localdate() + timedelta(days=50)
    sent = {"due_on": day.isoformat(), "because": "", "once": str(uuid4())}
    text = client.post(address(case, "due-day/police/"), sent).content.decode()
    assert "Say why the agency is given another day." in text
    sent |= {"because": "The author was ill.", "once": str(uuid4())}
    assert client.post(address(case, "due-day/police/"), sent)["Location"] == address(case)
    sent = {"form": "full_report", "because": "x", "once": str(uuid4())}
    text = client.post(address(case, "form/police/"), sent).content.decode()
    assert "The agency is already asked for this" in text
    sent = {"form": "chronology_only", "because": "Little known.", "once": str(uuid4())}
    assert client.post(address(case, "form/police/"), sent)["Location"] == address(case)
    text = client.get(address(case)).content.decode()
    for shown in ("The author was ill.", "Chronology only", "Little known.", "First "):
        assert shown in text
    assert client.get(address(case, "form/health/")).status_code == 404
    assert open_as(client, case.sol, address(case, "due-day/police/")).status_code == 409
