"""The minutes of a meeting as a Word document, made from its record."""

from dataclasses import dataclass
from datetime import date

from goldenthread.documents.writers.word_pages import WordPage


@dataclass(frozen=True, slots=True)
class MinutedDecision:
    """One numbered decision. ``remarks`` are sentences about it: without a quorum, replaced since."""

    number: int
    text: str
    reasons: str
    proposed_by: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutedItem:
    """One item of the agenda, what was said under it and what was decided."""

    title: str
    discussion: str
    decisions: tuple[MinutedDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutedTable:
    """A table with its heading, and the sentence that stands in its place when it has no rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | date, ...], ...]
    when_empty: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes say, in the words of the body and in the order in which they are printed."""

    title: str
    about: str
    marking: str
    facts: tuple[tuple[str, str], ...]
    before_items: tuple[MinutedTable, ...]
    items: tuple[MinutedItem, ...]
    decided_apart: tuple[MinutedDecision, ...]
    after_items: tuple[MinutedTable, ...]
    note: str
    following: str


def minutes_document(minutes: Minutes) -> bytes:
    """The minutes as Word: real headings, tables whose headings repeat, the marking on every page."""
    page = WordPage(f"{minutes.title}, {minutes.about}")
    page.marking(minutes.marking)
    page.heading(minutes.title)
    page.paragraph(minutes.about)
    page.table(("Meeting", ""), minutes.facts)
    for table in minutes.before_items:
        _write_table(page, table)
    for number, item in enumerate(minutes.items, start=1):
        page.heading(f"{number}. {item.title}", level=2)
        page.paragraph(item.discussion or "Nothing is recorded under this item.")
        _write_decisions(page, item.decisions)
    if minutes.decided_apart:
        page.heading("Further decisions", level=2)
        _write_decisions(page, minutes.decided_apart)
    for table in minutes.after_items:
        _write_table(page, table)
    if minutes.note:
        page.heading("Note", level=2)
        page.paragraph(minutes.note)
    page.heading("Next meeting", level=2)
    page.paragraph(minutes.following)
    return page.to_bytes()


def _write_table(page: WordPage, table: MinutedTable) -> None:
    page.heading(table.heading, level=2)
    if table.rows:
        page.table(table.columns, table.rows)
    else:
        page.paragraph(table.when_empty)


def _write_decisions(page: WordPage, decisions: tuple[MinutedDecision, ...]) -> None:
    for decision in decisions:
        page.heading(f"Decision {decision.number}", level=3)
        page.paragraph(decision.text)
        page.paragraph(f"Reasons: {decision.reasons}")
        if decision.proposed_by:
            page.paragraph(f"Proposed by {decision.proposed_by}.")
        for remark in decision.remarks:
            page.paragraph(remark)
