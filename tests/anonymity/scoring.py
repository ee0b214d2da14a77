"""Marked passages, and how a labelling of them is scored."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from goldenthread.anonymity import Decision, Person, Register, find

REGISTERS = {
    "hartley": Register(
        (
            Person("child", "Child Q", "Child", names=("Kayleigh Anne Hartley",), aliases=("Kay", "KH", "03/05/2007")),
            Person("mother", "Mother", "Mother", names=("Dawn Hartley", "Dawn Moss"), aliases=("07700 900123", "14 Larch Close")),
            Person("father", "Father", "Father", names=("Dean Hartley",), aliases=("Deano", "@deano_h88")),
            Person("uncle", "Maternal Uncle 1", "Uncle", names=("William Moss", "Will Moss")),
            Person("sw1", "Social Worker 1", "Social Worker", "Children’s Social Care", ("Sarah Bell",)),
            Person("sw2", "Social Worker 2", "Social Worker", "Children’s Social Care", ("Sarah Quinn-O’Connor",)),
            Person("tm", "Team Manager 1", "Team Manager", "Children’s Social Care", ("Mark Wood",)),
            Person("gp", "GP 1", "GP", "Practice 1", ("Dr Imran Patel",)),
            Person("hv", "Health Visitor 1", "Health Visitor", "Community Health", ("Grace Young",)),
            Person("hv2", "Health Visitor 2", "Health Visitor", "Community Health", ("May Price",)),
        )
    ),
    "hussain": Register(
        (
            Person("child", "Child V", "Child", names=("Yusuf Hussain",), aliases=("Joey",)),
            Person("brother", "Sibling 1", "Brother", names=("Ibrahim Hussain",)),
            Person("mother", "Mother", "Mother", names=("Fatima Begum",)),
            Person("father", "Father", "Father", names=("Mohammed Hussain",)),
            Person("lodger", "Adult 1", "Lodger", names=("Constantine Achebe-Larkspur",)),
            Person("sw", "Social Worker 1", "Social Worker", names=("Siân Kowalczyk",)),
            Person("nurse", "School Nurse 1", "School Nurse", names=("Niamh O’Sullivan",)),
            Person("pc", "Police Officer 1", "Police Officer", names=("PC Jordan Taylor",)),
            Person("ds", "Police Officer 2", "Police Officer", names=("DS Alison Taylor",)),
            Person("teacher", "Teacher 1", "Teacher", names=("Anneke van der Berg",)),
            Person("head", "Headteacher 1", "Headteacher", names=("Joy St John",)),
        )
    ),
    "okoro": Register(
        (
            Person("baby", "Baby W", "Child", names=("Hope Okoro",)),
            Person("twin", "Sibling 1", "Sibling", names=("Joseph Okoro",)),
            Person("mother", "Mother", "Mother", names=("Faith Okoro",)),
            Person("partner", "Mother’s Partner", "Partner", names=("Robert Banks",), aliases=("Rob",)),
            Person("carer", "Foster Carer 1", "Foster Carer", names=("Patricia Green",), aliases=("Pat",)),
            Person("midwife", "Midwife 1", "Midwife", names=("Dawn French-Ayton",)),
            Person("consultant", "Consultant Paediatrician 1", "Consultant Paediatrician", names=("Ángel Núñez",)),
        )
    ),
    "penrose": Register(
        (
            Person("child", "Child X", "Child", names=("Jaxon Penrose",), aliases=("Jax", "JP", "9 April 2009")),
            Person("sib", "Sibling 1", "Sister", names=("April Penrose",)),
            Person("mother", "Mother", "Mother", names=("Amber-Leigh Penrose",)),
            Person("dad", "Father", "Father", names=("Craig Frost",), aliases=("craig.frost82",)),
            Person("gran", "Maternal Grandmother", "Grandmother", names=("Margaret Penrose",), aliases=("Nan Peg", "Peggy")),
            Person("sw", "Social Worker 1", "Social Worker", names=("Chris Penrose-Day",)),
            Person("iro", "Independent Reviewing Officer 1", "Independent Reviewing Officer", names=("Victoria Frost",)),
            Person("dt", "Teacher 1", "Teacher", names=("Jean Abernathy",), never=("Mr Abernathy",)),
            Person("dog", "Adult 1", "Friend", names=("Chase Whitlock",)),
            Person("ed", "Educational Psychologist 1", "Educational Psychologist", names=("Ed Psych",)),
        )
    ),
    "tremaine": Register(
        (
            Person("child", "Child Z", "Child", names=("Rosie Tremaine-Sharp",)),
            Person("mother", "Mother", "Mother", names=("Kelly Tremaine",)),
            Person("stepdad", "Stepfather", "Stepfather", names=("Gavin Long",)),
            Person("sw", "Social Worker 1", "Social Worker", names=("Oluwaseun Adebayo",), aliases=("Seun",)),
            Person("tm", "Team Manager 1", "Team Manager", names=("Joanne King",)),
            Person("ha", "Housing Officer 1", "Housing Officer", names=("Bilal Rehman",)),
            Person("pm", "Pathologist 1", "Pathologist", names=("Dr Wei-Ling Chan",)),
            Person("gp", "GP 1", "GP", names=("Dr Fergus MacDonald",)),
            Person("mid", "Midwife 1", "Midwife", names=("Florence Nwosu",)),
            Person("nurse", "School Nurse 1", "School Nurse", names=("Heather Rose",)),
        )
    ),
}  # fmt: skip

SETS = ("passages.txt", "passages_second.txt", "passages_third.txt")

_MARK = re.compile(r"\[\[([^:\]]+):(.+?)\]\]", re.S)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at ``start`` to ``end`` by the person who wrote the passage."""

    start: int
    end: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage without its marks."""

    register: str
    text: str
    marks: tuple[Mark, ...]


def passages(name="passages.txt"):
    """The marked passages of a file beside this one."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [_read(*line.split("\t", 1)) for line in lines if line and not line.startswith("#")]


def _read(register, written):
    written = written.replace("\\n", "\n").replace("\\t", "\t")
    text, marks, at = "", [], 0
    for found in _MARK.finditer(written):
        text += written[at : found.start()]
        marks.append(Mark(len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        at = found.end()
    return Marked(register, text + written[at:], tuple(marks))


def joined(several):
    """Several marked passages of one register as one, a blank line between them."""
    text, marks = "", []
    for one in several:
        marks += [Mark(m.start + len(text), m.end + len(text), m.meaning) for m in one.marks]
        text += one.text + "\n\n"
    return Marked(several[0].register, text, tuple(marks))


def faults(marked):
    """What is wrong with the labelling of one passage: (what, words)."""
    spans = find(marked.text, REGISTERS[marked.register])
    for mark in marked.marks:
        over = [span for span in spans if span.start < mark.end and mark.start < span.end]
        yield from _faults_at(marked, mark, over)
    for span in spans:
        if not any(span.start < mark.end and mark.start < span.end for mark in marked.marks):
            yield (
                ("changed" if span.decision is Decision.REPLACE else "asked about") + " a word",
                span.text,
            )


def _faults_at(marked, mark, over):
    words = marked.text[mark.start : mark.end]
    sure = [span for span in over if span.decision is Decision.REPLACE]
    if mark.meaning == "~":
        if sure:
            yield "changed a trap word", words
        return
    if mark.meaning == "?":
        if any(span.kind == "name" for span in sure):
            yield "labelled somebody unlisted", words
        return
    if mark.meaning == "#":
        if not _covers(marked, mark, over):
            yield "missed a code", words
        return
    keys = set(mark.meaning.split("/"))
    if not _covers(marked, mark, over):
        yield "missed a person", words
    if any(set(span.candidates) - keys for span in sure) or (sure and len(keys) > 1):
        yield "wrong label", words
    if any(span.decision is Decision.ASK and not keys & set(span.candidates) for span in over):
        yield "asked about the wrong people", words


def _covers(marked, mark, over):
    """Whether every letter of the name is in a span, a title, ’s or punctuation aside."""
    rest = "".join(
        character if not any(span.start <= place < span.end for span in over) else " "
        for place, character in enumerate(marked.text[mark.start : mark.end], mark.start)
    )
    left = re.sub(
        r"[’']s\b|\b(?:the|née|family|child|mum|his|partner|mother|uncle|aunty|baby|nurse|midwife|health visitor|hv|cad|mrs|mr|ms|miss|dr|and)\b",
        "",
        rest,
        flags=re.I,
    )
    return re.search(r"\w", left) is None


def totals(names=SETS):
    """How many marks of each meaning there are, and how many faults of each kind."""
    counts = Counter()
    for marked in (one for name in names for one in passages(name)):
        for mark in marked.marks:
            counts[mark.meaning if mark.meaning in "~?#" else "person"] += 1
        counts.update(what for what, _ in faults(marked))
        counts["questions"] += len(
            {
                s.text
                for s in find(marked.text, REGISTERS[marked.register])
                if s.decision is Decision.ASK
            }
        )
        counts["words"] += len(marked.text.split())
        counts["passages"] += 1
    return counts
