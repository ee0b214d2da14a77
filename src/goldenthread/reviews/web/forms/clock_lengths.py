"""The form of a Board's own length of a clock."""

from typing import Any

from django import forms

from goldenthread.domain.clocks import ClockRule, Event, event_words
from goldenthread.pages.forms import PlainForm


class ClockLengthForm(PlainForm):
    """How long a clock runs, and which event it counts from where there is a choice."""

    length = forms.IntegerField(
        label="How long?",
        min_value=1,
        max_value=999,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
        error_messages={
            "required": "Enter how long the clock runs",
            "invalid": "Enter a whole number, for example 10",
        },
    )
    starts = forms.ChoiceField(
        label="Counted from what?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say which event the clock counts from"},
    )

    def __init__(
        self, *args: Any, rule: ClockRule, events: tuple[Event, ...], **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.rule = rule
        self.fields["length"].help_text = f"In {rule.unit_words}."
        choices = [(key, event_words(events, key)) for key in (rule.starts, *rule.starts_or)]
        self.fields["starts"].choices = [  # type: ignore[attr-defined]
            (key, words[:1].upper() + words[1:]) for key, words in choices
        ]

    def clean_length(self) -> int:
        """A clock that counts back has a length below nought, which nobody need type."""
        length: int = self.cleaned_data["length"]
        return -length if self.rule.length < 0 else length
