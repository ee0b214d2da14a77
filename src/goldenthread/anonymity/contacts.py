"""Ways to reach or place a person that stand in the register beside the names."""

import re
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.anonymity.calendar_dates import read_date
from goldenthread.anonymity.normalise import fold, words


class ContactKind(StrEnum):
    """What kind of contact or mark of a person is listed."""

    EMAIL = "email address"
    PHONE = "phone number"
    HANDLE = "online name"
    ADDRESS = "address"
    BIRTH = "date of birth"
    NUMBER = "reference number"


@dataclass(frozen=True, slots=True)
class Contact:
    """A listed contact: ``value`` is folded; digits only for phones, ISO for a date of birth."""

    kind: ContactKind
    value: str
    person: int


def phone_digits(text: str) -> str:
    """The digits of a telephone number, +44 and 0044 written as 0."""
    digits = re.sub(r"\D", "", text)
    return (
        "0" + re.sub(r"^(?:0044|44)0?", "", digits) if digits.startswith(("0044", "44")) else digits
    )


def read_contact(entry: str, person: int) -> Contact | None:
    """What kind of contact an entry of the register is; None when it is a name."""
    plain = fold(entry.strip()).lower
    bare = re.sub(r"^(?:dob|d\.o\.b\.?|born|date of birth|tel|phone|mobile|e-?mail)\W+", "", plain)
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", bare):
        return Contact(ContactKind.EMAIL, bare, person)
    if re.fullmatch(r"@\S{2,}", bare):
        return Contact(ContactKind.HANDLE, bare[1:], person)
    born = read_date(bare)
    if born is not None:
        return Contact(ContactKind.BIRTH, born.isoformat(), person)
    digits = re.sub(r"\D", "", bare)
    if len(digits) >= 6 and re.fullmatch(r"[\d\s()+./-]+", bare):
        if digits.startswith("0") or (digits.startswith("44") and len(digits) > 10):
            return Contact(ContactKind.PHONE, phone_digits(bare), person)
        return Contact(ContactKind.NUMBER, digits, person)
    if digits and len(bare.split()) > 1:
        return Contact(ContactKind.ADDRESS, " ".join(words(bare)), person)
    if re.fullmatch(r"[\w.-]*(?:\d|_)[\w.-]*", bare) and len(bare) > 3:
        return Contact(ContactKind.HANDLE, bare, person)
    return None
