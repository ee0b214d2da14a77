"""The pages of the regime's own forms: read, written, completed, and refused in a sentence."""

import pytest
from django.http import QueryDict
from django.test import Client

from goldenthread.accounts.models import Person
from goldenthread.domain.questionnaires.questions import Kind, Question
from goldenthread.reviews.models import Review
from goldenthread.reviews.walls import asking
from goldenthread.reviews.web.forms.rows import MOST_ROWS, rows_sent

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo"),
    pytest.mark.xdist_group("demo"),
]

RAPID = "forms/rapid-review-lcspr-2023/"


def page(client: Client, name: str, rest: str, reference: str, **posted):
    person = Person.objects.get(name=name)
    client.force_login(person)
    address = f"/reviews/{reference}/{rest}"
    return client.post(address, posted) if posted else client.get(address)


@pytest.fixture
def reference() -> str:
    """The review whose rapid review is being written."""
    by = Person.objects.get(name="Primrose Tallowby")
    with asking(by.pk):
        return Review.objects.visible_to(by).get(label="Child W").reference


def test_the_forms_are_listed_with_how_far_each_has_come(client: Client, reference):
    text = page(client, "Everard Nutbeam-Cole", "forms/", reference).content.decode()
    assert "Report of the rapid review" in text
    assert "The recommendation waits until it is complete." in text
    assert "Not begun" in text


@pytest.mark.duty("P8")
def test_a_section_is_kept_as_typed_and_a_row_can_be_added(client: Client, reference):
    rest = f"{RAPID}involvement/"
    added = page(
        client,
        "Everard Nutbeam-Cole",
        rest,
        reference,
        **{
            "worked_well": "Kept while a row is added.",
            "agency_involvement-rows": "1",
            "agency_involvement-0-agency": "Southmere Police",
            "agency_involvement-0-involvement": "One call.",
            "key_practice-rows": "1",
            "add_row": "agency_involvement",
        },
    )
    assert added.status_code == 200
    text = added.content.decode()
    assert "Kept while a row is added." in text
    assert 'name="agency_involvement-1-agency"' in text
    read = page(client, "Everard Nutbeam-Cole", RAPID, reference).content.decode()
    assert "Southmere Police" in read


@pytest.mark.parametrize(
    ("told", "rows"), [("3", 3), ("9999", MOST_ROWS), ("9" * 5000, 0), ("-1", 0), ("", 0)]
)
def test_the_count_of_rows_is_a_small_number_or_none(told, rows):
    question = Question("household", "Who lives there?", Kind.ROWS)
    assert rows_sent(QueryDict(f"household-rows={told}"), question) == rows


def test_who_only_reads_is_told_why_it_cannot_be_written(client: Client, reference):
    text = page(client, "Delphine Oxwick", RAPID, reference).content.decode()
    assert "Your part in this review does not include this." in text
    assert page(client, "Maud Ottershaw", "forms/", reference).status_code == 403


@pytest.mark.parametrize("rest", ["forms/no-such-form/", f"{RAPID}no-such-section/"])
def test_a_form_that_there_is_not_is_not_found(client: Client, reference, rest):
    assert page(client, "Everard Nutbeam-Cole", rest, reference).status_code == 404
