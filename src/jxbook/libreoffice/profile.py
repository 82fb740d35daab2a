"""Putting jxbook into a LibreOffice user profile, and taking it out again.

What the profile holds already stays: our modules and entries are added beside it, and removing them gives
every file back as it was.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from jxbook.atomic import replace_read
from jxbook.dataclass import dataclass
from jxbook.finding import Refusal
from jxbook.functions.registry import FUNCTIONS
from jxbook.libreoffice import merge
from jxbook.libreoffice.basic import MODULE, basic_module
from jxbook.libreoffice.sources import source
from jxbook.refusals.libreoffice import (
    libreoffice_runs,
    macro_of_others,
    no_access_to_profile,
    not_loaded,
    unknown_settings,
)
from jxbook.refusals.writing import changed_meanwhile

_SETTINGS = Path("user/registrymodifications.xcu")
_LIBRARY = Path("user/basic/Standard/script.xlb")
_LISTS = Path("user/basic/script.xlc"), Path("user/basic/dialog.xlc")
_MODULE = Path(f"user/basic/Standard/{MODULE}.xba")
_SCRIPT = Path("user/Scripts/python/jxbook_functions.py")
_OURS = b"jxbook install --libreoffice"
"""Stands in every file that is all ours."""

_NEEDED = ("jxbook", "jinja2", "markupsafe", "lxml")
_PATHS = "PYTHON_PATHS = []"
_NOT_LOADED = 'NOT_LOADED = ""'


@dataclass(frozen=True, slots=True)
class FileChange:
    """What was read of a file, None where there is none, and its new content, None when it is to go."""

    read: bytes | None
    data: bytes | None


FileChanges = Mapping[Path, FileChange]


def default_profile() -> Path:
    """Where LibreOffice keeps the profile of the user who runs this; it may not exist yet."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "LibreOffice"
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support/LibreOffice"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "libreoffice"
    return base / "4"


def needed_paths() -> list[Path]:
    """The folders from which this Python imports jxbook and what it needs in LibreOffice."""
    specs = [spec for name in _NEEDED if (spec := find_spec(name)) is not None]
    return list(dict.fromkeys(Path(spec.origin).parents[1] for spec in specs if spec.origin))


def install(profile: Path, python_paths: Sequence[Path] = ()) -> list[str]:
    """Put functions and menu into a profile; what was done, a line each.

    `python_paths` is where LibreOffice's Python finds jxbook and what it needs; by default where this one does.
    Raises Refusal JX960 while LibreOffice runs, JX961 for a file that is none of its own, JX962 when the
    profile cannot be written to, JX963 where a file of our name is somebody else's, JX915 for one that LibreOffice, or
    whoever else, saves meanwhile.
    """
    _refuse_while_running(profile)
    paths = [str(path) for path in python_paths or needed_paths()]
    _apply(
        profile,
        {
            **{path: _merged(profile, path, merge.with_standard) for path in _LISTS},
            _LIBRARY: _merged(profile, _LIBRARY, lambda xlb: merge.with_module(xlb, MODULE)),
            _MODULE: _own(profile, _MODULE, basic_module(FUNCTIONS)),
            _SCRIPT: _own(profile, _SCRIPT, _script(paths)),
            _SETTINGS: _merged(profile, _SETTINGS, merge.with_settings),
        },
    )
    return [
        f"已装入 LibreOffice：{profile}",
        f"函数 {len(FUNCTIONS)} 个：{'、'.join(function.name for function in FUNCTIONS)}",
        f"菜单“绩效评价”：{'、'.join(merge.COMMANDS)}",
        "请重新打开 LibreOffice 后使用",
    ]


def remove(profile: Path) -> list[str]:
    """Take out of a profile what `install` put in; what was done, a line each. Raises Refusal as `install`."""
    _refuse_while_running(profile)
    plan: dict[Path, FileChange] = {}
    for path in (_MODULE, _SCRIPT):
        if _is_ours(read := _read(profile, path)):
            plan[path] = FileChange(read, None)
    if _MODULE in plan:
        plan[_LIBRARY] = _merged(profile, _LIBRARY, lambda xlb: xlb and merge.without_module(xlb, MODULE))
    plan[_SETTINGS] = _merged(profile, _SETTINGS, lambda xcu: xcu and merge.without_settings(xcu))
    if _LIBRARY in plan and plan[_LIBRARY].data is None:  # we made the library, so its lists are ours as well
        ours = FileChange(merge.LIBRARIES, None)
        plan |= {path: ours for path in _LISTS if _read(profile, path) == ours.read}
    if not _apply(profile, plan):
        return [f"LibreOffice 中没有 jxbook：{profile}"]
    for path in plan:
        _remove_empty_folders(profile, path)
    return [f"已从 LibreOffice 移除 jxbook：{profile}"]


def _script(paths: Sequence[str]) -> str:
    script = source(_SCRIPT.name).replace(_PATHS, f"PYTHON_PATHS = {list(paths)!r}")
    return script.replace(_NOT_LOADED, f"NOT_LOADED = {str(not_loaded('{version}', '{error}'))!r}")


def _refuse_while_running(profile: Path) -> None:
    if (profile / ".lock").exists():
        raise libreoffice_runs(str(profile))


def _merged(profile: Path, path: Path, change: Callable[[bytes | None], bytes | None]) -> FileChange:
    """A change of a file of the profile, or Refusal JX961."""
    read = _read(profile, path)
    try:
        return FileChange(read, change(read))
    except ValueError as error:
        raise unknown_settings(str(profile / path)) from error


def _own(profile: Path, path: Path, text: str) -> FileChange:
    """A file that is all ours, or Refusal JX963."""
    read = _read(profile, path)
    if read is not None and not _is_ours(read):
        raise macro_of_others(str(profile / path))
    return FileChange(read, text.encode("utf-8"))


def _is_ours(read: bytes | None) -> bool:
    return read is not None and _OURS in read


def _read(profile: Path, path: Path) -> bytes | None:
    try:
        return (profile / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise no_access_to_profile(str(profile)) from error


def _apply(profile: Path, plan: FileChanges) -> bool:
    """Carry a plan out, as a whole or not at all; whether anything had to be changed."""
    changed = {path: one for path, one in plan.items() if one.data != one.read}
    try:
        for path, one in changed.items():
            _put(profile / path, one)
    except (OSError, Refusal) as error:
        for path, one in changed.items():
            with suppress(OSError, Refusal):
                _put(profile / path, FileChange(one.data, one.read))
                _remove_empty_folders(profile, path)
        if isinstance(error, Refusal) and error.finding.code == changed_meanwhile.code:
            raise
        raise no_access_to_profile(str(profile)) from error
    return bool(changed)


def _put(path: Path, change: FileChange) -> None:
    """Change a file that still is what was read; Refusal JX915 where it is not."""
    if change.data is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_read(path, change.data, change.read)
    elif path.exists():
        if path.read_bytes() != change.read:
            raise changed_meanwhile(path.name)
        path.unlink()


def _remove_empty_folders(profile: Path, path: Path) -> None:
    with suppress(OSError):  # not empty, or never made
        for folder in path.parents:
            (profile / folder).rmdir()
