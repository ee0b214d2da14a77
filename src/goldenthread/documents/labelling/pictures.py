"""Pictures without what their files say beside the picture: who made them, when, and where."""

from goldenthread.documents.refused import FileRefused

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"sBIT",
    b"pHYs",
    b"bKGD",
}
_DAMAGED = "A picture in the file is damaged. Take it out of the file, or put it in again."


def without_metadata(data: bytes) -> bytes:
    """The same picture, with no more in its file than the picture. FileRefused for one that is damaged."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _gif(data)
    raise FileRefused(_DAMAGED)


def _png(data: bytes) -> bytes:
    out, at = [_PNG], len(_PNG)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, end = data[at + 4 : at + 8], at + 12 + size
        if end > len(data):
            break
        if kind in _PNG_KEPT:
            out.append(data[at:end])
        if kind == b"IEND":
            return b"".join(out)
        at = end
    raise FileRefused(_DAMAGED)


def _jpeg(data: bytes) -> bytes:
    out, at = [b"\xff\xd8"], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9")
            if end < at:
                break
            return b"".join([*out, data[at : end + 2]])
        # Application segments and comments hold the camera, the place and the thumbnail; 0 and 14 the colours.
        if not (0xE1 <= marker <= 0xED or marker == 0xEF or marker == 0xFE):
            out.append(data[at : at + 2 + size])
        at += 2 + size
    raise FileRefused(_DAMAGED)


def _gif(data: bytes) -> bytes:
    if len(data) < 13:
        raise FileRefused(_DAMAGED)
    table = 3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0
    out, at = [data[: 13 + table]], 13 + table
    while at < len(data):
        if data[at] == 0x3B:
            return b"".join([*out, b";"])
        if data[at] == 0x21:
            end = _past_blocks(data, at + 2)
            if data[at + 1] == 0xF9:
                out.append(data[at:end])
        elif data[at] == 0x2C and at + 10 <= len(data):
            local = 3 * 2 ** ((data[at + 9] & 7) + 1) if data[at + 9] & 0x80 else 0
            end = _past_blocks(data, at + 11 + local)
            out.append(data[at:end])
        else:
            break
        at = end
    raise FileRefused(_DAMAGED)


def _past_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1
