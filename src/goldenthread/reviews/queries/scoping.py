"""What agencies were told and asked, and have answered, for those who may see it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.contributions import (
    may_answer_scoping,
    may_ask_further_agencies,
    may_record_securing,
    may_tell_to_secure,
)
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.people_told import people_in_words
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.reviews.models import Involvement, Review
from goldenthread.reviews.models.sealing import open_json
from goldenthread.reviews.queries.parts import Parts, parts_in
from goldenthread.reviews.queries.readiness import readiness_for
from goldenthread.reviews.queries.referral import answers_of, referral_of

ACCEPT = "ask_agencies"
"""The step that accepts a referral: the first agencies are asked in it."""
ABOUT_SEALED_AS = "involvement.about"
NAMES_SEALED_AS = "involvement.names"


@dataclass(frozen=True, slots=True)
class NamesGiven:
    """What an agency answered that tells who somebody is: opened only for those who may know."""

    people_found: str = ""
    """Whom of those asked about its records know, under which name and number."""
    professionals: str = ""


def involvements(person: Person, review: Review) -> QuerySet[Involvement]:
    """The agencies told or asked, with their answers: all of them, or the person's own."""
    return (
        Involvement.objects.visible_to(person)
        .filter(review=review)
        .select_related("agency", "answered_by")
    )


def involvement_to_answer(person: Person, review: Review, agency_key: str) -> Involvement | None:
    """The question put to one agency, for somebody who answers for it."""
    own = own_involvement(person, review, agency_key)
    return own if own and own.asked_at else None


def own_involvement(person: Person, review: Review, agency_key: str) -> Involvement | None:
    """What one agency was told or asked, for somebody who answers for it."""
    own = parts_in(person, review).agencies(Permission.ANSWER_FOR_AGENCY)
    return involvements(person, review).filter(agency__key=agency_key, agency__in=own).first()


def about_whom(involvement: Involvement) -> str:
    """The people about whom the agency was asked, opened; empty where it was told of nobody."""
    if not involvement.sealed_about:
        return ""
    sealed = bytes(involvement.sealed_about)
    opened: dict[str, str] = open_json(
        involvement.review_id, sealed, table=ABOUT_SEALED_AS, ref=involvement.seal_ref
    )
    return opened["people"]


def names_given(involvement: Involvement) -> NamesGiven:
    """Whom the agency found and who worked with them, opened."""
    if not involvement.sealed_names:
        return NamesGiven()
    sealed = bytes(involvement.sealed_names)
    return NamesGiven(
        **open_json(involvement.review_id, sealed, table=NAMES_SEALED_AS, ref=involvement.seal_ref)
    )


def sees_names(parts: Parts, involvement: Involvement) -> bool:
    """Whether names in what an agency was asked and answered are shown: to itself, and to who is who."""
    own = parts.agencies(Permission.ANSWER_FOR_AGENCY)
    keeps_register = any(reach(part.role, Material.REGISTER) is Reach.ALL for part in parts.held)
    return involvement.agency_id in own or keeps_register


def may_ask(person: Person, review: Review) -> Answer:
    """Whether the person may ask agencies now, the first or further ones: the page and the service ask this."""
    if Stage(review.stage) is Stage.REFERRAL:
        return readiness_for(person, review, review.type.step(ACCEPT)).answer
    answer = parts_in(person, review).may(Permission.ASK_AGENCIES)
    return answer and may_ask_further_agencies(stage=Stage(review.stage))


def may_tell(person: Person, review: Review) -> Answer:
    """Whether the person may tell agencies to secure their records now: the page and the service ask this."""
    answer = parts_in(person, review).may(Permission.ASK_AGENCIES)
    return answer and may_tell_to_secure(stage=Stage(review.stage))


def may_answer(review: Review, involvement: Involvement) -> Answer:
    """Whether the answer can be given or changed now: the page and the service ask this."""
    return may_answer_scoping(
        stage=Stage(review.stage),
        asked=involvement.asked_at is not None,
        answered=bool(involvement.answer),
    )


def may_say_secured(review: Review, involvement: Involvement) -> Answer:
    """Whether the agency can say now that its records are secured: the page and the service ask this."""
    told = involvement.told_to_secure_at or involvement.asked_at
    return may_record_securing(stage=Stage(review.stage), told=told is not None)


def agencies_not_asked(review: Review) -> QuerySet[Agency]:
    """The partnership's agencies that have not been asked yet."""
    asked = Involvement.objects.filter(review=review, asked_at__isnull=False).values("agency")
    return Agency.objects.filter(partnership=review.partnership_id).exclude(pk__in=asked)


def agencies_not_told(review: Review) -> QuerySet[Agency]:
    """The partnership's agencies that have not been told to secure their records yet."""
    told = Involvement.objects.filter(review=review).values("agency")
    return Agency.objects.filter(partnership=review.partnership_id).exclude(pk__in=told)


def people_to_ask_about(person: Person, review: Review) -> str:
    """Everybody the referral names, as agencies can be asked about them; for whoever reads the referral."""
    referral = referral_of(person, review)
    return people_in_words(answers_of(referral)) if referral else ""
