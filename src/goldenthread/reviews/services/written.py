"""Two people never overwrite each other: a save names the version it began from."""

from collections.abc import Mapping

from goldenthread.domain.answers import Refused


class WrittenMeanwhile(Refused):
    """Somebody else saved the section while this person was writing; ``text`` is what they saved."""

    def __init__(self, *, text: str, version: int, who: str) -> None:
        super().__init__(
            f"{who} saved this section while you were writing. Both texts are below:"
            " put together what you want to keep, then save."
        )
        self.text = text
        self.version = version


def require_version(*, kept: int, began_from: int, text: str, who: str) -> None:
    """Raise :class:`WrittenMeanwhile` unless the section is still as the writer found it."""
    if kept != began_from:
        raise WrittenMeanwhile(text=text, version=kept, who=who)


class DraftMeanwhile(Refused):
    """Somebody else kept a draft of the same form while this person was writing; ``answers`` is theirs."""

    def __init__(self, *, answers: Mapping[str, str], version: str, who: str) -> None:
        super().__init__(
            f"{who} kept a draft while you were writing. Where it differs from yours is shown below:"
            " put together what you want to keep, then save."
        )
        self.answers = answers
        self.version = version
