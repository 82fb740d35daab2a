"""The shipped templates are what the code builds."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jxbook import templates
from jxbook.finding import Refusal
from jxbook.policy import policy_ids
from jxbook.templates import build_all, template_path


def parts(data: bytes) -> dict[str, bytes]:
    """The inflated parts: how they are packed depends on the zlib at hand."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return build_all()


def test_there_is_one_for_every_policy(built: dict[str, bytes]) -> None:
    assert list(built) == [f"{policy}.xlsx" for policy in policy_ids()]


@pytest.mark.parametrize("policy", policy_ids())
def test_the_shipped_file_is_up_to_date(policy: str, built: dict[str, bytes]) -> None:
    """If this fails, run python -m jxbook.templates."""
    shipped = parts(template_path(policy).read_bytes())
    fresh = parts(built[f"{policy}.xlsx"])
    assert [name for name in fresh if fresh[name] != shipped.get(name)] == []
    assert list(shipped) == list(fresh)


@pytest.mark.long
def test_building_twice_gives_the_same_bytes(built: dict[str, bytes]) -> None:
    assert build_all() == built


def test_writing_them(tmp_path: Path, built: dict[str, bytes]) -> None:
    written = templates.write_all(tmp_path / "xlsx_templates")
    assert {path.name: path.read_bytes() for path in written} == built


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        template_path("../mof-2020-10")
    assert refused.value.finding.code == "JX920"


def test_a_missing_template_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(templates, "_INSTALLED", tmp_path)
    monkeypatch.setattr(templates, "_CHECKOUT", tmp_path)
    with pytest.raises(Refusal) as refused:
        template_path("mof-2020-10")
    assert refused.value.finding.code == "JX922"


def test_an_installed_template_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "mof-2020-10.xlsx").write_bytes(b"")
    monkeypatch.setattr(templates, "_INSTALLED", tmp_path)
    assert template_path("mof-2020-10") == tmp_path / "mof-2020-10.xlsx"


def test_finding_a_template_does_not_load_xlsxwriter() -> None:
    code = (
        "import sys; from jxbook.templates import template_path; template_path('mof-2020-10');"
        "sys.exit('xlsxwriter' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
