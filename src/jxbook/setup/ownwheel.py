"""The wheel of jxbook itself: built from a checkout, or put together again from what is installed."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from importlib import metadata
from pathlib import Path

import jxbook
from jxbook.refusals.machine import no_own_wheel
from jxbook.setup.pip import Pip, call

_OF_THIS_COMPUTER = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}


def make_own_wheel(folder: Path, pip: Pip) -> None:
    """Put the wheel of the jxbook that runs into `folder`. Raises Refusal JX970 to JX972, JX975."""
    checkout = Path(jxbook.__file__).parents[2]
    if (checkout / "pyproject.toml").is_file():
        call(pip, ["wheel", "--no-deps", f"--wheel-dir={folder}", str(checkout)], "jxbook")
    else:
        try:
            repack(metadata.distribution("jxbook"), folder)
        except (metadata.PackageNotFoundError, OSError) as error:
            raise no_own_wheel(type(error).__name__) from error


def repack(installed: metadata.Distribution, folder: Path) -> Path:
    """The wheel that an installed pure-Python package came from; pip keeps no copy of it."""
    path = folder / f"{installed.name}-{installed.version}-py3-none-any.whl"
    record, about = [], ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in sorted(installed.files or (), key=str):
            if ".." in file.parts or "__pycache__" in file.parts:
                continue  # the command in Scripts, and compiled files: pip makes them anew
            if file.parent.suffix == ".dist-info":
                about = str(file.parent)
                if file.name in _OF_THIS_COMPUTER:
                    continue
            data = Path(str(file.locate())).read_bytes()
            wheel.writestr(str(file), data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{file},sha256={digest},{len(data)}\n")
        if not about:
            raise FileNotFoundError("dist-info")
        wheel.writestr(f"{about}/RECORD", "".join(record) + f"{about}/RECORD,,\n")
    return path
