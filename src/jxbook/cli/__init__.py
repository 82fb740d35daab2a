"""The command line."""

from __future__ import annotations

import atexit
import gc
import re
import sys
from collections.abc import Sequence

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    import argparse

    from jxbook.finding import Refusal

FINE, FOUND, REFUSED = 0, 1, 2
GARBAGE = 50_000
"""Objects between two searches for garbage: with Python's own 700, loading modules alone takes a hundred of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 fine, 1 findings of severity 错误 or 待完善, 2 refused."""
    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # a process that ends needs no search for garbage in all that it loaded
    from jxbook.cli.streams import speaking

    with speaking():
        return _run(sys.argv[1:] if arguments is None else arguments)


def _run(arguments: Sequence[str]) -> int:
    from jxbook.cli.parser import parse
    from jxbook.cli.streams import Unheard

    options = None
    try:
        try:
            options = parse(arguments)
            status: int = options.run(options)
        except SystemExit:  # --help: an answer, not a fault
            status = FINE
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where what stands in its way can still be told
    except _refusal() as refusal:
        return _refused(refusal, options)
    except BrokenPipeError:  # a reader that has gone away
        return FINE
    except Unheard:
        from jxbook.refusals.writing import cannot_answer

        return _refused(cannot_answer(), None)
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return REFUSED
    except Exception as error:  # the last resort: whatever we overlooked still ends in a sentence
        from jxbook.refusals.last_resort import failed_in_command

        return _refused(failed_in_command(error), options)
    return status


def _refused(refusal: Refusal, options: argparse.Namespace | None) -> int:
    """Say why nothing can be done, also to a program that asked for JSON."""
    for line in refusal.lines:
        _complain(line)
    if getattr(options, "json", False):
        from pathlib import Path

        from jxbook.cli.show import error_json, print_json

        print_json(error_json(refusal, getattr(options, "file", None) or Path()))
    return REFUSED


def _refusal() -> type[Refusal]:
    """The class, imported when something was raised: `jxbook --help` does without."""
    from jxbook.finding import Refusal

    return Refusal


def _complain(message: str) -> None:
    """One line on standard error, whatever a file's name or an error's text may hold."""
    indent = "  " if message.startswith("  ") else ""
    print(indent + re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", message).strip(), file=sys.stderr)
