"""The command that reads dates line by line: one line out for every line in, whatever it holds."""

import codecs
import re

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.cli.dates import dates


def run(raw, *options):
    """What the command prints for some bytes: its lines, each cut at the tabs."""
    done = CliRunner().invoke(dates, options, input=raw)
    assert (done.exit_code, done.exception) == (0, None)
    printed = done.stdout_bytes.decode()
    assert printed == "" or printed.endswith("\n")
    return [line.split("\t") for line in printed.split("\n")[:-1]]


def readings(raw, *options):
    return [line[:2] for line in run(raw, *options)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", []),
        (b"3 May 2010", [["3 May 2010", "2010-05-03"]]),
        (b"3 May 2010\r\nN/K\r\n", [["3 May 2010", "2010-05-03"], ["N/K", "UNKNOWN"]]),
        (b"\n\n3/5/10\n", [["", "UNKNOWN"], ["", "UNKNOWN"], ["3/5/10", "2010-05-03"]]),
        (codecs.BOM_UTF8 + b"3/5/10\n", [["3/5/10", "2010-05-03"]]),
        ("3/5/10\r\n\r\n4 May\r\n".encode("utf-16"), [["3/5/10", "2010-05-03"], ["", "UNKNOWN"], ["4 May", "XXXX-05-04"]]),
        (b"3 May 2010 \x96 tbc\n", [["3 May 2010 – tbc", "2010-05-03?"]]),  # Windows-1252
        (b"3\t5\t2010\n", [["3 5 2010", "2010-05-03"]]),
        (b"3\x0b5\x0c2010\x00\n", [["3 5 2010 ", "2010-05-03"]]),
        ("x\u2028y\n".encode(), [["x y", "ERROR"]]),
        (b"\x81\x8d\n", [["\ufffd\ufffd", "ERROR"]]),
    ],
)  # fmt: skip
def test_every_line_in_gives_one_line_out(raw, expected):
    assert readings(raw) == expected


def test_a_very_long_line_is_refused_and_given_back_whole():
    long = b"3 May 2010 " * 50_000
    (line,) = run(long + b"\n")
    assert line == [long.decode(), "ERROR", "This is too long to be a date."]


def test_reads_a_column_of_times():
    assert readings(b"1430hrs\n2-3pm\nafter school\n", "--column", "time") == [
        ["1430hrs", "T14:30"],
        ["2-3pm", "T14:00/T15:00"],
        ["after school", "ERROR"],
    ]


def test_reads_lines_in_order():
    assert readings(b"22 December 2009\n26 January\nnext day\n10:30\n", "--in-order") == [
        ["22 December 2009", "2009-12-22"],
        ["26 January", "2010-01-26"],
        ["next day", "2010-01-27"],
        ["10:30", "2010-01-27T10:30:00"],
    ]


@settings(deadline=None, max_examples=60)
@given(
    lines=st.lists(st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"")), max_size=6),
    options=st.sampled_from([(), ("--in-order",), ("--column", "time")]),
)
def test_no_bytes_break_the_command(lines, options):
    raw = b"3 May 2010\n" + b"\n".join(lines) + b"\n"
    assert [len(line) for line in run(raw, *options)] == [3] * raw.count(b"\n")


def test_the_examples_of_the_help_hold():
    shown = CliRunner().invoke(dates, ["--help"]).output
    typed = re.search(r"printf '(.+?)' \|", shown)[1].replace("\\n", "\n").encode()
    for text, edtf, reason in run(typed):
        assert re.search(rf"^ +{re.escape(text)} +{re.escape(edtf)}( |$)", shown, re.MULTILINE)
        assert edtf not in ("ERROR", "UNKNOWN") or reason in shown
