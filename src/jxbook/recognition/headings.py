"""A heading of the indicator table or of the money block → what it stands for: by spelling, by its words, by likeness.

Spellings are listed in form/table.py and form/labels.py. A heading that is listed nowhere is known by the words that
make it what it is (绩效目标实际完成值, 指标权重); one that merely looks like a listed one is taken for it, and said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.form.labels import FUNDING_COLUMNS, label
from jxbook.form.table import INDICATOR_COLUMNS, nearest_column
from jxbook.pattern import pattern

_OTHER_YEARS = "上年 上一年 去年 往年 历史 前年 近三年 "
_OTHER_HANDS = "复核 审核 核查 抽查 财政 专家 评委 第三方 主管 复评 "
_OTHER_TIMES = (
    "预计 一季度 二季度 三季度 四季度 1季度 2季度 3季度 4季度 半年 中期 年中 "
    "1-1月 1-2月 1-3月 1-4月 1-5月 1-6月 1-7月 1-8月 1-9月 1-10月 1-11月 "
    "1-01月 1-02月 1-03月 1-04月 1-05月 1-06月 1-07月 1-08月 1-09月 "
    "至1月 至2月 至3月 至4月 至5月 至6月 至7月 至8月 至9月 至10月 至11月 "
)
_ABOUT = "依据 方法 规则 办法 标准 说明 来源 系数 率 原因 性质 方向 佐证 材料 解释 释义 要点 公式 口径 "


@dataclass(frozen=True, slots=True)
class _Words:
    """Headings stand for a field that have one of the words in `has`, none of those in `unlike`, and fully match `say`
    where it is not enough to have the word. Most labels have no such word: they are soon left."""

    field: str
    has: tuple[str, ...]
    say: re.Pattern[str] | None
    unlike: tuple[str, ...]

    def matches(self, heading: str) -> bool:
        for word in self.has:  # each label that is not known yet is asked all of them: no generators
            if word in heading:
                break
        else:
            return False
        for word in self.unlike:
            if word in heading:
                return False
        return self.say is None or self.say.fullmatch(heading) is not None


def _words(field: str, has: str, say: str = "", unlike: str = "") -> _Words:
    return _Words(field, tuple(has.split()), pattern(say) if say else None, tuple(unlike.split()))


_INDICATORS = (
    _words(
        "reason",
        "原因 改进措施 整改措施 偏差说明 偏差情况 偏差分析 差异说明 差异情况 差异分析 偏离说明 偏离情况 偏离分析 未完成说明 未达标说明",
        unlike="依据 来源",
    ),
    _words("level1", "一级 指标", r".*一级.{0,4}指标.*|一级|指标(?:大类|类别)"),
    _words("level2", "二级 指标", r".*二级.{0,4}指标.*|二级|指标(?:分类|子类|维度)"),
    _words(
        "name",
        "三级 指标 内容",
        r".*三级.{0,4}指标.*|三级|.{0,6}指标(?:名称|内容|明细)|(?:具体|明细|考核|评价|个性|末级|四级)指标|(?:考核|绩效)内容",
    ),
    _words(
        "target",
        "值 目标 计划 任务 数 量",
        r".*(?:指标|目标|计划|预期|预定|设定|年初|批复|核定|申报|任务|绩效)值.*"
        r"|(?:年初|年度|全年|预期|绩效|设定|计划|申报|批复|目标)+(?:目标|计划|任务|数|量)|标准值",
        "实际 完成 调整 单位 全年执行 分值 " + _OTHER_YEARS + _OTHER_HANDS + _ABOUT,
    ),
    _words(
        "target",
        "计划 应 目标任务 年初完成 预期指标 下达指标 约定 预计达到 预计实现 预期达到 预期实现",
        r".*(?:计划|应|目标任务|年初)完成(?:值|数|量|情况|任务|目标)?|.*(?:计划|应|预计|预期)(?:达到|实现)(?:值|数|情况)?"
        r"|(?:年度|全年|年初)?(?:计划|预期|下达)指标|(?:全年|年度|合同)?(?:计划|约定)[^\W\d_]{0,4}(?:量|数|值)",
        "实际 " + _OTHER_YEARS + _OTHER_HANDS + _ABOUT,
    ),
    _words(
        "actual",
        "实际 完成 实现 达成 达到 值 绩效",
        r".*(?:实际|完成|实现|达成|达到).*(?:值|数|量|情况|结果|程度)|.*实际(?:完成|达到|实现)|.*(?:实际|完成)值.*"
        r"|(?:全年|年度|年末|年终|期末|累计|自评)+完成|(?:实际|已)?(?:完成|达成)指标|(?:年末|年终|期末|年底)值|绩效(?:实绩|结果)",
        "总体 年度目标 未完成 扣 得分 计划 " + _OTHER_YEARS + _OTHER_HANDS + _OTHER_TIMES + _ABOUT,
    ),
    _words(
        "points",
        "分值 权重 满分 标准分 权值 权数 配分 基准分 基础分",
        unlike="项目 目标 得分 扣 自评 " + _OTHER_HANDS + _ABOUT,
    ),
    _words(
        "earned",
        "得分 评分",
        r".*(?:得分|自评分|自我评分|评分)(?:值|数|情况|结果)?",
        "扣 满分 应得 " + _OTHER_YEARS + _OTHER_HANDS + _ABOUT,
    ),
    _words("nature", "指标性质 指标符号 指标类型 指标属性 计算符号 运算符号"),
    _words("direction", "指标方向 计算方向"),
    _words("unit", "度量单位 计量单位 指标单位 指标值单位 目标值单位"),
)
DEDUCTED = frozenset("扣分 扣分值 扣减分 扣减分值 扣减分数 扣分数".split())
"""Headings over what was taken off the 分值, in a form that has no 得分."""
_SEVERAL_YEARS = "实施期 中期 总体 三年 五年 全周期 累计 长期 规划".split()
_OTHERS = "扣 序号 编号 编码 代码 五级".split()
"""Words in headings that are never merely like another one."""
COUNTED = frozenset("序号 编号 行次 备注".split())
"""Headings that are never meant for one of the indicator table's columns."""
LOOSE_SCORES = frozenset("分数 评价分值 赋分 评分 赋分值 评价分 评价分数".split())
"""Headings that stand for 得分 beside a 分值, and for 分值 beside a 得分."""
LOOSE_VALUES = {
    "target": frozenset("目标 任务 计划 要求 年度目标任务 绩效目标".split()),
    "actual": frozenset("完成 实际 结果 完成结果 实际情况".split()),
}
"""Headings that stand for 年度指标值 and 实际完成值 where no other one does and the rest of the table is known."""
_SUMS = r"(?:数额?|金额|资金|经费|总额|总数|额|合计)"
_MONEY = (
    _words("earned", "得分 评分", r".*(?:得分|评分)", "满分"),
    _words("points", "分值 权重 满分 权值"),
    _words("rate", "率 进度 比例", r".*(?:执行|支出|完成|支付|使用)(?:率|进度|比例).*", "原因 说明 措施"),
    _words(
        "change",
        "调 追加 追减 核减 核增 压减 削减 收回 增 减 变动 变更",
        r"(?:其中:?|预算|资金|指标|经费|财政|项目|支出|年中|中期|年度|本年|当年|全年|期间|统筹|第[一二三四五1-5]次|\d{1,2}月)*"
        r"(?:(?:调整|调增|调减|调剂|追加|追减|核减|核增|压减|削减|收回|增加|减少|增|减|变动|变更)[、/和及或]?)+"
        r"(?:预算|资金|指标|经费|(?:一般性)?支出)?(?:数额?|额度?|金额|值|合计|情况)?",
        "调整预算",
    ),
    _words(
        "all_years",
        "总投资 总预算 投资总额 合同 概算",
        r"(?:项目|工程|计划|概算|建设|批复|预算)*(?:总投资|投资总额)(?:额|数|金额|预算|概算)?|(?:项目|工程)总预算(?:额|数|金额)?"
        r"|(?:项目|工程|采购|签订|中标)*合同(?:总额|总金额|金额|总价|价款?|额)|(?:项目|工程|投资|设计)*概算(?:总额|数|总投资|总金额)?",
    ),
    _words(
        "initial_budget",
        "年初 期初 批复",
        r".*(?:年初|期初|批复).*(?:预算|资金|金额|安排|计划).*|(?:年初|期初)(?:批复|安排|下达|核定)(?:数|额)?",
        "调整 全年",
    ),
    _words(
        "spent",
        "执行 支出 使用 支付 决算 开支 付款 列支",
        rf".*(?:执行|支出|使用|支付|决算|开支|付款|列支){_SUMS}|.*决算|支出|执行|"
        r"(?:预算|资金|经费|财政|专项债券?|债券|本年度?|当年|全年|年度|累计|已|实际)*(?:实际|累计|全年|本年|当年|已|资金|经费|年度)"
        r"(?:执行|支出|使用|支付|开支|付款|列支)",
        "未 剩余 结余 率 计划使用 " + _OTHER_YEARS + _OTHER_TIMES,
    ),
    _words(
        "budget",
        "预算 下达 安排 发行 指标 计划 批复 核定 调整后 追加后 追减后 核减后 压减后",
        rf".*(?:预算|下达|安排|发行|指标|计划|批复){_SUMS}|.*(?:预算|资金|经费|指标)(?:安排|下达|批复)|"
        r"(?:全年|年度|本年度?|当年|调整|(?:调整|追加|追减|核减|压减|调增|调减|增减|变更)后|最终|总)+的?预算|(?:全年|年度|本年|调整后|最终)(?:批复|安排|下达|核定)(?:数|额)?"
        r"|(?:预算)?(?:调整|追加|追减|核减|压减)后(?:数|额|金额)?|(?:核定|下达|安排)预算|已下达",
        "执行 未 率 支出 分配 名称 " + _OTHER_YEARS,
    ),
    _words("received", "到位 拨付 到账", rf".*(?:到位|拨付|到账){_SUMS}?", "未 率 " + _OTHER_YEARS),
)
_SPENT = next(one for one in _MONEY if one.field == "spent")
_OF_YEAR = pattern(r"((?:19|20)\d{2})(?:年度?)?(?![\d年度])")


LOOSE_NAMES = frozenset(
    "绩效指标 指标 年度绩效指标 指标体系 绩效指标体系 指标项 项目绩效指标 绩效评价指标".split()
)
"""Headings over the names of indicators where no other one is; else the label of the block."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading stands for. `like` is the known heading that it merely looks like, "" where it is known itself;
    `listed`: by its spelling, not only by its words."""

    field: str
    like: str = ""
    listed: bool = False

    @property
    def sure(self) -> bool:
        """It is known by its spelling or by its words."""
        return not self.like


@lru_cache(maxsize=2048)
def known_heading(text: str) -> Meaning | None:
    """The same where the label is known by its spelling or by its words, which is soon found out."""
    if field := INDICATOR_COLUMNS.get(text):
        return Meaning(field, listed=True)
    return next((Meaning(words.field) for words in _INDICATORS if words.matches(text)), None)


@lru_cache(maxsize=2048)
def indicator_heading(text: str) -> Meaning | None:
    """The field of Indicator that a label stands for as a heading; None where it stands for none."""
    if known := known_heading(text):
        return known
    near = nearest_column(text)
    return (
        Meaning(near.field, near.heading)
        if near and not _strange(text) and not _is_other(text, near.field)
        else None
    )


def _is_other(text: str, field: str) -> bool:
    """Is a heading nothing of the field that it looks like: 实际扣分, 指标序号, 目标分值?"""
    return any(word in text for word in _OTHERS) or (field in ("target", "actual") and "分" in text)


@lru_cache(maxsize=2048)
def money_heading(text: str) -> str | None:
    """The field of Funding or FundingRow that a label stands for as a heading of the money block; `received` for money
    that came in, 实际到位, which is the budget where nothing else is; `change` for 预算调整数 and 调增; `all_years` for
    项目总预算, which is no budget of the year."""
    if field := FUNDING_COLUMNS.get(text):
        return field
    bare = _OF_YEAR.sub("", text)
    if bare != text and bare in FUNDING_COLUMNS:
        return FUNDING_COLUMNS[bare]
    return next((words.field for words in _MONEY if words.matches(bare)), None)


@lru_cache(maxsize=2048)
def speaks_of_spending(text: str) -> bool:
    """Is it, or is it a part of, a heading of money spent?"""
    return any(word in text for word in _SPENT.has)


def is_of_several_years(text: str) -> bool:
    """Does a heading speak of more than the year: 实施期目标值, 累计完成值?"""
    return any(word in text for word in _SEVERAL_YEARS)


def heading_year(text: str) -> int | None:
    """The year that a heading names: 2024年, 2024年预算数."""
    match = _OF_YEAR.search(text)
    return int(match[1]) if match else None


def nearest_heading(text: str) -> str:
    """The known heading that an unknown one is nearest to, to be named in a message; "" where none is."""
    text = label(text)
    if _strange(text) or text in COUNTED:
        return ""
    scored = ((_alike(text, spelling), spelling) for spelling in INDICATOR_COLUMNS)
    likeness, spelling = max(scored)
    return spelling if likeness >= _WORTH_NAMING else ""


_WORTH_NAMING = 0.4


def _alike(one: str, other: str) -> float:
    """The share of characters that two short texts have in common."""
    common = sum(min(one.count(character), other.count(character)) for character in set(one))
    return 2 * common / (len(one) + len(other)) if one else 0.0


def of_others(text: str) -> bool:
    """Does a heading speak of another year, another hand or a part of the year?"""
    return any(word in text for word in _OF_OTHERS)


def _strange(text: str) -> bool:
    """Does a heading speak of another year, another hand or of how a value came about?"""
    return any(word in text for word in _STRANGE)


_OF_OTHERS = (_OTHER_YEARS + _OTHER_HANDS + _OTHER_TIMES).split()
_STRANGE = (_OTHER_YEARS + _OTHER_HANDS + _OTHER_TIMES + _ABOUT).split()
