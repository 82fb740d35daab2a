"""JX501 文字里出现了以前的年份

查什么
    项目名称、总体目标、指标各栏和报告素材里，有没有早于评价年度的“20××年”。
    书名号内的文件名、文号、起止年份（2023-2025年）、与往年比较、上年结转、文件印发和项目批复的年份不查，以后的年份也不查。

为什么
    多半是沿用上一年的材料忘了改，会让人怀疑内容是不是当年的。

示例
    2024年度自评表，报告素材写着“2023年，使用该资金组织开展了活动”

怎么改
    核对事情发生的年份，写错的改正；确是往年的事，可以保留。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：取自公开报告中的实例
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import around, listed, quote
from jxbook.pattern import pattern

_TITLES = pattern(r"《[^《》]*》")
_YEAR = pattern(
    r"(?<![\d〔\[［（(\-—－~～至到较比与同自从由])(20\d{2}|19\d{2})\s*年"
    r"(?!\s*(?:度)?\s*(?:[-—－~～至到]|以来|起|相比|同期|结[转余]|底结[转余]|末结[转余]))"
    r"(?!\d{0,2}月?\d{0,2}日?(?:[由经]?[^，。；\n]{0,8})(?:印发|发布|出台|修订|开工|立项|批复|成立|建成|启动|签订))"
)


def check(case: Case) -> Iterator[Flaw]:
    year = case.form.year
    if year is None:
        return
    for label, entry, text in case.texts:
        if "年" not in text:
            continue
        text = _TITLES.sub("《》", text)
        found = {int(match[1]): match for match in reversed([*_YEAR.finditer(text)]) if int(match[1]) < year}
        if found:
            match = found[next(reversed(found))]
            years = listed(f"{one}年" for one in sorted(found))
            yield warning(
                entry,
                f"{label}写有{years}（{around(text, *match.span())}），本表是{year}年度",
                f"可能沿用了上年的材料；{grounds.TRUE.cite(case.policy)}",
                f"请核对年份，写错的改为{year}年；确是往年的事，可以保留",
            )
    for row in case.rows:
        one = row.indicator
        moment = one.actual_value.moment
        if (
            moment
            and moment.year
            and moment.year < year
            and (isinstance(one.actual.raw, date) or "年" not in one.actual.text)
        ):
            yield warning(
                one.actual,
                f"{row.title}的实际完成值{quote(one.actual.text)}在{year}年以前",
                f"可能写错了年份；{grounds.TRUE.cite(case.policy)}",
                f"请核对年份，写错的改为{year}年；确是往年完成的，可以保留",
            )
