"""The command line."""

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
    import argparse

    from jxbook.finding import Refusal

FINE, FOUND, REFUSED = 0, 1, 2
GARBAGE = 50_000
"""Objects between two searches for garbage: with Python's own 700, loading modules alone takes a hundred of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 fine, 1 findings of severity 错误 or 待完善, 2 refused."""
    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # a process that ends needs no search for garbage in all that it loaded
    from jxbook.cli.parser import parse

    _speak_chinese()
    options = None
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a reader that has gone away can still be met
    except SystemExit:  # --help: an answer, not a fault
        raise
    except _refusal() as refusal:
        return _refused(refusal, options)
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more
        return FINE
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return REFUSED
    except Exception as error:  # the last resort: whatever we overlooked still ends in a sentence
        from jxbook.refusals.last_resort import failed_in_command

        return _refused(failed_in_command(error), options)
    return status


def _speak_chinese() -> None:
    """Make both streams able to take what we say; a console that lacks a character must not end in a traceback.

    One that has no Chinese at all is written to in UTF-8, and that is said in letters that it has.
    """
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        try:
            "评价政策".encode(stream.encoding)
        except UnicodeEncodeError:
            if stream is sys.stderr:
                print(_NO_CHINESE.format(stream.encoding), file=stream)
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="replace")


_NO_CHINESE = (
    "jxbook: this terminal is set to {}, which has no Chinese; what follows is UTF-8. "
    "If you cannot read it: on Windows run 'chcp 65001' first, elsewhere set PYTHONIOENCODING=utf-8."
)


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
