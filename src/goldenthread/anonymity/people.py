"""The register of people: who is in the case and what each is called."""

from dataclasses import dataclass, field

from goldenthread.anonymity.variants import Forms, compile_forms


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the case.

    ``names`` are full names (present, former, spelt differently); ``aliases`` anything else that
    points to the person: what they are called, initials, e-mail addresses, telephone numbers,
    handles, addresses, a date of birth; ``never`` is what looks like the person and is not.
    """

    key: str
    label: str
    role: str = ""
    agency: str = ""
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """The people of one case. The forms their names take are worked out once, when it is made.

    Raises ValueError when two people have the same key, or a person has no key or no label.
    """

    people: tuple[Person, ...]
    forms: Forms = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the forms of every name."""
        keys = [person.key for person in self.people]
        if len(set(keys)) < len(keys):
            raise ValueError("Two people in the register have the same key.")
        if not all(person.key and person.label.strip() for person in self.people):
            raise ValueError("Every person in the register needs a key and a label.")
        object.__setattr__(self, "forms", compile_forms(self.people))

    def person(self, key: str) -> Person:
        """The person with this key. Raises KeyError when there is none."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)
