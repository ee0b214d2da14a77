"""The forms by which a Board’s manager looks after people, posts, agencies and contacts."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.domain.people import POSTS
from goldenthread.domain.roles import ROLES, Held, Role
from goldenthread.pages.forms import PlainForm

_WHO = "people who work on the same reviews, and managers of the partnership"


class DetailsForm(PlainForm):
    """Who somebody is, and for whom they work."""

    who_sees: ClassVar = {"phone": _WHO}

    name = forms.CharField(
        label="Name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    job_title = forms.CharField(
        label="Job title",
        max_length=120,
        required=False,
        help_text="Colleagues read it beside the name.",
    )
    phone = forms.CharField(
        label="Telephone",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    employer: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Agency",
        required=False,
        empty_label="None: the partnership’s own, or independent",
        help_text="Who employs them. Posts that they hold at another agency of the partnership end when this changes.",
    )

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["employer"].queryset = agencies  # type: ignore[attr-defined]


class AddPersonForm(DetailsForm):
    """Somebody new: also where they are written to."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="They sign in with it, and are sent the link to choose a password there. Their own address at "
        "work, which nobody else reads.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["name", "email", "job_title", "phone", "employer"]


class EmailForm(PlainForm):
    """A corrected address."""

    email = forms.EmailField(label="E-mail address")


class PostForm(PlainForm):
    """Which post, and at which agency where it is held at one."""

    choice_hints: ClassVar = {
        "role": {
            role.value: f"{ROLES[role].purpose} "
            + ("At the partnership." if ROLES[role].held is Held.AT_BOARD else "At an agency.")
            for role in POSTS
        }
    }
    role = forms.ChoiceField(
        label="Which post?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the post."},
    )
    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="At which agency?",
        required=False,
        empty_label="None: it is a post at the partnership",
    )

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[Agency],
        posts: list[tuple[str, str]],
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["role"].choices = posts  # type: ignore[attr-defined]

    def post(self) -> tuple[Role, Agency | None]:
        """The post that was chosen."""
        return Role(self.cleaned_data["role"]), self.cleaned_data["agency"]


class AgencyForm(PlainForm):
    """The name of an agency."""

    name = forms.CharField(
        label="Name of the agency", max_length=120, help_text="As its own people write it."
    )


class ContactForm(PlainForm):
    """Somebody whom readers are led to."""

    name = forms.CharField(
        label="Name, or what it is called",
        max_length=120,
        help_text="A person, or a team that always answers.",
    )
    phone = forms.CharField(
        label="Telephone",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    email = forms.EmailField(label="E-mail address", required=False)
    note = forms.CharField(
        label="When and how they are reached",
        max_length=200,
        required=False,
        help_text="For example, “Weekdays, 9am to 5pm. At night 01632 960999”.",
    )
