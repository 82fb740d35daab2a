"""Running pip, and saying in Chinese why it could not do what it was asked."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from jxbook.children import run_python
from jxbook.pattern import pattern
from jxbook.refusals.machine import cannot_be_had, no_network, no_pip


class PipOutcome(NamedTuple):
    """How pip ended: its exit status, and all it wrote."""

    status: int
    output: str


Pip = Callable[[Sequence[str]], PipOutcome]

_QUIET = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
_NO_PIP = pattern(r"No module named '?pip\b")
_NO_NETWORK = pattern(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|"
    r"Connection (?:aborted|refused|reset|broken)|Network is unreachable|Failed to establish|Could not fetch URL",
    re.IGNORECASE,
)


def run_pip(arguments: Sequence[str]) -> PipOutcome:
    """pip of the Python we run on."""
    ran = run_python("pip", [*arguments[:1], *_QUIET, *arguments[1:]], together=True)
    return PipOutcome(ran.returncode, ran.stdout.decode("utf-8", "replace"))


def call(pip: Pip, arguments: Sequence[str], what: str) -> None:
    """Run pip. Raises Refusal: no pip (JX970), no internet (JX971), cannot be had or built (JX972)."""
    ran = pip(arguments)
    if ran.status == 0:
        return
    if _NO_PIP.search(ran.output):
        raise no_pip(sys.executable)
    if _NO_NETWORK.search(ran.output):
        raise no_network(what)
    lines = [line for line in ran.output.splitlines() if line.strip()]
    told = next((line for line in lines if line.lstrip().startswith("ERROR")), (lines or ["没有说明"])[-1])
    raise cannot_be_had(what, told.strip())
