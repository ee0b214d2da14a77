"""What would be published, labelled word for word, and everything that still stands in its way (P22)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.accounts.models import Person
from goldenthread.anonymity import Decision, Register, find, label_text, span_form, survivors
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.release import may_release, may_withhold
from goldenthread.publication.services import PublicCopy, PublicSection, slug_of
from goldenthread.reviews import moments
from goldenthread.reviews.models import OverviewSection, Release, Review
from goldenthread.reviews.queries import register as registers
from goldenthread.reviews.queries.clock import may_be_published_today
from goldenthread.reviews.queries.proceedings import holds_publication

_AROUND = 60
"""Characters shown on each side of a word that is asked about."""


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Words that may be a name: whose? Asked once, answered for every document."""

    form: str
    heading: str
    before: str
    shown: str
    after: str
    candidates: tuple[registers.Registered, ...]


@dataclass(frozen=True, slots=True)
class Survival:
    """A place in the labelled copy where something would still identify a person, and the words around it."""

    place: str
    """The key of the section in the copy, document first: "summary-facts"; "" for the title."""
    heading: str
    kind: str
    before: str
    shown: str
    after: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy as it would be published, the questions still open, and who could still be found in it."""

    copy: PublicCopy
    people: int
    """How many people are in the register with a name: without one, nobody can be found."""
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
        people=sum(1 for one in people if one.names),
        replaced=labeller.replaced,
        questions=tuple(labeller.questions.values()),
        survivals=tuple(_survivals(copy, labeller)),
    )


def may_publish(person: Person, review: Review, ready: Prepared) -> Answer:
    """Whether the copy may be published now: the page and the service ask this."""
    return may_release(
        stage=Stage(review.stage),
        signed_off=review.signed_off_on is not None,
        published=is_published(person, review),
        people=ready.people,
        survivors=len(ready.survivals),
        open_questions=len(ready.questions),
        held=holds_publication(person, review)
        and may_be_published_today(review, today=moments.today()),
    )


def may_be_withheld(
    person: Person, review: Review, *, reason: str = "asked for on the next page"
) -> Answer:
    """Whether the reports may be withheld for this reason; without one, whether a reason may be given."""
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


def slug_on_public_site(release: Release) -> str:
    """Under which name the frozen copy stands on the public site; "" for a release that put nothing there."""
    return slug_of(release.published_id) if release.published_id else ""


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
            form = span_form(span)
            if form not in self.questions:
                self.questions[form] = NameQuestion(
                    form=form,
                    heading=section.heading,
                    before=_before(section.text, span.start),
                    shown=span.text,
                    after=_after(section.text, span.end),
                    candidates=tuple(
                        self._by_key[key] for key in span.candidates if key in self._by_key
                    ),
                )
        return PublicSection(section.key, section.heading, labelled.text)

    def left_by_people(self, text: str) -> list[tuple[int, int]]:
        """Where words stand in a labelled text of which a person has said that they are nobody's name."""
        places = [
            (span.start, span.end)
            for span in find(text, self.register)
            if span.decision is Decision.ASK and self._answers.get(span_form(span)) == ""
        ]
        for phrase in (phrase for one in self._by_key.values() for phrase in one.never):
            words = r"\W+".join(re.escape(word) for word in phrase.split())
            places += [found.span() for found in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.I)]
        return places


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


def _survivals(copy: PublicCopy, labeller: _Labeller) -> Iterator[Survival]:
    yield from _survivals_in(copy.title, labeller, place="", heading="Title")
    for document, sections in (("summary", copy.summary), ("report", copy.sections)):
        for section in sections:
            place = f"{document}-{section.key}"
            yield from _survivals_in(section.text, labeller, place=place, heading=section.heading)


def _survivals_in(
    text: str, labeller: _Labeller, *, place: str, heading: str
) -> Iterator[Survival]:
    # The check is by another path than labelling and knows of no answers: only what a person has
    # said of these very words is taken into account here.
    left = labeller.left_by_people(text)
    for one in survivors(text, labeller.register):
        start, end = one.offset, one.offset + one.length
        if not _lies_in(start, end, left):
            yield Survival(
                place=place,
                heading=heading,
                kind=one.kind,
                before=_before(text, start),
                shown=text[start:end],
                after=_after(text, end),
            )


def _lies_in(start: int, end: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in places)


def _before(text: str, start: int) -> str:
    """The words before a place, whole, with an ellipsis where the text began earlier."""
    if start <= _AROUND:
        return text[:start]
    return "… " + text[start - _AROUND : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    """The words after a place, whole, with an ellipsis where the text goes on."""
    if len(text) - end <= _AROUND:
        return text[end:]
    return text[end : end + _AROUND].rpartition(" ")[0] + " …"
