"""JX531 各项占比之和不是100%

查什么
    同一句里三项以上的百分比，写明“分别占”“各占”的，每项都写“占”、说的是来源、构成或类型的，以及满意、基本满意、不满意等各档的比例，加起来是否等于
    100%（四舍五入之差不算；相差十个百分点以上的不是全部分项，不查）。

为什么
    占比应当加满，加不满说明有一项写错或漏写。

示例
    会报：非常满意占70%，满意占20%，不满意占8%。
    会报：三类资金分别占50%、30%、22%。
    不报：非常满意占70.3%，满意占20.1%，基本满意占9.6%。
    不报：老年人占45%，妇女占52%，党员占3%。

怎么改
    核对各项，补上漏写的一项，或改正写错的一项。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：取自评审机构的核查要求
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure
from jxbook.pattern import pattern
from jxbook.prose import FigureKind, figured_sentences

_APART = pattern(r"分别占|各占|占比分别")
_BANDS = pattern(r"满意|同意|认可|了解|知晓|优秀|良好|合格|及格")
_MADE_OF = pattern(r"来源|构成|组成|结构|类型|分布|中央.{1,20}省|[^，。；]类.{1,20}类.{1,20}类")
_SHARED_NAME = pattern(
    r"[一-龥](企业|农户|学校|医院|机构|项目|资金|支出|收入|投资|用水|用地|用电|面积|作物|车辆|渠道|垃圾)(?:约)?占"
)
"""What is parted into classes; people may be counted in several."""
_OTHER = pattern(r"等|同比|增|降|提高|其中|以上|以下|女|老年|党员|达到|目标|≥|不低于")
_WHOLE, _LEAST = Decimal(100), 3


def check(reading: Reading) -> Iterator[Flaw]:
    near = reading.policy.number("checks.shares_apart")
    for passage in reading.holding("占"):
        for sentence, held in figured_sentences(passage.text):
            shares = [one for one in held if one.kind is FigureKind.PERCENT]
            if len(shares) < _LEAST or not all(one.exact for one in shares) or _OTHER.search(sentence.text):
                continue
            each = sentence.text.count("占") >= len(shares)
            if not (_APART.search(sentence.text) or (each and _of_one_kind(sentence.text))):
                continue
            total = sum((one.number for one in shares if one.number is not None), Decimal(0))
            room = sum((one.step for one in shares), Decimal(0)) / 2
            if room < abs(total - _WHOLE) < near:
                start, end = sentence.start + shares[0].start, sentence.start + shares[-1].end
                yield warning(
                    passage.at(start, end),
                    f"各项占比加起来是{figure(total)}%（{around(passage.text, start, end)}）",
                    grounds.contradictory("占比之和应为100%", reading.policy),
                    "请核对各项，补上漏写的一项，或改正写错的一项",
                )


def _of_one_kind(text: str) -> bool:
    """Are the shares those of the classes of one thing: bands of an answer, sources of money, 小微企业、中型企业、大型企业?"""
    if _BANDS.search(text) or _MADE_OF.search(text):
        return True
    ends = {match[1] for match in _SHARED_NAME.finditer(text)}
    return len(ends) == 1 and len(_SHARED_NAME.findall(text)) >= _LEAST
