"""Our entries in the files of a LibreOffice profile: put in beside what is there, and taken out again.

Everything works on bytes and changes only its own, so that what was there before comes back exactly.
LibreOffice writes registrymodifications.xcu anew when it closes; our entries are then known by their name.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from jxbook.pattern import pattern

_XCU_HEAD = b"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
"""
_XCU_TAIL = b"</oor:items>"
_SETUP = (
    b'<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
    b"<value>true</value></prop></item>\n"
)
"""Without it LibreOffice, started for the first time, puts an empty Basic library in the place of ours."""

MENU = "cn.jxbook.menu"
_MENU_BAR = "/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar"
_MENU_AS_WRITTEN = pattern(
    rf'<item oor:path="{re.escape(_MENU_BAR)}"><node oor:name="{re.escape(MENU)}".*?</item>\r?\n?'.encode(),
    re.DOTALL,
)
COMMANDS = {"校验": "check_document", "生成报告": "write_report"}
"""The entries of the menu, and the function of the script that each one runs."""

_LIBRARY_HEAD = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
"""
_LIBRARY_TAIL = b"</library:library>"

LIBRARIES = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
"""The list of libraries of a profile that has none: script.xlc and dialog.xlc."""


def script_url(function: str) -> str:
    """The address of a function of our script, for a menu entry or a script provider."""
    return f"vnd.sun.star.script:jxbook_functions.py${function}?language=Python&location=user"


def with_settings(xcu: bytes | None) -> bytes:
    """registrymodifications.xcu with our menu. Raises ValueError when it is none."""
    xcu = without_settings(xcu) if xcu is not None else None
    if xcu is None:
        return _XCU_HEAD + _menu() + _SETUP + _XCU_TAIL + b"\n"
    return _before_end(xcu, _XCU_TAIL, _menu() + (b"" if _is_set_up(xcu) else _SETUP))


def without_settings(xcu: bytes) -> bytes | None:
    """The reverse of `with_settings`; None for the file that it made. Raises ValueError."""
    _parse(xcu, "items")
    for ours in (_menu() + _SETUP, _menu()):
        xcu = xcu.replace(ours, b"")
    xcu = _MENU_AS_WRITTEN.sub(b"", xcu)
    return None if xcu == _XCU_HEAD + _XCU_TAIL + b"\n" else xcu


def with_module(xlb: bytes | None, module: str) -> bytes:
    """A library's script.xlb with a module more. Raises ValueError when it is none."""
    if xlb is None:
        return _LIBRARY_HEAD + _element(module) + _LIBRARY_TAIL + b"\n"
    if _has(xlb, "library", "element", module):
        return xlb
    end = xlb.rstrip()
    if end.endswith(b"/>"):  # a library without modules
        rest = xlb[len(end) :]
        return end[:-2] + b">" + _element(module).strip() + _LIBRARY_TAIL + rest
    return _before_end(xlb, _LIBRARY_TAIL, _element(module))


def without_module(xlb: bytes, module: str) -> bytes | None:
    """The reverse of `with_module`; None for the file that it made. Raises ValueError."""
    _parse(xlb, "library")
    bare = _element(module).strip()
    xlb = xlb.replace(b">" + bare + _LIBRARY_TAIL, b"/>").replace(_element(module), b"").replace(bare, b"")
    return None if xlb == _LIBRARY_HEAD + _LIBRARY_TAIL + b"\n" else xlb


def with_standard(xlc: bytes | None) -> bytes:
    """A list of libraries that has the library Standard. Raises ValueError when it is none."""
    if xlc is None:
        return LIBRARIES
    if _has(xlc, "libraries", "library", "Standard"):
        return xlc
    return _before_end(
        xlc, b"</library:libraries>", b' <library:library library:name="Standard" library:link="false"/>\n'
    )


def _element(module: str) -> bytes:
    return f' <library:element library:name="{module}"/>\n'.encode()


def _menu() -> bytes:
    entries = "".join(
        f'<node oor:name="m{number}" oor:op="replace">{_text("URL", script_url(function))}'
        f"{_text('Title', title)}{_text('Target', '_self')}</node>"
        for number, (title, function) in enumerate(COMMANDS.items(), 1)
    )
    return (
        f'<item oor:path="{_MENU_BAR}"><node oor:name="{MENU}" oor:op="replace">{_text("Title", "绩效评价")}'
        f"{_text('Context', 'com.sun.star.sheet.SpreadsheetDocument')}"
        f'<node oor:name="Submenu">{entries}</node></node></item>\n'
    ).encode()


def _text(name: str, value: str) -> str:
    value = value.replace("&", "&amp;")
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'


def _is_set_up(xcu: bytes) -> bool:
    name = "{http://openoffice.org/2001/registry}name"
    return any(prop.get(name) == "ooSetupInstCompleted" for prop in _parse(xcu, "items").iter("prop"))


def _has(xml: bytes, root: str, kind: str, name: str) -> bool:
    """Does this list name a module or a library? LibreOffice does not tell upper and lower case apart."""
    space = "{http://openoffice.org/2000/library}"
    names = [one.get(f"{space}name", "").lower() for one in _parse(xml, root).iter(space + kind)]
    return name.lower() in names


def _parse(xml: bytes, root: str) -> ElementTree.Element:
    try:
        tree = ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    if not tree.tag.endswith(f"}}{root}"):
        raise ValueError(tree.tag)
    return tree


def _before_end(xml: bytes, end: bytes, more: bytes) -> bytes:
    at = xml.rindex(end)  # a ValueError of its own when there is none
    return xml[:at] + more + xml[at:]
