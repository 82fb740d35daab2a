"""JX209 比率超过100%

查什么
    名称是合格率、达标率、满意度、覆盖率一类的指标，实际完成值有没有超过100%。完成率可以超过，不查。

为什么
    部分占全体的比率最多是100%，超过的多半是分子、分母填错或多打了一位。

示例
    会报：三级指标：活动验收合格率｜实际完成值：120%
    不报：三级指标：活动验收合格率｜实际完成值：100%

怎么改
    核对分子、分母；如果确是“完成率”一类可以超过100%的指标，请改名称。

依据
    假定：由本程序按算术常识提示，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_SHARE = pattern(
    r"(?:合格|满意|达标|覆盖|准确|及时|完好|出勤|入学|就业|知晓|普及|优良|优秀|通过|合规|公开|成活|治愈|入户|参保|"
    r"巩固|抽检|办结|响应|保存|正常|存活)(?:率|度)"
)


def check(row: Row) -> Iterator[Flaw]:
    if not _SHARE.search(row.indicator.name.text) or row.percentage is None or row.percentage <= 100:
        return
    yield warning(
        row.indicator.actual,
        f"{row.title}的实际完成值{quote(row.indicator.actual.text)}超过了100%",
        f"部分占全体的比率最多是100%；{grounds.PRUDENT}",
        "请核对分子和分母后改正；可以超过100%的，请把名称改为“完成率”一类",
    )
