"""Files for which the choice of the policy differs, to be sent through every door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from jxbook.recognition import recognise
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

OWN = "本单位-2025"
"""A policy of the office's own: as 101号, but points have one decimal."""
_OWN_POLICY = f"""\
[identity]
id = "{OWN}"
name = "本单位项目支出绩效自评"
title = "本单位绩效自评办法"
number = "本单位〔2025〕1号"
place = "本单位"
parent = "mof-2021-101"
mark = "assumed"
note = "只用于测试"
[rounding]
places = {{ value = 1, basis = "本单位〔2025〕1号", mark = "assumed" }}
"""


@dataclass(frozen=True)
class Case:
    """A file; the policy that every door takes and a word of why; whether the cells can know that policy."""

    path: Path
    policy: str
    why: str
    in_cells: bool = True


def own_policy(folder: Path) -> Path:
    """The office's own policy as a file in a folder."""
    path = folder / f"{OWN}.toml"
    path.write_text(_OWN_POLICY, "utf-8")
    return path


def workbook(folder: Path, policy: str, stated: str | None) -> Path:
    """A workbook of ours, made with `policy`, its 评价政策 saying `stated`; one row earns a third of a point."""
    path = folder / "自评表.xlsx"
    path.write_bytes(template_path(policy).read_bytes())
    form = recognise(read_grid(path), path.name)
    total, (first, second, *_) = form.funding.total, form.indicators
    entries = {
        form.policy_entry: stated,
        form.year_entry: Decimal(2024),
        form.project.name: "道路养护项目",
        form.project.implementer: "某单位",
        total.initial_budget: Decimal(100),
        total.budget: Decimal(100),
        total.spent: Decimal(85),
    }
    for one, target, actual in ((first, "≥300场", "200场"), (second, "≥10个", "5个")):
        entries |= {
            one.name: f"指标{target}",
            one.target: target,
            one.actual: actual,
            one.points: Decimal(45),
        }
    for one in form.indicators[2:]:
        entries |= {one.name: None, one.target: None, one.actual: None, one.points: None}
    write_changes(path, [Change(entry.cell, value) for entry, value in entries.items() if entry.cell])
    return path


def foreign(folder: Path, unit: str) -> Path:
    """The form of somebody else: no 评价政策, no sheet beside it, and a row of its indicators hidden."""
    path = folder / "外来.xlsx"
    cost = [("成本指标", "经济成本指标", "单价", "≤10万元", "9万元", 20, 20)] if "北京" in unit else []
    rows = [
        ("项目支出绩效自评表",),
        ("（2024年度）",),
        ("项目名称", "某项目"),
        ("主管部门", unit, None, None, "实施单位", "某中心"),
        ("项目资金（万元）", None, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        (None, "年度资金总额", 10, 10, 9, 10, 0.9, 9),
        ("年度总体目标", "预期目标", None, None, "实际完成情况"),
        (None, "建成。", None, None, "建成了。"),
        ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
        ("产出指标", "数量指标", "培训场次", "≥10场", "8场", 30 if cost else 50, 24),
        *cost,
        ("效益指标", "社会效益指标", "受益人次", "≥200人次", "200人次", 30, 30),
        ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "95%", 10, 10),
        ("总分", None, None, None, None, 100, 93),
    ]  # fmt: skip
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("自评")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        sheet.set_row(len(rows) - 3, None, None, {"hidden": True})
    return path


def named(folder: Path, registered: Path) -> Case:
    return Case(workbook(folder, "mof-2020-10", "mof-2021-101"), "mof-2021-101", "由表中的“评价政策”指定")


def beside(folder: Path, registered: Path) -> Case:
    own_policy(folder)
    return Case(workbook(folder, "mof-2021-101", OWN), OWN, "同一文件夹的政策文件", in_cells=False)


def registered(folder: Path, registered: Path) -> Case:
    own_policy(registered)
    return Case(workbook(folder, "mof-2021-101", OWN), OWN, "本机登记的政策文件")


def emptied(folder: Path, registered: Path) -> Case:
    return Case(workbook(folder, "mof-2021-101", None), "mof-2021-101", "按制表时的政策")


def of_a_place(folder: Path, registered: Path) -> Case:
    return Case(foreign(folder, "北京市某局"), "beijing-2020-2146", "单位名称中有“北京”")


def of_nowhere(folder: Path, registered: Path) -> Case:
    return Case(foreign(folder, "某局"), "mof-2020-10", "没有写明政策")


CASES: tuple[Callable[[Path, Path], Case], ...] = (named, beside, registered, emptied, of_a_place, of_nowhere)
OURS = CASES[:4]
"""Those that are workbooks of ours, with formulas."""
