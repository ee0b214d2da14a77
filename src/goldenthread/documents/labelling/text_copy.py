"""Labelled copies of plain text, Markdown and CSV files."""

import csv
from io import StringIO

from goldenthread.anonymity import Replacement
from goldenthread.documents.labelling.copies import LabelledCopy, Labelling
from goldenthread.documents.labelling.text_map import JoinedText
from goldenthread.documents.readers.letters import decoded


def text_copy(data: bytes, labelling: Labelling) -> LabelledCopy:
    """The text with labels in it, as UTF-8; nothing else of it changes."""
    text, _ = decoded(data)
    labelled = labelling.text(text)
    return LabelledCopy(
        data=labelled.text.encode("utf-8"),
        questions=labelled.questions,
        replaced={"text": labelled.replaced},
    )


def restored_text(data: bytes, replaced: tuple[Replacement, ...]) -> bytes:
    """The text as it was before it was labelled, as UTF-8."""
    text = data.decode("utf-8")
    pieces, at = [], 0
    for one in replaced:
        pieces += [text[at : one.start], one.original]
        at = one.end
    return "".join([*pieces, text[at:]]).encode("utf-8")


class _Cell:
    """One cell of a table of text."""

    def __init__(self, row: list[str], column: int) -> None:
        self._row, self._column = row, column

    def get(self) -> str:
        return self._row[self._column]

    def put(self, text: str) -> None:
        self._row[self._column] = text


def table_copy(data: bytes, labelling: Labelling) -> LabelledCopy:
    """A CSV file cell by cell, so that no label takes a separator or a quotation mark with it."""
    rows, written = _rows(data)
    joined = JoinedText([[_Cell(row, column)] for row in rows for column in range(len(row))])
    labelled = labelling.joined(joined)
    return LabelledCopy(
        data=_as_csv(rows, written),
        questions=labelled.questions,
        replaced={"text": labelled.replaced},
    )


def restored_table(data: bytes, replaced: tuple[Replacement, ...]) -> bytes:
    """The table with every name back in its cell."""
    rows, written = _rows(data)
    cells = [[_Cell(row, column)] for row in rows for column in range(len(row))]
    put_back(JoinedText(cells), replaced)
    return _as_csv(rows, written)


def put_back(joined: JoinedText, replaced: tuple[Replacement, ...]) -> None:
    """Write every original in the place of its label."""
    pieces, at = [], 0
    for one in replaced:
        pieces += [joined.text[at : one.start], one.original]
        at = one.end
    original = "".join([*pieces, joined.text[at:]])
    back = [
        Replacement(
            start=one.origin,
            end=one.origin + len(one.original),
            original=joined.text[one.start : one.end],
            key=one.key,
            origin=one.start,
        )
        for one in replaced
    ]
    joined.labelled(original).write(back)


def _rows(data: bytes) -> tuple[list[list[str]], str]:
    text, _ = decoded(data)
    sample = text[:20_000]
    separator = max(",;\t|", key=lambda one: sample.count(one))
    return list(csv.reader(StringIO(text, newline=""), delimiter=separator)), separator


def _as_csv(rows: list[list[str]], separator: str) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8")
