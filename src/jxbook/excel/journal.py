"""What failed in Excel's Python, kept in a small file beside the installation: a cell only says #VALUE!.

帮助 and `jxbook doctor` read the last entry. One line each: when, what was being done, what went wrong.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from jxbook.dataclass import dataclass

NAME = "excel.log"
STARTING = "启动计算程序"
_LONGEST = 500
_MOST = 64_000


@dataclass(frozen=True, slots=True)
class Failure:
    """`when` as 2024-05-01 09:30:00, `doing` as JX_SCORE or 校验, `told` as Python names the fault."""

    when: str
    doing: str
    told: str

    @property
    def fix(self) -> str:
        """What to do about it."""
        if self.doing == STARTING:
            return "请运行 jxbook doctor，按提示处理；或重新运行安装包中的 install.cmd，再点“重启计算程序”"
        return "请点“重启计算程序”后重试；仍不成功的，把这一行和所用的文件发给维护人员"


def journal_path() -> Path:
    """%LOCALAPPDATA%\\jxbook\\excel.log; on other systems in ~/.jxbook."""
    local = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None
    return (Path(local) / "jxbook" if local else Path.home() / ".jxbook") / NAME


def note_failure(doing: str, error: BaseException, path: Path | None = None) -> None:
    """Append a failure, unless it is the last one again; never fails itself."""
    from datetime import datetime

    told = _plain(f"{type(error).__name__}：{error}")
    with suppress(Exception):
        path = path or journal_path()
        known = path.read_bytes() if path.is_file() else b""
        last = last_failure(known)
        if last is not None and (last.doing, last.told) == (doing, told):
            return
        line = f"{datetime.now():%Y-%m-%d %H:%M:%S}\t{_plain(doing)}\t{told}\n".encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        if len(known) > _MOST:
            path.write_bytes(known[-_MOST // 2 :].partition(b"\n")[2] + line)
        else:
            with path.open("ab") as file:
                file.write(line)


def last_failure(content: bytes) -> Failure | None:
    """The last entry of a journal; None where there is none that can be read."""
    for line in reversed(content.decode("utf-8", "replace").splitlines()):
        parts = line.split("\t")
        if len(parts) == 3:
            return Failure(*parts)
    return None


def _plain(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
