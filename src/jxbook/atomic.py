"""Putting a file in its place in one step, so that nobody ever meets half a file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jxbook.finding import Refusal


def replace_file(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, at once or not at all.

    The bytes are written beside the file, flushed to the disk and moved over it. An existing file
    keeps its permissions; where `path` is a link, the file it points to is replaced.
    Raises Refusal JX911 when the file is open in another program, JX914 when the folder cannot be
    written to. Then the old file is untouched and nothing is left beside it.
    """
    place = path.name
    try:
        path = Path(os.path.realpath(path))
        beside = path.with_name(f".~jxbook-{os.urandom(6).hex()}")
        _write_new(beside, data)
    except (OSError, ValueError) as error:
        raise _cannot_save(place) from error
    try:
        with suppress(FileNotFoundError):
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    except PermissionError as error:
        _discard(beside)
        raise _in_use(place) from error
    except OSError as error:
        _discard(beside)
        raise _cannot_save(place) from error
    except BaseException:
        _discard(beside)
        raise


def _write_new(path: Path, data: bytes) -> None:
    """Create `path` with `data` on the disk; on any failure, an interrupt included, leave nothing."""
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _discard(path)
        raise


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.chmod(0o600)  # Windows does not remove a read-only file
        path.unlink()


def _in_use(place: str) -> Refusal:
    return Refusal(
        "JX911",
        place,
        "文件正在使用，未能保存",
        "该文件已在 Excel 或其他程序中打开，或者设为只读；原文件未作任何修改",
        "请关闭 Excel 中打开的该文件、取消只读后重试，或换一个文件名保存",
    )


def _cannot_save(place: str) -> Refusal:
    return Refusal(
        "JX914",
        place,
        "文件未能保存",
        "所在文件夹不存在、没有写入权限，或磁盘空间不足；原有文件未作任何修改",
        "请换一个可以写入的文件夹，或清理磁盘空间后重试",
    )
