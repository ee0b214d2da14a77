"""Forms of the referral that are not one of its sections."""

from django import forms

from goldenthread.accounts.models import Partnership
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.pages.forms import PlainForm


class BeginForm(PlainForm):
    """To which Board, and under which guidance. With one of each there is nothing to choose."""

    partnership = forms.ModelChoiceField(
        Partnership.objects.order_by("name"),
        label="Which Board?",
        empty_label=None,
        error_messages={"required": "Choose the Board"},
    )
    review_type = forms.ChoiceField(
        label="Under which guidance?",
        choices=[(kind.key, kind.name) for kind in REVIEW_TYPES.values()],
        error_messages={"required": "Choose the guidance"},
    )
