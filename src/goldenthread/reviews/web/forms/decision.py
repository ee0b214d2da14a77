"""The form of the Chair's decision."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.queries.judgement import JudgementRead


class DecisionForm(PlainForm):
    """What the Chair decides, on which day, and why."""

    who_sees: ClassVar = {"reasons": who_reads(Material.DECISION)}

    outcome = forms.ChoiceField(
        label="What do you decide?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say what you decide."},
    )
    decided_on = DayField(
        label="When did you decide?",
        what="the day of the decision",
        help_text="If there is a review, its time runs from this day.",
    )
    reasons = forms.CharField(
        label="Reasons",
        help_text="If you decide otherwise than the Committee recommends, say why.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Give the reasons for your decision."},
    )

    def __init__(self, *args: Any, read: "JudgementRead", today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        kind = read.judgement.review.type
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]
            (outcome.key, outcome.words) for outcome in kind.outcomes
        ]
        self.choice_hints = {  # type: ignore[misc]
            "outcome": {
                outcome.key: _hint(
                    kind.step(outcome.step).does,
                    recommended=outcome.key == read.judgement.recommendation,
                )
                for outcome in kind.outcomes
            }
        }
        self.fields["decided_on"].not_after = today  # type: ignore[attr-defined]


def _hint(does: str, *, recommended: bool) -> str:
    return f"The Committee recommends this. {does}" if recommended else does
