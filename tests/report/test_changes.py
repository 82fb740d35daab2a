"""Targets that are a change: told as the change everywhere, in the goal, the result, the gap and the advice."""

from __future__ import annotations

import pytest

from forms import facts, row, said, small_form
from jxbook.report.sentences import advice, analysis, conclusion, problems
from jxbook.report.sentences.naming import goal, result, target


@pytest.mark.parametrize(
    ("name", "wanted", "actual", "aim", "came", "alone"),
    [
        ("旅游投诉量", "降低5%以上", "降低6.2%", "旅游投诉量降低5%以上", "旅游投诉量降低6.2%", "“降低5%以上”"),
        ("单位能耗", "减少10%以上", "减少12%", "单位能耗减少10%以上", "单位能耗减少12%", "“减少10%以上”"),
        ("单位能耗", "减少10%以上", "增加2%", "单位能耗减少10%以上", "单位能耗增长2%", "“减少10%以上”"),
        ("重复投诉率降低", "下降≥5个百分点", "下降3个百分点", "重复投诉率降低5个百分点以上", "重复投诉率降低3个百分点", "“降低5个百分点以上”"),
        ("降低旅游投诉量", "降低5%以上", "降低6%", "旅游投诉量降低5%以上", "旅游投诉量降低6%", "“降低5%以上”"),
        ("粮食产量", "增幅≥5%", "增幅6%", "粮食产量增长5%以上", "粮食产量增长6%", "“增长5%以上”"),
        ("安全事故", "减少20起以上", "减少25起", "安全事故减少20起以上", "安全事故减少25起", "“减少20起以上”"),
        ("运行费用", "增长不超过3%", "增长2%", "运行费用增长3%以内", "运行费用增长2%", "“增长3%以内”"),
        ("游客增长率", "增长8%以上", "增长6.4%", "游客增长率不低于8%", "游客增长率6.4%", "8%"),
        ("旅游收入", "≥8%", "增长6.4%", "旅游收入不低于8%", "旅游收入增长6.4%", "8%"),
        ("内涝点数量", "减少4处", "减少3处", "内涝点减少4处", "内涝点减少3处", "“减少4处”"),
        ("就诊率", "降至20%", "18%", "就诊率不超过20%", "就诊率18%", "20%"),
    ],
)  # fmt: skip
def test_a_change_is_told_as_the_change(
    name: str, wanted: str, actual: str, aim: str, came: str, alone: str
) -> None:
    own = facts(small_form(row(name, wanted, actual, level2="社会效益指标"))).rows[0]
    assert (said(goal(own)), said(result(own)), said(target(own))) == (aim, came, alone)


def test_a_change_that_went_far_enough_is_no_number_above_another() -> None:
    found = facts(small_form(row("旅游投诉量", "降低5%以上", "降低6.2%", level2="社会效益指标")))
    assert said(analysis.part(found, "效益")) == "旅游投诉量降低6.2%（年度指标值“降低5%以上”）。"


def test_the_advice_on_a_change_goes_the_way_of_its_own_word() -> None:
    missed = row("重复投诉率降低", "下降≥5个百分点", "下降3个百分点", "2024年6月底前回访完毕", "社会效益指标")
    found = facts(small_form(missed))
    assert (
        said(analysis.part(found, "效益"))
        == "重复投诉率降低3个百分点，与年度指标值“降低5个百分点以上”相差2个百分点。"
    )
    assert "提高重复投诉率" not in "".join(map(said, advice.advice(found)))


def test_a_fall_that_was_too_small_is_never_fewer_complaints() -> None:
    """投诉比目标少2.7个百分点 would read as praise."""
    found = facts(small_form(row("投诉举报件数", "比上年下降5%", "下降2.3%", "网购投诉增多", "社会效益指标")))
    assert "主要差距是投诉举报件数下降2.3%，与目标相差2.7个百分点，扣5.4分。" in said(
        conclusion.conclusion(found)
    )
    assert said(problems.problems(found)[0]).startswith("投诉举报件数下降幅度未达到目标，影响5.4分。")
