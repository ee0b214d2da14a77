"""The people who work on the demo reviews and can sign in: at least one for every role.

Nobody here is in the case: authors and panel members must not have worked with the family, nor
managed those who did.
"""

from dataclasses import dataclass

from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS, agency


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who can sign in. ``agency`` is their employer’s key; empty for the Board and for independents."""

    name: str
    job_title: str
    role: Role
    agency: str = ""
    declaration: str = ""
    domain: str = ""
    """Where their e-mail is, if it is not that of the Board in Northmere."""

    @property
    def email(self) -> str:
        """An invented address, under a domain that is reserved for examples."""
        domain = self.domain or (
            f"{self.agency}.northmere.example" if self.agency else "northmere-scb.example"
        )
        return f"{self.name.lower().replace(' ', '.').replace('’', '')}@{domain}"


BOARD = (
    DemoAccount("Wilma Castlebury", "Board business manager", Role.BUSINESS_MANAGER),
    DemoAccount("Desmond Okorafe", "Head of safeguarding, committee chair", Role.COMMITTEE_MEMBER),
    DemoAccount("Harriet Silverdown", "Designated doctor", Role.COMMITTEE_MEMBER),
    DemoAccount("Winifred Ashgrove-Lyle", "Independent Chair of the Board", Role.BOARD_CHAIR),
)

REFERRER = DemoAccount(
    "Moira Kettlewood", "Named nurse for safeguarding", Role.REFERRER, "mere-general"
)

INDEPENDENT = (
    DemoAccount(
        "Jerome Attlewick",
        "Independent panel chair",
        Role.PANEL_CHAIR,
        declaration="I have never worked for any agency in Northmere, and I know none of the people in this case.",
    ),
    DemoAccount(
        "Constance Yarrowdale",
        "Independent overview author",
        Role.OVERVIEW_AUTHOR,
        declaration="I am independent of the Board and of every agency in it. I last worked in this region in "
        "1998, for none of its present members.",
    ),
)

# One row an agency: contact, senior officer, author, panel member; each a name and a job title.
_AT_AGENCIES: dict[str, tuple[tuple[str, str], ...]] = {
    "childrens-social-care": (
        ("Lydia Marchbrook", "Quality assurance officer"),
        ("Bernard Oakshire", "Director of children’s services"),
        ("Yvette Sandholm", "Independent reviewing officer"),
        ("Clement Birchall-Eddy", "Head of corporate parenting"),
    ),
    "police": (
        ("Gordon Fieldhurst", "Review team sergeant"),
        ("Rosalind Thornlow", "Assistant chief constable"),
        ("Trevor Quillmere", "Detective inspector, review team"),
        ("Judith Harwoodley", "Superintendent, neighbourhood policing"),
    ),
    "community-health": (
        ("Marcia Eversleigh", "Safeguarding administrator"),
        ("Colin Pemberdale", "Director of nursing"),
        ("Olwen Tarrantby", "Named nurse, another district"),
        ("Sandra Whitlowe", "Assistant director, children’s services"),
    ),
    "mere-general": (
        ("Felix Hartingdon", "Governance officer"),
        ("Beatrice Lowmoor", "Medical director"),
        ("Ravi Chandramere", "Consultant paediatrician, neonatal unit"),
        ("Eunice Fallowfold", "Deputy chief nurse"),
    ),
    "larkfield-surgery": (
        ("Tracey Inglemead", "Practice manager"),
        ("Stewart Plumridge", "Senior partner"),
        ("Gwendolen Ashby-Stroud", "Named doctor for primary care"),
        ("Malcolm Reedworth", "Assistant director, primary care"),
    ),
    "harbour-lane-school": (
        ("Noreen Copplestone", "Chair of governors"),
        ("Alistair Greywold", "Assistant director, education"),
        ("Fiona Merridew-Hart", "School improvement adviser"),
        ("Patrick Dovermoor-Lee", "Head of inclusion"),
    ),
    "housing": (
        ("Janice Cloverley", "Tenancy services manager"),
        ("Leonard Hebblewood", "Director of housing"),
        ("Shirley Ankerby", "Audit manager"),
        ("Ivor Pentland-Moss", "Head of homelessness"),
    ),
    "probation": (
        ("Denise Stourmoor-Kay", "Information officer"),
        ("Roland Wickersby", "Assistant chief officer"),
        ("Monica Trelawder", "Senior probation officer, another area"),
        ("Edwin Saxelthorpe", "Head of public protection"),
    ),
    "tern-mental-health": (
        ("Pauline Fernhough", "Clinical governance lead"),
        ("Hugh Larchfold-Day", "Chief executive"),
        ("Sabina Goldhawk", "Nurse consultant"),
        ("Neville Cresswood", "Associate director, adult services"),
    ),
    "saltmarsh": (
        ("Aisling Rookholt", "Office coordinator"),
        ("Theodora Bellweather", "Chief officer"),
        ("Camille Strandling", "Service manager, neighbouring charity"),
        ("Ottoline Farnsby", "Trustee"),
    ),
}

_AGENCY_ROLES = (Role.AGENCY_CONTACT, Role.SENIOR_OFFICER, Role.AGENCY_AUTHOR, Role.PANEL_MEMBER)


def _declaration(role: Role, key: str) -> str:
    if role is Role.AGENCY_AUTHOR:
        return (
            f"I was not involved with this family, and I have never managed anyone at {agency(key).name} "
            "who was."
        )
    if role is Role.PANEL_MEMBER:
        return "I have no line management of this case. I have no interest to declare."
    return ""


AT_AGENCIES = tuple(
    DemoAccount(name, job_title, role, key, _declaration(role, key))
    for key in AGENCY_KEYS
    for role, (name, job_title) in zip(_AGENCY_ROLES, _AT_AGENCIES[key], strict=True)
)

ACCOUNTS = (*BOARD, REFERRER, *INDEPENDENT, *AT_AGENCIES)


def accounts_for(role: Role, *, agency: str = "") -> tuple[DemoAccount, ...]:
    """Everyone with this role, at one agency where one is given."""
    return tuple(
        one for one in ACCOUNTS if one.role is role and (not agency or one.agency == agency)
    )
