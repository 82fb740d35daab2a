"""What many tests share: the samples as workbooks, and LibreOffice where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import odd_layouts
import ruled as other_rules
from full_form import bare_form, full_form  # noqa: F401
from jxbook.making.sample import write_workbook
from jxbook.making.transfer import transfer
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.samples import load_sample
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

# All cores are at work, so that no single example is punished for its time; what has bounds states them.
# The same examples every time, so that a green run stays green; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile(
    "jxbook", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("jxbook")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """On CI nothing is skipped: what a machine lacks is a failure there."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"on CI nothing is skipped: {report.longrepr[2]}"
    return report


@pytest.fixture(scope="session")
def sunhe(tmp_path_factory) -> Path:
    """The filled workbook of the first sample. Tests that change it copy it first."""
    path = tmp_path_factory.mktemp("sunhe") / "自评表.xlsx"
    write_workbook(load_sample("sunhe-2024"), path)
    return path


@pytest.fixture(scope="session")
def type_sample():
    """type_sample(template, path): the first sample typed into a copy of a template, or into the template itself.

    Formula cells keep what the template has in them. What the template has no place for is left out.
    """

    def typed(template: Path, path: Path | None = None) -> Path:
        grid = read_grid(template)
        blank = recognise(grid, template.name)
        sample = load_sample("sunhe-2024").form
        write_changes(template, transfer(sample, blank, grid, load_policy(blank.policy_id)).changes, path)
        return path or template

    return typed


@pytest.fixture(scope="session")
def ruled():
    """ruled(**{"execution.gap_warning": 5}): the national policy with another value; see `ruled.ruled`."""
    return other_rules.ruled


@pytest.fixture
def odd_policies(tmp_path_factory, monkeypatch):
    """The policies of `odd_layouts` among the user's own."""
    folder = tmp_path_factory.mktemp("policies")
    odd_layouts.write_policies(folder)
    monkeypatch.setenv("JXBOOK_POLICIES", str(folder))


@pytest.fixture(scope="session")
def convert(tmp_path_factory):
    """LibreOffice as a function: convert(file, "pdf") → the converted file."""
    program = shutil.which("soffice")
    if program is None:
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
