"""The Python behind Excel's cells and buttons: `pythonw -I -B -m jxbook.excel.server {class}`.

The macros of every workbook, also of those made long ago, start this module by its name, and xlwings' DLL puts
the identity of the COM class in. What the cells need is loaded before the class is offered: where that fails
this process ends, and Excel is told at once instead of waiting for it.
"""

from __future__ import annotations

import sys

from jxbook.excel.journal import STARTING, note_failure


def main(arguments: list[str]) -> None:
    """Serve Excel until it ends."""
    try:
        import xlwings

        import jxbook.excel.udfs  # noqa: F401 - by name, when a cell calls it
    except BaseException as error:
        note_failure(STARTING, error)
        raise
    xlwings.serve(*arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
