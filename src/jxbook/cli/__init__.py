"""The command line: `jxbook demo | new | score | check | report | policy | rule`."""

from __future__ import annotations

import atexit
import gc
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.finding import Refusal

FINE, FOUND, REFUSED = 0, 1, 2
GARBAGE = 50_000
"""Objects between two searches for garbage: with Python's own 700, loading modules alone takes a hundred of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 fine, 1 findings of severity 错误, 2 refused."""
    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # a process that ends needs no search for garbage in all that it loaded
    from jxbook.cli.parser import parse

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="replace"
            )  # a console that lacks a character must not end in a traceback
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a reader that has gone away can still be met
    except SystemExit:  # --help: an answer, not a fault
        raise
    except _refusal() as refusal:
        for line in refusal.lines:
            _complain(line)
        return REFUSED
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more
        return FINE
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return REFUSED
    except Exception as error:  # the last resort: whatever we overlooked still ends in a sentence
        from jxbook.refusals.last_resort import failed_in_command

        _complain(str(failed_in_command(error)))
        return REFUSED
    return status


def _refusal() -> type[Refusal]:
    """The class, imported when something was raised: `jxbook --help` does without."""
    from jxbook.finding import Refusal

    return Refusal


def _complain(message: str) -> None:
    """One line on standard error, whatever a file's name or an error's text may hold."""
    indent = "  " if message.startswith("  ") else ""
    print(indent + re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", message).strip(), file=sys.stderr)
