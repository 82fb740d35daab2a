"""python.org's archive, as an administrator lays it beside install.cmd: made of the Python of this Windows."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

from wine import PYTHON, Windows

NAME = "python-3.11.9-embed-amd64"
_TAR = r"""
#include <windows.h>
#include <stdio.h>
int wmain(int count, wchar_t **given) {  /* tar.exe -xf ARCHIVE -C FOLDER */
    static wchar_t command[4096];
    STARTUPINFOW startup = {sizeof startup};
    PROCESS_INFORMATION process;
    DWORD status = 1;
    swprintf(command, 4096, L"\"PYTHON\" -I -m zipfile -e \"%ls\" \"%ls\"", given[2], given[4]);
    if (!CreateProcessW(0, command, 0, 0, 0, 0, 0, 0, &startup, &process)) return 1;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    return (int)status;
}
"""
"""Windows' own tar.exe, which Wine lacks, in as far as install.cmd asks for it."""


def embeddable(windows: Windows, target: Path) -> Path:
    """The archive in the folder `target`: all in one folder, the library zipped and without venv, ensurepip and pip,
    and a ._pth that shuts everything else out. python.org's holds compiled modules in place of sources."""
    python, made = windows.here(PYTHON), target / f"{NAME}.zip"
    with zipfile.ZipFile(target / "python311.zip", "w", zipfile.ZIP_DEFLATED) as library:
        for path in sorted((python / "Lib").rglob("*.py")):
            name = path.relative_to(python / "Lib")
            if name.parts[0] not in ("site-packages", "venv", "ensurepip"):
                library.write(path, name.as_posix())
    with zipfile.ZipFile(made, "w") as archive:
        for path in (target / "python311.zip", *python.glob("python*.*"), *python.glob("vcruntime*.dll"), *(python / "DLLs").iterdir()):  # fmt: skip
            archive.write(path, path.name)
        archive.writestr(
            "python311._pth",
            "python311.zip\n.\n\n# Uncomment to run site.main() automatically\n#import site\n",
        )
    (target / "python311.zip").unlink()
    return made


def put_tar(windows: Windows) -> Path:
    """Give the Windows a tar.exe, as Windows 10 and 11 have one; where it stands."""
    place = windows.here("C:/windows/system32/tar.exe")
    source = place.with_name("tar.c")
    source.write_text(_TAR.replace("PYTHON", str(PYTHON / "python.exe").replace("\\", "\\\\")), "ascii")
    subprocess.run(
        ["x86_64-w64-mingw32-gcc-win32", "-municode", "-Os", "-s", "-w", str(source), "-o", str(place)], check=True
    )  # fmt: skip
    source.unlink()
    return place
