"""The form on which somebody records that another was told."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from goldenthread.domain.notices import WAY_WORDS, Way
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads


class NoticeForm(PlainForm):
    """Who was told, when, how, under which reference."""

    who_sees: ClassVar = dict.fromkeys(("name", "note"), who_reads(Material.NOTICE))

    name = forms.CharField(
        label="Who was told?",
        help_text="The office, or the person by post. For a family: which member, by label (“the mother”).",
        max_length=200,
        error_messages={"required": "Say who was told: the person or the office"},
    )
    way: Any = forms.TypedChoiceField(
        label="How?",
        coerce=Way,
        choices=[(way.value, words) for way, words in WAY_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how they were told"},
    )
    told_on = DayField(
        label="On which day?",
        what="the day they were told",
        help_text="Where telling them is held back: the day on which that was agreed.",
    )
    reference = forms.CharField(
        label="Reference of the letter or message",
        max_length=120,
        required=False,
    )
    note = forms.CharField(
        label="What should be kept with it?",
        help_text="Where telling them is held back: why, who agreed to that, and when it will be looked at again.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["told_on"].not_after = today  # type: ignore[attr-defined]
