"""XML in UTF-16, which Excel and Word read as they do UTF-8: made UTF-8, in which every place of a part is looked up and written."""

from __future__ import annotations

from jxbook.pattern import pattern

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 that says so begins, its bytes one way round or the other."""
_BEGINNINGS = {
    UTF16_MARKS[0] + b"<\0": "utf-16",
    UTF16_MARKS[1] + b"\0<": "utf-16",
    b"<\0?\0": "utf-16-le",
    b"\0<\0?": "utf-16-be",
}
"""How such a part begins; no picture does."""
_DECLARED = pattern(r"""\A(<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["'])[^"'>]{0,40}""")


def in_utf8(part: bytes) -> bytes:
    """A part of a package, one in UTF-16 in UTF-8 and saying so; any other, a damaged one too, as it is."""
    encoding = _BEGINNINGS.get(part[:4])
    if encoding is None:
        return part
    try:
        text = part.decode(encoding)
    except UnicodeDecodeError:
        return part
    return _DECLARED.sub(r"\1UTF-8", text, count=1).encode()
