"""The one way in which a file is turned away: with a sentence that says what to do."""


class FileRefused(Exception):
    """A file could not be read; ``reason`` says what is wrong with it and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
