"""Many invented strings and columns, their readings written down before the reader saw them.

The lists stand beside this file, in ``typed``: the text, its reading, and readings as good.
"""

import re
from pathlib import Path

import pytest

from goldenthread.chronology.dates import Reading, Unknown, read_column, read_date, read_time

TYPED = Path(__file__).parent / "typed"


def listed(name):
    """The rows of a list: the text, and every reading that is right."""
    for line in (TYPED / name).read_text(encoding="utf-8").splitlines()[1:]:
        text, edtf, also = line.split("\t")
        yield text, [edtf, *filter(None, also.split(" | "))]


def given(read):
    """A reading as the lists write it."""
    if isinstance(read, Unknown):
        return "UNKNOWN"
    return getattr(read, "edtf", "ERROR")


def otherwise(name, reader):
    read = [(text, given(reader(text)), right) for text, right in listed(name)]
    return [found for found in read if found[1] not in found[2]]


@pytest.mark.parametrize("name", ["dates_1.tsv", "dates_2.tsv", "dates_3.tsv"])
def test_reads_every_date_of_the_list(name):
    assert otherwise(name, read_date) == []


@pytest.mark.parametrize("name", ["times_1.tsv", "times_2.tsv"])
def test_reads_every_time_of_the_list(name):
    assert otherwise(name, read_time) == []


@pytest.mark.parametrize("kind", ["dates", "times"])
def test_no_text_stands_twice(kind):
    texts = [text for path in TYPED.glob(f"{kind}_*.tsv") for text, _ in listed(path.name)]
    assert sorted(texts) == sorted(set(texts))


def columns():
    """The name of each column, and its rows."""
    parts = re.split(r"^== (.+)\n", (TYPED / "columns.txt").read_text(encoding="utf-8"), flags=re.M)
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        rows = [line.partition("=> ") for line in body.splitlines() if line]
        yield name, [(text.removesuffix(" "), right.split(" | ")) for text, _, right in rows]


def within(read, stretch):
    """Whether a reading lies in a stretch, written “<=first/last”."""
    first, last = stretch.removeprefix("<=").split("/")
    return first <= read.first.isoformat() and read.last.isoformat() <= last


@pytest.mark.parametrize(("name", "rows"), list(columns()), ids=lambda part: part if isinstance(part, str) else "")  # fmt: skip
def test_no_row_of_a_column_is_misread_with_confidence(name, rows):
    reads = read_column([text for text, _ in rows])
    for read, (text, right) in zip(reads, rows, strict=True):
        if given(read) in right or not isinstance(read, Reading):
            continue
        if right[0].startswith("<="):
            assert within(read, right[0]), (text, read)
        else:
            assert read.doubt or read.first is None, (text, read, right)


def test_most_rows_of_all_columns_are_read_right():
    """Where the rows lie close: in the sparse ones no order can decide, and the year is doubted."""
    wrong = total = 0
    for name, rows in columns():
        if re.search(r"gap (80|140)$", name):
            continue
        reads = read_column([text for text, _ in rows])
        total += len(rows)
        wrong += sum(
            given(read) not in right and not (right[0].startswith("<=") and within(read, right[0]))
            for read, (_, right) in zip(reads, rows, strict=True)
        )
    assert total > 700
    assert wrong <= total * 0.01
