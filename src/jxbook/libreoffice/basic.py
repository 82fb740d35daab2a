"""The Basic module that answers JX_ functions: a wrapper for every entry of the registry."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.functions.registry import CellFunction
from jxbook.libreoffice.sources import source

MODULE = "Jx"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{MODULE}" script:language="StarBasic">"""


def basic_module(functions: Iterable[CellFunction]) -> str:
    """The module as LibreOffice stores it, an .xba file."""
    code = "\n".join([source("Jx.bas"), *map(_wrapper, functions)])
    code = code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{_HEAD}{code}</script:module>\n"


def _wrapper(function: CellFunction) -> str:
    """The Basic function of one entry.

    Every argument is declared optional, as a missing one would otherwise be a runtime error, for which
    LibreOffice opens a dialog.
    """
    names = [argument.name for argument in function.arguments]
    least = [f"IsMissing({name})" for name in names[: function.least]]
    lines = [f"' {function.description}"]
    lines.append(f"Function {function.name}({', '.join(f'Optional {name}' for name in names)})")
    if least:
        lines.append(f"  If {' Or '.join(least)} Then")
        lines += [f"    {function.name} = Array()", "    Exit Function", "  End If"]
    lines += [f"  If IsMissing({name}) Then {name} = Empty" for name in names[function.least :]]
    lines.append(f'  {function.name} = JxAnswer("{function.name}", Array({", ".join(names)}))')
    return "\n".join([*lines, "End Function", ""])
