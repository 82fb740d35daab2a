"""The forms of a file that a command was given: all of them, or the one that --sheet names."""

from __future__ import annotations

import argparse
from pathlib import Path

from jxbook.assess import Assessed, assess, assess_all
from jxbook.pattern import pattern

_NOT_IN_NAMES = pattern(r'[\\/:*?"<>|]')


def forms_of(options: argparse.Namespace) -> list[tuple[str, Assessed]]:
    """Each form with its name in the file, one at least. Raises Refusal as `assess`."""
    if options.sheet:
        return [(options.sheet, assess(options.file, options.policy, options.sheet))]
    return list(assess_all(options.file, options.policy))


def path_for(output: Path, name: str, count: int) -> Path:
    """Where what is made of a form goes: `output`, with the form's name in it where there are several."""
    return output if count == 1 else output.with_stem(f"{output.stem}-{_NOT_IN_NAMES.sub('_', name)}")
