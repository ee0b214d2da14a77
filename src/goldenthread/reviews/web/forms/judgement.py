"""The form of the Committee's judgement: the meeting, the facts and aids with evidence, the recommendation."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django import forms
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict

from goldenthread.domain.criteria import Criteria, FactAsked
from goldenthread.domain.decisions import Said, lacks_evidence
from goldenthread.domain.questionnaires.questions import Question
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.pages.words import day
from goldenthread.reviews.queries.judgement import WORDS

if TYPE_CHECKING:
    from goldenthread.reviews.models import Meeting

_NO_MEETING = "none"
_TEXTS = ("dissent", "considered", "alternatives", "scope_proposed", "immediate_learning")


class JudgementForm(PlainForm):
    """What the Committee said, and what it recommends."""

    began_from = forms.CharField(widget=forms.HiddenInput, required=False)
    meeting = forms.ChoiceField(
        label="At which meeting was it judged?",
        help_text="Who was there and which interests they declared come from its record.",
        widget=forms.RadioSelect,
        required=False,
    )
    met_on = DayField(
        label="On which day was it judged?", what="the day it was judged", required=False
    )
    present = forms.CharField(
        label="Who was present?",
        help_text="Names and the body each came for, and anybody who left for an interest they declared.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    considered = forms.CharField(
        label="What was considered?",
        help_text="The papers and other information that were before the meeting.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    recommendation = forms.ChoiceField(
        label="What is recommended?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say what is recommended."},
    )
    reasons = forms.CharField(
        label="Reasons",
        help_text="For a recommendation against a review too: whoever referred the case may ask.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Give the reasons for the recommendation."},
    )
    alternatives = forms.CharField(
        label="Which alternatives were weighed?",
        help_text="For example an audit, or a review by one agency; and why they were not preferred.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    dissent = forms.CharField(
        label="Did anybody disagree, and why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    scope_proposed = forms.CharField(
        label="What scope and method are proposed?",
        help_text="The period, the agencies, and what the review should look at first.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    immediate_learning = forms.CharField(
        label="Is there learning that cannot wait?",
        help_text="What agencies can act on now, whatever is decided.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        kind: ReviewType,
        today: date,
        meetings: Sequence["Meeting"] = (),
        starting: Mapping[str, tuple[str, str]] | None = None,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.criteria: Criteria = kind.criteria
        self.asked: tuple[Question, ...] = kind.aids
        self.meetings = {str(one.number): one for one in meetings}
        self.fields["recommendation"].choices = [  # type: ignore[attr-defined]
            (outcome.key, outcome.words) for outcome in kind.outcomes
        ]
        self.fields["met_on"].not_after = today  # type: ignore[attr-defined]
        self._offer_meetings()
        for fact in self.criteria.facts:
            word, evidence = (starting or {}).get(fact.key, ("", ""))
            self.fields[fact.key] = _known_field(fact, word)
            self.fields[_evidence(fact.key)] = _evidence_field(fact.question, evidence)
        for question in self.asked:
            self.fields[_aid(question.key)] = _aid_field(question)
            self.fields[_evidence(_aid(question.key))] = _evidence_field(question.label, "")
        for name in {"meeting", "met_on", "present"} & self.fields.keys():
            self.fields[name].is_needed_later = True  # type: ignore[attr-defined]
        self.order_fields(self._in_order_of_the_page())

    @classmethod
    def kept(cls, typed: Mapping[str, Any], **words: Any) -> Self:
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
            yield group.heading, [self._pair(fact.key) for fact in group.facts]

    def aids(self) -> list[tuple[BoundField, BoundField]]:
        """The questions that help to judge, each with the box for its evidence."""
        return [self._pair(_aid(question.key)) for question in self.asked]

    def said(self) -> dict[str, str]:
        """What is said of each fact so far, whether the rest is there or not."""
        words = {fact.key: self[fact.key].value() for fact in self.criteria.facts}
        return {fact: word for fact, word in words.items() if word in WORDS}

    def clean(self) -> dict[str, Any]:
        """The day and who was there, and the evidence where something may not be stated without it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("meeting") not in self.meetings:
            if not cleaned.get("met_on") and "met_on" not in self.errors:
                self.add_error("met_on", "Enter the day it was judged, or choose the meeting.")
            if not cleaned.get("present"):
                self.add_error("present", "Say who was present, or choose the meeting.")
        aids = {question: self._typed(_aid(question.key)) for question in self.asked}
        for question, said in aids.items():
            if said.is_so and not said.evidence:
                self.add_error(
                    _evidence(_aid(question.key)), f"Give the evidence for “{question.label}”"
                )
        shown = any(said.is_so and said.evidence for said in aids.values())
        for fact in self.criteria.facts:
            if lacks_evidence(fact, self._typed(fact.key), shown_by_aid=shown):
                self.add_error(_evidence(fact.key), fact.evidence_needed)
        return cleaned

    def judgement(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.judgement.record`."""
        typed = self.cleaned_data
        names = ("met_on", "present", "recommendation", "reasons", "began_from", *_TEXTS)
        return {name: typed[name] for name in names} | {
            "meeting": self.meetings.get(typed.get("meeting", "")),
            "facts": {fact.key: self._told(fact.key) for fact in self.criteria.facts},
            "aids": {question.key: self._told(_aid(question.key)) for question in self.asked},
        }

    def _offer_meetings(self) -> None:
        if not self.meetings:
            del self.fields["meeting"]
            return
        field = self.fields["meeting"]
        field.choices = [  # type: ignore[attr-defined]
            *((key, f"Meeting {key}, {day(one.held_on)}") for key, one in self.meetings.items()),
            (_NO_MEETING, "Its meeting is not recorded here"),
        ]
        field.initial = next(iter(self.meetings))

    def _in_order_of_the_page(self) -> list[str]:
        # So that the summary of what is wrong reads from top to bottom.
        asked = [fact.key for fact in self.criteria.facts]
        asked += [_aid(question.key) for question in self.asked]
        pairs = [name for key in asked for name in (key, _evidence(key))]
        return ["meeting", "met_on", "present", "considered", *pairs]

    def _pair(self, name: str) -> tuple[BoundField, BoundField]:
        return self[name], self[_evidence(name)]

    def _told(self, name: str) -> tuple[str, str]:
        return self.cleaned_data[name], self.cleaned_data[_evidence(name)]

    def _typed(self, name: str) -> Said:
        typed = self.cleaned_data
        return Said(typed.get(name, ""), typed.get(_evidence(name), ""))


def _evidence(name: str) -> str:
    return f"{name}_evidence"


def _aid(key: str) -> str:
    return f"aid_{key}"


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


def _aid_field(question: Question) -> forms.ChoiceField:
    field = forms.ChoiceField(
        label=question.label,
        help_text=question.hint,
        choices=list(question.options),
        widget=forms.RadioSelect,
        required=False,
    )
    field.is_needed_later = True  # type: ignore[attr-defined]
    return field


def _evidence_field(question: str, evidence: str) -> forms.CharField:
    # The boxes look alike; who hears the page is told which question each is for.
    return forms.CharField(
        label="Evidence",
        widget=forms.Textarea(attrs={"rows": 2, "aria-label": f"Evidence: {question}"}),
        required=False,
        initial=evidence,
    )
