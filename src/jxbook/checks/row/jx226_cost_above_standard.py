"""JX226 成本指标值高于支出标准

查什么
    表里另有“支出标准”“预算支出标准”一栏的，成本指标的年度指标值有没有高于这一栏写的标准。单位不同类的、写文件名的不比。

为什么
    成本指标按支出标准取值，目标定得比标准高，照着完成也是超标准支出。

示例
    会报：三级指标：每场活动成本｜支出标准：4500元
    不报：三级指标：每场活动成本｜支出标准：5000元
    不报：三级指标：每场活动成本｜支出标准：见会议费管理办法

怎么改
    把指标值改到标准以内；标准填错或已经调整的，改“支出标准”一栏并写明文件。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1三（三）4（不得超出规定的预算支出标准设置目标值）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.scoring.place import place_of
from jxbook.values import Aligned, Kind, align, read_actual

_HEADING = pattern(r"(?:预算)?(?:支出|开支|定额|经费)标准(?:[(（].{0,12}[)）])?\Z")


def check(row: Row) -> Iterator[Flaw]:
    one, target = row.indicator, row.indicator.target_value
    standard = next((entry for name, entry in one.further.items() if _HEADING.match(name)), None)
    if standard is None or standard.blank or target.kind is not Kind.NUMBER or target.sign.is_least:
        return
    if target.change is not None or not place_of(row.policy, (one.level1.text, one.level2.text)).cost:
        return
    limit = read_actual(standard.raw, standard.number_format)
    found = align(target, limit, row.year) if limit.kind is Kind.NUMBER else None
    if isinstance(found, Aligned) and not found.doubts and not found.rivals and found.high > found.actual:
        yield warning(
            one.target,
            f"{row.title}的指标值{quote(one.target.text)}高于支出标准{quote(standard.text)}",
            "财预〔2021〕101号（中央部门参考试行）附件1三（三）4：不得超出规定的预算支出标准设置目标值",
            "请把指标值改到标准以内；标准填错或已经调整的，改“支出标准”一栏并写明文件",
        )
