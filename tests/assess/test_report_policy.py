"""A Word report of ours knows by which policy it was made, and none of its words says so."""

import zipfile
from pathlib import Path

import pytest

from jxbook.assess import assess
from jxbook.cli import main
from jxbook.policy import policy_ids
from jxbook.templates import template_path


@pytest.fixture(params=["shanghai", "hubei-2020", "beijing-2020-2146", "sichuan"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    path = tmp_path / "报告.docx"
    assert main(["report", str(template_path(request.param)), "-o", str(path)]) in (0, 1)
    return request.param, path


def test_a_blank_report_is_assessed_by_the_policy_it_was_made_by(report: tuple[str, Path]) -> None:
    policy, path = report
    assessed = assess(path)
    assert assessed.policy.id == policy
    assert assessed.why == "文件由 jxbook 按该政策生成"
    assert "JX108" not in {one.code for one in assessed.findings}


def test_its_text_does_not_name_it(report: tuple[str, Path]) -> None:
    _, path = report
    with zipfile.ZipFile(path) as package:
        text = package.read("word/document.xml").decode()
    assert not any(one in text for one in policy_ids())
    assert "jxbook" not in text


def test_a_policy_that_is_not_known_here_is_no_reason_to_refuse(report: tuple[str, Path]) -> None:
    """A neighbour's own rules: then what the report cites counts, as in any other file."""
    policy, path = report
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    core = parts["docProps/core.xml"]
    assert f"jxbook:{policy}".encode() in core
    parts["docProps/core.xml"] = core.replace(policy.encode(), b"../../etc/nobody")
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert "文件由" not in assess(path).why
