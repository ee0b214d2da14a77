"""Who must be told of the decision on a Serious Case Review, yes or no, and of its sign-off."""

from goldenthread.domain.notices import Letter, Occasion, Recipient

_BOTH = (Occasion.DECISION, Occasion.SIGN_OFF)

RECIPIENTS = (
    Recipient(
        "inspectorate",
        "Ofsted",
        Letter.AUTHORITY,
        _BOTH,
        hint="Also where there will be no review.",
    ),
    Recipient(
        "department",
        "Department for Education",
        Letter.AUTHORITY,
        _BOTH,
        hint="Also where there will be no review.",
    ),
    Recipient(
        "health-authority",
        "Strategic Health Authority",
        Letter.AUTHORITY,
        _BOTH,
    ),
    Recipient(
        "commissioner",
        "Primary Care Trust",
        Letter.AUTHORITY,
        _BOTH,
    ),
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
        "Whoever referred the case",
        Letter.REFERRER,
        (Occasion.DECISION,),
        hint="Told the outcome, and nothing else.",
    ),
    Recipient(
        "inspectorates-other",
        "Another inspectorate",
        Letter.AUTHORITY,
        _BOTH,
        is_required=False,
        hint="Of the police, of probation, of prisons or of health care, where their services were involved.",
    ),
)
