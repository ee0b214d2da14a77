"""The proceedings that run beside the demo’s reviews, what is held back for them, and what is disclosed."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from goldenthread.reviews.services.proceedings import Known


@dataclass(frozen=True, slots=True)
class Held:
    """One hold: on publication, or (with an agency and a label) on one interview."""

    on: date
    reason: str
    asked_by: str
    look_again_on: date
    agency: str = ""
    whose: str = ""
    proceeding: int = 0
    """Which of the proceedings it is for, counted from 0."""
    looked_on: date | None = None
    found: str = ""
    next_on: date | None = None
    lifted_on: date | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request on the disclosure schedule, and its answer where there is one."""

    on: date
    document: str
    by: str
    basis: str
    agency: str = ""
    proceeding: int = 0
    decision: str = ""
    decided_on: date | None = None
    immunity: bool = False
    redactions: str = ""
    reason: str = ""
    served_on: date | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that runs beside one review. ``ended`` says of proceedings, by number, how each ended."""

    proceedings: tuple[tuple[date, Known], ...]
    ended: dict[int, tuple[date, Known]] = field(default_factory=dict)
    holds: tuple[Held, ...] = ()
    asked: tuple[Asked, ...] = ()


_TRIAL = Known(
    kind="criminal",
    body="Northmere Crown Court",
    reference="T2011 0417",
    contact="The senior investigating officer, Northmere Police",
    began_on=date(2011, 5, 9),
    next_on=date(2011, 12, 5),
    note="The officer is asked before a witness is interviewed, and before anything is published.",
)
_CARE = Known(
    kind="family_court",
    body="Northmere Family Proceedings Court",
    contact="The local authority’s solicitor",
    began_on=date(2011, 5, 12),
    next_on=date(2011, 10, 3),
)
_DISCIPLINARY = Known(kind="disciplinary", body="One of the agencies", began_on=date(2011, 7, 4))

LONG_CASE = Beside(
    proceedings=(
        (date(2011, 7, 5), _TRIAL),
        (date(2011, 7, 5), _CARE),
        (date(2011, 7, 5), _DISCIPLINARY),
    ),
    ended={
        0: (
            date(2012, 1, 23),
            Known(
                kind=_TRIAL.kind,
                body=_TRIAL.body,
                reference=_TRIAL.reference,
                contact=_TRIAL.contact,
                began_on=_TRIAL.began_on,
                ended_on=date(2012, 1, 20),
                outcome="The trial has ended with a conviction. No appeal is expected.",
                note=_TRIAL.note,
            ),
        ),
        1: (
            date(2011, 10, 5),
            Known(
                kind=_CARE.kind,
                body=_CARE.body,
                contact=_CARE.contact,
                began_on=_CARE.began_on,
                ended_on=date(2011, 10, 3),
                outcome="Final orders were made for both children.",
            ),
        ),
    },
    holds=(
        Held(
            on=date(2011, 7, 11),
            agency="community-health",
            whose="Health Visitor 2",
            reason="A witness in the trial. The statement is not complete yet.",
            asked_by="the senior investigating officer",
            look_again_on=date(2011, 8, 8),
            looked_on=date(2011, 8, 8),
            found="The statement is nearly complete. The hold stays for two more weeks.",
            next_on=date(2011, 8, 22),
            lifted_on=date(2011, 8, 19),
            because="The statement is complete, and the prosecutor agrees.",
        ),
        Held(
            on=date(2011, 7, 11),
            reason="Publication before the verdict could put the trial at risk.",
            asked_by="the prosecutor",
            look_again_on=date(2011, 12, 12),
            looked_on=date(2011, 12, 12),
            found="The trial has begun, and is expected to last into January.",
            next_on=date(2012, 1, 23),
            lifted_on=date(2012, 1, 24),
            because="The trial has ended, and the prosecutor has no objection.",
        ),
    ),
    asked=(
        Asked(
            on=date(2011, 9, 19),
            document="Chronology as submitted",
            by="The disclosure officer, Northmere Police",
            basis="Third-party material in criminal proceedings",
            agency="community-health",
            decision="redacted",
            decided_on=date(2011, 10, 7),
            redactions="Entries about other families.",
            served_on=date(2011, 10, 10),
        ),
        Asked(
            on=date(2011, 9, 19),
            document="Draft of the Overview Report",
            by="The disclosure officer, Northmere Police",
            basis="Third-party material in criminal proceedings",
            decision="left_to_court",
            decided_on=date(2011, 10, 7),
            immunity=True,
            reason="A draft that is still being checked with the agencies.",
        ),
        Asked(
            on=date(2011, 9, 26),
            document="Minutes of the panel",
            by="The local authority’s solicitor",
            basis="By agreement; there is no order",
            proceeding=1,
            decision="refused",
            decided_on=date(2011, 10, 7),
            reason="There is no order, and the court has the agencies’ own records.",
        ),
    ),
)


def waiting_for_trial(today: date) -> Beside:
    """A short review in which evidence comes in: a trial ahead, one interview held, its day to look again past."""
    recorded = today - timedelta(days=24)
    return Beside(
        proceedings=(
            (
                recorded,
                Known(
                    kind="criminal",
                    body="Northmere Crown Court",
                    contact="The senior investigating officer",
                    began_on=today - timedelta(days=60),
                    next_on=today + timedelta(days=21),
                ),
            ),
        ),
        holds=(
            Held(
                on=recorded,
                agency="police",
                whose="Response officer, second call",
                reason="May be called as a witness. The statement is taken first.",
                asked_by="the senior investigating officer",
                look_again_on=today - timedelta(days=3),
            ),
        ),
        asked=(
            Asked(
                on=today - timedelta(days=5),
                document="Terms of reference",
                by="The senior investigating officer",
                basis="By agreement; there is no order",
            ),
        ),
    )
