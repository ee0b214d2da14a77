"""Eleven questions that help the Committee to judge the concern about how agencies worked together (2010).

Each is answered with its evidence, and together they are what shows the concern (P3).
"""

from goldenthread.domain.questionnaires.questions import Kind, Question

_ANSWERS = (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))


def _aid(key: str, label: str, hint: str = "") -> Question:
    return Question(key, label, Kind.CHOICE, hint, options=_ANSWERS)


AIDS = (
    _aid(
        "risk",
        "Was there clear evidence of a risk of significant harm that was not recognised, not shared or "
        "not acted on?",
        "By agencies or professionals in contact with the child or with whoever caused the harm. Say which "
        "of the three.",
    ),
    _aid("institution", "Was the child abused or neglected in an institutional setting?"),
    _aid("looked_after", "Was the child abused or neglected while being looked after?"),
    _aid("custody", "Did the child die in custody?"),
    _aid(
        "away",
        "Did the child die by suicide, or while absent or having run away from home or care?",
    ),
    _aid(
        "not_heard",
        "Does an agency or professional consider that its concerns were not taken seriously, or not acted "
        "on, by another?",
    ),
    _aid(
        "beyond_this_case",
        "Does the case suggest failings in local safeguarding procedures that go beyond how this case was "
        "handled?",
    ),
    _aid("plan", "Was the child the subject of a child protection plan, now or before?"),
    _aid("range", "Does the case have implications for a range of agencies or professionals?"),
    _aid(
        "protocols",
        "Does the case suggest that the Board’s protocols may need to change, or are not promulgated, "
        "understood or followed as they should be?",
    ),
    _aid("national", "Are there implications for the whole country, or is there public interest?"),
)
