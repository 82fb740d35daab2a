"""`jxbook new --from`: next year's workbook, and what its user is told."""

import pytest

from jxbook.recognition import open_form


def test_it_says_what_was_carried_and_what_was_not(jxbook, sunhe, tmp_path):
    ran = jxbook("new", "--from", sunhe, "--year", 2025, "-o", tmp_path / "新.xlsx")
    assert (ran.status, ran.err) == (0, "")
    assert "（2025年度）\n评价政策：北京市项目支出绩效自评（京财绩效〔2020〕2146号）。由表中的" in ran.out
    for words in ("沿用 自评表.xlsx 的内容：", "没有沿用、请重新填写：", "上年实际完成值"):
        assert words in ran.out
    assert "请核对 [基本信息!C8] 2024年1月 — 其中写有2024年" in ran.out
    assert open_form(tmp_path / "新.xlsx").year == 2025


def test_with_functions_and_buttons(jxbook, sunhe, tmp_path):
    ran = jxbook("new", "--from", sunhe, "-o", tmp_path / "新.xlsm")
    assert ran.status == 0
    assert open_form(tmp_path / "新.xlsm").year == 2025


@pytest.mark.parametrize(
    ("options", "code"),
    [(["--year", "2024"], "JX926"), (["--year", "24"], "JX926"), (["--policy", "没有"], "JX920")],
)
def test_what_cannot_be_made_is_refused(jxbook, sunhe, tmp_path, options, code):
    ran = jxbook("new", "--from", sunhe, *options, "-o", tmp_path / "新.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(code)
    assert list(tmp_path.iterdir()) == []
