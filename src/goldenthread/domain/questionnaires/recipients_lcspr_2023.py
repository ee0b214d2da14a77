"""Who must be told of the partners' decision on a local review, yes or no, and of its sign-off."""

from goldenthread.domain.notices import Letter, Occasion, Recipient

_BOTH = (Occasion.DECISION, Occasion.SIGN_OFF)

RECIPIENTS = (
    Recipient(
        "national-panel",
        "Child Safeguarding Practice Review Panel",
        Letter.AUTHORITY,
        _BOTH,
        hint="With the report of the rapid review, also where there will be no local review.",
    ),
    Recipient("department", "Department for Education", Letter.AUTHORITY, _BOTH),
    Recipient("inspectorate", "Ofsted", Letter.AUTHORITY, _BOTH),
    Recipient("agency", "Each agency that was asked", Letter.AGENCY, _BOTH, each_agency=True),
    Recipient(
        "family",
        "The family",
        Letter.FAMILY,
        _BOTH,
        hint="Told by a person they know, with the letter handed over. Ask the police first where there is an "
        "investigation.",
    ),
    Recipient(
        "referrer",
        "Whoever notified the incident",
        Letter.REFERRER,
        (Occasion.DECISION,),
        hint="Told the outcome, and nothing else.",
    ),
    Recipient(
        "other-partnership",
        "Another safeguarding partnership",
        Letter.AUTHORITY,
        _BOTH,
        is_required=False,
        hint="Where the family has lived elsewhere.",
    ),
)
