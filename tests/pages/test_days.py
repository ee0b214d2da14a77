"""A date asked for as day, month and year."""

from datetime import date

import pytest
from django.utils.datastructures import MultiValueDict

from goldenthread.pages.forms import DayField, PlainForm, TypedDay


class DecisionForm(PlainForm):
    decided_on = DayField(label="Date of the decision")


def decision(day="", month="", year=""):
    return DecisionForm({"decided_on-day": day, "decided_on-month": month, "decided_on-year": year})


@pytest.mark.parametrize(
    "typed",
    [
        ("3", "5", "2011"),
        ("03", "05", "2011"),
        (" 3rd ", "May", "2011"),
        ("3", "may", "2011"),
        ("3", "MAY.", "2011"),
    ],
)
def test_the_day_is_read_as_people_type_it(typed):
    form = decision(*typed)
    assert form.is_valid()
    assert form.cleaned_data["decided_on"] == date(2011, 5, 3)


@pytest.mark.parametrize(
    ("name", "month"), [("jan", 1), ("sept", 9), ("september", 9), ("jun", 6), ("jul", 7)]
)
def test_a_month_may_be_named_in_short(name, month):
    form = decision("3", name, "2011")
    assert form.is_valid()
    assert form.cleaned_data["decided_on"].month == month


@pytest.mark.parametrize(
    ("typed", "sentence", "wrong"),
    [
        (("", "", ""), "Enter the date of the decision.", ["day", "month", "year"]),
        (("3", "", "2011"), "The date of the decision must include a month.", ["month"]),
        (
            ("3", "", ""),
            "The date of the decision must include a month and year.",
            ["month", "year"],
        ),
        (("32", "5", "2011"), "The day must be a number from 1 to 31.", ["day"]),
        (("0", "5", "2011"), "The day must be a number from 1 to 31.", ["day"]),
        (("third", "5", "2011"), "The day must be a number from 1 to 31.", ["day"]),
        (
            ("3", "13", "2011"),
            "The month must be a number from 1 to 12 or a name, like May.",
            ["month"],
        ),
        (
            ("3", "ma", "2011"),
            "The month must be a number from 1 to 12 or a name, like May.",
            ["month"],
        ),
        (
            ("3", "1" * 5000, "2011"),
            "The month must be a number from 1 to 12 or a name, like May.",
            ["month"],
        ),
        (("3", "5", "11"), "The year must have four numbers, like 2011.", ["year"]),
        (("3", "5", "0000"), "The year must have four numbers, like 2011.", ["year"]),
        (("3", "5", "1899"), "The year must be from 1900 to 2199.", ["year"]),
        (("31", "12", "9999"), "The year must be from 1900 to 2199.", ["year"]),
        (
            ("31", "June", "2011"),
            "There is no 31 June 2011. Check the day and the month.",
            ["day", "month"],
        ),
        (
            ("29", "2", "2011"),
            "There is no 29 February 2011. Check the day and the month.",
            ["day", "month"],
        ),
    ],
)
def test_an_error_says_what_to_do_about_which_box(typed, sentence, wrong):
    form = decision(*typed)
    assert form.errors == {"decided_on": [sentence]}
    boxes = form["decided_on"].boxes
    assert [box.name for box in boxes if box.is_wrong] == [f"decided_on-{part}" for part in wrong]
    assert form["decided_on"].error_target == f"id_decided_on-{wrong[0]}"
    assert [box.value for box in boxes] == list(typed)


def test_a_leap_day_exists_in_a_leap_year():
    assert decision("29", "2", "2012").is_valid()


@pytest.mark.parametrize(
    ("day", "sentences"),
    [
        (1, ["The day of birth must be 2 May 2011 or later."]),
        (2, []),
        (4, []),
        (5, ["The day of birth must be 4 May 2011 or earlier."]),
    ],
)
def test_the_first_and_last_day_allowed_are_allowed(day, sentences):
    class Form(PlainForm):
        born_on = DayField(
            what="the day of birth", not_before=date(2011, 5, 2), not_after=date(2011, 5, 4)
        )

    form = Form({"born_on-day": str(day), "born_on-month": "5", "born_on-year": "2011"})
    assert form.errors.get("born_on", []) == sentences


def test_a_date_that_is_not_needed_may_be_left_out():
    class Form(PlainForm):
        born_on = DayField(required=False)

    form = Form({})
    assert form.is_valid()
    assert form.cleaned_data["born_on"] is None


def test_a_label_that_is_a_question_is_quoted():
    class Form(PlainForm):
        born_on = DayField(label="When was the child born?")

    assert Form({}).errors["born_on"] == ["Answer the question “When was the child born?”"]
    assert Form({"born_on-day": "3"}).errors["born_on"] == [
        "“When was the child born?” must include a month and year."
    ]


def test_a_date_can_be_named_in_a_sentence_otherwise_than_by_its_label():
    class Form(PlainForm):
        born_on = DayField(label="When was the child born?", what="the child’s date of birth")

    assert Form({}).errors["born_on"] == ["Enter the child’s date of birth."]


def test_a_message_of_the_field_itself_is_left_alone():
    class Form(PlainForm):
        born_on = DayField(error_messages={"required": "Say when."})

    assert Form({}).errors["born_on"] == ["Say when."]


def test_a_link_can_carry_a_date():
    form = DecisionForm({"decided_on": "2011-05-03"})
    assert form.is_valid()
    assert form.cleaned_data["decided_on"] == date(2011, 5, 3)
    assert [box.value for box in form["decided_on"].boxes] == ["03", "05", "2011"]


def test_a_kept_date_stands_in_the_boxes_and_has_not_changed():
    kept = {"decided_on": date(2011, 5, 3)}
    boxes = DecisionForm(initial=kept)["decided_on"].boxes
    assert [box.value for box in boxes] == ["3", "5", "2011"]
    sent = {"decided_on-day": "3", "decided_on-month": "5", "decided_on-year": "2011"}
    assert not DecisionForm(sent, initial=kept).has_changed()
    assert not DecisionForm(sent | {"decided_on-month": "May"}, initial=kept).has_changed()
    assert DecisionForm(sent | {"decided_on-month": "Mayhem"}, initial=kept).has_changed()
    assert DecisionForm(sent | {"decided_on-day": "4"}, initial=kept).has_changed()


def test_boxes_that_a_page_did_not_ask_for_are_left_out():
    widget = DayField().widget
    nothing = MultiValueDict()
    assert widget.value_omitted_from_data({}, nothing, "born_on")
    assert not widget.value_omitted_from_data({"born_on-day": ""}, nothing, "born_on")
    assert widget.value_from_datadict({}, nothing, "born_on") == TypedDay()
