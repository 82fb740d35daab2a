"""The button 生成报告: the Word file beside the workbook."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PureWindowsPath
from typing import Any

from jxbook.assess import assess
from jxbook.atomic import replace_file
from jxbook.excel.buttons.press import ask, tell
from jxbook.excel.buttons.reading import book_grid
from jxbook.excel.buttons.results import write_results
from jxbook.free_names import free_names
from jxbook.report import products, render, slip_name

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')  # what Windows allows in no file name
_LONGEST_NAME = 60


def show_file(path: Path) -> None:
    """Open a file as a double click would."""
    if sys.platform == "win32":
        import os

        os.startfile(path)
    elif sys.platform == "darwin":
        subprocess.run(["open", str(path)], check=True)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the button needs of the world: the time, the user's folder, a way to show a file."""

    now: Callable[[], datetime] = datetime.now
    home: Callable[[], Path] = Path.home
    show: Callable[[Path], None] = show_file


def make_report(book: Any, desk: Desk | None = None) -> str | None:
    """Check, ask where errors remain, write the report, open it."""
    desk = desk or Desk()
    assessed = assess(book_grid(book), book.name)
    now = desk.now()
    write_results(book, assessed.findings, now)
    question = (
        f"自评表还有{assessed.errors}项错误（见“校验结果”）。\n\n"
        "报告将按现有内容生成，改正后需要重新生成。现在仍要生成报告吗？"
    )
    if assessed.errors and not ask(book.app, question):
        return None
    made = products(assessed.form, assessed.policy, assessed.scoring, assessed.findings)
    folder, problem = _folder(book, desk.home)
    project = _file_name(assessed.form.project.name.text)
    name = f"{project}_绩效评价报告_{now:%Y%m%d}.docx"
    path, slip = free_names(folder, name, slip_name(name))
    replace_file(path, render(made.report))
    replace_file(slip, render(made.slip))
    try:
        desk.show(path)
    except Exception:  # no Word, no association, a policy of the office: the file is there all the same
        problem += "没有找到能打开 Word 文件的程序，请自行打开报告。"
    if problem:
        tell(book.app, f"{problem}\n\n报告已保存到：\n{path}")
    return f"报告已生成：{path}。{made.told}"


def _file_name(project: str) -> str:
    name = _FORBIDDEN.sub("_", " ".join(project.split()))[:_LONGEST_NAME].strip(" .")
    return name or "项目"


def _folder(book: Any, home: Callable[[], Path]) -> tuple[Path, str]:
    """Where the report goes, and what the user should know about it."""
    try:
        name = str(book.fullname)
    except Exception:  # xlwings, when it finds no local folder for a workbook on OneDrive or SharePoint
        name = "https://"
    if "://" in name:
        problem = "工作簿存放在 OneDrive 或 SharePoint 上，报告不能写在它旁边。"
    elif not (Path(name).is_absolute() or PureWindowsPath(name).is_absolute()):
        problem = "工作簿还没有保存，报告不能写在它旁边。"
    elif not Path(name).parent.is_dir():
        problem = "工作簿所在的文件夹现在不能访问，报告不能写在它旁边。"
    else:
        return Path(name).parent, ""
    documents = home() / "Documents"
    return (documents if documents.is_dir() else home()), problem
