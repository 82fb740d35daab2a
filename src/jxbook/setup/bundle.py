"""A folder that installs jxbook on machines without internet, either Windows or Linux."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jxbook.excel.settings import DLLS
from jxbook.refusals.machine import bundle_not_written, folder_not_empty, python_too_old, without_dlls
from jxbook.setup.kit import install_cmd, install_sh, read_me
from jxbook.setup.machine import Machine
from jxbook.setup.ownwheel import make_own_wheel
from jxbook.setup.pip import Pip, call
from jxbook.setup.wheels import TargetPython, Wheel, collect

if TYPE_CHECKING:
    from jxbook.policy import Policy

OLDEST_MINOR = 11
WHEELS, TEMPLATES, POLICIES = "wheels", "模板", "政策"
MADE = "bundle"


def bundle(output: Path, targets: Sequence[TargetPython], machine: Machine, pip: Pip) -> Iterator[str]:
    """Fill the folder; a sentence for each step. It stays empty when a step is refused (JX970 to JX976).

    `targets` are of one Python and one system, for each of its processors.
    """
    first = targets[0]
    _require_python(first.python)
    _require_empty(output)
    with TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        try:
            yield from _make(Path(temporary), targets, machine, pip)
            shutil.copytree(Path(temporary) / MADE, output, dirs_exist_ok=True)
        except OSError as error:
            raise bundle_not_written(str(output)) from error
    brought = list((output / WHEELS).iterdir())
    megabytes = sum(one.stat().st_size for one in brought) / 1_000_000
    yield f"已生成安装包：{output}（组件{len(brought)}个，{megabytes:.0f}MB）"
    if first.is_windows:
        yield "下一步：把整个文件夹复制到要安装的电脑，双击其中的 install.cmd"
    else:
        yield "下一步：把整个文件夹复制到要安装的电脑，用填报人的账户在其中运行 sh install.sh"


def _make(folder: Path, targets: Sequence[TargetPython], machine: Machine, pip: Pip) -> Iterator[str]:
    made, own = folder / MADE, folder / "own"
    own.mkdir()
    yield "1/3 制作 jxbook 的安装文件……"
    make_own_wheel(own, pip)
    wheels: dict[str, Wheel] = {}
    for target in targets:
        yield f"2/3 下载 {_system(target)}（{target.platform}）、Python {target.python} 所需的全部组件……"
        fetched = Path(shutil.copytree(own, folder / target.platform))
        found = _collected(fetched, target, machine, pip)
        shutil.copytree(fetched, made / WHEELS, dirs_exist_ok=True)
        (made / target.requirements).write_text("".join(f"{one.pin}\n" for one in found), "ascii")
        wheels |= {one.name: one for one in found}
    if targets[0].is_windows:
        installer = _fetch_pip(made / WHEELS, targets[0], pip)
        digest = hashlib.sha256(installer.read_bytes()).hexdigest()
        (made / "install.cmd").write_bytes(install_cmd(targets[0], installer.name, digest))
    yield "3/3 放入模板和说明……"
    _write_texts(made, targets[0], [wheels[name] for name in sorted(wheels)])


def _system(target: TargetPython) -> str:
    return "Windows" if target.is_windows else "Linux"


def _collected(folder: Path, target: TargetPython, machine: Machine, pip: Pip) -> list[Wheel]:
    """Fetch what the wheel of jxbook in the folder needs."""
    if target.is_windows:
        _fetch_same_xlwings(folder, target, machine, pip)
    wheels = collect(folder, target, pip)
    if target.is_windows:
        _require_dlls(folder)
    return wheels


def _fetch_same_xlwings(folder: Path, target: TargetPython, machine: Machine, pip: Pip) -> None:
    """The macros in the templates are of the xlwings installed here, and only work with the same one."""
    if version := machine.version("xlwings"):
        wanted = f"xlwings=={version}"
        call(pip, ["download", *target.pip_options(), f"--dest={folder}", wanted], wanted)


def _fetch_pip(folder: Path, target: TargetPython, pip: Pip) -> Path:
    """The pip that installs the others; it is not installed itself."""
    call(pip, ["download", *target.pip_options(), f"--dest={folder}", "pip"], "pip")
    return next(folder.glob("pip-*.whl"))


def _require_dlls(folder: Path) -> None:
    """Where xlwings has no wheel for a Python, pip falls back on one for all systems, without the DLLs."""
    for path in folder.glob("xlwings-*.whl"):
        with zipfile.ZipFile(path) as wheel:
            brought = {name.rpartition("/")[2] for name in wheel.namelist()}
        version = path.name.split("-")[1]
        if not {one.format(version) for one in DLLS.values()} <= brought:
            raise without_dlls(path.name)


def _write_texts(folder: Path, target: TargetPython, wheels: list[Wheel]) -> None:
    from jxbook.policy import user_policies

    written = _write_templates(folder / TEMPLATES, with_macros=target.is_windows)
    names = {
        f"{policy.id}{'.xlsm' if target.is_windows else '.xlsx'}": policy.identity.name for policy in written
    }
    for path in user_policies():
        (folder / POLICIES).mkdir(exist_ok=True)
        shutil.copyfile(path, folder / POLICIES / path.name)
    if not target.is_windows:
        (folder / "install.sh").write_bytes(install_sh(target))
        (folder / "install.sh").chmod(0o755)
    (folder / "说明.txt").write_bytes(read_me(target, names, wheels))


def _write_templates(folder: Path, with_macros: bool) -> Iterator[Policy]:
    """The workbooks of the shipped policies and of those that the office has registered on this computer."""
    from jxbook.making.filled import suggested_template
    from jxbook.policy import load_policy, shipped_policies, user_policies

    folder.mkdir()
    for policy in [*shipped_policies(), *map(load_policy, user_policies())]:
        template = suggested_template(policy)
        (folder / f"{policy.id}.xlsx").write_bytes(template)
        if with_macros:
            from jxbook.excel.assemble import assemble

            (folder / f"{policy.id}.xlsm").write_bytes(assemble(template))
        yield policy


def _require_python(text: str) -> None:
    match = re.fullmatch(r"3\.(\d{1,2})", text)
    if match is None or int(match[1]) < OLDEST_MINOR:
        raise python_too_old(text, OLDEST_MINOR)


def _require_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise folder_not_empty(str(folder))
