"""JX708 满意度没有调查的依据"""

from __future__ import annotations

from dataclasses import replace

import pytest
from examples import found_in

from jxbook.assess import assess, source_in
from jxbook.form import Entry, Indicator
from jxbook.form.indicator import FIELDS
from jxbook.form.records import NO_RECORDS
from jxbook.making.filled import filled_workbook
from jxbook.policy import load_policy
from jxbook.samples import load_sample

EMPTY = "评价政策：mof-2021-101｜满意度问卷：没有填"
ASKED = "JX701", "JX704", "JX708"


def said(pieces: str) -> list[str]:
    """What is said of where the satisfaction comes from."""
    return [one.code for one in found_in(pieces) if one.code in ASKED]


def test_it_is_said_once_at_the_actual() -> None:
    (found,) = [one for one in found_in(EMPTY) if one.code == "JX708"]
    assert str(found.cell) == "自评表!F19"


@pytest.mark.parametrize(
    "more",
    [
        "三级指标：居民满意度｜偏差原因：按回访记录计算",
        "三级指标：居民满意度｜三级指标改为：有效投诉处理满意率",
        "存在问题：调查样本偏少",
        "佐证材料：材料名称 居民意见调查汇总，对应三级指标 空，是否具备 有",
        "三级指标：居民满意度｜实际完成值：空",
    ],
)
def test_any_word_of_having_asked_settles_it(more: str) -> None:
    assert said(f"{EMPTY}｜{more}") == []


def test_one_cause_is_not_said_twice() -> None:
    assert said(f"{EMPTY}｜三级指标：居民满意度｜实际完成值：100%") == ["JX701"]
    assert said(f"{EMPTY}｜佐证材料：材料名称 签到表，对应三级指标 参加活动人次，是否具备 有") == ["JX704"]


def test_without_a_place_for_it_or_a_rule_that_asks_nothing_is_said() -> None:
    assert said("评价政策：mof-2021-101") == []
    assert said("评价政策：mof-2020-10｜满意度问卷：没有填") == []


def test_a_workbook_of_ours_has_the_place_though_it_is_blank() -> None:
    form = replace(load_sample("sunhe-2024").form, records=NO_RECORDS, passages=(), policy_id="mof-2021-101")
    rows = tuple(
        Indicator.of({**{one: row.entry(one) for one in FIELDS}, "actual": Entry("95%")})
        if "满意" in row.name.text
        else row
        for row in form.indicators
    )
    data = filled_workbook(replace(form, indicators=rows), load_policy("mof-2021-101"))
    found = [one for one in assess(source_in(data, "自评表.xlsx")).findings if one.code in ASKED]
    assert [one.code for one in found] == ["JX708"]
