"""What a worker of a test does to files of certain names, in place of reading them."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from jxbook.bureau import reading
from jxbook.bureau.tasks import FileReading, FileTask


def read_or_die(tasks: Sequence[FileTask]) -> list[FileReading]:
    """A file with 杀 in its name ends the worker; one with 挂 never ends."""
    reading.SECONDS = 1
    real = reading.read

    def read(task: FileTask) -> FileReading:
        if "杀" in task.name:
            os._exit(9)
        if "挂" in task.name:
            time.sleep(60)
        return real(task)

    reading.read = read
    try:
        return reading.read_all(tasks)
    finally:
        reading.read = real


def read_slowly(tasks: Sequence[FileTask]) -> list[FileReading]:
    """Long enough that a worker can be killed in the middle."""
    time.sleep(0.05)
    return reading.read_all(tasks)


def die(tasks: Sequence[FileTask]) -> list[FileReading]:
    """As when security software lets no process live."""
    os._exit(9)
