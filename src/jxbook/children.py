"""Every other program that jxbook starts, so that nothing which lies in a stranger's folder is run.

A command is run where a workbook lies, often a folder that came by mail. Python looks for modules in the
current folder, Windows for programs; so a child is started isolated (`-I`: no current folder, no PYTHON…
variables), in the folder of Python itself, by its full path, and finds modules only where this Python finds them.
No other module of jxbook starts a program; a test holds that.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import jxbook

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from concurrent.futures import Executor, ProcessPoolExecutor
    from typing import Any

HOME = str(Path(jxbook.__file__).parents[1])
"""The folder from which jxbook itself is imported."""

_SCRUBBED = {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONINSPECT"}
"""What would lead a grandchild astray, such as the Python by which pip builds."""
_MOST_ASKED = 200
"""Questions after which a kept child is replaced, so that what its libraries leave behind is given back."""
_START = """\
import os, runpy, sys
home, folders, module = sys.argv[1:4]
del sys.argv[1:4]
sys.path[0:0] = [one for one in [home] if one not in sys.path]
sys.path += [one for one in folders.split(os.pathsep) if one and one not in sys.path]
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""


def run_python(
    module: str,
    arguments: Sequence[str] = (),
    *,
    data: bytes | None = None,
    seconds: float | None = None,
    together: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """`python -m module`, isolated. `data` is its standard input, `together` joins its errors to its output.

    Its exit status is for the caller to judge. Raises OSError when it cannot be started,
    subprocess.TimeoutExpired after `seconds`.
    """
    return subprocess.run(
        _command(module, arguments),
        input=data or b"",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if together else subprocess.PIPE,
        timeout=seconds,
        check=False,
        **_apart(),
    )


class KeptChild:
    """A process as of `run_python` that is asked again and again: starting it takes longer than most answers.

    Both sides write the length of what follows in eight bytes, then the bytes. It ends with this process, and is
    started anew when it ended, when its time was up, and after `_MOST_ASKED` questions.
    """

    def __init__(self, module: str, arguments: Sequence[str] = ()) -> None:
        self._module, self._arguments = module, arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0
        self._turn = threading.Lock()

    def ask(self, data: bytes, seconds: float) -> bytes:
        """Its answer, b"" where it ended without one. Raises OSError and TimeoutExpired as `run_python`."""
        with self._turn:
            if self._process is None or self._process.poll() is not None or self._asked >= _MOST_ASKED:
                self.close()
                self._start()
            process, self._asked = self._process, self._asked + 1
            assert process is not None and process.stdin and process.stdout
            late = threading.Event()

            def stop() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(seconds, stop)
            timer.start()
            try:
                process.stdin.write(len(data).to_bytes(8, "big") + data)
                process.stdin.flush()
                head = process.stdout.read(8)
                answer = process.stdout.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
            except BrokenPipeError:
                answer = b""
            finally:
                timer.cancel()
            if late.is_set():
                self.close()
                raise subprocess.TimeoutExpired(self._module, seconds)
            return answer

    def close(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _start(self) -> None:
        self._asked = 0
        self._process = subprocess.Popen(
            _command(self._module, self._arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **_apart(),
        )


def _command(module: str, arguments: Sequence[str]) -> list[str]:
    if not sys.executable:  # Python inside another program need not know where it lies
        raise FileNotFoundError("python")
    return [sys.executable, "-I", "-c", _START, HOME, os.pathsep.join(module_folders()), module, *arguments]


def _apart() -> dict[str, Any]:
    """Where a child of Python stands, and what it inherits."""
    return {
        "cwd": Path(sys.executable).parent,
        "env": {name: value for name, value in os.environ.items() if name.upper() not in _SCRUBBED},
        "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black window on Windows
    }


def workers(count: int) -> ProcessPoolExecutor:
    """So many processes of this Python for its own functions, which they find where this Python finds them.

    The variable is inherited: it keeps the current folder off the path while a process of them starts. When this
    process ends, in whatever way, they end.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    os.environ["PYTHONSAFEPATH"] = "1"
    forked = count > 1 and "forkserver" in multiprocessing.get_all_start_methods()  # one shares with nobody
    context = multiprocessing.get_context("forkserver" if forked else "spawn")
    if forked:
        context.set_forkserver_preload(["jxbook.bureau.warmed"])
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin_work)


def start_workers(pool: Executor) -> None:
    """Start the first of them, and what the others are forked from.

    They never hear of Ctrl-C, which a terminal sends to all: this process does, and afterwards.
    """
    if sys.platform == "win32":
        pool.submit(int)
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pool.submit(int)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_workers(pool: Executor, seconds: float | None = None) -> None:
    """Let them finish what they are at, and begin nothing else; who needs more than so many `seconds` is killed."""
    import multiprocessing

    pool.shutdown(wait=seconds is None, cancel_futures=True)
    if seconds is not None:
        last = time.monotonic() + seconds
        for one in multiprocessing.active_children():
            one.join(max(0.0, last - time.monotonic()))
            one.kill()


def _begin_work() -> None:
    """What a worker does first: wait, aside, for the end of the process that started it."""
    import multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def module_folders() -> list[str]:
    """Where this Python looks for modules, without the current folder, by whatever way it came in."""
    return [one for one in sys.path if Path(one).is_absolute() and not _is_current(one)]


def program(name: str) -> Path | None:
    """A program on the search path; Windows would look in the current folder first."""
    folders = [one for one in os.get_exec_path() if Path(one).is_absolute() and not _is_current(one)]
    found = shutil.which(name, path=os.pathsep.join(folders))
    return Path(found) if found and not _is_current(str(Path(found).parent)) else None


def show_file(path: Path) -> None:
    """Open a file as a double click would. Raises OSError when nothing opens it, on Mac CalledProcessError."""
    if sys.platform == "win32":
        os.startfile(path.absolute())
    elif sys.platform == "darwin":
        subprocess.run(["/usr/bin/open", str(path.absolute())], check=True)
    else:
        _open_on_linux(path.absolute())


def show_window(title: str, text: str) -> bool:
    """On Linux, show a text in a window until it is closed; False where no program is there that shows one."""
    if not has_screen():
        return False
    for name, options in _WINDOWS.items():
        if found := program(name):
            command = [str(found), *(one.format(title=title) for one in options)]
            said = subprocess.run(
                command, input=text.encode(), stderr=subprocess.PIPE, check=False, **_aside()
            )
            closed = said.returncode in (0, 1)  # 1: by its corner
            if closed and b"cannot open display" not in said.stderr:
                return True
    return False


def notify(title: str, text: str) -> None:
    """On Linux, a few words in the corner of the screen, where something shows them."""
    if has_screen() and (found := program("notify-send")):
        subprocess.run([str(found), "--", title, text], check=False, timeout=20, **_aside())


def has_screen() -> bool:
    """Is there a desktop on Linux that windows can be shown on?"""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


_WINDOWS = {
    "zenity": ("--text-info", "--title={title}", "--width=820", "--height=560"),
    "kdialog": ("--title", "{title}", "--textbox", "/dev/stdin", "820", "560"),
}
"""Programs of the desktops that show what they read."""
_SOON = 5.0


def _open_on_linux(path: Path) -> None:
    """By xdg-open, which on some desktops lasts as long as the program that it starts: that is not waited for."""
    found = program("xdg-open") if has_screen() else None
    if found is None:
        raise FileNotFoundError("xdg-open")
    process = subprocess.Popen(
        [str(found), str(path)], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **_aside()
    )
    try:
        status = process.wait(_SOON)
    except subprocess.TimeoutExpired:
        process.returncode = 0  # so that it is not said to be left behind
    else:
        if status:
            raise OSError(f"xdg-open: {status}")


def _aside() -> dict[str, Any]:
    """Where a program of the desktop stands, and what it inherits."""
    return {**_apart(), "stdout": subprocess.DEVNULL, "start_new_session": True}


def _is_current(folder: str) -> bool:
    """Is it the current folder, and not the one that jxbook is imported from?"""
    try:
        return Path(folder).samefile(Path.cwd()) and not Path(folder).samefile(HOME)
    except OSError:  # a folder that is not there holds nothing
        return False
