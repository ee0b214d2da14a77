"""The overview report and the executive summary as they are being written (P13)."""

from dataclasses import dataclass

from goldenthread.accounts.models import Person
from goldenthread.domain.outlines import OutlineSection
from goldenthread.reviews.models import OverviewSection, Review


@dataclass(frozen=True, slots=True)
class Drafted:
    """One section of either document and what has been written of it."""

    document: str
    outline: OutlineSection
    written: OverviewSection | None

    @property
    def text(self) -> str:
        """What is written, or nothing."""
        return self.written.text if self.written else ""

    @property
    def version(self) -> int:
        """The version that a writer begins from; 0 for a section never saved."""
        return self.written.version if self.written else 0


@dataclass(frozen=True, slots=True)
class Document:
    """One of the two documents: its name in the review's own words, and its sections."""

    key: str
    name: str
    sections: tuple[Drafted, ...]

    @property
    def written(self) -> int:
        """How many sections have something in them."""
        return sum(1 for section in self.sections if section.text.strip())


def documents(person: Person, review: Review) -> tuple[Document, Document]:
    """The overview report and the executive summary."""
    written = {
        (section.document, section.key): section
        for section in OverviewSection.objects.visible_to(person)
        .filter(review=review)
        .select_related("written_by")
    }
    kind = review.type

    def sections(key: str, outline: tuple[OutlineSection, ...]) -> tuple[Drafted, ...]:
        return tuple(Drafted(key, part, written.get((key, part.key))) for part in outline)

    return (
        Document(
            OverviewSection.OVERVIEW,
            kind.nouns.overview,
            sections(OverviewSection.OVERVIEW, kind.overview_outline),
        ),
        Document(
            OverviewSection.SUMMARY,
            kind.nouns.summary,
            sections(OverviewSection.SUMMARY, kind.summary_outline),
        ),
    )


def section_of(person: Person, review: Review, document: str, key: str) -> Drafted | None:
    """One section, or None when there is none of that name."""
    for one in documents(person, review):
        for section in one.sections:
            if (one.key, section.outline.key) == (document, key):
                return section
    return None
