"""The form of the Committee's judgement: ten facts with evidence, then the recommendation."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict

from goldenthread.domain.criteria import QUESTIONS, Fact
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.queries.judgement import WORDS

_GROUPS: tuple[tuple[str, tuple[Fact, ...]], ...] = (
    (
        "What happened to the child",
        (Fact.CHILD_DIED, Fact.ABUSE_OR_NEGLECT, Fact.SERIOUSLY_HARMED),
    ),
    (
        "How it happened",
        (
            Fact.LIFE_THREATENING,
            Fact.SEXUAL_ABUSE,
            Fact.PARENT_MURDERED,
            Fact.VIOLENT_ASSAULT,
            Fact.KILLED_BY_CARER,
        ),
    ),
    ("The agencies", (Fact.INTERAGENCY_CONCERN, Fact.KNOWN_TO_AGENCIES)),
)
_HINTS = {
    Fact.INTERAGENCY_CONCERN: "If there is, write down what shows it: it decides five of the limbs.",
    Fact.KNOWN_TO_AGENCIES: "It is kept, and makes no difference to the criteria.",
}


class JudgementForm(PlainForm):
    """What the Committee said, and what it recommends."""

    met_on = DayField(label="When did the Committee meet?", what="the day the Committee met")
    present = forms.CharField(
        label="Who was present?",
        help_text="Names and the body each came for, and anybody who left for an interest they declared.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say who was present when the Committee met."},
    )
    recommendation = forms.ChoiceField(
        label="What does the Committee recommend to the Chair?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say what the Committee recommends."},
    )
    reasons = forms.CharField(
        label="Reasons",
        help_text="For a recommendation against a review too: whoever referred the case may ask.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Give the Committee’s reasons."},
    )
    dissent = forms.CharField(
        label="Did anybody disagree, and why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        kind: ReviewType,
        today: date,
        starting: Mapping[Fact, tuple[str, str]] | None = None,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["recommendation"].choices = [  # type: ignore[attr-defined]
            (outcome.key, outcome.words) for outcome in kind.outcomes
        ]
        self.fields["met_on"].not_after = today  # type: ignore[attr-defined]
        for fact in Fact:
            word, evidence = (starting or {}).get(fact, ("", ""))
            self.fields[fact.value] = _known_field(fact, word)
            self.fields[_evidence(fact)] = _evidence_field(fact, evidence)
        # In the order of the page, so that the summary of what is wrong reads from top to bottom.
        facts = [(name.value, _evidence(name)) for _heading, group in _GROUPS for name in group]
        self.order_fields(["met_on", "present", *(name for pair in facts for name in pair)])

    @classmethod
    def kept(cls, typed: MultiValueDict[str, Any], **words: Any) -> Self:
        """What was typed, shown again without saying what is still missing."""
        form = cls(**words)
        form.initial = {
            name: field.widget.value_from_datadict(typed, MultiValueDict(), name)
            for name, field in form.fields.items()
        }
        return form

    def groups(self) -> Iterator[tuple[str, list[tuple[BoundField, BoundField]]]]:
        """The facts by heading, each with the box for its evidence."""
        for heading, facts in _GROUPS:
            yield heading, [(self[fact.value], self[_evidence(fact)]) for fact in facts]

    def said(self) -> dict[Fact, str]:
        """What is said of each fact so far, whether the rest is there or not."""
        words = {fact: self[fact.value].value() for fact in Fact}
        return {fact: word for fact, word in words.items() if word in WORDS}

    def clean(self) -> dict[str, Any]:
        """Whoever says that agencies worked badly together shows it; the rule asks the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        concern = Fact.INTERAGENCY_CONCERN
        if cleaned.get(concern.value) in ("yes", "suspected") and not cleaned.get(
            _evidence(concern)
        ):
            self.add_error(
                _evidence(concern),
                "Give the evidence for the concern about how agencies worked together.",
            )
        return cleaned

    def judgement(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.judgement.record`."""
        typed = self.cleaned_data
        names = ("met_on", "present", "recommendation", "reasons", "dissent")
        facts = {fact: (typed[fact.value], typed[_evidence(fact)]) for fact in Fact}
        return {name: typed[name] for name in names} | {"facts": facts}


def _evidence(fact: Fact) -> str:
    return f"{fact.value}_evidence"


def _known_field(fact: Fact, word: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=QUESTIONS[fact],
        help_text=_HINTS.get(fact, ""),
        choices=list(WORDS.items()),
        widget=forms.RadioSelect,
        initial=word,
        error_messages={
            "required": f"Answer the question “{QUESTIONS[fact]}”",
            "invalid_choice": "Choose one of the answers in the list.",
        },
    )


def _evidence_field(fact: Fact, evidence: str) -> forms.CharField:
    # The ten boxes look alike; who hears the page is told which fact each is for.
    heard = {"aria-label": f"Evidence: {QUESTIONS[fact]}"}
    return forms.CharField(
        label="Evidence",
        widget=forms.Textarea(attrs={"rows": 2, **heard}),
        required=False,
        initial=evidence,
    )
