"""`jxbook new`: a blank form with year and policy, and never over an existing file."""

import openpyxl
import pytest

from jxbook.policy import policy_ids
from jxbook.recognition import open_form


@pytest.mark.parametrize("policy", policy_ids())
def test_the_new_form_names_its_year_and_its_policy(jxbook, tmp_path, policy):
    path = tmp_path / "自评表.xlsx"
    ran = jxbook("new", "--policy", policy, "--year", 2024, "-o", path)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"已新建：{path}\n评价政策：")
    form = open_form(path)
    assert (form.year, form.policy_id) == (2024, policy)
    book = openpyxl.load_workbook(path, data_only=True)
    assert book["自评表"]["A2"].value == "（2024年度）"
    assert book["基本信息"]["C5"].value == 2024


def test_without_options_it_is_the_national_form_without_a_year(jxbook, tmp_path):
    jxbook("new", "-o", tmp_path / "a.xlsx")
    form = open_form(tmp_path / "a.xlsx")
    assert (form.year, form.policy_id) == (None, "mof-2020-10")


def test_promise_5_an_existing_file_is_not_written_over(jxbook, mine, contents):
    before = contents(mine.parent)
    ran = jxbook("new", "-o", mine)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX925 [自评表.xlsx] 文件已经存在 — ")
    assert contents(mine.parent) == before


@pytest.mark.parametrize(
    ("options", "place", "code"),
    [
        (["-o", "表.xls"], "表.xls", "JX924"),
        (["-o", "表.docx"], "表.docx", "JX924"),
        (["-o", "表.xlsx", "--year", "24"], "24", "JX926"),
        (["-o", "表.xlsx", "--year", "99999999999"], "99999999999", "JX926"),
        (["-o", "表.xlsx", "--policy", "没有"], "没有", "JX920"),
        (["-o", "表.xlsx", "--policy", "../policies/mof-2020-10"], "../policies/mof-2020-10", "JX920"),
        (["-o", "没有的文件夹/表.xlsx"], "表.xlsx", "JX914"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_what_cannot_be_made_is_refused_and_leaves_nothing(
    jxbook, tmp_path, monkeypatch, options, place, code
):
    monkeypatch.chdir(tmp_path)
    ran = jxbook("new", *options)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"{code} [{place}] ") and ran.err.count(" — ") == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("typed", "named"), [("北京", "beijing-2020-2146"), ("湖北省", "hubei-2020")])
def test_a_policy_called_by_its_place_is_answered_with_its_id(jxbook, typed, named):
    ran = jxbook("new", "-o", "表.xlsx", "--policy", typed)
    assert ran.status == 2
    assert f"名称或适用范围里有“{typed}”的是 {named}" in ran.err
