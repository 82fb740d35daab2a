"""A file dropped on 校验, 得分写入 or 生成报告: `pythonw -I -m jxbook.cli.dropped check FILE…`.

What the command of the same name writes to its console is shown in a window: a short answer in a box, a long one
as a text that Windows opens. Nothing is written beside the dropped file but the report, under a free name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from jxbook.setup.desk_folder import ACTIONS

_IN_A_BOX = 600


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
    from jxbook.cli import main as jxbook

    more: list[str] = []
    made = None
    if command == "score":
        more = ["--write"]
    elif command == "report":
        from jxbook.free_names import free_names
        from jxbook.slip import slip_name

        name = f"{file.stem}_绩效评价报告.docx"
        made, _ = free_names(file.parent, name, slip_name(name))
        more = ["-o", str(made)]
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = jxbook([command, str(file), *more])
    return status, said.getvalue().strip(), made


def _open(path: Path) -> None:
    from contextlib import suppress

    from jxbook.children import show_file

    with suppress(OSError):  # without Word the file is there all the same, and its place is told
        show_file(path)


def show_text(title: str, text: str) -> None:
    """Show a text on Windows; elsewhere, where nothing is dropped, write it out."""
    if sys.platform != "win32":
        print(text)
        return
    if len(text) > _IN_A_BOX:
        import os
        from datetime import datetime

        from jxbook.atomic import replace_file

        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "jxbook" / "结果"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{title} {datetime.now():%Y-%m-%d %H%M%S}.txt"
        replace_file(path, text.replace("\n", "\r\n").encode("utf-8-sig"))
        _open(path)
        return
    import ctypes

    ctypes.windll.user32.MessageBoxW(None, text, f"绩效评价：{title}", 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
