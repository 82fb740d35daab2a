"""What a command may cost, and what became of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MOST_SECONDS, MOST_MEGABYTES = 5.0, 300


@dataclass(frozen=True)
class Ran:
    """What became of a command."""

    status: int
    seconds: float
    megabytes: float
    said: str
    folder: Path


Run = Callable[..., Ran]
