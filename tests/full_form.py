"""A form with everything in it. Its facts are made up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.form import (
    CostItem,
    Entry,
    Evidence,
    Form,
    Funding,
    FundingRow,
    Goal,
    Indicator,
    Interview,
    KeyPoint,
    Project,
    Records,
    Review,
    SubProject,
    Survey,
    SurveyQuestion,
)

Said = str | int | float


def entry(said: Said) -> Entry:
    return Entry(said if isinstance(said, str) else Decimal(str(said)))


def entries(*said: Said) -> tuple[Entry, ...]:
    return tuple(map(entry, said))


def indicator(*said: Said, split: tuple[str, str] | None = None, goal: int = 0) -> Indicator:
    """level1, level2, name, target, actual, points, earned, reason; `split` are 指标性质 and 度量单位."""
    apart = {"nature": entry(split[0]), "unit": entry(split[1])} if split else {}
    return Indicator.read(*entries(*said), **apart, goal=goal)


LATE = "受汛期连续降雨影响，铺装工程延期；已调整施工组织。"
INDICATORS = (
    indicator("产出指标", "数量指标", "整治街巷数量", "≥12条", "12条", 25),
    indicator("产出指标", "时效指标", "按期完工率", "=100%", "80%", 25, "", LATE),
    indicator("效益指标", "社会效益指标", "居民出行条件", "明显改善", "达成年度指标", 30),
    indicator("满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "93.5%", 10),
)
RECORDS = Records(
    survey=Survey(
        *entries(200, 190, "入户问卷"),
        entries("满意", "一般", "不满意"),
        entries(1, 0.5, 0),
        (
            SurveyQuestion(entry("道路铺装"), entries(150, 30, 10)),
            SurveyQuestion(entry("A&B <5%"), entries(100, 60, 30)),
            SurveyQuestion(entry("没有人回答"), entries("", "", "")),
        ),
    ),
    interviews=(
        Interview(*entries("2024年11月", "居民代表6人", "施工质量", "路面平整。\n希望增加停车位。")),
    ),
    costs=(
        CostItem(*entries("道路铺装", "平方米", 18000, 0.012, 18600, 0.0115, "")),
        CostItem(*entries("架空线入地", "公里", 3, 80, 3, 82, "增加管沟")),
    ),
    subprojects=(
        SubProject(*entries("街巷铺装", "工程类", 12, 216, 213.9, "已完成", "")),
        SubProject(*entries("文化活动", "活动类", 5, 20, 18.5, "已完成", "")),
        SubProject(*entries("绿化补植", "工程类", "", 30, 10, "实施中", "")),
    ),
    evidence=(
        Evidence(*entries("竣工验收报告", "正式资料", "整治街巷数量", "有", "")),
        Evidence(*entries("支付凭证", "原始凭证", "", "待补", "")),
    ),
    key_points=(
        KeyPoint(*entries("立项依据充分性", "符合相关政策", "符合", "")),
        KeyPoint(*entries("立项依据充分性", "未与其他项目重复", "部分符合", "有一处交叉")),
        KeyPoint(*entries("资金使用合规性", "审批手续完整", "符合", "")),
    ),
    reviews=(Review(entry("立项依据充分性"), entries(4, 4.5, 5)),),
)


@pytest.fixture(scope="session")
def full_form() -> Form:
    """A form in which everything that a report can take up is filled in once."""
    total = FundingRow("年度资金总额", *entries(900, 920, 898.8))
    parts = (
        FundingRow("当年财政拨款", *entries(900, 900, 880)),
        FundingRow("上年结转资金", *entries(0, 20, 18.8)),
    )
    project = Project(
        *entries("青禾街道环境整治项目", "", "青禾区城市管理委员会", "青禾街道办事处"),
        {"项目类型": entry("延续项目"), "项目负责人": entry("略")},
    )
    goal = Goal(*entries("完成12条街巷整治。", "已完成12条街巷整治。"))
    return Form(
        "自评表", 2024, "mof-2020-10", project, Funding(total, parts), goal, INDICATORS, records=RECORDS
    )


@pytest.fixture(scope="session")
def bare_form(full_form: Form) -> Form:
    """The same form with nothing recorded beside it."""
    return replace(full_form, records=Records())
