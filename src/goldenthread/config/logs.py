"""Logs that tell where something went wrong, and never what somebody wrote."""

import logging
import traceback


class PlacesOnly(logging.Formatter):
    """Time, level, logger and, for an error, its kind and the places it passed through.

    The error's own text is left out: it can hold what a person typed. So are a message's arguments,
    which can hold an address or a file name.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, and one more for each place of an error."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.msg}"
        if not record.exc_info or record.exc_info[1] is None:
            return head
        error = record.exc_info[1]
        places = [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        return "\n".join([head, f"  {type(error).__name__}", *places])
