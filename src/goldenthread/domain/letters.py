"""What a letter says to each who must be told: made from the record, with the label and never a name.

Each recipient is told what they may know and no more: an authority the reasons, an agency what is asked of
it, the family in plain and kind words, and whoever referred the case the outcome alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.notices import Letter, Occasion
from goldenthread.domain.review_types.kinds import Nouns

_BY_HAND = "…" * 12


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What is known of the review and may flow into a letter.

    ``outcome`` is the decision in words; ``reasons`` go into a letter to an authority alone. ``due_on`` is the
    day by which the review is to be signed off, where there is one. ``contact`` says whom to ask.
    """

    about: Occasion
    nouns: Nouns
    board: str
    reference: str
    label: str
    happened_on: date
    outcome: str
    is_review: bool
    reasons: str
    due_on: date | None
    contact: str
    is_involved: bool = True


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A heading (empty for none) with the paragraphs and the points under it."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter, whole, before it is a document: the same words on the page and in Word."""

    title: str
    marking: str
    board: str
    to: str
    dated: date
    reference: str
    salutation: str
    parts: tuple[LetterPart, ...]
    closing: str
    signed: tuple[str, ...]


@carries_out(Duty.P9)
def written(
    letter: Letter, facts: LetterFacts, *, to: str, dated: date, signed: tuple[str, ...]
) -> LetterText:
    """The letter to this recipient, decision or sign-off, whichever way it went.

    ``to`` is the office as it is addressed. The names of a family, and of whoever referred the case, are
    written by hand, so that they are in no file. ``signed`` is the name and post of whoever writes.
    """
    title = "Decision" if facts.about is Occasion.DECISION else "Approval of the reports"
    is_plain = letter in (Letter.FAMILY, Letter.REFERRER)
    return LetterText(
        title=f"{title}: {facts.reference}",
        marking="Private" if is_plain else "Confidential",
        board=facts.board,
        to=_BY_HAND if is_plain else to,
        dated=dated,
        reference=facts.reference,
        salutation=f"Dear {_BY_HAND}" if letter is Letter.FAMILY else "Dear colleague",
        parts=_PARTS[letter, facts.about](facts),
        closing="With kind regards" if is_plain else "Yours sincerely",
        signed=signed,
    )


def _whom_to_ask(facts: LetterFacts) -> LetterPart:
    return LetterPart("Whom to ask", (f"If you have a question, please ask: {facts.contact}.",))


def _due(facts: LetterFacts) -> str:
    if facts.due_on is None:
        return ""
    return f" It is due to be signed off by {in_words(facts.due_on)}."


def _decision_to_authority(facts: LetterFacts) -> tuple[LetterPart, ...]:
    nouns = facts.nouns
    next_ = (
        f"The {nouns.panel} oversees the review, each agency that was involved is asked for its own account, "
        f"and an independent author brings everything together in the {nouns.overview}.{_due(facts)} "
        "You will be told should that day be at risk."
        if facts.is_review
        else "The reasons are kept with the case. Should something new come to light, it will be considered again."
    )
    return (
        LetterPart("", (f"I write to tell you of a decision about {_case(facts)}.",)),
        LetterPart("The decision", (_decided(facts),)),
        LetterPart("The reasons", (facts.reasons,)),
        LetterPart("What happens next", (next_,)),
        _whom_to_ask(facts),
    )


def _decision_to_agency(facts: LetterFacts) -> tuple[LetterPart, ...]:
    return (
        LetterPart(
            "",
            (
                f"Thank you for telling the {facts.nouns.board} about your agency’s involvement in {_case(facts)}.",
            ),
        ),
        LetterPart("The decision", (_decided(facts),)),
        _asked_of_agency(facts),
        _whom_to_ask(facts),
    )


def _asked_of_agency(facts: LetterFacts) -> LetterPart:
    nouns, heading = facts.nouns, "What this asks of your agency"
    if not facts.is_review:
        return LetterPart(
            heading,
            (
                (
                    f"No {nouns.agency_report} is asked for. Please keep the records secured until the "
                    f"{nouns.board}’s office has told you otherwise, and tell it if something new comes to light."
                ),
            ),
        )
    if not facts.is_involved:
        return LetterPart(
            heading,
            (
                (
                    "Your agency answered that it was not involved, so nothing more is asked of it now. "
                    "Please tell us if you find that it was."
                ),
            ),
        )
    return LetterPart(
        heading,
        ("The terms of reference will tell you what is asked, and by when. Until then, please:",),
        (
            "keep every record of the case secured, as it is;",
            f"propose a senior manager for the {nouns.panel} who did not manage the case;",
            f"propose an author for the {nouns.agency_report} who neither was involved nor managed those who were;",
            "tell the staff who were involved that there is a review, what it is for, and who supports them.",
        ),
    )


def _decision_to_family(facts: LetterFacts) -> tuple[LetterPart, ...]:
    nouns = facts.nouns
    sorry = (
        "I am very sorry for what has happened in your family. I write because people whose work is to keep "
        "children safe have looked at how services worked with you, and something has been decided."
    )
    if not facts.is_review:
        return (
            LetterPart("", (sorry,)),
            LetterPart(
                "What has been decided",
                (
                    f"On {in_words(facts.happened_on)} it was decided: {facts.outcome}.",
                    (
                        f"So there will be no {nouns.review}, which is the most formal kind. This does not mean that "
                        "what happened does not matter, or that nothing will be learned from it."
                    ),
                    "I would like to explain the reasons to you in person, if you wish.",
                ),
            ),
            _family_may_ask(facts),
        )
    return (
        LetterPart("", (sorry,)),
        LetterPart(
            "What has been decided",
            (
                (
                    f"On {in_words(facts.happened_on)} it was decided that there will be a {nouns.review}. This is "
                    "a careful look at how services worked together, so that children can be kept safer."
                ),
                "It does not ask who is to blame. It is separate from the police, the courts and the coroner.",
            ),
        ),
        LetterPart(
            "What this means for you",
            (
                (
                    "You know things that nobody else knows. If you wish, you can tell the review about them: in "
                    "person or in writing, in a place you choose, with somebody to support you, and with an "
                    "interpreter if that helps. You do not have to, and you can decide later."
                ),
                (
                    "Nobody’s name will be in the report. You can see it before it is made public."
                    f"{_family_due(facts)}"
                ),
            ),
        ),
        _family_may_ask(facts),
    )


def _family_due(facts: LetterFacts) -> str:
    if facts.due_on is None:
        return ""
    return f" We hope that the work will be done by {in_words(facts.due_on)}, and will tell you if it takes longer."


def _family_may_ask(facts: LetterFacts) -> LetterPart:
    return LetterPart(
        "If you have a question",
        (
            f"Please ask {facts.contact}. You can ask at any time, also if you only want to know where things stand.",
        ),
    )


def _decision_to_referrer(facts: LetterFacts) -> tuple[LetterPart, ...]:
    return (
        LetterPart(
            "",
            (
                f"Thank you for referring the case with the reference {facts.reference}. It has been considered.",
                _decided(facts),
                "I cannot tell you more, because what is known about a family is confidential.",
            ),
        ),
        LetterPart(
            "If you are still worried",
            (
                (
                    "If you think that a child is at risk now, please tell children’s social care or the police today. "
                    f"If you know something new about this case, please tell {facts.contact}."
                ),
            ),
        ),
    )


def _approval_to_authority(facts: LetterFacts) -> tuple[LetterPart, ...]:
    nouns = facts.nouns
    return (
        LetterPart(
            "",
            (
                (
                    f"On {in_words(facts.happened_on)} the {nouns.board} approved the {nouns.overview} and the "
                    f"{nouns.summary} of {_case(facts)}."
                ),
            ),
        ),
        LetterPart(
            "What happens next",
            (
                (
                    f"The {nouns.overview}, the {nouns.summary}, the {nouns.agency_reports} and the action plan are "
                    "sent to you separately, by secure means."
                ),
                (
                    "The reports are made public unless the welfare of a child speaks against it; other proceedings "
                    "come first. The actions are followed until they are done."
                ),
            ),
        ),
        _whom_to_ask(facts),
    )


def _approval_to_agency(facts: LetterFacts) -> tuple[LetterPart, ...]:
    nouns = facts.nouns
    return (
        LetterPart(
            "",
            (
                (
                    f"On {in_words(facts.happened_on)} the {nouns.board} approved the {nouns.overview} and the "
                    f"{nouns.summary} of {_case(facts)}. Thank you for your agency’s part in it."
                ),
            ),
        ),
        LetterPart(
            "What this asks of your agency",
            ("Please:",),
            (
                "take the actions that your agency leads, and say how they stand;",
                "tell the staff who were involved what has been found, before anything is made public;",
                "tell them again who supports them.",
            ),
        ),
        _whom_to_ask(facts),
    )


def _approval_to_family(facts: LetterFacts) -> tuple[LetterPart, ...]:
    return (
        LetterPart(
            "",
            (
                (
                    "I write to tell you that the review of how services worked with your family is finished. "
                    f"It was approved on {in_words(facts.happened_on)}."
                ),
                "Thank you for your patience. I know that this has been a long and hard time.",
            ),
        ),
        LetterPart(
            "What happens next",
            (
                (
                    "I would like to tell you in person what was found and what will change, before anybody else "
                    "reads it. You can choose where, and bring somebody with you."
                ),
                "Nobody’s name is in the report. If it is made public, I will tell you the day before it is.",
            ),
        ),
        _family_may_ask(facts),
    )


def _case(facts: LetterFacts) -> str:
    return f"the case of {facts.label}, reference {facts.reference}"


def _decided(facts: LetterFacts) -> str:
    return f"On {in_words(facts.happened_on)} the {facts.nouns.chair} decided: {facts.outcome}."


_PARTS: dict[tuple[Letter, Occasion], Callable[[LetterFacts], tuple[LetterPart, ...]]] = {
    (Letter.AUTHORITY, Occasion.DECISION): _decision_to_authority,
    (Letter.AGENCY, Occasion.DECISION): _decision_to_agency,
    (Letter.FAMILY, Occasion.DECISION): _decision_to_family,
    (Letter.REFERRER, Occasion.DECISION): _decision_to_referrer,
    (Letter.AUTHORITY, Occasion.SIGN_OFF): _approval_to_authority,
    (Letter.AGENCY, Occasion.SIGN_OFF): _approval_to_agency,
    (Letter.FAMILY, Occasion.SIGN_OFF): _approval_to_family,
}
