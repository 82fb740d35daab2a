"""A user of the Windows, who has an Excel: what the tests do with him."""

from __future__ import annotations

import itertools
import json
import os
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any

from wine import BUREAU, Ran, Windows

STAND_IN = Path(__file__).with_name("stand_in.py")
LOCAL = r"AppData\Local"
SCORE = {"cell": "JX_SCORE", "arguments": ["≥200人次", "150人次", 20]}
"""A cell that shows 15."""

_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of Excel: the outcome of each step, the messages, and how often all was recalculated."""

    steps: list[dict[str, Any]]
    said: list[str]
    calculated: int

    @property
    def values(self) -> list[Any]:
        """What each step gave."""
        failed = [one["failed"] for one in self.steps if "failed" in one]
        assert not failed, failed
        return [one["value"] for one in self.steps]

    @property
    def seconds(self) -> list[float]:
        """How long each step took."""
        return [one["seconds"] for one in self.steps]

    @property
    def codes(self) -> list[str]:
        """The codes of the messages."""
        return [one.partition("\n")[0] for one in self.said]


@dataclass(frozen=True, slots=True)
class Clerk:
    """A user of the Windows, who has an Excel."""

    windows: Windows
    home: PureWindowsPath

    @property
    def variables(self) -> dict[str, str]:
        """What distinguishes one user from another, for jxbook."""
        return {"LOCALAPPDATA": str(self.home / LOCAL), "USERPROFILE": str(self.home)}

    @property
    def place(self) -> Path:
        """Where jxbook is installed, as this system sees it."""
        return self.windows.here(self.home / LOCAL / "jxbook")

    def jxbook(self, *arguments: object, seconds: int = 240, bureau: bool = False) -> tuple[int, str]:
        """A command of jxbook; its exit status and what it wrote. `bureau`: with the packages of a bureau."""
        packages = f"sys.path.append({str(BUREAU / 'Lib' / 'site-packages')!a}); " if bureau else ""
        ran = self._run(
            f"{packages}sys.argv[:] = ['jxbook', *{[*map(str, arguments)]!a}]; runpy.run_module('jxbook', run_name='__main__')",
            seconds,
        )
        return ran.status, ran.output

    def _run(self, code: str, seconds: int) -> Ran:
        """Python code as this user. Wine itself sets these variables, so they are set from within."""
        code = f"import os, runpy, sys; os.environ.update({self.variables!a}); del sys.path[0]; {code}"
        return self.windows.python("-c", code, seconds=seconds)

    def excel(self, *steps: dict[str, Any], book: PureWindowsPath, folder: Path | None = None) -> Session:
        """Excel with a workbook open: see stand_in. `folder` is its current folder."""
        script = self.place.parent / f"steps-{os.getpid()}-{next(_NUMBERS)}.json"
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(json.dumps(steps, ensure_ascii=False), "utf-8")
        where, stand_in = self.windows.there(folder or self.place.parent), self.windows.there(STAND_IN)
        code = f"os.chdir({str(where)!a}); sys.argv[:] = ['', {str(book)!a}, {str(self.windows.there(script))!a}]; "
        ran = self._run(code + f"runpy.run_path({str(stand_in)!a}, run_name='__main__')", 240)
        told = ran.output.rstrip().rpartition("\n")[2]  # above it, what the server writes to the console
        assert told.startswith("{"), ran.output
        return Session(**json.loads(told))
