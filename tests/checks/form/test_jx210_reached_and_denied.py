"""JX210 完成值与文字说明矛盾"""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms import entry, row, small_form, with_records
from jxbook.form import Form, Goal, Indicator, SubProject
from jxbook.policy import load_policy
from jxbook.scoring import score
from jxbook.scoring.denied import denials

PAID = row("补贴发放完成时间", "≤12月", "12月", level2="时效指标")
OPENED = row("主线通车时间", "≤10月", "10月", level2="时效指标")
ALL_PAID = row("补贴按时发放率", "=100%", "100%", level2="质量指标")
RULED = row("长效管护机制", "健全", "健全", level2="可持续影响指标")
WORKS = row("改造完工时间", "≤11月", "11月", level2="时效指标")
COLD = row("冷库改造完工时间", "≤8月", "8月", level2="时效指标")
POOLS = row("黑臭水体整治处数", "5处", "5处")
COUNTED = row("改造户数", "≥216户", "216户")


def _denied(form: Form) -> list[tuple[str, str]]:
    found = denials(score(form, load_policy(form.policy_id)))
    return [(one.row.indicator.name.text, one.clause) for one in found]


@pytest.mark.parametrize(
    ("one", "achieved", "clause"),
    [
        (PAID, "发放216户，其余184户补贴未发放。", "其余184户补贴未发放"),
        (OPENED, "改造18公里，主线尚未通车。", "主线尚未通车"),
        (ALL_PAID, "2户补贴未发放。", "2户补贴未发放"),
        (RULED, "管护办法已印发，考核细则尚未出台。", "考核细则尚未出台"),
        (WORKS, "完成3个小区改造，其余5个小区仍在施工。", "其余5个小区仍在施工"),
        (replace(WORKS, actual=entry("2025年1月15日")), "主体工程仍在施工。", "主体工程仍在施工"),
        (COLD, "冷库改造尚未完工。", "冷库改造尚未完工"),
        (POOLS, "整治黑臭水体5处，其中1处返黑。", "其中1处返黑"),
        (COUNTED, "改造216户，其中30户未完成。", "其中30户未完成"),
        # another thing, or another verb
        (COLD, "改造3个小区，其余5个小区仍在施工。", ""),
        (WORKS, "一期完成，二期工程仍在施工。", ""),
        (WORKS, "工程已完工，正在推进竣工决算审计。", ""),
        (WORKS, "工程11月完工，正在建立长效机制。", ""),
        (WORKS, "在建项目管理规范，工程11月完工。", ""),
        (POOLS, "整治黑臭水体5处，另有1处未完成。", ""),
        (POOLS, "整治黑臭水体5处 2、建垃圾亭62座，其中1座未完成。", ""),
        (POOLS, "整治黑臭水体15处，其中1处返黑。", ""),
        (POOLS, "整治黑臭水体5处，其中1处返黑，已重新整治。", ""),
        (OPENED, "改造18公里，支线尚未通车。", ""),
        (PAID, "发放216户，2户未申请补贴。", ""),
        (OPENED, "考核细则尚未出台。", ""),
        (row("项目完成时间", "≤12月", "12月", level2="时效指标"), "2个项目未完成审计。", ""),
        (row("资金拨付及时率", "=100%", "100%", level2="时效指标"), "尾款资金未拨付。", ""),
        (RULED, "补偿协议未签订。", ""),
        (COUNTED, "184户改造未完成。", ""),
        # it was done since, or stood so before
        (PAID, "2户补贴未发放，已补发。", ""),
        (PAID, "截至6月底，补贴未发放。", ""),
        (PAID, "年初补贴未发放。", ""),
        (PAID, "不存在补贴未发放的情况。", ""),
        (PAID, "未发生补贴发放错误。", ""),
        # what was missed is no contradiction
        (row("主线通车时间", "≤10月", "12月", level2="时效指标"), "主线尚未通车。", ""),
    ],
)  # fmt: skip
def test_what_a_row_reached_and_a_text_denies(one: Indicator, achieved: str, clause: str) -> None:
    form = small_form(one, goal=Goal(achieved=entry(achieved)))
    assert _denied(form) == ([(one.name.text, clause)] if clause else [])


def test_the_note_of_a_task_is_read() -> None:
    task = SubProject(*map(entry, ("改造补贴", "", "", "", "", "", "184户未改造，补贴未发放")))
    assert _denied(with_records(small_form(PAID), subprojects=(task,))) == [
        ("补贴发放完成时间", "补贴未发放")
    ]


def test_of_two_mechanisms_the_one_that_the_rules_name() -> None:
    other = replace(RULED, name=entry("资金监管机制"))
    goal = Goal(achieved=entry("考核细则尚未出台。"))
    assert _denied(small_form(RULED, other, goal=goal)) == []
    named = Goal(achieved=entry("资金监管办法尚未出台。"))
    assert _denied(small_form(RULED, other, goal=named)) == [("资金监管机制", "资金监管办法尚未出台")]


def test_a_reason_that_says_of_its_row_that_nothing_failed_or_that_it_was_made_good_denies_nothing() -> None:
    for one, reason, clause in (
        (ALL_PAID, "3户补贴未发放", "3户补贴未发放"),
        (ALL_PAID, "不存在补贴未发放的情况", ""),
        (ALL_PAID, "年初补贴未发放，5月起按月发放", ""),
        (POOLS, "1处返黑", "1处返黑"),
        (POOLS, "1处冲毁后已重建", ""),
    ):
        form = small_form(replace(one, reason=entry(reason)))
        assert _denied(form) == ([(one.name.text, clause)] if clause else [])
