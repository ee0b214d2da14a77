"""What was said, decided and asked at the meetings of the long case, in labels, and what shows the concern."""

from dataclasses import dataclass
from datetime import time

from goldenthread.domain.meetings import Body


@dataclass(frozen=True, slots=True)
class Attender:
    """One person at a meeting, by the name of an account or as somebody without one."""

    name: str
    capacity: str
    was: str = "present"
    counts: bool = True
    interest: str = ""
    stood_back: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: under which item of the agenda, and which number of the log it replaces."""

    item: int
    text: str
    reasons: str
    proposed_by: str
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One action: who, and after how many days it was due and (None: not yet) done."""

    text: str
    who: str
    due_after: int
    done_after: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting as it was held. ``said`` is by the number of the item."""

    body: Body
    begins_at: time
    place: str
    chaired_by: str
    quorum: int
    attended: tuple[Attender, ...]
    said: dict[int, str]
    decided: tuple[Decided, ...] = ()
    asked: tuple[Asked, ...] = ()


COMMITTEE = Held(
    body=Body.COMMITTEE,
    begins_at=time(9),
    place="Committee room, Board office",
    chaired_by="Desmond Okorafe",
    quorum=4,
    attended=(
        Attender("Desmond Okorafe", "Committee chair"),
        Attender("Harriet Silverdown", "Designated doctor"),
        Attender("Judith Harwoodley", "Member for the police"),
        Attender("Patrick Dovermoor-Lee", "Member for education"),
        Attender("Edwin Saxelthorpe", "Member for probation"),
        Attender(
            "Beatrice Lowmoor",
            "Member for the hospital",
            interest="She manages the ward on which Child K is cared for",
            stood_back=True,
        ),
        Attender("The Board’s legal adviser", "Adviser", counts=False),
        Attender("Wilma Castlebury", "Takes the minutes", counts=False),
    ),
    said={
        2: "One interest was declared, and the member took no part in items 5 and 6. The reminder of "
        "confidentiality was read out and everybody agreed to it.",
        3: "Child K is in hospital. The two other children are with a relative, and their social worker saw "
        "them yesterday.",
        4: "All ten agencies have answered, and all ten were involved. Two answers came late.",
        5: "The criteria were gone through limb by limb. The life-threatening injury limb holds. The death limb "
        "does not arise.",
        6: "An audit by two agencies was weighed, and found too small: what each service knew was not known to "
        "the others.",
        7: "Letters that arrive after a record is closed are read by nobody. Agencies can act on that now.",
    },
    decided=(
        Decided(
            6,
            "Recommend a review.",
            "The criteria hold, and there is much to learn about how concerns are handed on.",
            "Harriet Silverdown",
        ),
        Decided(
            7,
            "Ask every agency now to say who reads a letter that belongs to a closed record.",
            "It can be mended without waiting for the review.",
            "Edwin Saxelthorpe",
        ),
    ),
    asked=(
        Asked(
            "Write to the ten agencies about letters that belong to closed records.",
            "Wilma Castlebury",
            due_after=7,
            done_after=5,
            note="Sent to all ten.",
        ),
    ),
)

_PANEL_WITHOUT_MEMBERS = (
    Attender("Jerome Attlewick", "Panel chair"),
    Attender("Constance Yarrowdale", "Overview author", counts=False),
    Attender("Wilma Castlebury", "Takes the minutes", counts=False),
)

FIRST_PANEL = Held(
    body=Body.PANEL,
    begins_at=time(10),
    place="Board office",
    chaired_by="Jerome Attlewick",
    quorum=6,
    attended=(
        *_PANEL_WITHOUT_MEMBERS,
        Attender("Clement Birchall-Eddy", "Children’s Social Care"),
        Attender("Judith Harwoodley", "Police"),
        Attender("Sandra Whitlowe", "Community Health"),
        Attender("Eunice Fallowfold", "Hospital"),
        Attender("Patrick Dovermoor-Lee", "School"),
        Attender("Ivor Pentland-Moss", "Housing", was="part"),
        Attender("Edwin Saxelthorpe", "Probation"),
        Attender("Neville Cresswood", "Adult mental health", was="apologies"),
        Attender(
            "Ottoline Farnsby",
            "Domestic abuse service",
            interest="Her charity rents its rooms from Northmere Housing",
        ),
    ),
    said={
        2: "One interest was declared and noted; it does not touch the case. Everybody agreed to the reminder.",
        4: "No report is due yet. Every agency has named its author. One author asked what counts as a record; "
        "the overview author answered.",
        5: "The overview author will offer to meet the mother and the grandmother once the police agree.",
        6: "The criminal case may hold interviews back. Disclosure requests go through the Board office.",
        8: "The school has changed how it records messages left by telephone, and will tell the panel how it goes.",
    },
    decided=(
        Decided(
            4,
            "Reports are due on the day in the timetable; nobody shows a draft to another agency.",
            "An account is not to be coloured by another’s before it is given.",
            "Jerome Attlewick",
        ),
        Decided(
            6,
            "No interview with a member of staff who is a witness before the police have agreed.",
            "An interview must not harm the criminal case.",
            "Judith Harwoodley",
        ),
    ),
    asked=(
        Asked(
            "Agree with the police which members of staff are witnesses.",
            "Jerome Attlewick",
            due_after=14,
            done_after=12,
            note="A list is with the Board office.",
        ),
        Asked(
            "Ask the police when the family can be written to.",
            "Constance Yarrowdale",
            due_after=14,
            done_after=20,
        ),
    ),
)

BETWEEN_MEETINGS = Decided(
    0,
    "Interviews with the two witnesses at the hospital can go ahead.",
    "The police have taken their statements, and agree in writing.",
    "Jerome Attlewick",
    replaces=2,
)

SECOND_PANEL = Held(
    body=Body.PANEL,
    begins_at=time(10),
    place="Board office",
    chaired_by="Jerome Attlewick",
    quorum=6,
    attended=(
        *_PANEL_WITHOUT_MEMBERS,
        Attender("Clement Birchall-Eddy", "Children’s Social Care"),
        Attender("Judith Harwoodley", "Police"),
        Attender("Sandra Whitlowe", "Community Health"),
        Attender("Eunice Fallowfold", "Hospital"),
        Attender("Patrick Dovermoor-Lee", "School", was="apologies"),
        Attender("Ivor Pentland-Moss", "Housing"),
        Attender("Neville Cresswood", "Adult mental health"),
        Attender("Ottoline Farnsby", "Domestic abuse service"),
    ),
    said={
        3: "Both actions are done.",
        4: "Each author spoke to the report. One had been returned and came back with what was asked for.",
        5: "The grandmother has met the overview author. The mother will, with a friend.",
        6: "The trial date is not known. The panel keeps the day of the Board’s meeting as planned.",
    },
    decided=(
        Decided(
            4,
            "The reports are enough for the overview to begin.",
            "All have been read, and each answers the lines of enquiry.",
            "Constance Yarrowdale",
        ),
    ),
    asked=(
        Asked(
            "Send the panel a first draft of the overview.",
            "Constance Yarrowdale",
            due_after=30,
            done_after=28,
        ),
    ),
)

BOARD = Held(
    body=Body.BOARD,
    begins_at=time(9, 30),
    place="Civic hall, extraordinary meeting",
    chaired_by="Winifred Ashgrove-Lyle",
    quorum=5,
    attended=(
        Attender("Winifred Ashgrove-Lyle", "Chair of the Board"),
        Attender("Bernard Oakshire", "Children’s Social Care"),
        Attender("Rosalind Thornlow", "Police"),
        Attender("Colin Pemberdale", "Community Health"),
        Attender("Beatrice Lowmoor", "Hospital"),
        Attender("Alistair Greywold", "Education"),
        Attender("Leonard Hebblewood", "Housing"),
        Attender("Theodora Bellweather", "Domestic abuse service", was="apologies"),
        Attender("Constance Yarrowdale", "Overview author", counts=False),
        Attender("Jerome Attlewick", "Panel chair", counts=False),
        Attender("Wilma Castlebury", "Takes the minutes", counts=False),
    ),
    said={
        3: "The review comes to the Board within the time that was agreed.",
        4: "The overview author introduced both documents. Members thanked the family for what they gave.",
        5: "Every recommendation has an owner who was in the room.",
        6: "The family and the staff who were interviewed will read the report before anybody else.",
    },
    decided=(
        Decided(
            4,
            "Approve both documents.",
            "They answer the terms of reference, and the panel stands behind them.",
            "Rosalind Thornlow",
        ),
    ),
    asked=(
        Asked(
            "Tell the family and the staff the day of publication.",
            "Wilma Castlebury",
            due_after=45,
            done_after=40,
        ),
        Asked("Bring the action plan back to the Board in the spring.", "Bernard Oakshire", 120),
    ),
)

AIDS: dict[str, tuple[str, str]] = {
    "risk": (
        "yes",
        (
            "Recognised by the health visitor and by probation; shared by letter; not acted on, because the letter "
            "was filed on a closed record."
        ),
    ),
    "institution": ("no", ""),
    "looked_after": ("no", ""),
    "custody": ("no", ""),
    "away": ("no", ""),
    "not_heard": ("yes", "The school says that three messages were not answered."),
    "beyond_this_case": (
        "yes",
        "Two agencies think that letters to closed records are read by nobody.",
    ),
    "plan": ("no", "Never. The older child was, in another area, years ago."),
    "range": ("yes", "Ten agencies were involved."),
    "protocols": ("unknown", ""),
    "national": ("no", ""),
}

JUDGED: dict[str, str] = {
    "considered": "The referral; the answers of all ten agencies; a short chronology made by the Board office; advice "
    "from the legal adviser.",
    "alternatives": "An audit by the two health agencies, or a review by probation alone. Either would have left out "
    "most of what was known.",
    "scope_proposed": "From the mother’s booking with her midwife to the day of the injury. A report from each of the "
    "ten agencies.",
    "immediate_learning": "Every agency should say now who reads a letter that belongs to a closed record.",
}

HALF_A_JUDGEMENT: dict[str, str] = {
    "child_died": "no",
    "abuse_or_neglect": "suspected",
    "abuse_or_neglect_evidence": "Medicine left within a child’s reach.",
    "seriously_harmed": "unknown",
    "seriously_harmed_evidence": "The hospital’s letter about lasting harm is still to come.",
    "interagency_concern": "yes",
    "interagency_concern_evidence": "",
    "aid_risk": "yes",
    "aid_risk_evidence": "Two services knew of the medicine; neither asked about a child.",
    "reasons": "We cannot say yet whether the harm is lasting. If it is",
}

ASKED_FOR = "Is lasting harm expected? We ask the hospital for its letter, and the surgery for what it knew."

CAME_BACK_BECAUSE = "The two agencies have answered: the same happened with two other children in the same year. That is new."
JUDGED_AGAIN = (
    "No child was seriously harmed and nobody suspects abuse, so the criteria are still not met. Most of us would "
    "leave it with the two agencies."
)
DISSENT = (
    "One member thought that three late reports in a year are no accident, and wanted an audit."
)
DECIDED_AGAIN = (
    "I decide otherwise than was recommended. Three reports that went astray in a year are worth an audit that "
    "looks beyond this case, though the criteria for a review are not met."
)
AUDIT = "A joint audit of X-ray reports by the hospital and the surgery"
