"""What some agencies of the long case answer beside whether they were involved, and who answers late."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """One agency’s fuller answer; names apart, as they are sealed."""

    service: str
    professionals: str
    people_found: str
    concerns: str
    known_from: date
    proposed_author: str
    approved_by_manager: str
    records_secured_by: str
    records_held_at: str
    criteria_met: str = "yes"
    worked_together_badly: str = "yes"
    action_taken: str = ""
    others_involved: str = ""


ANSWERED_LATE = {"saltmarsh": date(2011, 5, 25)}

FULLER = {
    "police": Told(
        service="Response policing, and the public protection unit.",
        professionals="DS Ravenhythe, public protection, still in post.",
        people_found="Danielle Brackenshaw, and Dean Garrowby, whom one record calls Dean Garraby.",
        concerns="Notifications were sent each time. We cannot see from our records that any was answered.",
        known_from=date(2008, 5, 17),
        proposed_author="Trevor Quillmere, review team",
        approved_by_manager="Rosalind Thornlow, assistant chief constable",
        records_secured_by="The force’s records manager",
        records_held_at="Incident logs frozen; the paper file in the exhibits store.",
        action_taken="Mr Garrowby was arrested on the day.",
    ),
    "probation": Told(
        service="Supervision under a community order.",
        professionals="The offender manager of that time, who has since left.",
        people_found="Dean Garrowby only. The household’s name was not on our record.",
        concerns="We did not know that there was a child in the home.",
        known_from=date(2010, 2, 1),
        proposed_author="Monica Trelawder, from another area",
        approved_by_manager="Roland Wickersby, assistant chief officer",
        records_secured_by="The information officer",
        records_held_at="Case record closed to the team; paper in the area office safe.",
        others_involved="Saltmarsh, who rang us once.",
    ),
}
