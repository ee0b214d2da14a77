"""The statements of the process that this product carries out, and the marks that tie them to code.

Each statement is numbered P1 to P28. A rule is marked with :func:`carries_out`, a page says which
duties it serves, and a test carries ``@pytest.mark.duty``. ``docs/process.md`` is printed from
all three.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar


class Duty(StrEnum):
    """One numbered statement of what must be true."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"
    P5 = "P5"
    P6 = "P6"
    P7 = "P7"
    P8 = "P8"
    P9 = "P9"
    P10 = "P10"
    P11 = "P11"
    P12 = "P12"
    P13 = "P13"
    P14 = "P14"
    P15 = "P15"
    P16 = "P16"
    P17 = "P17"
    P18 = "P18"
    P19 = "P19"
    P20 = "P20"
    P21 = "P21"
    P22 = "P22"
    P23 = "P23"
    P24 = "P24"
    P25 = "P25"
    P26 = "P26"
    P27 = "P27"
    P28 = "P28"


STATEMENTS: dict[Duty, str] = {
    Duty.P1: "When a child has died and abuse or neglect is known or suspected to have played a part, "
    "the Board considers what can be learned about how organisations worked together. "
    "Suspected suicide is included.",
    Duty.P2: "It makes no difference whether any agency knew the child or the family.",
    Duty.P3: "When a child was seriously harmed in one of five situations and there is concern about how "
    "agencies worked together, the Board always considers a review.",
    Duty.P4: "A referral that meets neither test is still judged and answered, and the reasons are kept.",
    Duty.P5: "The review asks what can be learned, how it will be acted on, and how agencies will work "
    "better together.",
    Duty.P6: "The review does not ask how a child died or who is to blame; proceedings that do are kept apart.",
    Duty.P7: "Every agency on the Board is asked, answers, and takes part; a missing answer is seen and chased.",
    Duty.P8: "The Committee judges the criteria and recommends.",
    Duty.P9: "The Chair decides, may differ from the recommendation with reasons, and the clock starts that day.",
    Duty.P10: "An independently chaired Panel with a senior manager from each agency oversees the review.",
    Duty.P11: "Each agency names the author of its own review.",
    Duty.P12: "An agency’s review holds a chronology, a summary, analysis of involvement, decisions and adherence, "
    "good practice, lessons and recommendations.",
    Duty.P13: "An independent author brings everything together in one Overview Report with an Executive Summary.",
    Duty.P14: "Family members are invited to contribute as appropriate, and what they say is recorded.",
    Duty.P15: "Professionals may be interviewed by their own agency’s author.",
    Duty.P16: "Before an interview the professional is told its purpose and receives the terms and scope.",
    Duty.P17: "From the beginning the professional knows who in their own agency supports them.",
    Duty.P18: "Eleven topics are likely in an interview.",
    Duty.P19: "The professional checks the written record before the agency’s review goes to the Panel.",
    Duty.P20: "Areas for improvement become recommendations, which the Panel considers.",
    Duty.P21: "Of a serious breach the review keeps only that the line manager was told, and when.",
    Duty.P22: "Whatever would identify a professional or a family member is replaced by a label.",
    Duty.P23: "The Overview Report and the Executive Summary are usually made public.",
    Duty.P24: "From the Chair’s decision to the Board’s sign-off is at most six months, unless extended with reasons.",
    Duty.P25: "Action can start the day a lesson is seen, and is followed after publication.",
    Duty.P26: "Pages for professionals and families are written for people under stress.",
    Duty.P27: "Good practice is recorded and published beside the lessons.",
    Duty.P28: "Anyone with a question is led to the right person.",
}

NOT_YET: dict[Duty, str] = {
    Duty.P14: "Family members cannot yet be invited here, and their answers and contributions are not yet recorded.",
    Duty.P15: "Interviews are not yet part of the product: agencies hold them, and keep their records, elsewhere.",
    Duty.P16: "No invitation to an interview is sent from here yet, so its purpose, terms and scope are not sent either.",
    Duty.P17: "It is not yet recorded, or shown to an interviewee, who in their own agency supports them.",
    Duty.P18: "The eleven topics of an interview are not yet offered to the author.",
    Duty.P19: "An interviewee cannot yet check a record here, so a report does not yet wait for records to be checked.",
    Duty.P20: "Recommendations are written in the reports; the panel cannot yet accept, amend or decline each of them.",
    Duty.P21: "That a line manager was told of a serious breach is not yet recorded, for its own agency or for anyone.",
    Duty.P26: "There are no pages for interviewees or families yet, so none has been written for people under stress.",
}
"""Statements not yet carried out, each with what is missing. The list may only shrink."""

PARTLY: dict[Duty, str] = {
    Duty.P22: "The copy that is made public is labelled and checked; agencies’ own reports are not yet labelled.",
}
"""Statements that are carried out, each with what is still missing from them. It too may only shrink."""

_Function = TypeVar("_Function", bound=Callable[..., object])

RULES: dict[Duty, list[str]] = {duty: [] for duty in Duty}
"""For each duty the qualified names of the rules that hold it."""


def carries_out(*duties: Duty) -> Callable[[_Function], _Function]:
    """Mark a rule as the place where these duties are held."""

    def mark(function: _Function) -> _Function:
        for duty in duties:
            RULES[duty].append(f"{function.__module__}.{function.__qualname__}")
        return function

    return mark
