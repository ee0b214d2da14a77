"""The text of a file that does not say in which alphabet its bytes are."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 200_000
_USUAL = frozenset("’‘“”–—…•£€°½¼¾éèêëáàâäíïîóòôöúùûüçñŵŷÉÁÍÓÚ\u00a0²·×")
"""What English and Welsh text holds beside the letters of ASCII."""
_WINDOWS = "The file was read in the Windows alphabet (Windows-1252)."
_MAC = "The file was read in the alphabet of old Macintosh programs (Mac OS Roman)."


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a sentence where the alphabet had to be guessed from what it makes of it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[offset:4096:2].count(0) > 0.9 * len(data[offset:4096:2]):
            return data.decode(encoding, errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; they show as a sign and not as a stop.
        sample = data[:_SAMPLE]
        windows = _oddities(sample.decode("cp1252", errors="replace"))
        mac = _oddities(sample.decode("mac-roman"))
        if mac < windows:
            return data.decode("mac-roman"), (_MAC,)
        return data.decode("cp1252", errors="replace"), (_WINDOWS,)


def _oddities(text: str) -> int:
    """The number of signs that ordinary text does not hold."""
    return sum(letter > "\x7f" and letter not in _USUAL for letter in text)
