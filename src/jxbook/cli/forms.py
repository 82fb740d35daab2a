"""The forms of a file that a command was given: all of them, or the one that --sheet names."""

from __future__ import annotations

import argparse
from pathlib import Path

from jxbook.assess import Assessed, assess, assess_all
from jxbook.file_names import allowed_name

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.workbook.grid import Change


def forms_of(options: argparse.Namespace) -> list[tuple[str, Assessed]]:
    """Each form with its name in the file, one at least. Raises Refusal as `assess`."""
    if options.sheet:
        return [(options.sheet, assess(options.file, options.policy, options.sheet))]
    return list(assess_all(options.file, options.policy))


def form_to_write(options: argparse.Namespace) -> list[tuple[str, Assessed]]:
    """The one form of a file that is to be written to, or the one that --sheet names.

    Raises Refusal as `assess`, which asks for --sheet where a file holds several; JX916 while the file is open.
    """
    from jxbook.workbook.locks import require_closed

    if not options.while_open:
        require_closed(options.file)
    return [("", assess(options.file, options.policy, options.sheet))]


def fitted(assessed: Assessed) -> tuple[Change, ...]:
    """The changes that raise the rows of a form whose texts would be cut in print, and keep it on its page."""
    from jxbook.making.printed import fitted_rows
    from jxbook.workbook.opening import workbook_in

    source = assessed.source
    return fitted_rows(workbook_in(source.data, source.name), source.grid, assessed.form)


def path_for(output: Path, name: str, count: int) -> Path:
    """Where what is made of a form goes: `output`, with the form's name in it where there are several."""
    return output if count == 1 else output.with_stem(f"{output.stem}-{allowed_name(name)}")
