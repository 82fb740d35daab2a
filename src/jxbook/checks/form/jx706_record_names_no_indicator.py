"""JX706 对应的三级指标在自评表中找不到

查什么
    “佐证材料”“评价要点”“评委评分”中写的三级指标，自评表里有没有同名的。

为什么
    名称对不上，材料、要点和评分就归不到指标，评价要点和评委评分也不会计入得分。

示例
    会报：佐证材料：材料名称 签到表，对应三级指标 参加活动人数，是否具备 有
    不报：佐证材料：材料名称 签到表，对应三级指标 参加活动人次，是否具备 有

怎么改
    从下拉列表重新选择，或把两处的名称改成一致。支持全部指标的材料写“全部指标”。

依据
    假定：由本程序按名称对应，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.form import Entry
from jxbook.scoring.evidence import about_money, covers_all, supports
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    records = case.form.records
    if not (records.evidence or records.key_points or records.reviews):
        return
    names = {fold(one.name.text): one.name.text for one in case.form.indicators if not one.name.blank}
    for one in records.evidence:
        named = one.indicator
        known = named.blank or named.none or covers_all(named) or about_money(named)
        if not known and not any(supports(named, name) for name in names.values()):
            yield _unknown(named)
    seen: dict[str, Entry] = {}
    if any(not one.verdict.blank for one in records.key_points):
        for point in records.key_points:
            seen.setdefault(f"要点{fold(point.indicator.text)}", point.indicator)
    for review in records.reviews:
        seen.setdefault(f"评分{fold(review.indicator.text)}", review.indicator)
    yield from (_unknown(entry) for entry in seen.values() if fold(entry.text) not in names)


def _unknown(entry: Entry) -> Flaw:
    what = f"自评表中没有三级指标{quote(entry.text)}" if entry.text else "没有写是哪个三级指标"
    return warning(
        entry,
        what,
        f"材料、要点和评分按指标名称对应；{grounds.PRUDENT}",
        "请从下拉列表重新选择，或把两处的名称改成一致",
    )
