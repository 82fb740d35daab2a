"""The styles of a workbook, with some more behind those that are there: no number of a style changes."""

from __future__ import annotations

import re

from jxbook.refusals.reading import damaged

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PERCENT, GENERAL, TEXT = 10, 0, 49
"""Numbers of formats that every program knows: 0.00%, General and @."""
_FIRST_OWN_FORMAT = 164
_CHILD = {"fonts": "font", "fills": "fill", "borders": "border", "cellXfs": "xf", "dxfs": "dxf"}
_BEHIND = {"numFmts": ("fonts",), "dxfs": ("tableStyles", "colors", "extLst")}
"""Containers that may be missing, and what they stand before."""


class Stylesheet:
    """The part styles.xml as text; `place` is the file's name, for messages."""

    def __init__(self, text: str, place: str) -> None:
        self.text = text
        self._place = place
        self._known: dict[tuple[object, ...], int] = {}

    def with_format(self, style: int, number_format: int) -> int:
        """The style that looks like this one and shows numbers in another format."""
        key = "format", style, number_format
        if key not in self._known:
            element = self._child("cellXfs", style)
            element = _with(element, numFmtId=number_format, applyNumberFormat=1)
            self._known[key] = self._append("cellXfs", re.sub(r' quotePrefix="\w+"', "", element))
        return self._known[key]

    def take(self, source: Stylesheet, style: int) -> int:
        """A cell style of another workbook: its font, fill, border and number format with it."""
        key = "cell", style
        if key not in self._known:
            element = source._child("cellXfs", style)
            numbers = {
                f"{_CHILD[container]}Id": self._take_child(
                    source, container, int(_attribute(element, f"{_CHILD[container]}Id") or 0)
                )
                for container in ("fonts", "fills", "borders")
            }
            number_format = self._take_format(source, int(_attribute(element, "numFmtId") or 0))
            self._known[key] = self._append(
                "cellXfs", _with(element, **numbers, numFmtId=number_format, xfId=0)
            )
        return self._known[key]

    def take_conditional(self, source: Stylesheet, number: int) -> int:
        """A conditional style of another workbook."""
        return self._take_child(source, "dxfs", number)

    def _take_child(self, source: Stylesheet, container: str, number: int) -> int:
        key = container, number
        if key not in self._known:
            self._known[key] = self._append(container, source._child(container, number))
        return self._known[key]

    def _take_format(self, source: Stylesheet, number: int) -> int:
        if number < _FIRST_OWN_FORMAT:
            return number
        key = "numFmts", number
        if key not in self._known:
            found = re.search(rf'<numFmt numFmtId="{number}"( formatCode="[^"]*")/>', source.text)
            taken = [
                int(one) for one in re.findall(r'<(?:\w+:)?numFmt\b[^>]*?\bnumFmtId="(\d{1,9})"', self.text)
            ]
            own = max([_FIRST_OWN_FORMAT - 1, *taken]) + 1
            self._append("numFmts", f'<numFmt numFmtId="{own}"{found[1] if found else ""}/>')
            self._known[key] = own
        return self._known[key]

    def _child(self, container: str, number: int) -> str:
        """The element of this number in a container."""
        found = list(_children(self._inside(container), _CHILD[container]))
        if number >= len(found):
            raise damaged(self._place)
        return found[number]

    def _inside(self, container: str) -> str:
        found = _container(self.text, container)
        return found[3] if found else ""

    def _append(self, container: str, element: str) -> int:
        """Put an element behind the others of a container; its number."""
        if _container(self.text, container) is None:
            self._begin(container)
        found = _container(self.text, container)
        if found is None:
            raise damaged(self._place)
        prefix, attributes, inside = found[1], found[2], found[3] or ""
        count = len(list(_children(inside, _CHILD.get(container, "numFmt"))))
        attributes = re.sub(r'\scount="\d+"', "", attributes) + f' count="{count + 1}"'
        if prefix and f"<{prefix}" not in element:
            element = re.sub(r"\A<(\w+)", rf'<\1 xmlns="{MAIN}"', element)
        whole = f"<{prefix}{container}{attributes}>{inside}{element}</{prefix}{container}>"
        self.text = self.text[: found.start()] + whole + self.text[found.end() :]
        return count

    def _begin(self, container: str) -> None:
        """An empty container in its place."""
        names = "|".join(_BEHIND.get(container, ()))
        place = re.search(rf"<((?:\w+:)?)(?:{names})\b|</((?:\w+:)?)styleSheet\s*>", self.text)
        if place is None:
            raise damaged(self._place)
        prefix = place[1] or place[2] or ""
        empty = f"<{prefix}{container}></{prefix}{container}>"
        self.text = self.text[: place.start()] + empty + self.text[place.start() :]


def _container(text: str, name: str) -> re.Match[str] | None:
    return re.search(rf"<((?:\w+:)?){name}\b([^>]*?)(?:/>|>(.*?)</\1{name}\s*>)", text, re.DOTALL)


def _children(inside: str, name: str) -> list[str]:
    found = re.finditer(rf"<((?:\w+:)?){name}\b[^>]*?(?:/>|>.*?</\1{name}\s*>)", inside or "", re.DOTALL)
    return [one[0] for one in found]


def _attribute(element: str, name: str) -> str | None:
    found = re.match(rf'<[^>]*?\s{name}="([^"]*)"', element)
    return found[1] if found else None


def _with(element: str, **attributes: int) -> str:
    """An element with these attributes, in place of what it had for them."""
    head, mark, tail = element.partition(">")
    closing = "/" if head.endswith("/") else ""
    head = head.removesuffix("/").rstrip()
    for name, value in attributes.items():
        head = re.sub(rf'\s{name}="[^"]*"', "", head) + f' {name}="{value}"'
    return head + closing + mark + tail
