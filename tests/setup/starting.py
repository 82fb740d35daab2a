"""What a desktop does with a starter and the files that it is given."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Sequence


def started(entry: bytes, files: Sequence[str]) -> list[str]:
    """The words that are started, as the specification has it: strings, then field codes, then the quotes of a shell."""
    [line] = [one for one in entry.decode().splitlines() if one.startswith("Exec=")]
    told = line.removeprefix("Exec=").replace("\\\\", "\\")
    codes = told.replace("%%", "\0").replace("%F", " ".join(map(shlex.quote, files)))
    said = subprocess.run(["sh", "-c", "printf '%s\\0' " + codes.replace("\0", "%")], stdout=subprocess.PIPE)
    return said.stdout.decode().split("\0")[:-1]
