"""How the panel of the long case is formed and its terms are written: what is declared, changed, and why."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Forming:
    """What the terms say besides period and questions, and what changes while the agencies work."""

    background: str
    period_because: str
    earlier_history: str
    answers: dict[str, str]
    reworded: tuple[int, str]
    """The number of the line that the second version rewords, and how it reads then."""
    added: str
    change: str
    changed_on: date
    left_at: str
    """The agency whose first panel member left."""
    left_interest: str
    left_because: str
    later_interest: str
    later_done: str
    moved: str
    """The agency that is given another day."""
    moved_by_days: int
    moved_because: str
    read_by: tuple[str, ...]
    """The agencies whose authors have opened the second version."""


LONG_CASE = Forming(
    background=(
        "Child K, aged eight months, was brought to hospital on 9 May 2011 with injuries that threatened the child’s "
        "life. An adult of the household has been charged. Child K and Sibling 1 now live elsewhere."
    ),
    period_because=(
        "It begins when services first had a concern about Sibling 1, so that what was known before Child K’s birth "
        "can be seen, and ends with the orders made after the injury."
    ),
    earlier_history="Mother’s own time in care is told in brief: what agencies knew of it, and whether it was asked about.",
    answers={
        "issues": "Whether worries were heard by those they were meant for; and who saw the men of the household.",
        "information": "Records of every agency, interviews by each agency’s author, and one day with the practitioners.",
        "timetable": "From 9 June 2011. Agency reports by September; to the Board in December 2011.",
        "family": "The panel’s chair writes to Mother and Maternal Grandmother. Mother’s Partner is not asked before the "
        "trial has ended; the senior investigating officer agrees each contact.",
        "contributors": "The ten agencies that answered that they knew the family, Saltmarsh and the surgery among them.",
        "voluntary": "The Board’s business manager keeps in touch with Saltmarsh.",
        "other_reviews": "None.",
        "proceedings": "A criminal trial and care proceedings. No witness is interviewed before their statement is complete; "
        "publication waits for the verdict.",
        "media": "One spokesperson for the Board. The family and staff are told before anything is published.",
        "legal_advice": "The Board’s legal adviser reads the terms and the draft report.",
        "equality": "Mother’s learning disability, and what services made of it, is asked about in every report.",
        "keeping_time": "The panel meets monthly; the business manager reports on time at each meeting.",
    },
    reworded=(
        3,
        (
            "How often were both children seen, seen alone and listened to, and what came of what Sibling 1 said at home and at "
            "school?"
        ),
    ),
    added="What did each agency know of the adult who joined the household in 2010, and from whom?",
    change=(
        "Line 3 now asks about school as well, and line 8 is new: three chronologies tell of the same man under two names."
    ),
    changed_on=date(2011, 8, 12),
    left_at="housing",
    left_interest="My department decided on the family’s move in 2010.",
    left_because="Decided on the family’s move.",
    later_interest="A neighbour’s daughter began to work for Saltmarsh this month.",
    later_done="The panel noted it. A panel member takes the chair for that agency’s report.",
    moved="tern-mental-health",
    moved_by_days=14,
    moved_because="The author was ill for three weeks.",
    read_by=(
        "childrens-social-care",
        "police",
        "community-health",
        "mere-general",
        "larkfield-surgery",
    ),
)
