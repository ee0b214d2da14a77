"""Statutory forms beside the referral (a rapid review): which a review needs, and what is in them."""

from dataclasses import dataclass

from goldenthread.accounts.models import Person
from goldenthread.domain import statutory_forms
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Questionnaire
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Review, StatutoryForm
from goldenthread.reviews.models.sealing import open_json
from goldenthread.reviews.queries.parts import parts_in

SEALED_AS = "statutory_form"


@dataclass(frozen=True, slots=True)
class FormRead:
    """One form of the review's type: the questions, the row once it is begun, and the answers so far."""

    form: Questionnaire
    row: StatutoryForm | None
    answers: dict[str, str]

    @property
    def is_complete(self) -> bool:
        """Whether it was said to be complete, and has not been changed since."""
        return self.row is not None and self.row.completed_at is not None


def forms_of(person: Person, review: Review) -> list[FormRead]:
    """Every form that the review's type asks for, with what this person may read of it."""
    rows = {
        row.questionnaire: row
        for row in StatutoryForm.objects.visible_to(person)
        .filter(review=review)
        .select_related("saved_by")
    }
    return [
        FormRead(form, rows.get(form.key), answers_of(rows.get(form.key)))
        for form in review.type.forms
    ]


def form_of(person: Person, review: Review, key: str) -> FormRead:
    """One of them; KeyError for a form that the review's type does not have."""
    return {read.form.key: read for read in forms_of(person, review)}[key]


def answers_of(row: StatutoryForm | None) -> dict[str, str]:
    """The answers, opened; none while the form is not begun."""
    if row is None:
        return {}
    return dict(open_json(row.review_id, row.sealed_answers, table=SEALED_AS, ref=row.seal_ref))


def may_write(person: Person, review: Review) -> Answer:
    """Whether the person may write the review's forms now: the pages and the services ask this."""
    parts = parts_in(person, review)
    return statutory_forms.may_write_form(
        stage=Stage(review.stage),
        may_judge=bool(parts.may(Permission.JUDGE_CRITERIA)),
        may_ask_agencies=bool(parts.may(Permission.ASK_AGENCIES)),
    )


def may_complete(person: Person, review: Review, read: FormRead) -> Answer:
    """Whether the form can be said to be complete now."""
    return statutory_forms.may_complete_form(
        may_write(person, review), unanswered=read.form.unanswered(read.answers)
    )
