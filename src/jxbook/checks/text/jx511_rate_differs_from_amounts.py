"""JX511 文中的百分比与两个数不符

查什么
    同一句里写明的执行率、支付率、到位率、完成率、合格率、回收率等，与它的分子、分母相除的结果是否一致（按所写的小数位
    四舍五入）。分子要由比率自己的词指明（支出、到位、合格……），分母只有一个时才比较；句中没有分母的，用文中写明的项目
    预算或表中的预算。“…占…的…%”也查：分母写明的，或者前面只有一个总数的。只是截去尾数、没有四舍五入的，作提示。

为什么
    一除就能发现，评审时会要求核对。

示例
    会报：项目预算920万元，支出8988025.24元，执行率97.69%。
    会报：发放问卷200份，回收186份，回收率95%。
    会报：共培训600人次，其中女性240人次，占45%。
    不报：预算100万元，支出96.4万元，预算执行率96.40%。
    不报：合格率为98%，全年培训3000人次，支出50万元。

怎么改
    改成计算的值，按四舍五入保留小数；分子或分母写错的，先改正。

依据
    官方：财预〔2020〕10号附件2（参考）（部门评价、财政评价：预算执行率＝（实际支出资金/实际到位资金）×100%）
    实践：比率应与所列的数一致，取自评审要点；保留小数的位数，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.budget import budget_of
from jxbook.checks.flaw import Flaw, note, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure
from jxbook.prose import rates, shares
from jxbook.scoring.rounding import half_up


def check(reading: Reading) -> Iterator[Flaw]:
    budget = budget_of(reading)
    for passage in reading.figured(2):
        for one in (*rates(passage.text, budget), *shares(passage.text)):
            if one.holds:
                continue
            assert one.percent.number is not None
            exponent = one.percent.number.as_tuple().exponent
            places = max(-exponent, 0) if isinstance(exponent, int) else 0
            right = f"{half_up(one.ratio, places)}%"
            fully = f"{figure(half_up(one.ratio, max(places, 2)))}%"
            say = note if one.truncated else warning
            yield say(
                passage.at(one.percent.start, one.percent.end),
                f"文中写{one.word}{one.percent.text}，{one.part.text}÷{one.whole.text}是{fully if not one.truncated else right}"
                f"（{around(passage.text, one.percent.start, one.percent.end)}）",
                f"{'截去了尾数，没有四舍五入' if one.truncated else grounds.CONTRADICTORY}；比率应当由所列的数算出，是{grounds.REVIEWED}",
                f"请改为{right}，或检查分子、分母是否写错",
            )
