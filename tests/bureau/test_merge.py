"""Sub-units' forms into the parent's: absolute values add, relative ones are weighed by money, each with its origin."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from handed_in import hand_in
from jxbook.assess import assess
from jxbook.bureau.merging.rule import merged_actual, merged_target
from jxbook.form import Entry, Indicator

Batch = Callable[..., tuple[int, str, str]]


def rows(*pairs: tuple[str, str], name: str = "修路里程") -> list[Indicator]:
    """An indicator as each unit filled it in: target and actual."""
    return [
        Indicator.read(Entry("产出指标"), Entry("数量指标"), Entry(name), Entry(target), Entry(actual))
        for target, actual in pairs
    ]


TABLE = """
修路里程         ≥10公里   9公里        ≥5公里    6公里       → ≥15公里  15公里
修路里程         ≥10公里   9公里        ≥5000米   6000米      → ≥15公里  15公里
资金             ≤10万元   8万元        ≤50000元  5万元       → ≤15万元  13万元
验收合格率       ≥90%      95%          ≥90%      98%         → ≥90%     95.75%
群众满意度       ≥90%      90%          ≥80%      100%        → ≥87.5%   92.5%
每公里单位成本   ≤20万元   18万元       ≤20万元   22万元      → ≤20万元  19万元
完成时间         ≤12月     10月         ≤11月     11月        → ≤12月    11月
群众出行         改善      达成年度指标 改善      达成年度指标 → 改善     达成年度指标
群众出行         改善      达成年度指标 便利      部分达成年度指标并具有一定效果 → ?  ?
修路里程         ≥10公里   9公里        ≤5公里    6公里       → ?        15公里
修路里程         ≥10公里   9公里        ≥5座      6座         → ?        ?
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_two_units_of_30_and_10_make_one(line: str) -> None:
    """The first unit has 30万元, the second 10万元; ? is left to a person."""
    given, _, wanted = line.partition("→")
    name, *entries = given.split()
    units = rows((entries[0], entries[1]), (entries[2], entries[3]), name=name)
    weights = [Decimal(30), Decimal(10)]
    made = merged_target(units, weights), merged_actual(units, weights)
    for one, text in zip(made, wanted.split(), strict=True):
        assert (one.text or "?") == text, one.how
        assert one.open == (not one.text)


def test_without_money_nothing_is_weighed() -> None:
    units = rows(("≥90%", "95%"), ("≥90%", "98%"), name="合格率")
    assert merged_actual(units, [Decimal(30), None]).open


def test_the_parents_form_is_a_workbook_that_scores(tmp_path: Path, batch: Batch) -> None:
    hand_in(tmp_path / "站/甲.xlsx", implementer="甲站", budget=30, initial=30, spent=27, target=10, actual=9)
    hand_in(
        tmp_path / "站/乙.xlsx",
        implementer="乙站",
        budget=10,
        initial=10,
        spent=9,
        target=5,
        actual=5,
        satisfaction="91%",
    )
    (tmp_path / "站/坏.xlsx").write_bytes(b"PK")
    output = tmp_path / "部门.xlsx"
    status, said, _ = batch(tmp_path / "站", "--merge", "-o", output)
    assert status == 1 and "已合并2份自评表" in said and "没有读出 坏.xlsx：JX904" in said
    form = assess(output).form
    rows = {one.name.text: one for one in form.indicators}
    assert (rows["修路里程"].target.text, rows["修路里程"].actual.text) == ("≥15公里", "14公里")
    assert rows["群众满意度"].actual.text == "94%"
    assert (form.funding.total.budget.number, form.funding.total.spent.number) == (40, 36)
    assert form.goal.achieved.text.splitlines()[0].startswith("乙站：")
    assert batch(tmp_path / "站", "--merge", "-o", output)[2].startswith("JX925")


def test_units_that_reckon_in_other_units_of_money_are_added_in_one(tmp_path: Path, batch: Batch) -> None:
    for name, unit, budget, spent in (
        ("甲", "亿元", 0.3, 0.27),
        ("乙", "元", 100_000, 90_000),
        ("丙", "万元", 20, 18),
    ):
        file = hand_in(
            tmp_path / f"站/{name}.xlsx", implementer=f"{name}站", initial=budget, budget=budget, spent=spent
        )
        book = openpyxl.load_workbook(file)
        for row in book.active.iter_rows():
            for cell in row:
                if cell.value == "项目资金（万元）":
                    cell.value = f"项目资金（{unit}）"
        book.save(file)
    batch(tmp_path / "站", "--merge", "-o", tmp_path / "部门.xlsx")
    total = assess(tmp_path / "部门.xlsx").form.funding.total
    assert (total.budget.number, total.spent.number) == (3030, 2727)


def test_every_figure_tells_where_it_comes_from(tmp_path: Path, batch: Batch) -> None:
    for name, actual in (("甲", 9), ("乙", 5)):
        hand_in(tmp_path / f"站/{name}.xlsx", implementer=f"{name}站", actual=actual)
    batch(tmp_path / "站", "--merge", "-o", tmp_path / "部门.xlsx")
    told = list(
        openpyxl.load_workbook(tmp_path / "部门.xlsx")["导入说明"].iter_rows(min_row=5, values_only=True)
    )
    figure = [row for row in told if row[2] == "修路里程：实际完成值"]
    assert [(row[0], row[1]) for row in figure] == [
        ("乙.xlsx：Sheet!F10", "5公里"),
        ("甲.xlsx：Sheet!F10", "9公里"),
    ]
    assert {row[3] for row in figure} == {"相加：5公里＋9公里"}


def test_one_form_is_nothing_to_merge(tmp_path: Path, batch: Batch) -> None:
    hand_in(tmp_path / "站/甲.xlsx")
    assert batch(tmp_path / "站", "--merge", "-o", tmp_path / "部门.xlsx")[2].startswith("JX993")
