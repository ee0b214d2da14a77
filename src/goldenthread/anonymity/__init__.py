"""Find people in text, label them consistently, prove that nobody is left."""

from goldenthread.anonymity.checking import Survivor, survivors
from goldenthread.anonymity.finding import Decision, Span, find
from goldenthread.anonymity.identifiers import Kind
from goldenthread.anonymity.labels import equals_real_name, label_problems, suggest_label
from goldenthread.anonymity.normalise import surface_form
from goldenthread.anonymity.people import Person, Register
from goldenthread.anonymity.replacing import Labelled, Replacement, label_text, restore, span_form
from goldenthread.anonymity.schema import PeopleUnreadable, find_report, read_people

__all__ = [
    "Decision",
    "Kind",
    "Labelled",
    "PeopleUnreadable",
    "Person",
    "Register",
    "Replacement",
    "Span",
    "Survivor",
    "equals_real_name",
    "find",
    "find_report",
    "label_problems",
    "label_text",
    "read_people",
    "restore",
    "span_form",
    "suggest_label",
    "surface_form",
    "survivors",
]
