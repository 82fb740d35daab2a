"""A part that many files share is read once, and never taken for another."""

import random

import pytest

from jxbook.package import open_zip
from jxbook.package.remember import remembered
from jxbook.package.writer import deflated, zip_bytes


@pytest.fixture
def reader():
    """A remembered reader, and what it was given to read."""
    given = []

    @remembered
    def read(xml, place):
        given.append(xml)
        return xml.decode()

    return read, given


def package(content, name="表.xlsx", part="styles.xml"):
    return open_zip(zip_bytes([deflated(part, content)]), name)


def test_the_same_part_of_another_file_is_not_read_again(reader):
    read, given = reader
    assert read(package(b"<a/>"), "styles.xml") == "<a/>"
    assert read(package(b"<a/>", "另一份.xlsx", "xl/styles.xml"), "xl/styles.xml") == "<a/>"
    assert given == [b"<a/>"]


def test_a_part_that_differs_is_read(reader):
    read, given = reader
    assert [read(package(one), "styles.xml") for one in (b"<a/>", b"<b/>", b"<a/>")] == [
        "<a/>",
        "<b/>",
        "<a/>",
    ]
    assert given == [b"<a/>", b"<b/>"]


def test_what_is_remembered_is_bounded_and_the_part_in_use_stays(reader):
    read, given = reader
    shared, large = b"<shared/>", bytes(random.Random(1).choices(b"<abcdefgh>", k=100_001))
    for at in range(200):
        read(package(shared), "styles.xml")
        read(package(f"<{at}/>".encode()), "styles.xml")
    assert given.count(shared) == 1
    read(package(b"<0/>"), "styles.xml")
    assert given.count(b"<0/>") == 2
    for _ in range(2):
        read(package(large), "styles.xml")
    assert given.count(large) == 2
