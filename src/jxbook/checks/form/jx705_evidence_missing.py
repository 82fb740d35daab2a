"""JX705 佐证材料尚未具备

查什么
    “佐证材料”表中“是否具备”填“无”“缺”“待补”“未提供”一类的材料；空着的不查。

为什么
    上报前应当备齐，没有材料支持的实际完成值可能不被认可。

示例
    会报：佐证材料：材料名称 签到表，对应三级指标 参加活动人次，是否具备 待补
    不报：佐证材料：材料名称 签到表，对应三级指标 参加活动人次，是否具备 有

怎么改
    补齐材料后改为“有”；确实没有直接材料的，由相关单位出具说明材料。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1三（八）（按照数据来源提供对应的佐证材料；确无直接佐证材料的，出具正式的说明）
    官方：财预〔2020〕10号第十四条（部门评价、财政评价：数据及佐证资料应当可采集、可获得）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.scoring.evidence import is_missing


def check(case: Case) -> Iterator[Flaw]:
    for one in case.form.records.evidence:
        if is_missing(one.present):
            yield warning(
                one.present,
                f"佐证材料{quote(one.name.text)}尚未具备（{one.present.text}）",
                grounds.EVIDENCE.cite(case.policy),
                "请补齐后改为“有”；确无直接材料的，由相关单位出具说明材料",
            )
