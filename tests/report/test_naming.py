"""Names, targets and actuals in words: no sign and no label is read aloud."""

from __future__ import annotations

import pytest

from forms import facts, row, said, small_form
from jxbook.report.sentences.naming import goal, result, subject, target


def one(name: str, wanted: str, actual: str, level2: str = "数量指标"):
    return facts(small_form(row(name, wanted, actual, level2=level2))).rows[0]


@pytest.mark.parametrize(
    ("name", "wanted", "actual", "level2", "aim", "came"),
    [
        ("新建养老服务站", "≥12个", "9个", "数量指标", "新建养老服务站不少于12个", "新建养老服务站9个"),
        ("家庭改造户数", "≥300户", "486户", "数量指标", "家庭改造不少于300户", "家庭改造486户"),
        ("服务老年人人次", "≥12000人次", "1.356万人次", "社会效益指标", "服务老年人不少于12000人次", "服务老年人13560人次"),
        ("服务投诉件数", "≤10件", "3件", "社会效益指标", "服务投诉不超过10件", "服务投诉3件"),
        ("项目数", "≥1个", "=1个", "数量指标", "项目不少于1个", "实施项目1个"),
        ("受益人数", ">20人", "20人", "数量指标", "受益多于20人", "受益20人"),
        ("验收合格率", "=100%", "100%", "质量指标", "验收合格率达到100%", "验收合格率100%"),
        ("持证上岗率", "≥95%", "0.913", "质量指标", "持证上岗率不低于95%", "持证上岗率91.3%"),
        ("事故率", "<1%", "0%", "质量指标", "事故率低于1%", "事故率0%"),
        ("每户成本", "≤0.3万元", "2700元", "成本指标", "每户成本不超过0.3万元", "每户成本0.27万元"),
        ("每个项目成本", "=10万元", "10万元", "成本指标", "每个项目成本为10万元", "每个项目成本10万元"),
        ("含水率", "20%~30%", "25%", "质量指标", "含水率在20%至30%之间", "含水率25%"),
        ("服务站投入使用时间", "≤9月", "11月", "时效指标", "服务站投入使用不晚于9月", "服务站于11月投入使用"),
        ("完成时间", "≤12月", "2025年3月", "时效指标", "项目完成不晚于12月", "项目于2025年3月完成"),
        ("完成时间", "≤12月", "≤12月", "时效指标", "项目完成不晚于12月", "项目于12月底前完成"),
        ("工期", "≤12月", "11月15日", "时效指标", "工期不晚于12月", "工期为11月15日"),
        ("长效机制", "基本健全", "基本健全", "可持续影响指标", "长效机制基本健全", "长效机制达到“基本健全”"),
        ("长效机制", "基本健全", "", "可持续影响指标", "长效机制基本健全", "长效机制"),
        ("备案组织", "", "65支", "数量指标", "备案组织", "备案组织65支"),
    ],
)  # fmt: skip
def test_in_words(name: str, wanted: str, actual: str, level2: str, aim: str, came: str) -> None:
    facts_of_it = one(name, wanted, actual, level2)
    assert (said(goal(facts_of_it)), said(result(facts_of_it))) == (aim, came)


@pytest.mark.parametrize(
    ("wanted", "actual", "said_alone"),
    [
        ("≥12个", "9个", "12个"),
        ("≥95%", "91%", "95%"),
        ("≤9月", "11月", "9月"),
        ("效果明显", "明显", "“效果明显”"),
    ],
)
def test_a_target_alone(wanted: str, actual: str, said_alone: str) -> None:
    assert said(target(one("甲指标", wanted, actual))) == said_alone


def test_a_name_never_loses_all_of_itself() -> None:
    assert subject(one("户数", "≥3户", "3户")) == "户数"
