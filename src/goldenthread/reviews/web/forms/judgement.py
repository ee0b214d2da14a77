"""The form of the Committee's judgement: ten facts with evidence, then the recommendation."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict

from goldenthread.domain.criteria import Criteria, FactAsked, Known
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.queries.judgement import SUSPECTED, WORDS


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
        starting: Mapping[str, tuple[str, str]] | None = None,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["recommendation"].choices = [  # type: ignore[attr-defined]
            (outcome.key, outcome.words) for outcome in kind.outcomes
        ]
        self.fields["met_on"].not_after = today  # type: ignore[attr-defined]
        self.criteria: Criteria = kind.criteria
        for fact in self.criteria.facts:
            word, evidence = (starting or {}).get(fact.key, ("", ""))
            self.fields[fact.key] = _known_field(fact, word)
            self.fields[_evidence(fact.key)] = _evidence_field(fact, evidence)
        # In the order of the page, so that the summary of what is wrong reads from top to bottom.
        facts = [(fact.key, _evidence(fact.key)) for fact in self.criteria.facts]
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
        for group in self.criteria.groups:
            yield (
                group.heading,
                [(self[fact.key], self[_evidence(fact.key)]) for fact in group.facts],
            )

    def said(self) -> dict[str, str]:
        """What is said of each fact so far, whether the rest is there or not."""
        words = {fact.key: self[fact.key].value() for fact in self.criteria.facts}
        return {fact: word for fact, word in words.items() if word in WORDS}

    def clean(self) -> dict[str, Any]:
        """Where a fact may not be stated without evidence, it is given; the rule asks the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        for fact in self.criteria.facts:
            is_so = cleaned.get(fact.key) in (Known.YES.value, SUSPECTED)
            if fact.evidence_needed and is_so and not cleaned.get(_evidence(fact.key)):
                self.add_error(_evidence(fact.key), fact.evidence_needed)
        return cleaned

    def judgement(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.judgement.record`."""
        typed = self.cleaned_data
        names = ("met_on", "present", "recommendation", "reasons", "dissent")
        facts = {
            fact.key: (typed[fact.key], typed[_evidence(fact.key)]) for fact in self.criteria.facts
        }
        return {name: typed[name] for name in names} | {"facts": facts}


def _evidence(fact: str) -> str:
    return f"{fact}_evidence"


def _known_field(fact: FactAsked, word: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=fact.question,
        help_text=fact.hint,
        choices=list(WORDS.items()),
        widget=forms.RadioSelect,
        initial=word,
        error_messages={
            "required": f"Answer the question “{fact.question}”",
            "invalid_choice": "Choose one of the answers in the list.",
        },
    )


def _evidence_field(fact: FactAsked, evidence: str) -> forms.CharField:
    # The ten boxes look alike; who hears the page is told which fact each is for.
    heard = {"aria-label": f"Evidence: {fact.question}"}
    return forms.CharField(
        label="Evidence",
        widget=forms.Textarea(attrs={"rows": 2, **heard}),
        required=False,
        initial=evidence,
    )
