"""What the terms of a Serious Case Review answer before its own lines of enquiry (guidance of 2010, chapter 8)."""

from goldenthread.domain.questionnaires.questions import Kind, Question


def _asked(key: str, label: str, hint: str = "") -> Question:
    return Question(key, label, Kind.LONG_TEXT, hint)


STANDARD_QUESTIONS: tuple[Question, ...] = (
    _asked("issues", "What matters most to learn from this case?"),
    _asked(
        "information",
        "How is the information best found and analysed?",
        "Which records, which interviews, and whether a meeting of those who worked with the family would help.",
    ),
    _asked(
        "timetable",
        "When does the review begin and end?",
        "The days that bind it, and the meetings on the way.",
    ),
    _asked(
        "unusual_party",
        "Should an organisation or professional take part that usually does not?",
    ),
    _asked(
        "family",
        "How does the family take part?",
        "Who is told and by whom, who is not told yet and why, and how what they say is used.",
    ),
    _asked(
        "period",
        "How far back does the review look, and why?",
        "Also what of the family’s earlier history it needs to know.",
    ),
    _asked(
        "contributors",
        "Which agencies and professionals contribute?",
        "Think of independent schools and nurseries, general practices, and services for adults.",
    ),
    _asked("voluntary", "Who keeps in touch with bodies that are not statutory?"),
    _asked(
        "other_reviews",
        "Which other reviews run beside this one, and how do they become one process?",
        "A domestic homicide, a death in custody, a serious incident in the health service, youth justice.",
    ),
    _asked("other_areas", "Which other areas are concerned, and what is their part?"),
    _asked(
        "proceedings",
        "Which inquest, criminal or family proceedings run beside it?",
        "Who keeps in touch, what has to wait, and how material is disclosed.",
    ),
    _asked(
        "media",
        "How is interest from the public and the press met?",
        "Before, during and after the review.",
    ),
    _asked("legal_advice", "Is independent legal advice needed?"),
    _asked(
        "equality",
        "What of race, language, culture, religion and disability?",
        "For the child, the family and those who worked with them.",
    ),
    _asked("experts", "Would somebody from outside, or research, help?"),
    _asked("keeping_time", "How is the review kept to its time?"),
)
