"""A file dropped on 校验, 得分写入 or 生成报告, or right-clicked: `pythonw -I -m jxbook.cli.dropped check FILE…`.

What the command of the same name writes to its console is shown in a window: on Windows a short answer in a box, a
long one as a text that Windows opens; on Linux by the desktop's own dialog, else as such a text. 校验 also writes
what it found onto the workbook's 校验结果, where it has that sheet and is closed. Nothing is written beside the
dropped file but the report, under a free name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from jxbook.setup.actions import ACTIONS

_IN_A_BOX = 600
_WITH_RESULTS = (".xlsx", ".xlsm")


def main(arguments: Sequence[str], show: Callable[[str, str], None] | None = None) -> int:
    """Do one action on each file and show all that was said; the exit status is the worst of the commands'."""
    command, *files = arguments
    show = show or show_text
    if not files:
        show(ACTIONS[command].name, ACTIONS[command].hint)
        return 2
    worst, told = 0, []
    for file in map(Path, files):
        status, text, made = _run(command, file)
        worst = max(worst, status)
        told.append(f"{file.name}\n{text}" if len(files) > 1 else text)
        if made is not None and made.exists():
            _open(made)
    show(ACTIONS[command].name, "\n".join(told))
    return worst


def _run(command: str, file: Path) -> tuple[int, str, Path | None]:
    """The exit status of a command, what it said, and the report where it writes one."""
    more: list[str] = []
    made = None
    if command == "check" and file.suffix.lower() in _WITH_RESULTS:
        status, text = _said("check", str(file), "--write")
        if status != 2:
            return status, text, None
        status, found = _said(
            "check", str(file)
        )  # that it cannot be written to hides nothing of what is found
        return status, found if found == text else f"{found}\n\n没有写进“校验结果”：\n{text}", None
    if command == "score":
        more = ["--write"]
    elif command == "report":
        from jxbook.cli.output import stem_of
        from jxbook.file_names import free_names
        from jxbook.slip import slip_name

        name = f"{stem_of(file)}_绩效评价报告.docx"
        made, _ = free_names(file.parent, name, slip_name(name))
        more = ["-o", str(made)]
    return *_said(command, str(file), *more), made


def _said(*arguments: str) -> tuple[int, str]:
    """The exit status of a command, and all that it said."""
    from jxbook.cli import main as jxbook

    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = jxbook(list(arguments))
    return status, said.getvalue().strip()


def _open(path: Path) -> bool:
    """Open a file for the user; False where nothing opens it: it is there all the same, and its place is told."""
    from jxbook.children import show_file

    try:
        show_file(path)
    except OSError:
        return False
    return True


def show_text(title: str, text: str) -> None:
    """Show a text in a window; where there is no screen, write it out."""
    if sys.platform == "win32":
        _show_on_windows(title, text)
    elif sys.platform == "linux":
        _show_on_linux(title, text)
    else:
        print(text)


def _show_on_windows(title: str, text: str) -> None:
    if sys.platform == "win32":
        import ctypes

        if len(text) > _IN_A_BOX:
            _open(_kept(title, text.replace("\n", "\r\n")))
        else:
            ctypes.windll.user32.MessageBoxW(None, text, f"绩效评价：{title}", 0)


def _show_on_linux(title: str, text: str) -> None:
    from jxbook.children import has_screen, notify, show_window

    if not has_screen():
        print(text)
    elif not show_window(f"绩效评价：{title}", text):
        kept = _kept(title, text)
        if not _open(kept):
            notify(f"绩效评价：{title}", f"结果在 {kept}")


def _kept(title: str, text: str) -> Path:
    """A text as a file of the user's own, as Notepad reads it too."""
    import os
    from datetime import datetime

    from jxbook.atomic import replace_file

    usual = Path.home() / ".local/share" if sys.platform == "linux" else Path.home()
    folder = Path(os.environ.get("LOCALAPPDATA") or usual) / "jxbook" / "结果"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{title} {datetime.now():%Y-%m-%d %H%M%S}.txt"
    replace_file(path, text.encode("utf-8-sig"))
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
