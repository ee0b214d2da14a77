"""What the terms of a local review answer before its own lines of enquiry (guidance of 2023, chapter 5)."""

from goldenthread.domain.questionnaires.questions import Kind, Question


def _asked(key: str, label: str, hint: str = "") -> Question:
    return Question(key, label, Kind.LONG_TEXT, hint)


STANDARD_QUESTIONS: tuple[Question, ...] = (
    _asked("purpose", "What matters most to learn, for this area and perhaps for others?"),
    _asked(
        "method",
        "How is it learned?",
        "A way of working that reaches what lay behind practice, in proportion to the case.",
    ),
    _asked(
        "child",
        "How does the review come to know what daily life was like for the child?",
    ),
    _asked(
        "family",
        "How do the family take part?",
        "Who is told and by whom, who is not told yet and why, and how what they say is used.",
    ),
    _asked(
        "practitioners",
        "How do the people who worked with the child take part, without fear of blame?",
    ),
    _asked(
        "equality",
        "How are race, culture, language, religion, disability and other inequalities looked at?",
    ),
    _asked(
        "proceedings",
        "Which inquest, criminal or family proceedings and which other reviews run beside it?",
        "Who keeps in touch, and what has to wait.",
    ),
    _asked(
        "scrutiny",
        "Who looks at the quality of the review, and when?",
        "The partners may ask the reviewer for information or a draft, in writing.",
    ),
    _asked("publication", "What is meant to be published, and what would stand in the way?"),
)
