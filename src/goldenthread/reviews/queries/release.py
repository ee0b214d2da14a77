"""What would be published, labelled word for word, and everything that still stands in its way (P22)."""

from dataclasses import dataclass

from goldenthread.accounts.models import Person
from goldenthread.anonymity import Register, label_text, survivors
from goldenthread.anonymity.normalise import surface_form
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.release import may_release, may_withhold
from goldenthread.publication.services import PublicCopy, PublicSection
from goldenthread.reviews.models import OverviewSection, Release, Review
from goldenthread.reviews.queries import register as registers

_AROUND = 60
"""Characters shown on each side of a word that is asked about."""


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Words that may be a name: whose? Asked once, answered for every document."""

    form: str
    shown: str
    before: str
    after: str
    heading: str
    candidates: tuple[registers.Registered, ...]


@dataclass(frozen=True, slots=True)
class Survival:
    """A place in the labelled copy where something would still identify a person. It holds no name."""

    heading: str
    kind: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy as it would be published, the questions still open, and who could still be found in it."""

    copy: PublicCopy
    replaced: int
    questions: tuple[NameQuestion, ...]
    survivals: tuple[Survival, ...]


def prepared(person: Person, review: Review) -> Prepared:
    """Label every section by the register and the answers, then check the finished words by another path."""
    people = registers.registered(person, review)
    labeller = _Labeller(people, registers.answers(person, review))
    nouns = review.type.nouns
    copy = PublicCopy(
        title=f"{review.label}: {nouns.overview}",
        board=review.partnership.name,
        review_name=nouns.review,
        child_label=review.label,
        overview_name=nouns.overview,
        summary_name=nouns.summary,
        sections=labeller.label(_sections(person, review, OverviewSection.OVERVIEW)),
        summary=labeller.label(_sections(person, review, OverviewSection.SUMMARY)),
    )
    return Prepared(
        copy=copy,
        replaced=labeller.replaced,
        questions=tuple(labeller.questions.values()),
        survivals=tuple(_survivals(copy, labeller.register)),
    )


def may_publish(person: Person, review: Review, ready: Prepared) -> Answer:
    """Whether the copy may be published now: the page and the service ask this."""
    return may_release(
        stage=Stage(review.stage),
        signed_off=review.signed_off_on is not None,
        published=is_published(person, review),
        survivors=len(ready.survivals),
        open_questions=len(ready.questions),
    )


def may_be_withheld(person: Person, review: Review, *, reason: str) -> Answer:
    """Whether the reports may be withheld for this reason."""
    return may_withhold(
        stage=Stage(review.stage),
        signed_off=review.signed_off_on is not None,
        published=is_published(person, review),
        reason=reason,
    )


def releases(person: Person, review: Review) -> list[Release]:
    """The outcomes of publication so far, newest first."""
    return list(
        Release.objects.visible_to(person).filter(review=review).select_related("recorded_by")
    )


def is_published(person: Person, review: Review) -> bool:
    """Whether a copy is on the public site."""
    return any(one.outcome == Release.PUBLISHED for one in releases(person, review))


class _Labeller:
    """Labels texts one after another, and gathers each open question once."""

    def __init__(self, people: list[registers.Registered], answers: dict[str, str]) -> None:
        self._by_key = {str(one.row.pk): one for one in people}
        self._answers = answers
        self.register = Register(tuple(one.as_engine_person() for one in people))
        self.questions: dict[str, NameQuestion] = {}
        self.replaced = 0

    def label(self, sections: list[PublicSection]) -> tuple[PublicSection, ...]:
        return tuple(self._labelled(section) for section in sections)

    def _labelled(self, section: PublicSection) -> PublicSection:
        labelled = label_text(section.text, self.register, answers=self._answers)
        self.replaced += len(labelled.replaced)
        for span in labelled.questions:
            form = surface_form(span.text)
            if form not in self.questions:
                self.questions[form] = NameQuestion(
                    form=form,
                    shown=span.text,
                    before=section.text[max(0, span.start - _AROUND) : span.start],
                    after=section.text[span.end : span.end + _AROUND],
                    heading=section.heading,
                    candidates=tuple(
                        self._by_key[key] for key in span.candidates if key in self._by_key
                    ),
                )
        return PublicSection(section.key, section.heading, labelled.text)


def _sections(person: Person, review: Review, document: str) -> list[PublicSection]:
    outline = (
        review.type.overview_outline
        if document == OverviewSection.OVERVIEW
        else review.type.summary_outline
    )
    written = dict(
        OverviewSection.objects.visible_to(person)
        .filter(review=review, document=document)
        .values_list("key", "text")
    )
    return [PublicSection(part.key, part.heading, written.get(part.key, "")) for part in outline]


def _survivals(copy: PublicCopy, register: Register) -> list[Survival]:
    found = [Survival("the title", one.kind) for one in survivors(copy.title, register)]
    for section in (*copy.summary, *copy.sections):
        found += [Survival(section.heading, one.kind) for one in survivors(section.text, register)]
    return found
