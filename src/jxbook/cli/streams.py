"""What a command says, to a console that lacks characters, a disk that is full or a reader that has gone away."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any, TextIO

_NO_CHINESE = (
    "jxbook: this terminal is set to {}, which has no Chinese; what follows is UTF-8. "
    "If you cannot read it: on Windows run 'chcp 65001' first, elsewhere set PYTHONIOENCODING=utf-8."
)
_READER_GONE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)


class Unheard(Exception):
    """The answer of a command cannot be written where it was sent to."""


@contextmanager
def speaking() -> Iterator[None]:
    """For the time of a command both streams take whatever it says. What cannot be written of its answer raises
    Unheard, or BrokenPipeError where nobody reads on; what cannot be complained stops no command."""
    answer, complaint = sys.stdout, sys.stderr
    if answer is not None:
        _speak_chinese(answer)
        sys.stdout = _Answer(answer)
    elif complaint is not None:  # without either, as a program without a window, nobody listens
        sys.stdout = _Closed()
    if complaint is not None:
        _speak_chinese(complaint)
        sys.stderr = _Voice(complaint)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = answer, complaint


def _speak_chinese(stream: TextIO) -> None:
    """Make a stream able to take what we say; a console that lacks a character must not end in a traceback.

    One that has no Chinese at all is written to in UTF-8, and that is said in letters that it has.
    """
    if not hasattr(stream, "reconfigure"):
        return
    try:
        "评价政策".encode(stream.encoding)
    except UnicodeEncodeError:
        if stream is sys.stderr:
            with suppress(OSError):
                print(_NO_CHINESE.format(stream.encoding), file=stream)
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="replace")


class _Voice:
    """A stream that lets go of what it cannot write; in everything else it is the stream."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as error:
            self._failed(error)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            self._failed(error)

    def _failed(self, _: OSError) -> None:
        with suppress(OSError, ValueError):  # Python would try once more at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())


class _Closed(io.TextIOBase):
    """Where an answer goes that was sent nowhere: `>&-`."""

    def write(self, _: str) -> int:
        raise Unheard


class _Answer(_Voice):
    """The same, but it says so."""

    def _failed(self, error: OSError) -> None:
        super()._failed(error)
        raise BrokenPipeError if error.errno in _READER_GONE else Unheard from error
