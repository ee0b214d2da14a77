"""Publish a frozen copy, or withdraw it with a notice. Called by the case; knows nothing of it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from goldenthread.domain.answers import Answer, require
from goldenthread.publication.models import PublishedReport


@dataclass(frozen=True, slots=True)
class PublicSection:
    """One section of a document, labelled and checked."""

    key: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PublicCopy:
    """Everything that the public sees of a review, word for word."""

    title: str
    board: str
    review_name: str
    child_label: str
    overview_name: str
    summary_name: str
    sections: tuple[PublicSection, ...]
    summary: tuple[PublicSection, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the whole copy."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def words(self) -> str:
        """Every word of it, for the check that nobody is left in it."""
        parts: list[str] = [self.title, self.board, self.review_name, self.child_label]
        for section in (*self.summary, *self.sections):
            parts += [section.heading, section.text]
        return "\n\n".join(parts)


@transaction.atomic
def publish(copy: PublicCopy, *, published_on: date) -> PublishedReport:
    """Put the copy on the public site, under an address that is permanent and tells nothing."""
    return PublishedReport.objects.create(
        slug=_free_slug(copy, published_on=published_on),
        title=copy.title,
        board=copy.board,
        review_name=copy.review_name,
        child_label=copy.child_label,
        overview_name=copy.overview_name,
        summary_name=copy.summary_name,
        sections=[asdict(section) for section in copy.sections],
        summary=[asdict(section) for section in copy.summary],
        digest=copy.digest,
        published_on=published_on,
    )


def withdraw(published: PublishedReport, *, notice: str, withdrawn_on: date) -> PublishedReport:
    """Take a report off the site; whoever comes to its address reads the notice."""
    if not notice.strip():
        require(Answer("Say what a reader is told in place of the report."))
    published.notice = notice.strip()
    published.withdrawn_on = withdrawn_on
    published.save(update_fields=["notice", "withdrawn_on"])
    return published


def slug_of(published_id: int) -> str:
    """Under which name a published report stands on the public site."""
    return str(PublishedReport.objects.values_list("slug", flat=True).get(pk=published_id))


def copy_of(sections: Sequence[dict[str, str]]) -> tuple[PublicSection, ...]:
    """Sections as kept, as what they are."""
    return tuple(PublicSection(**section) for section in sections)


def _free_slug(copy: PublicCopy, *, published_on: date) -> str:
    wanted = slugify(f"{copy.child_label}-{published_on:%Y}")
    taken = set(
        PublishedReport.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    if wanted not in taken:
        return wanted
    return next(
        slug for number in range(2, len(taken) + 3) if (slug := f"{wanted}-{number}") not in taken
    )
