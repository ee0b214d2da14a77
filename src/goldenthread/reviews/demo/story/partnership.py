"""The invented partnership and its ten member agencies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoAgency:
    """A member agency: its key in addresses, its name, and what it does in a few words."""

    key: str
    name: str
    does: str


@dataclass(frozen=True, slots=True)
class DemoPartnership:
    """A Board: ``prefix`` begins the references of its reviews."""

    name: str
    prefix: str
    nation: str
    contact: str


PARTNERSHIP = DemoPartnership(
    name="Northmere Safeguarding Children Board",
    prefix="NM",
    nation="england",
    contact="board@northmere-scb.example",
)

AGENCIES = (
    DemoAgency(
        "childrens-social-care",
        "Northmere Children’s Social Care",
        "assessment, child protection and family support",
    ),
    DemoAgency("police", "Northmere Police", "response policing and public protection"),
    DemoAgency(
        "community-health", "Northmere Community Health", "health visiting and school nursing"
    ),
    DemoAgency(
        "mere-general", "Mere General Hospital", "maternity, emergency and children’s services"
    ),
    DemoAgency("larkfield-surgery", "Larkfield Surgery", "general practice"),
    DemoAgency(
        "harbour-lane-school", "Harbour Lane Primary School", "primary school with a nursery class"
    ),
    DemoAgency("housing", "Northmere Housing", "social landlord"),
    DemoAgency("probation", "Northmere Probation Service", "supervision of offenders"),
    DemoAgency(
        "tern-mental-health", "Tern Adult Mental Health Service", "adult mental health care"
    ),
    DemoAgency("saltmarsh", "Saltmarsh Domestic Abuse Service", "advice and outreach, a charity"),
)

AGENCY_KEYS = tuple(agency.key for agency in AGENCIES)


def agency(key: str) -> DemoAgency:
    """The member agency with this key; KeyError for one that is not a member."""
    return {one.key: one for one in AGENCIES}[key]
