"""Write a statutory form beside the referral, section by section, and say that it is complete (P8)."""

from collections.abc import Mapping

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import require
from goldenthread.domain.questionnaires.questions import Questionnaire, Section
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, StatutoryForm
from goldenthread.reviews.models.sealing import seal_json
from goldenthread.reviews.queries import statutory_form as queries
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def save_section(
    review: Review, key: str, section: Section, answers: Mapping[str, str], *, by: Person
) -> StatutoryForm:
    """Keep one section's answers, whole or not. A form that was complete must be completed again."""
    review = steps.locked(review, by=by)
    require(queries.may_write(by, review))
    read = queries.form_of(by, review, key)
    kept = read.answers | {
        question.key: answers.get(question.key, "") for question in section.questions
    }
    row = read.row or _begun(review, read.form)
    row.sealed_answers = seal_json(review.pk, kept, table=queries.SEALED_AS, ref=row.seal_ref)
    row.saved_at = moments.now()
    row.saved_by = by
    row.completed_at = None
    row.save()
    _record("statutory_form.saved", row, by=by, fields=(section.key,))
    return row


@service
def complete(review: Review, key: str, *, by: Person) -> StatutoryForm:
    """Say that the form is complete: the recommendation can go on with it."""
    review = steps.locked(review, by=by)
    read = queries.form_of(by, review, key)
    require(queries.may_complete(by, review, read))
    row = read.row or _begun(review, read.form)
    row.completed_at = moments.now()
    row.save(update_fields=["completed_at"])
    _record("statutory_form.completed", row, by=by)
    return row


def _begun(review: Review, form: Questionnaire) -> StatutoryForm:
    return StatutoryForm(review=review, questionnaire=form.key, questionnaire_version=form.version)


def _record(verb: str, row: StatutoryForm, *, by: Person, fields: tuple[str, ...] = ()) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="statutory_form",
        subject_id=row.pk,
        review_id=row.review_id,
        fields=fields,
    )
