"""JX513 增减幅度、结余与所列的数不符

查什么
    “由…增加到…，增长…%”“从…降至…，下降…”一类写法里，“较…增加…，增长…%”“计划…，实际…，超额完成…”
    “分值…，得…分，扣…分”“…，较预算…节约…”“…，比上年的…增长…%”“年初预算…，追加…，调整后…”“概算…，决算…，节约…”
    “年初结转…，收入…，支出…，结余…”一类写法里，增减的数与前后两个数是否一致；同一句里预算、支出、结余各写了
    一个数的，结余是否等于预算减支出。

为什么
    一减就能发现，评审时会要求核对。

示例
    会报：活动由80场增加到100场，增长20%。
    会报：较上年的6550万元增加1310万元，增长25%。
    会报：到位资金100万元，支出95万元，结余6万元。
    会报：中标价186.5万元，较预算200万元节约14.5万元。
    不报：满意度从90%提高到95%，提高5个百分点。
    不报：由40户增加到50户，增长25%。

怎么改
    核对前后两个数和增减的数，改正写错的一个。改动前须核对原始数据。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure
from jxbook.prose import FigureKind, changes, comparisons
from jxbook.scoring.rounding import half_up


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.figured(3):
        for one in (*changes(passage.text), *comparisons(passage.text)):
            if one.holds:
                continue
            if one.stated.kind is FigureKind.PERCENT:
                right = f"{figure(half_up(abs(one.right), 2))}%"
            else:
                right = f"{figure(abs(one.right) / one.stated.scale)}{one.stated.unit}"
            yield warning(
                passage.at(one.start, one.end),
                f"文中写{one.way}{one.stated.text}，按{one.first.text}和{one.second.text}计算是{right}（{around(passage.text, one.start, one.end)}）",
                grounds.contradictory("增减的数与所列的数不符", reading.policy),
                f"请核对各数，应为{right}，或改正写错的数",
            )
