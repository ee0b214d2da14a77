"""The form of the Chair's decision."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.domain.review_types.kinds import ReviewType
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
    which = forms.CharField(max_length=200, required=False)
    reasons = forms.CharField(
        label="Reasons",
        help_text="If you decide otherwise than is recommended, say why.",
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
        self.fields["decided_on"].not_before = read.judgement.met_on  # type: ignore[attr-defined]
        self._ask_which(kind)

    def clean(self) -> dict[str, Any]:
        """An outcome that leaves open what there is, says which; the rule asks the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        asked = self.asks_which.get(cleaned.get("outcome", ""), "")
        if asked and not cleaned.get("which"):
            self.add_error("which", f"Answer the question “{asked}”")
        return cleaned

    def _ask_which(self, kind: "ReviewType") -> None:
        self.asks_which = {one.key: one.ask_which for one in kind.outcomes if one.ask_which}
        if not self.asks_which:
            del self.fields["which"]
            return
        field = self.fields["which"]
        field.label = next(iter(self.asks_which.values()))
        whom = next(one.words for one in kind.outcomes if one.ask_which)
        field.help_text = f"Only for “{whom}”. For example, an audit of two agencies."
        field.is_needed_later = True  # type: ignore[attr-defined]


def _hint(does: str, *, recommended: bool) -> str:
    return f"This is recommended. {does}" if recommended else does
