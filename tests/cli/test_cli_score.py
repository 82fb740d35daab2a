"""`jxbook score`: the numbers on the screen, as JSON, and in the workbook itself."""

import json
import os
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from jxbook.recognition import open_form
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

NUMBER = int | float
SCORE = {
    "file": str,
    "policy": str,
    "policy_why": str,
    "status": str,
    "total": NUMBER | None,
    "total_explanation": str,
    "grade": str | None,
    "grade_explanation": str,
    "grade_basis": str,
    "execution": dict,
    "indicators": list,
    "path": str,
    "project": str,
    "implementer": str,
    "supervisor": str,
    "year": int | None,
    "money": dict,
}
MONEY = {"unit": str, "initial_budget": NUMBER | None, "budget": NUMBER | None, "spent": NUMBER | None}
EXECUTION = {
    "rate": NUMBER | None,
    "points": NUMBER,
    "earned": NUMBER | None,
    "explanation": str,
    "basis": str,
}
INDICATOR = {
    "level1": str,
    "level2": str,
    "name": str,
    "target": str,
    "actual": str,
    "points": NUMBER | None,
    "earned": NUMBER | None,
    "completion": NUMBER | None,
    "method": str,
    "explanation": str,
    "basis": str,
    "cell": str,
}


def assert_shape(data, shape):
    """The keys of the shape, in its order and no others, each with a value of its type."""
    assert list(data) == list(shape)
    assert [key for key, kind in shape.items() if not isinstance(data[key], kind)] == []


def scored(jxbook, *arguments):
    ran = jxbook("score", *arguments, "--json")
    data = json.loads(ran.out)
    assert (ran.status, ran.err) == (1 if data["status"] == "incomplete" else 0, "")
    assert_shape(data, SCORE)
    assert_shape(data["money"], MONEY)
    assert_shape(data["execution"], EXECUTION)
    for one in data["indicators"]:
        assert_shape(one, INDICATOR)
    return data


class TestAsJson:
    def test_a_filled_form(self, jxbook, sunhe):
        data = scored(jxbook, sunhe)
        assert (data["file"], data["path"]) == ("自评表.xlsx", str(sunhe))
        assert (data["project"], data["year"]) == ("朝阳区社会组织参与社会治理项目", 2024)
        assert data["money"] == {"unit": "万元", "initial_budget": 10, "budget": 10, "spent": 10}
        assert (data["policy"], data["status"]) == ("beijing-2020-2146", "complete")
        assert (data["total"], data["grade"]) == (100, "优")
        assert [data["execution"][one] for one in ("rate", "points", "earned")] == [1, 10, 10]
        assert data["execution"]["explanation"].endswith("执行率100%，记全部分值10分。")
        assert data["total_explanation"] == "预算执行率10分，各项指标90分，总分100分。"
        assert data["grade_explanation"] == "总分100分，90分（含）以上，为优。"
        assert "第十八条" in data["grade_basis"]
        assert {one["name"]: (one["points"], one["earned"], one["cell"]) for one in data["indicators"]} == {
            "项目数": (15, 15, "自评表!H14"),
            "评审合格率": (15, 15, "自评表!H16"),
            "完成时间": (15, 15, "自评表!H18"),
            "每个项目成本": (15, 15, "自评表!H20"),
            "参与活动人次": (20, 20, "自评表!H25"),
            "参与公众满意度": (10, 10, "自评表!H29"),
        }

    def test_points_are_given_to_the_cent_and_ratios_as_fractions(self, jxbook, mine, type_into):
        type_into(mine, {"参与公众满意度": {"actual": "81.5%"}})
        data = scored(jxbook, mine)
        assert (data["total"], data["grade"]) == (99.06, "优")
        assert data["indicators"][-1]["earned"] == 9.06
        assert data["indicators"][-1]["completion"] == 0.905556

    @pytest.mark.parametrize("policy", ["mof-2020-10", "beijing-2020-2146"])
    def test_promise_2_an_empty_form_has_no_total(self, jxbook, policy):
        data = scored(jxbook, template_path(policy))
        assert (data["status"], data["total"], data["grade"]) == ("incomplete", None, None)
        assert data["execution"]["rate"] is None

    def test_promise_2_nor_has_one_with_a_row_that_is_not_filled(self, jxbook, mine, type_into):
        type_into(mine, {"完成时间": {"actual": None}})
        data = scored(jxbook, mine)
        assert (data["status"], data["total"], data["grade"]) == ("incomplete", None, None)
        assert [one["name"] for one in data["indicators"] if one["earned"] is None] == ["完成时间"]

    def test_another_policy_on_demand(self, jxbook, sunhe):
        assert scored(jxbook, sunhe, "--policy", "mof-2020-10")["policy"] == "mof-2020-10"

    def test_an_unknown_policy_is_refused(self, jxbook, sunhe):
        ran = jxbook("score", sunhe, "--policy", "没有")
        assert (ran.status, ran.out, ran.err[:11]) == (2, "", "JX920 [没有] ")

    def test_an_unknown_policy_in_the_workbook_is_refused_with_its_cell(self, jxbook, mine):
        cell = open_form(mine).policy_entry.cell
        write_changes(mine, [Change(cell, "本单位的办法")])
        ran = jxbook("score", mine)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"JX920 [自评表.xlsx：{cell}] ")
        assert "本单位的办法" in ran.err
        assert jxbook("score", mine, "--policy", "mof-2020-10").status == 0


class TestOnTheScreen:
    def test_every_row_with_its_entries_points_and_score(self, jxbook, sunhe):
        lines = jxbook("score", sunhe).out.splitlines()
        rows = [line.split() for line in lines]
        assert ["社会效益指标", "参与活动人次", "≥200人次", "=300人次", "150%", "20", "20"] in rows
        assert ["预算执行率", "100%", "10", "10"] in rows
        assert lines[0] == "朝阳区社会组织参与社会治理项目（2024年度）"
        assert lines[-1] == "总分：100　等级：优　执行率：100%"

    def test_promise_2_what_is_missing_is_named_with_its_cell(self, jxbook, mine, type_into):
        type_into(mine, {"完成时间": {"actual": None}, "项目数": {"actual": "很多"}})
        ran = jxbook("score", mine)
        assert ran.status == 1
        assert ran.out.splitlines()[-1].startswith("总分：待完善")
        assert "[自评表!F14] 项目数：" in ran.out and "[自评表!F18] 完成时间：" in ran.out
        assert "等级" not in ran.out


def records(path):
    """Part → its record in the file, header and packed bytes as they stand."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        infos = sorted(package.infolist(), key=lambda info: info.header_offset)
        ends = [*(info.header_offset for info in infos[1:]), package.start_dir]
    return {info.filename: data[info.header_offset : end] for info, end in zip(infos, ends, strict=True)}


def entries(path):
    """Cell → what openpyxl reads there, formulas as formulas."""
    book = openpyxl.load_workbook(path)
    cells = [(s.title, c) for s in book for row in s.iter_rows() for c in row]
    return {(title, c.coordinate): getattr(c.value, "text", c.value) for title, c in cells}


class TestWrite:
    def test_promise_5_only_the_form_and_the_board_change_and_nothing_is_lost(self, jxbook, stale):
        before, typed = records(stale), entries(stale)
        assert jxbook("score", stale, "--write").status == 0
        after = records(stale)
        assert list(after) == list(before)
        assert [part for part in after if after[part] != before[part]] == [
            "xl/worksheets/sheet3.xml",
            "xl/worksheets/sheet4.xml",  # 报告素材, of which one row cut its text
            "xl/worksheets/sheet10.xml",  # 看板
            "xl/worksheets/words.xml",  # 词
            "xl/worksheets/rows.xml",  # 算
        ]
        assert entries(stale) == typed

    def test_promise_1_the_cells_then_show_the_numbers_of_the_json(self, jxbook, stale):
        data = json.loads(jxbook("score", stale, "--write", "--json").out)
        sheet = openpyxl.load_workbook(stale, data_only=True)["自评表"]
        shown = {one["name"]: sheet[one["cell"].partition("!")[2]].value for one in data["indicators"]}
        assert shown == {one["name"]: one["earned"] for one in data["indicators"]}
        form = open_form(stale)
        assert form.total.raw == data["total"]
        assert form.grade.raw == data["grade"]
        assert form.funding.rate.raw == data["execution"]["rate"]
        assert form.funding.earned.raw == data["execution"]["earned"]

    def test_a_second_time_changes_no_byte(self, jxbook, stale):
        jxbook("score", stale, "--write")
        once = stale.read_bytes()
        assert jxbook("score", stale, "--write").status == 0
        assert stale.read_bytes() == once

    def test_an_incomplete_form_says_so_in_its_cells(self, jxbook, stale, type_into):
        type_into(stale, {"完成时间": {"actual": None}})
        jxbook("score", stale, "--write")
        form = open_form(stale)
        assert (form.total.raw, form.grade.text) == ("待完善", "")

    def test_promise_5_a_score_that_staff_typed_stays_theirs(self, jxbook, stale, type_into):
        type_into(stale, {"项目数": {"earned": Decimal(12)}})
        jxbook("score", stale, "--write")
        assert openpyxl.load_workbook(stale)["自评表"]["H14"].value == 12

    def test_says_what_it_wrote(self, jxbook, stale):
        assert f"\n已写入 {stale} 的公式单元格。\n" in jxbook("score", stale, "--write").out

    def test_without_write_the_file_is_only_read(self, jxbook, stale):
        before = stale.read_bytes(), stale.stat().st_mtime_ns
        jxbook("score", stale)
        assert (stale.read_bytes(), stale.stat().st_mtime_ns) == before

    def test_a_file_open_in_excel_stays_as_it_is(self, jxbook, stale, monkeypatch, contents):
        before = contents(stale.parent)

        def in_use(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "replace", in_use)
        ran = jxbook("score", stale, "--write")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("JX911 [填好未计分.xlsx] 文件正在使用，未能保存 — ")
        assert contents(stale.parent) == before

    def test_a_full_disk_leaves_the_file_as_it_is(self, jxbook, stale, monkeypatch, contents):
        before = contents(stale.parent)

        def full(_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        ran = jxbook("score", stale, "--write")
        assert (ran.status, ran.out, ran.err[:6]) == (2, "", "JX914 ")
        assert contents(stale.parent) == before

    def test_promise_5_what_was_saved_while_it_scored_stays(self, jxbook, stale, monkeypatch, type_into):
        import jxbook.functions.cached as cached

        reckoned = cached.cached_values

        def saved_meanwhile(*arguments):
            type_into(stale, {"项目数": {"actual": "2个"}})
            return reckoned(*arguments)

        monkeypatch.setattr(cached, "cached_values", saved_meanwhile)
        ran = jxbook("score", stale, "--write")
        assert (ran.status, ran.out, ran.err[:6]) == (2, "", "JX915 ")
        assert (
            next(one.actual.raw for one in open_form(stale).indicators if one.name.text == "项目数") == "2个"
        )

    @pytest.mark.parametrize("lock", ["~${}", ".~{}", ".~lock.{}#"])
    def test_promise_5_a_file_open_elsewhere_is_left_unless_told(self, jxbook, stale, lock):
        stale.with_name(lock.format(stale.name)).touch()
        before = stale.read_bytes()
        ran = jxbook("score", stale, "--write")
        assert (ran.status, ran.out, ran.err[:6]) == (2, "", "JX916 ")
        assert stale.read_bytes() == before
        assert jxbook("score", stale).status == 0
        assert jxbook("score", stale, "--write", "--while-open").status == 0
        assert stale.read_bytes() != before

    def test_says_what_it_left_and_what_it_put_in(self, jxbook, stale, type_into):
        form = open_form(stale)
        write_changes(
            stale,
            [
                Change(form.funding.earned.cell, Decimal(9)),
                Change(form.total.cell, Decimal(99)),
                *(Change(getattr(form.indicators[2], one).cell, None) for one in ("earned", "verdict")),
            ],
        )
        type_into(stale, {"项目数": {"earned": Decimal(12)}})
        out = jxbook("score", stale, "--write").out
        filled = form.indicators[2]
        used = filled if filled.used else None
        typed = next(one for one in form.indicators if one.name.text == "项目数")
        left = [one.cell.address for one in (form.funding.earned, typed.earned, form.total)]
        assert f"3个单元格已被手工改写，没有写入：{'、'.join(left)}\n" in out
        assert ("没有公式，已按相邻的行补上" in out) is (used is not None)

    def test_a_row_that_lost_its_formulas_gets_them_back(self, jxbook, stale):
        before = read_grid(stale)
        form = open_form(stale)
        rows = [one for one in form.indicators if one.used]
        lost = [cell for one in (rows[0], rows[-1]) for cell in (one.earned.cell, one.verdict.cell)]
        write_changes(stale, [Change(cell, None) for cell in lost])
        out = jxbook("score", stale, "--write").out
        assert f"4个单元格没有公式，已按相邻的行补上：{'、'.join(one.address for one in lost)}\n" in out

        def formulas(grid):
            sheet = next(one for one in grid.sheets if one.name == form.sheet)
            return {place: cell.formula for place, cell in sheet.cells.items() if cell.formula is not None}

        assert formulas(read_grid(stale)) == formulas(before)
        assert [one.earned.raw for one in open_form(stale).indicators if one.used].count(None) == 0
