"""偏差原因分析及改进措施, split as a reader would split it."""

from __future__ import annotations

import pytest

from jxbook.prose import split_reason


@pytest.mark.parametrize(
    ("text", "cause", "measure", "vague"),
    [
        ("", "", "", ()),
        ("无", "", "", ()),
        ("管理不到位。", "", "", ("管理不到位",)),
        ("进度较慢", "", "", ("进度较慢",)),
        ("送餐不及时，管理不到位。", "送餐不及时", "", ("管理不到位",)),
        ("消防验收排队，叠加汛期停工20天。", "消防验收排队，叠加汛期停工20天", "", ()),
        ("由于配套用房产权不清，未开工。", "配套用房产权不清，未开工", "", ()),
        ("受降雨影响工期顺延，计划4月完工", "受降雨影响工期顺延", "计划4月完工", ()),
        (
            "产权不清，7月起暂停。已改用腾退房屋，2025年6月底前建成。",
            "产权不清，7月起暂停",
            "已改用腾退房屋，2025年6月底前建成",
            (),
        ),
        ("证书到期未换证，2025年3月底前全部换证", "证书到期未换证", "2025年3月底前全部换证", ()),
        ("已经完成招标的2个标段未开工", "已经完成招标的2个标段未开工", "", ()),
        ("已按合同付款", "", "", ("已按合同付款",)),
        ("原因：报名人数少；改进措施：延长报名时间。", "报名人数少", "延长报名时间", ()),
        (
            "办法已印发，评定细则未印发，计划2025年二季度出台。",
            "办法已印发，评定细则未印发",
            "评定细则计划2025年二季度出台",
            (),
        ),
        (
            "系统未接入数据，遗漏23户。2025年6月底前接入。",
            "系统未接入数据，遗漏23户",
            "系统2025年6月底前接入",
            (),
        ),
        ("网格尚未划定，2025年3月完成", "网格尚未划定", "网格2025年3月完成", ()),
        ("用地手续未办结。2025年4月前完成护岸。", "用地手续未办结", "2025年4月前完成护岸", ()),
        ("年内离岗11人。2025年定向招聘8人。", "年内离岗11人", "2025年定向招聘8人", ()),
        ("样本不足，2025年2月结题", "样本不足，2025年2月结题", "", ()),
        ("轮岗4人，已完成", "轮岗4人", "", ("已完成",)),
        ("截至2024年底未通过验收", "截至2024年底未通过验收", "", ()),
        (
            "①村民外出务工，家里没人；（2）雨季耽误。下步打算：一是继续上门，二是争取上半年完成",
            "村民外出务工，家里没人，雨季耽误",
            "继续上门，争取上半年完成",
            (),
        ),
        ("4个村没有场地，正与供销社协商使用门店。", "4个村没有场地", "正与供销社协商使用门店", ()),
        # what is done in May are the works, not the 征地; the contract is not what is 完成
        ("下游1.5公里征地未完成，2025年5月底前完工", "下游1.5公里征地未完成", "2025年5月底前完工", ()),
        ("流转合同未签，转为秋栽，2025年2月底前完成。", "流转合同未签，转为秋栽", "2025年2月底前完成", ()),
    ],
)
def test_cause_and_measure(text: str, cause: str, measure: str, vague: tuple[str, ...]) -> None:
    reason = split_reason(text)
    assert (reason.cause, reason.measure, reason.vague) == (cause, measure, vague)


@pytest.mark.parametrize(
    ("text", "dated"),
    [("已商定，6月底前建成", True), ("产权不清，已组织补训", False), ("缺人，计划二季度补齐", True)],
)
def test_a_measure_with_a_date(text: str, dated: bool) -> None:
    assert split_reason(f"原因，{text}").dated is dated


def test_the_short_cause_and_the_one_that_was_not_done() -> None:
    reason = split_reason("补贴办法已印发，评定细则未印发，计划二季度出台")
    assert (reason.short, reason.undone) == ("补贴办法已印发", "评定细则未印发")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("5个小区因居民意见征集未通过，开工推迟", "5个小区居民意见征集未通过"),
        ("5个小区因居民意见征集未通过", "5个小区因居民意见征集未通过"),
        ("4人因病请假，培训未参加", "4人因病请假"),
        ("因雨停工，工期延误", "因雨停工"),
    ],
)
def test_the_first_cause_stands_alone_without_the_word_that_leads_on(text: str, short: str) -> None:
    assert split_reason(text).short == short
