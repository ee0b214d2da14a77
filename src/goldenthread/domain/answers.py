"""An answer is a value: yes, or no with the reason a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """True when there is no reason against it.

    The page shows the button or this reason; the service refuses with the same reason.
    Because both ask the same function, they cannot disagree.
    """

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


YES = Answer()


class Refused(Exception):
    """A service was asked for something the rules do not allow; its text says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def require(answer: Answer) -> None:
    """Raise :class:`Refused` with the answer's reason unless the answer is yes."""
    if not answer:
        raise Refused(answer.reason)
