"""JX224 把资金支付当作数量指标

查什么
    数量指标里有没有资金支付率、资金拨付进度、预算执行率一类的指标。

为什么
    花钱是投入和过程，不是产出；预算执行率已经单独计分，放进数量指标等于计了两次，评审时不给分。

示例
    会报：二级指标：数量指标｜三级指标：资金支付率｜年度指标值：≥95%｜实际完成值：97%
    不报：二级指标：数量指标｜三级指标：补贴发放人数｜年度指标值：≥95人｜实际完成值：97人

怎么改
    改为用这笔钱做了多少事，例如“举办活动场次”“发放补贴人数”。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1一（二）1：不应设置如常规性的项目管理要求等与产出、效益和成本明显无关联的指标
    实践：资金支付、预算执行作为数量指标的不给分，取自评审机构的评分标准
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.pattern import pattern
from jxbook.values import fold

_PAYMENT = pattern(
    r"(?:.{0,10}(?:资金|款项|经费|预算|财政|项目))?(?:支付|拨付|支出|执行|使用|下达)(?:完成)?(?:率|进度|比例|额度?|金额)(?:\(.*\))?\Z"
    r"|(?:支付|拨付|投入|支出)(?:项目|财政|预算|专项)*(?:资金|款项?|经费)(?:总?额|金额|数额|规模)?\Z"
)


def check(row: Row) -> Iterator[Flaw]:
    if "数量" in row.indicator.level2.text and _PAYMENT.match(fold(row.indicator.name.text)):
        yield warning(
            row.indicator.name,
            f"数量指标{row.title}写的是花钱，不是产出",
            f"预算执行率已经单独计分，这样的数量指标评审时不给分，是{grounds.REVIEWED}",
            "请改为用这笔钱做了多少事，如“举办活动场次”“发放补贴人数”",
        )
