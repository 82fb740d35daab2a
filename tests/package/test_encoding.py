"""A part in UTF-16 is looked up and written as if it were UTF-8; nothing else is touched."""

import pytest

from jxbook.package.encoding import in_utf8

XML = '<?xml version="1.0" encoding="{}" standalone="yes"?><a>培训𠮷</a>'
WANTED = XML.format("UTF-8").encode()


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-16", "UTF-16"), ("utf-16-le", "utf-16"), ("utf-16-be", "UTF-16BE")]
)
def test_utf_16_becomes_utf_8_and_says_so(encoding: str, declared: str) -> None:
    assert in_utf8(XML.format(declared).encode(encoding)) == WANTED


def test_a_mark_in_front_may_do_without_a_declaration() -> None:
    assert in_utf8(b"\xfe\xff" + "<a>培训</a>".encode("utf-16-be")) == "<a>培训</a>".encode()


@pytest.mark.parametrize(
    "part",
    [WANTED, b"", b"<", b"\xff\xd8\xff\xe0 a picture", b"\xff\xfe\x00\x01", b"\xff\xfe<\0\x00\xd8<\0"],
    ids=["UTF-8", "empty", "short", "picture", "mark alone", "half a pair"],
)
def test_whatever_else_a_part_is_stays_as_it_is(part: bytes) -> None:
    assert in_utf8(part) == part
