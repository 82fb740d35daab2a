"""The computer we run on, as a Machine."""

from __future__ import annotations

import os
import platform
import shutil
import site
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module, metadata, util
from pathlib import Path, PurePath

import jxbook
from jxbook.atomic import replace_file, replace_read
from jxbook.children import program
from jxbook.finding import Refusal
from jxbook.refusals.machine import cannot_change
from jxbook.refusals.writing import changed_meanwhile
from jxbook.setup.desktop_entry import desktop_entry
from jxbook.setup.machine import Machine


def this_machine() -> Machine:
    """The computer we run on."""
    return Machine(
        platform=sys.platform,
        python=platform.python_version(),
        bits=64 if sys.maxsize > 2**32 else 32,
        executable=Path(sys.executable),
        prefix=Path(sys.prefix),
        base_prefix=Path(sys.base_prefix),
        package_folders=_package_folders(),
        environ=os.environ,
        home=Path.home(),
        disk=LocalDisk(),
        registry=LocalRegistry(),
        shortcut=_make_shortcut,
        version=_version,
        import_fault=_import_fault,
        package_home=_package_home,
        which=program,
        short_name=_short_name,
        fits_code_page=_fits_code_page,
        libreoffice_profile=_libreoffice_profile,
    )


class LocalDisk:
    """See Disk."""

    def read(self, path: PurePath) -> bytes | None:
        """See Disk."""
        try:
            return Path(path).read_bytes()
        except OSError:
            return None

    def exists(self, path: PurePath) -> bool:
        """See Disk."""
        return Path(path).exists()

    def find(self, folder: PurePath, name: str) -> PurePath | None:
        """See Disk."""
        return next(Path(folder).rglob(name), None)

    def writable(self, folder: PurePath) -> bool:
        """See Disk. Tried, because on Windows the permission bits say little."""
        probe = Path(folder) / f".~jxbook-{os.urandom(6).hex()}"
        try:
            probe.touch(exist_ok=False)
            probe.unlink()
        except OSError:
            return False
        return True

    def write(self, path: PurePath, data: bytes) -> None:
        """See Disk."""
        with _writing(path):
            replace_file(Path(path), data)

    def change(self, path: PurePath, data: bytes, read: bytes | None) -> None:
        """See Disk."""
        with _writing(path):
            replace_read(Path(path), data, read)

    def remove(self, folder: PurePath) -> None:
        """See Disk. Moved aside first: where a file in it is in use, nothing at all has changed."""
        if Path(folder).is_file():
            try:
                Path(folder).unlink(missing_ok=True)
            except OSError as error:
                raise cannot_change(str(folder)) from error
            return
        aside = Path(folder).with_name(f".~jxbook-{os.urandom(6).hex()}")
        try:
            Path(folder).rename(aside)
        except OSError as error:
            raise cannot_change(str(folder)) from error
        shutil.rmtree(aside, ignore_errors=True)

    def make_venv(self, folder: PurePath) -> None:
        """See Disk. python.org's archive for Windows has no venv."""
        try:
            import venv

            venv.create(Path(folder), symlinks=os.name != "nt")
        except (ImportError, OSError, ValueError) as error:
            raise cannot_change(str(folder)) from error


@contextmanager
def _writing(path: PurePath) -> Iterator[None]:
    """Write a file, its folders included. Raises Refusal JX976, and JX915 as it comes."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        yield
    except (OSError, Refusal) as error:
        if isinstance(error, Refusal) and error.finding.code == changed_meanwhile.code:
            raise
        raise cannot_change(str(path)) from error


class LocalRegistry:
    """See Registry. Empty on other systems."""

    def read(self, key: str, name: str) -> str | int | None:
        """See Registry. A 32-bit program's settings are looked at last."""
        if sys.platform == "win32":
            import winreg

            for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
                with suppress(OSError), winreg.OpenKey(root, key) as opened:
                    value = winreg.QueryValueEx(opened, name)[0]
                    return value if isinstance(value, (str, int)) else None
        return None

    def write(self, key: str, values: Mapping[str, str | int]) -> None:
        """See Registry."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    for name, value in values.items():
                        kind = winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ
                        winreg.SetValueEx(opened, name, 0, kind, value)
            except OSError as error:
                raise cannot_change(key) from error

    def remove(self, key: str) -> None:
        """See Registry."""
        if sys.platform == "win32":
            import winreg

            with suppress(OSError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)


def _make_shortcut(path: PurePath, program: PurePath, arguments: str, hint: str) -> None:
    if sys.platform == "win32":
        import pythoncom
        from win32com.shell import shell

        Path(path).parent.mkdir(parents=True, exist_ok=True)
        pythoncom.CoInitialize()
        link = pythoncom.CoCreateInstance(
            shell.CLSID_ShellLink, None, pythoncom.CLSCTX_INPROC_SERVER, shell.IID_IShellLink
        )
        link.SetPath(str(program))
        link.SetArguments(arguments)
        link.SetDescription(hint)
        link.SetWorkingDirectory(str(program.parent))
        link.QueryInterface(pythoncom.IID_IPersistFile).Save(str(path), 0)
    else:
        LocalDisk().write(path, desktop_entry(path.stem, program, arguments, hint))
        Path(path).chmod(0o755)  # a desktop starts no other one that lies on it


def _package_folders() -> tuple[Path, ...]:
    own = Path(jxbook.__file__).parents[1]
    user = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    found = dict.fromkeys([own, *map(Path, [*site.getsitepackages(), *user])])
    return tuple(folder for folder in found if folder.is_dir() and folder != Path(sys.prefix))


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _import_fault(module: str) -> str | None:
    try:
        import_module(module)
    except Exception as error:  # a DLL that does not load, a package half installed: all are to be told
        return f"{type(error).__name__}：{error}"
    return None


def _package_home(package: str) -> PurePath | None:
    spec = util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _short_name(path: PurePath) -> str:
    if sys.platform == "win32":
        import ctypes

        room = ctypes.create_unicode_buffer(1024)
        if 0 < ctypes.windll.kernel32.GetShortPathNameW(str(path), room, len(room)) < len(room):
            return room.value
    return str(path)


def _fits_code_page(text: str) -> bool:
    if sys.platform != "win32":
        return True
    try:
        return text.encode("mbcs", "strict").decode("mbcs") == text
    except UnicodeError:
        return False


def _libreoffice_profile() -> PurePath | None:
    from jxbook.libreoffice.basic import MODULE
    from jxbook.libreoffice.profile import default_profile

    profile = default_profile()
    return profile if (profile / f"user/basic/Standard/{MODULE}.xba").exists() else None
