"""Every file we write keeps to the Open XML schemas, as openxml-audit sees them: the nearest to Excel's and
Word's own opinion that is to be had without them."""

import shutil
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

import jxbook.document.docx.reference as reference
from jxbook.cli import main
from jxbook.policy import policy_ids
from jxbook.templates import template_path

ALLOWED: dict[str, str] = {}
"""What the audit may say of our files: a part of its message → why that is no fault. Nothing so far."""


def complaints(path):
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path)
    texts = [str(error) for error in result.errors]
    return [text for text in texts if not any(allowed in text for allowed in ALLOWED)]


def run(*arguments, status=0):
    assert main([str(one) for one in arguments]) == status


@pytest.mark.parametrize("policy", policy_ids())
class TestOfEveryPolicy:
    def test_the_template(self, policy):
        assert complaints(template_path(policy)) == []

    def test_a_new_form(self, policy, tmp_path):
        run("new", "--policy", policy, "--year", 2024, "-o", tmp_path / "新.xlsx")
        assert complaints(tmp_path / "新.xlsx") == []

    def test_an_empty_form_with_its_score_written(self, policy, tmp_path):
        path = Path(shutil.copy(template_path(policy), tmp_path / "空.xlsx"))
        assert main(["score", str(path), "--write"]) in (0, 1)  # 待完善, but where nothing is scored
        assert complaints(path) == []

    def test_the_report_of_the_sample(self, policy, sunhe, tmp_path):
        run("report", sunhe, "--policy", policy, "-o", tmp_path / "报告.docx")
        assert complaints(tmp_path / "报告.docx") == complaints(tmp_path / "报告_核对单.docx") == []

    def test_the_report_of_an_empty_form(self, policy, tmp_path):
        run("report", template_path(policy), "-o", tmp_path / "报告.docx")
        assert complaints(tmp_path / "报告.docx") == []


def test_what_the_demo_writes(tmp_path):
    run("demo", "-o", tmp_path)
    assert {path.name: complaints(path) for path in tmp_path.iterdir()} == {
        "自评表.xlsx": [],
        "绩效评价报告.docx": [],
        "绩效评价报告_核对单.docx": [],
    }


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm"])
def test_what_is_imported_and_what_follows_next_year(sunhe, tmp_path, suffix):
    run("report", sunhe, "-o", tmp_path / "报告.docx")
    run("import", tmp_path / "报告.docx", "-o", tmp_path / f"导入{suffix}")
    run("new", "--from", sunhe, "-o", tmp_path / f"下年{suffix}")
    assert complaints(tmp_path / f"导入{suffix}") == complaints(tmp_path / f"下年{suffix}") == []


def test_the_sample_with_its_score_written_by_another_policy(sunhe, tmp_path):
    path = Path(shutil.copy(sunhe, tmp_path / "自评表.xlsx"))
    run("score", path, "--write", "--policy", "mof-2020-10")
    assert complaints(path) == []


def test_the_styles_of_the_report():
    assert complaints(Path(reference.__file__).with_name("reference.docx")) == []


def test_the_audit_does_find_faults(sunhe, tmp_path):
    """Else an empty list would mean nothing."""
    data = sunhe.read_bytes()
    (tmp_path / "坏.xlsx").write_bytes(data[: len(data) // 2])
    assert complaints(tmp_path / "坏.xlsx") != []
