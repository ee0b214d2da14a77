"""How forms are drawn, and what they say when something is wrong."""

import pytest
from django import forms
from django.template import engines
from django.test.html import parse_html

from goldenthread.pages.forms import DayField, PlainForm


class NoteForm(PlainForm):
    who_sees = {"account": "the panel of this review"}
    choice_hints = {"seen": {"no": "Say why."}}

    title = forms.CharField(max_length=5, help_text="Without names.")
    account = forms.CharField(label="What happened?", max_length=2000, widget=forms.Textarea)
    seen = forms.ChoiceField(
        label="Was the child seen?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
    )
    source = forms.CharField(required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(form, name):
    return parse_html(form[name].as_field_group())


def test_a_text_box_has_its_label_hint_and_name():
    assert drawn(NoteForm(), "title") == parse_html(
        """<div class="govuk-form-group">
        <label class="govuk-label" for="id_title">Title</label>
        <div id="id_title-hint" class="govuk-hint">Without names.</div>
        <input type="text" name="title" class="govuk-input" aria-describedby="id_title-hint" id="id_title">
        </div>"""
    )


def test_an_error_stands_at_its_box_and_is_tied_to_it():
    assert drawn(NoteForm({"title": "<i>long"}), "title") == parse_html(
        """<div class="govuk-form-group govuk-form-group--error">
        <label class="govuk-label" for="id_title">Title</label>
        <div id="id_title-hint" class="govuk-hint">Without names.</div>
        <p id="id_title-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span>
          Title: use 5 characters or fewer. There are 7 now.</p>
        <input type="text" name="title" value="&lt;i&gt;long" class="govuk-input govuk-input--error"
          aria-describedby="id_title-hint id_title-error" aria-invalid="true" id="id_title">
        </div>"""
    )


def test_a_long_text_says_who_can_read_it_and_how_much_is_left():
    box = NoteForm()["account"]
    html = box.as_field_group()
    assert "Who can read this: the panel of this review" in html
    assert "You can enter up to 2,000 characters" in html
    assert 'data-maxlength="2000"' in html
    assert box.aria_describedby == "id_account-who id_account-info"
    assert ' maxlength="' not in html


def test_who_can_read_it_can_be_said_by_the_field():
    form = NoteForm()
    form.fields["title"].who_sees = "you alone"
    assert "Who can read this: you alone" in form["title"].as_field_group()


def test_radios_stand_in_a_fieldset_with_their_hints():
    assert drawn(NoteForm(initial={"seen": "no"}), "seen") == parse_html(
        """<div class="govuk-form-group"><fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend">Was the child seen?</legend>
        <div class="govuk-radios" data-module="govuk-radios">
          <div class="govuk-radios__item">
            <input class="govuk-radios__input" id="id_seen_0" name="seen" type="radio" value="yes">
            <label class="govuk-label govuk-radios__label" for="id_seen_0">Yes</label></div>
          <div class="govuk-radios__item">
            <input class="govuk-radios__input" id="id_seen_1" name="seen" type="radio" value="no"
              aria-describedby="id_seen_1-hint" checked>
            <label class="govuk-label govuk-radios__label" for="id_seen_1">No</label>
            <div id="id_seen_1-hint" class="govuk-hint govuk-radios__hint">Say why.</div></div>
        </div></fieldset></div>"""
    )


def test_an_answer_that_is_not_needed_says_so():
    assert NoteForm()["source"].label_text == "Source (optional)"


def test_a_hidden_field_is_nothing_but_itself():
    assert drawn(NoteForm(initial={"version": "3"}), "version") == parse_html(
        '<input type="hidden" name="version" value="3" id="id_version">'
    )


def test_one_question_on_a_page_is_its_heading():
    template = engines["django"].from_string("{% field form.title heading=True %}")
    html = template.render({"form": NoteForm()})
    assert (
        '<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="id_title">'
        in html
    )


def test_the_summary_leads_to_each_box_in_the_order_of_the_page():
    form = NoteForm({})
    form.add_error(None, "The review has moved on.")
    template = engines["django"].from_string('{% component "error_summary" form=form %}')
    assert parse_html(
        """<ul class="govuk-list govuk-error-summary__list">
        <li>The review has moved on.</li>
        <li><a href="#id_title">Enter the title.</a></li>
        <li><a href="#id_account">Answer the question “What happened?”</a></li>
        <li><a href="#id_seen_0">Answer the question “Was the child seen?”</a></li>
        </ul>"""
    ) in parse_html(template.render({"form": form}))


def test_there_is_no_summary_when_nothing_is_wrong():
    template = engines["django"].from_string('{% component "error_summary" form=form %}')
    assert template.render({"form": NoteForm()}).strip() == ""


@pytest.mark.parametrize(
    ("field", "sent", "sentence"),
    [
        (forms.CharField(label="Reason"), "", "Enter the reason."),
        (forms.CharField(label="Your name"), "", "Enter your name."),
        (forms.CharField(label="IMR author"), "", "Enter the IMR author."),
        (forms.CharField(min_length=3), "ab", "Asked: use 3 characters or more. There are 2 now."),
        (forms.ChoiceField(label="Role", choices=[("a", "A")]), "", "Choose the role."),
        (forms.ChoiceField(choices=[("a", "A")]), "b", "Choose one of the answers in the list."),
        (
            forms.MultipleChoiceField(choices=[("a", "A")]),
            ["b"],
            "Choose one of the answers in the list.",
        ),
        (forms.BooleanField(label="I agree"), "", "Tick the box “I agree”."),
        (forms.FileField(label="Chronology"), "", "Choose a file: chronology."),
        (forms.IntegerField(label="Age"), "x", "Age must be a whole number, like 12."),
        (forms.IntegerField(label="Age", max_value=18), "19", "Age must be 18 or less."),
        (
            forms.EmailField(),
            "asha",
            "Enter an email address in the correct form, like name@example.org.",
        ),
        (forms.CharField(error_messages={"required": "Say why."}), "", "Say why."),
    ],
)
def test_each_error_says_what_to_do(field, sent, sentence):
    form = type("Form", (PlainForm,), {"asked": field})({"asked": sent})
    assert form.errors["asked"] == [sentence]


def test_a_tick_box_a_file_and_a_password_are_drawn_in_their_own_way():
    class Form(forms.Form):  # forms of other apps are drawn too
        sure = forms.BooleanField()
        document = forms.FileField()
        password = forms.CharField(widget=forms.PasswordInput)
        place = forms.ChoiceField(choices=[("a", "A")])
        agencies = forms.MultipleChoiceField(
            choices=[("a", "A")], widget=forms.CheckboxSelectMultiple
        )
        day = DayField()

    kinds = ["tick", "file", "password", "select", "checkboxes", "day"]
    form = Form()
    assert [field.kind for field in form] == kinds
    html = str(form)
    assert " required" not in html
    assert html.count("govuk-form-group") == len(kinds) + len(form["day"].boxes)
