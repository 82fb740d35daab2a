"""A Windows for the tests: Wine of the system's own, with the CPython 3.11.9 that python.org built for Windows.

No wheel and no Debian package carries a whole Windows Python. Its DLLs come out of a wheel, its library out of
Debian's source of CPython 3.11.2, and the few small programs (python.exe, what a venv has in its place) are built
here from that source. What is fetched is kept in `cache_folder`, 166 MB, and so is the finished Windows, 550 MB.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from wine import BUREAU, PYTHON, Windows

WHEELS = Path(__file__).with_name("wheels.txt")
OF_A_BUREAU = Path(__file__).with_name("wheels-bureau.txt")
CHECKOUT = Path(__file__).parents[2]
NEEDED = {
    "/usr/bin/wine": "wine wine64",
    "/usr/bin/x86_64-w64-mingw32-gcc-win32": "gcc-mingw-w64-x86-64-win32",
    "/usr/share/i18n/locales/zh_CN": "locales",
    "/usr/lib/apt/apt-helper": "apt",
}
"""A file → Debian's packages that bring it; .ci/run installs them."""

_SOURCE = "pool/main/p/python3.11/python3.11_3.11.2.orig.tar.gz"
_SOURCE_SUM = "SHA256:2411c74bda5bbcfcddaf4531f66d1adc73f247f529aee981b029513aefdbf849"
_OWN_DLLS = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows")
_FOR_WINDOWS = [
    "--platform=win_amd64",
    "--python-version=3.11",
    "--implementation=cp",
    "--abi=cp311",
    "--abi=abi3",
    "--abi=none",
]


def missing() -> str:
    """Why no Windows can be made here; nothing when it can."""
    if sys.platform != "linux":
        return "the Windows of these tests is Wine on Linux"
    packages = [package for file, package in NEEDED.items() if not Path(file).exists()]
    return f"missing here: apt-get install {' '.join(packages)}" if packages else ""


def cache_folder() -> Path:
    """Where downloads and the finished Windows are kept; JXBOOK_WINDOWS_CACHE names another place."""
    usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jxbook-windows"
    return Path(os.environ.get("JXBOOK_WINDOWS_CACHE") or usual)


def windows() -> Windows:
    """The Windows of this state of the recipe, made where it is not there yet, running jxbook of this checkout."""
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    recipe = hashlib.sha256(
        b"".join(one.read_bytes() for one in (WHEELS, OF_A_BUREAU, Path(__file__)))
    ).hexdigest()[:12]
    made = Windows(cache / f"windows-{recipe}")
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the workers of one run of the tests
        if not (made.folder / "finished").exists():
            shutil.rmtree(made.folder, ignore_errors=True)
            _make(made, cache / "downloads")
            (made.folder / "finished").touch()
        _use_checkout(made)
    return made


def _make(made: Windows, downloads: Path) -> None:
    wheels, bureau, source = downloads / "wheels", downloads / "bureau", downloads / "cpython.tar.gz"
    for folder in (downloads, made.folder / "home", made.folder / "locale"):
        folder.mkdir(parents=True, exist_ok=True)
    _fetch(WHEELS, wheels)
    _fetch(OF_A_BUREAU, bureau)
    _fetch_source(source)
    _make_disk(made)
    python = made.here(PYTHON)
    (python / "DLLs").mkdir(parents=True)
    unpacked = downloads / "unpacked"
    shutil.rmtree(unpacked, ignore_errors=True)
    _unpack_source(source, unpacked)
    shutil.copytree(
        unpacked / "Lib", python / "Lib", ignore=shutil.ignore_patterns("test", "tests", "idlelib")
    )
    _let_executors_wake(python)
    _put_dlls(wheels, python)
    _build_programs(unpacked, python)
    shutil.rmtree(unpacked)
    for wheel in sorted(wheels.glob("*.whl")):
        if not wheel.name.startswith("panda3d-"):
            unpack_wheel(wheel, python)
    for wheel in sorted(bureau.glob("*.whl")):
        unpack_wheel(wheel, made.here(BUREAU))
    # install.cmd runs the real pip; to compile what it installs would take longer under Wine than all else
    settings = made.here("C:/ProgramData/pip/pip.ini")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_bytes(b"[install]\r\ncompile = no\r\n")


def _fetch(requirements: Path, wheels: Path) -> None:
    command = [
        sys.executable,
        "-I",
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ]
    _do(
        [
            *command,
            "--require-hashes",
            "--only-binary=:all:",
            *_FOR_WINDOWS,
            f"--dest={wheels}",
            f"--requirement={requirements}",
        ]
    )


def _fetch_source(source: Path) -> None:
    if not source.exists():
        sites = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(SITE)"], capture_output=True, text=True, check=True
        )
        archive = next(site for site in sites.stdout.split() if "security" not in site)
        _do(["/usr/lib/apt/apt-helper", "download-file", f"{archive}/{_SOURCE}", source, _SOURCE_SUM])


def _make_disk(made: Windows) -> None:
    _do(["localedef", "-i", "zh_CN", "-f", "UTF-8", made.folder / "locale" / "zh_CN.UTF-8"], allowed=(0, 1))
    _do(["wineboot", "--init"], made.environment())
    _do(["wineserver", "--wait"], made.environment())
    for dll in (made.disk / "windows" / "system32").iterdir():  # 640 MB of copies of what the system has
        own = _OWN_DLLS / dll.name
        if own.is_file() and not dll.is_symlink() and dll.read_bytes() == own.read_bytes():
            dll.unlink()
            dll.symlink_to(own)


def _unpack_source(source: Path, folder: Path) -> None:
    with tarfile.open(source) as archive:
        for member in archive:
            _, _, member.name = member.name.partition("/")
            if member.name.startswith(("Lib/", "PC/", "Include/", "Programs/")):
                archive.extract(member, folder, filter="data")


def _let_executors_wake(python: Path) -> None:
    """An executor's thread is woken by a message of no bytes, which Wine's pipes now and then lose, and it waits for
    ever; Windows' do not."""
    module = python / "Lib" / "concurrent" / "futures" / "process.py"
    source = module.read_text("utf-8")
    assert 'self._writer.send_bytes(b"")' in source
    module.write_text(
        source.replace('self._writer.send_bytes(b"")', 'self._writer.send_bytes(b"w")'), "utf-8"
    )


def _put_dlls(wheels: Path, python: Path) -> None:
    beside = {"python311.dll": "python311.dll", "vcruntime140.dll": "vcruntime140.dll"}
    [path] = wheels.glob("panda3d-*.whl")
    with zipfile.ZipFile(path) as wheel:
        for name in wheel.namelist():
            file = PurePosixPath(name)
            if file.parent.name != "deploy_libs":
                continue
            lower = file.name.lower()
            if lower in beside:
                (python / beside[lower]).write_bytes(wheel.read(name))
            elif lower.endswith(".pyd") or lower.startswith(("libffi", "libcrypto", "libssl", "sqlite3")):
                (python / "DLLs" / file.name).write_bytes(wheel.read(name))


def _build_programs(source: Path, python: Path) -> None:
    compiler = [
        "x86_64-w64-mingw32-gcc-win32",
        "-municode",
        "-Os",
        "-s",
        "-w",
        f"-I{source}/Include",
        f"-I{source}/PC",
    ]
    # the launcher reads with a function that mingw's library lacks
    launcher = [
        *compiler, "-DUNICODE", "-D_UNICODE", "-DVENV_REDIRECT",
        "-Dfread_s(into,room,size,count,file)=fread(into,size,count,file)",
        source / "PC" / "launcher.c", "-lversion",
    ]  # fmt: skip
    dll, venv = python / "python311.dll", python / "Lib" / "venv" / "scripts" / "nt"
    _do([*compiler, source / "Programs" / "python.c", dll, "-o", python / "python.exe"])
    _do([*compiler, "-mwindows", source / "PC" / "WinMain.c", dll, "-o", python / "pythonw.exe"])
    _do([*launcher, "-D_CONSOLE", "-o", venv / "python.exe"])
    _do([*launcher, "-D_WINDOWS", "-mwindows", "-o", venv / "pythonw.exe"])


def unpack_wheel(wheel: Path, python: Path) -> None:
    """Put a wheel where pip would; pip itself takes minutes under Wine."""
    packages = python / "Lib" / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            first, _, rest = name.partition("/")
            target = packages / name
            if first.endswith(".data"):
                kind, _, rest = rest.partition("/")
                target = {"data": python, "purelib": packages, "platlib": packages}.get(
                    kind, python / "Scripts"
                ) / rest
            if not name.endswith("/"):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))


def _use_checkout(made: Windows) -> None:
    """jxbook from its sources, known to Python by a link, and to pip's records by name and version."""
    packages = made.here(PYTHON) / "Lib" / "site-packages"
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    source = str(made.there(CHECKOUT / "src"))
    link = f"import site; site.addsitedir({source!a})\n"  # in escapes: Python reads it in the code page
    (packages / "jxbook-checkout.pth").write_text(link, "ascii")
    about = packages / f"jxbook-{project['version']}.dist-info"
    about.mkdir(exist_ok=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: jxbook\nVersion: {project['version']}\n", "ascii"
    )


def _do(
    command: Sequence[object], environment: dict[str, str] | None = None, allowed: Sequence[int] = (0,)
) -> None:
    ran = subprocess.run(
        [*map(str, command)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        check=False,
    )
    if ran.returncode not in allowed:
        raise RuntimeError(f"{command[0]}: {ran.stdout.decode('utf-8', 'replace')[-2000:]}")
