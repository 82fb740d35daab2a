"""JX323 小计行计入了总分

查什么
    由本程序新建的工作簿里，指标行中有没有名称是“小计”“合计”而填了分值或指标值的。

为什么
    表中的公式把每一行都算进总分，小计会算两遍。

示例
    会报：三级指标：每场活动成本｜三级指标改为：产出指标小计｜分值：50
    不报：三级指标：每场活动成本｜分值：10

怎么改
    删去这一行，或清空它的各格；各一级指标的合计不用填，看板和报告里有。

依据
    官方：财预〔2020〕10号第十六条（单位自评：总分由各项指标得分汇总形成）
    假定：部门评价、财政评价的总分应为各项得分之和，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.values import fold

_SUM = pattern(
    r"(?:.{0,12}(?:指标|部分|产出|效益|满意度|成本|决策|过程)|[分本各]项|本页|以上|全部)?(?:分值|得分)?(?:小计|合计|总计)(?:[(:].*)?\Z"
)


def check(case: Case) -> Iterator[Flaw]:
    for row in case.rows:
        one = row.indicator
        label = next(
            (e for e in (one.name, one.level2, one.level1) if "计" in e.text and _SUM.match(fold(e.text))),
            None,
        )
        if (
            label is not None
            and (label is one.name or one.name.blank)
            and not (one.points.blank and one.target.blank)
        ):
            yield error(
                label,
                f"第{label.cell.row}行是{quote(label.text)}，却作为一项指标计入了总分"
                if label.cell
                else f"{quote(label.text)}作为一项指标计入了总分",
                grounds.SUMMED.cite(case.policy),
                "请删去这一行，或清空它的各格；合计不用填",
            )
