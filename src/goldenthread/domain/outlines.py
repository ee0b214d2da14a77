"""What a report is made of: sections, each with its heading and what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """One section of a report: its key, heading, and what it is for."""

    key: str
    heading: str
    purpose: str
