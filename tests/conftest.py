"""What many tests share: the samples as workbooks, and LibreOffice where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from jxbook.demo import write_workbook
from jxbook.samples import load_sample


@pytest.fixture(scope="session")
def sunhe(tmp_path_factory) -> Path:
    """The filled workbook of the first sample. Tests that change it copy it first."""
    path = tmp_path_factory.mktemp("sunhe") / "自评表.xlsx"
    write_workbook(load_sample("sunhe-2024"), path)
    return path


@pytest.fixture(scope="session")
def convert(tmp_path_factory):
    """LibreOffice as a function: convert(file, "pdf") → the converted file."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing, and on CI nothing is skipped")
        pytest.skip("LibreOffice is not installed")
    home = tmp_path_factory.mktemp("libreoffice")

    def run(file: Path, kind: str) -> Path:
        out = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", kind]
        subprocess.run(
            [*command, "--outdir", str(out), str(file)], check=True, capture_output=True, timeout=180
        )
        return out / f"{file.stem}.{kind.split(':')[0]}"

    return run
