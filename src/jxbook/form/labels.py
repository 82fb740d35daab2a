"""The labels that stand on every form, with the spellings that offices use: what a form is found by, as data.

A policy may print no other label that reads like one of these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from string import ascii_letters

from jxbook.form.facts import FINISHED, RECEIVED
from jxbook.pattern import pattern
from jxbook.values.fold import fold, without_remarks

OF_WHICH = "其中"
"""How the label of a part begins."""
LONGEST_LABEL = 40
_LETTERS = frozenset(ascii_letters)
_WHICH_BUDGET = pattern(r"(预算[^()]{0,4})\(((?:年初|调整|追加|最终)[^()]{0,4})\)")
"""A remark that says which of two amounts is meant: 预算数（年初）, 预算数（调整后）."""
_HOW_CHANGED = pattern(
    r"(调整|调增|调减|追加|核减|追减|\A增|\A减)([^()]{0,3})\(([^()]{0,20}[增减+±][^()]{0,20})\)"
)
"""A remark that says which way a budget was changed: 调增（减）, 预算调整数（调增+，调减-）."""
_ONLY_LESS = pattern(r"(?:调减|核减|追减|压减|减少?)(?:数|额)?")
_TRANSLATION = pattern(
    r"(?<=[\u4e00-\u9fff])[A-Za-z][A-Za-z0-9/&'.,_-]*\Z|\A[A-Za-z][A-Za-z0-9/&'.,_-]{2,}(?=[\u4e00-\u9fff])"
)

_REASON_IN_REMARK = pattern(r"\A(?:备注|说明)\(([^()]{0,10}(?:原因|措施)[^()]{0,10})\)[:*]*\Z")
"""A heading that says in its remark what is asked for: 备注（未完成原因）."""


def label(text: object) -> str:
    """A cell's text as a label: folded, without brackets, marks and colons; "" for anything too long for one."""
    return short_label(text) if isinstance(text, str) and len(text) <= LONGEST_LABEL else ""


@lru_cache(maxsize=2048)  # every form prints the same labels
def short_label(text: str) -> str:
    """The same of a text of LONGEST_LABEL characters at most."""
    folded = fold(text)
    if "(" in folded:
        folded = _REASON_IN_REMARK.sub(r"\1", _WHICH_BUDGET.sub(r"\2\1", folded))
        folded = without_remarks(_HOW_CHANGED.sub(_with_way, folded))
    return without_translation(folded).strip(":*")


def _with_way(match: re.Match[str]) -> str:
    """The same with the way before its brackets: 调增(减) → 调增减, 调整数(增加+,减少-) → 增减调整数, 调整(减少) → 减调整."""
    word, behind, remark = match.groups()
    if "整" not in word:
        other = "减" if "增" in word or "加" in word else "增"
        return f"{word}{other if other in remark else ''}{behind}"
    return f"{'减' if _ONLY_LESS.fullmatch(remark) else '增减'}{word}{behind}"


def without_translation(folded: str) -> str:
    """一级指标Level1, Score得分, 执行率B/A → what is said in Chinese."""
    return folded if folded.isascii() or _LETTERS.isdisjoint(folded) else _TRANSLATION.sub("", folded)


def without_of_which(folded: str) -> str:
    """The label of a line of money without the word that makes it a part: 其中:当年财政拨款 → 当年财政拨款."""
    return folded.removeprefix(f"{OF_WHICH}:")


def _by_spelling(fields: Mapping[str, str]) -> dict[str, str]:
    return {spelling: field for field, spellings in fields.items() for spelling in spellings.split()}


FUNDING_COLUMNS = _by_spelling(
    {
        "initial_budget": "年初预算数 年初预算",
        "budget": "全年预算数 全年预算 调整后预算数 调整预算 预算数 预算总额 预算安排 资金安排",
        "spent": "全年执行数 全年执行 实际执行数 执行数 决算数 支出数 支付数 实际支出 实际使用 实际支付 资金支出",
        "points": "分值",
        "rate": "执行率 预算执行率",
        "earned": "得分",
    }
)
"""Header of the money block → field of Funding and FundingRow."""

FUNDING_TOTAL = frozenset(
    {
        "年度资金总额",
        "年度财政资金总额",
        "资金总额",
        "年度资金总计",
        "项目资金总额",
        "年度资金申请总额",
        "合计",
    }
)

PROJECT_LABELS = _by_spelling(
    {
        "name": "项目名称 部门名称 专项名称 专项资金名称 项目全称",
        "code": "项目编码 项目代码 项目编号",
        "supervisor": "主管部门 主管单位 预算主管部门",
        "implementer": "实施单位 项目实施单位 项目单位 预算单位",
    }
)
"""Label in the head of the form → field of Project; any other label there becomes a fact."""

FACT_LABELS = frozenset({"项目负责人", "联系电话", "填报人", "填报日期", FINISHED, RECEIVED})
"""Labels of facts wherever they stand above the indicator table; in the rows of the head any label is one."""

SIGNATURES = frozenset(
    "填表人 填报人 经办人 审核人 单位负责人 项目负责人 财务负责人 部门负责人 联系人 联系电话 "
    "填表日期 填报日期 填报单位 签字 盖章".split()
)
"""Labels of the lines under the indicator table; several labels in one row are such a line anyway."""
BOX_LABELS = frozenset(
    "评价结论 自评结论 存在问题 存在的问题 主要问题 改进措施 下一步改进措施 整改措施 有关建议 "
    "预算执行率偏低原因 执行率偏低原因 其他需要说明的问题 绩效目标完成情况总结".split()
)
"""Labels of boxes for text under the indicator table; any short label at the left with room beside it is one."""
GRADE_LABELS = frozenset(
    "等级 评价等级 自评等级 评定等级 绩效等级 绩效评价等级 绩效自评等级 等次 评价等次 自评等次 评定等次 绩效等次".split()
)
WEIGHTS = frozenset({"权重", "目标权重"})

GOAL_EXPECTED = frozenset({"预期目标", "年初设定目标", "年度预期目标"})
GOAL_ACHIEVED = frozenset({"实际完成情况", "目标实际完成情况", "年度目标完成情况", "全年实际完成情况"})
GOAL_LABELS = frozenset({"年度总体目标", "总体目标", "年度绩效目标"})
TOTAL_LABELS = frozenset(
    "总分 合计 总计 自评总分 总分合计 总得分 自评总得分 综合得分 得分合计 合计得分 合计扣分 扣分合计 评价总分 自评得分合计".split()
)

STATED_TOTALS = frozenset("自评总分 项目总得分 总得分 自评得分 自评总得分 项目得分 绩效自评得分".split())
"""Labels of the total that a form states in its head."""

YEAR_LABELS = frozenset(
    "评价年度 年度 自评年度 填报年度 考核年度 实施年度 预算年度 绩效年度 所属年度 资金年度 报告年度 填表年度 年份".split()
)
POLICY_LABELS = frozenset({"评价政策"})

PASSAGE_COLUMNS = _by_spelling({"section": "报告章节", "mode": "写入方式", "text": "内容"})
"""Header of 报告素材 → field of Passage."""
REPLACES = "替换"
"""The word under 写入方式 that makes a passage replace the generated paragraph."""

HEAD_LABELS = frozenset(
    "评价部门 第三方评价机构 单位名称 联系人 电话 联系方式 邮编 归口科室 项目类型 项目类别 项目属性 项目性质 "
    "资金性质 资金来源 项目期 项目周期 实施期限 起止时间 项目起止时间".split()
)
"""Further labels seen in heads: what stands there is no entry of the label before it."""
BLOCK_LABELS = frozenset({"项目资金", "目标", "绩效指标", "年度绩效指标", "上年实际完成值"})
"""Labels down the left side, and of the column beside the page."""
EVERY_FORM = frozenset(
    {"项目名称", *FUNDING_COLUMNS, *FUNDING_TOTAL, *GOAL_EXPECTED, *GOAL_ACHIEVED, *GOAL_LABELS}
    | {*WEIGHTS, *BLOCK_LABELS, *TOTAL_LABELS, *GRADE_LABELS, *YEAR_LABELS, *POLICY_LABELS}
)
"""What every form prints beside the headings of its indicator table."""
