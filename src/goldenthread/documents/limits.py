"""How much of a file is read before it is turned away.

The ordinary chronology has 50 to 400 rows and the largest known a few thousand. The limits stand
far above that, and low enough that the worst file costs seconds and not the machine.
"""

MAX_BYTES = 25 * 1024 * 1024
"""The largest file taken in, in bytes."""

MAX_UNPACKED = 200 * 1024 * 1024
"""The most a zip-based file may unpack to, all parts together, in bytes."""

MAX_PART = 64 * 1024 * 1024
"""The most a single XML part may unpack to, in bytes."""

MAX_RATIO = 250
"""How many times its packed size a part may unpack to, once past ``RATIO_FROM``."""

RATIO_FROM = 8 * 1024 * 1024
"""Small parts of repeated text pack very well; the ratio counts only from here, in bytes."""

MAX_PARTS = 5_000
"""The most parts a zip-based file may list."""

MAX_ELEMENTS = 4_000_000
"""The most elements in an XML part: a tree of them takes about 120 bytes each."""

MAX_ATTRIBUTES = 6_000_000
"""The most attributes in an XML part."""

MAX_ROWS = 50_000
"""The most rows with something in them, all tables together."""

MAX_COLUMNS = 200
"""The most columns of a table."""

MAX_TEXT = 100 * 1024 * 1024
"""The most characters in all cells together (one shared text may be used by many cells)."""
