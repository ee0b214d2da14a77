"""Who is who in the long case: every real name, and the label it must get.

The child is Child K: the Board draws a letter, and never uses an initial. ``slips`` are forms that
occur in the agencies’ papers and that whoever keeps the register has not been told of; labelling has
to find them by itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonInCase:
    """One person named in the papers of the case.

    ``agency`` is the key of a professional’s agency and empty for family and neighbours. ``names`` are
    full forms, ``aliases`` known-as forms and known misspellings, ``slips`` misspellings nobody has
    registered, ``never`` what looks like the name and is not the person.
    """

    key: str
    label: str
    role: str
    agency: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @property
    def written_forms(self) -> tuple[str, ...]:
        """Every way the papers write this person."""
        return (*self.names, *self.aliases, *self.slips)


FAMILY = (
    PersonInCase(
        "child",
        "Child K",
        "the child",
        "",
        ("Elsie May Brackenshaw", "Elsie Brackenshaw"),
        ("Elsie", "Elsie-May", "Elsie May", "baby Elsie", "Els", "Elsey"),
        ("Elise", "Elsie Brakenshaw", "Elsi"),
        ("May 2010", "May 2011", "6 May", "3 May", "9 May"),
    ),
    PersonInCase(
        "mother",
        "Mother",
        "mother",
        "",
        ("Danielle Brackenshaw",),
        (
            "Danielle",
            "Dani",
            "Danni",
            "Ms Brackenshaw",
            "Miss Brackenshaw",
            "Miss D Brackenshaw",
            "D Brackenshaw",
            "Danielle Brakenshaw",
        ),
        ("Danielle Brackenshore", "Daniele", "Ms Brackinshaw", "Danny B", "Miss Brackenshore"),
    ),
    PersonInCase(
        "father",
        "Father",
        "father",
        "",
        ("Craig Tollemarsh",),
        ("Craig", "Mr Tollemarsh", "Craig Tolmarsh", "C Tollemarsh"),
        ("Craig Tollmarsh", "Mr Tolemarsh", "Criag"),
    ),
    PersonInCase(
        "mothers_partner",
        "Mother’s Partner",
        "mother’s partner from summer 2010",
        "",
        ("Dean Garrowby",),
        ("Dean", "Mr Garrowby", "Deano", "Dean Garraby", "D Garrowby", "Garrowby"),
        ("Dean Garroby", "Deane", "Mr Garraby", "Dean Garrowbie"),
        ("Dean Street", "22 Dean Street", "Dean St"),
    ),
    PersonInCase(
        "sibling",
        "Sibling 1",
        "brother",
        "",
        ("Alfie Tollemarsh",),
        ("Alfie", "Alf", "Alfie Brackenshaw", "Alfie Tollemarsh-Brackenshaw"),
        ("Alfy", "Alfie Tolmarsh", "Afie", "Alfie T"),
    ),
    PersonInCase(
        "grandmother",
        "Maternal Grandmother",
        "maternal grandmother",
        "",
        ("Maureen Brackenshaw",),
        ("Maureen", "Mo", "Nana Mo", "Mrs Brackenshaw", "Mrs M Brackenshaw"),
        ("Maurine", "Mrs Brakenshaw", "Nanna Mo"),
    ),
    PersonInCase(
        "aunt",
        "Paternal Aunt",
        "paternal aunt",
        "",
        ("Gemma Tollemarsh",),
        ("Gemma", "Gem"),
        ("Jemma Tollemarsh",),
    ),
    PersonInCase(
        "former_partner",
        "Former Partner 1",
        "former partner of the mother’s partner",
        "",
        ("Stacey Lintwell",),
        ("Stacey", "Ms Lintwell", "Stacy Lintwell"),
        ("Stacie Lintwell",),
    ),
    PersonInCase(
        "neighbour",
        "Neighbour 1",
        "neighbour at the second address",
        "",
        ("Iris Pottleby",),
        ("Mrs Pottleby", "Iris"),
        ("Mrs Potterby",),
        ("Iris Court",),
    ),
)

PROFESSIONALS = (
    PersonInCase(
        "social_worker_1",
        "Social Worker 1",
        "social worker, assessment in 2009",
        "childrens-social-care",
        ("Hannah Dunmarrow",),
        ("Hannah", "Ms Dunmarrow", "H Dunmarrow"),
        ("Hanna Dunmarrow", "Hannah Dunmorrow"),
    ),
    PersonInCase(
        "social_worker_2",
        "Social Worker 2",
        "social worker, assessment in 2011",
        "childrens-social-care",
        ("Femi Adelore",),
        ("Femi", "Mr Adelore", "F Adelore"),
        ("Femi Adelor", "Mr Adalore"),
    ),
    PersonInCase(
        "team_manager",
        "Team Manager 1",
        "team manager, assessment team",
        "childrens-social-care",
        ("Philip Stanbarrow",),
        ("Phil Stanbarrow", "Phil", "P Stanbarrow"),
        ("Phillip Stanbarrow",),
    ),
    PersonInCase(
        "police_officer_1",
        "Police Officer 1",
        "response constable",
        "police",
        ("Darren Thistleby",),
        ("PC Thistleby", "PC 4471 Thistleby", "PC D Thistleby"),
        ("PC Thistelby",),
    ),
    PersonInCase(
        "police_officer_2",
        "Police Officer 2",
        "response constable",
        "police",
        ("Amy Wetherlock",),
        ("PC Wetherlock", "PC 5208 Wetherlock", "PC A Wetherlock"),
        ("PC Weatherlock",),
    ),
    PersonInCase(
        "detective",
        "Police Officer 3",
        "detective sergeant, public protection",
        "police",
        ("Ruth Ravenhythe",),
        ("DS Ravenhythe", "DS R Ravenhythe"),
        ("DS Ravenhyth",),
    ),
    PersonInCase(
        "health_visitor_1",
        "Health Visitor 1",
        "health visitor until November 2010",
        "community-health",
        ("Susan Pellingham",),
        ("Sue Pellingham", "Sue", "Sue P", "S Pellingham"),
        ("Sue Pelingham", "Sue Pellingam"),
    ),
    PersonInCase(
        "health_visitor_2",
        "Health Visitor 2",
        "health visitor from January 2011",
        "community-health",
        ("Beverley Anstycombe",),
        ("Bev Anstycombe", "Bev", "B Anstycombe"),
        ("Beverly Anstycombe", "Bev Anstecombe"),
    ),
    PersonInCase(
        "school_nurse",
        "School Nurse 1",
        "school nurse",
        "community-health",
        ("Priya Samarthan",),
        ("Priya", "P Samarthan"),
        ("Pria Samarthan",),
    ),
    PersonInCase(
        "midwife",
        "Midwife 1",
        "community midwife",
        "mere-general",
        ("Lorraine Fenwright",),
        ("Lorraine", "L Fenwright"),
        ("Loraine Fenwright",),
    ),
    PersonInCase(
        "consultant",
        "Consultant Paediatrician 1",
        "consultant paediatrician",
        "mere-general",
        ("Anil Kashvarma",),
        ("Dr Kashvarma", "Dr A Kashvarma"),
        ("Dr Kashverma",),
    ),
    PersonInCase(
        "hospital_doctor",
        "Hospital Doctor 1",
        "junior doctor, emergency department",
        "mere-general",
        ("Imogen Halcombe",),
        ("Dr Halcombe", "Dr I Halcombe"),
        ("Dr Holcombe",),
    ),
    PersonInCase(
        "gp_1",
        "GP 1",
        "general practitioner",
        "larkfield-surgery",
        ("Peter Marlowick",),
        ("Dr Marlowick", "Dr P Marlowick"),
        ("Dr Marlowich",),
    ),
    PersonInCase(
        "gp_2",
        "GP 2",
        "general practitioner",
        "larkfield-surgery",
        ("Nadia Farrokhan",),
        ("Dr Farrokhan", "Dr N Farrokhan"),
        ("Dr Farokhan",),
    ),
    PersonInCase(
        "head_teacher",
        "Head Teacher 1",
        "head teacher and designated teacher",
        "harbour-lane-school",
        ("Joan Tidewell",),
        ("Mrs Tidewell", "Mrs J Tidewell"),
        ("Mrs Tidwell",),
    ),
    PersonInCase(
        "teacher",
        "Teacher 1",
        "class teacher, reception and year one",
        "harbour-lane-school",
        ("Bethan Rhoswell",),
        ("Miss Rhoswell", "Miss B Rhoswell", "Bethan"),
        ("Miss Roswell",),
    ),
    PersonInCase(
        "housing_officer",
        "Housing Officer 1",
        "neighbourhood housing officer",
        "housing",
        ("Mark Hollowdene",),
        ("M Hollowdene", "Mr Hollowdene"),
        ("Mark Holowdene",),
        ("bench mark",),
    ),
    PersonInCase(
        "probation_officer",
        "Probation Officer 1",
        "offender manager",
        "probation",
        ("Gareth Llanmoor",),
        ("Gareth", "Mr Llanmoor", "G Llanmoor"),
        ("Gareth Lanmoor",),
    ),
    PersonInCase(
        "mental_health_nurse",
        "Mental Health Nurse 1",
        "community psychiatric nurse",
        "tern-mental-health",
        ("Angela Brightmoor",),
        ("Angela", "Angie Brightmoor", "A Brightmoor"),
        ("Angela Britemoor",),
    ),
    PersonInCase(
        "domestic_abuse_worker",
        "Domestic Abuse Worker 1",
        "outreach worker",
        "saltmarsh",
        ("Kirsty Lamberhythe",),
        ("Kirsty", "K Lamberhythe"),
        ("Kirstie Lamberhythe",),
    ),
)

PEOPLE = (*FAMILY, *PROFESSIONALS)


def person(key: str) -> PersonInCase:
    """The person with this key; KeyError for one who is not in the case."""
    return {one.key: one for one in PEOPLE}[key]


def labels() -> dict[str, str]:
    """The label of every person, by the person’s key."""
    return {one.key: one.label for one in PEOPLE}
