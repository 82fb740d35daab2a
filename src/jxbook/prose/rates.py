"""Rates that a text states beside the two figures they come from: 支出898.8万元，执行率97.70%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.clauses import opening
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_sentences

_WORDS = {
    "执行率": "支出|执行|支付|使用|列支|拨付",
    "支付率": "支付|支出|拨付",
    "支出率": "支出|支付|使用",
    "付款比例": "付款|支付",
    "支付比例": "支付|付款",
    "支出进度": "支出|支付|使用",
    "支付进度": "支付|支出|拨付",
    "使用率": "使用|支出",
    "到位率": "到位",
    "完成率": "完成|实际|支出|执行|支付",
    "合格率": "合格|达标|通过",
    "达标率": "达标|合格|通过",
    "通过率": "通过|合格",
    "优良率": "优良",
    "回收率": "回收|收回",
    "有效率": "有效",
    "参训率": "参训|参加|实到|实际",
    "出勤率": "出勤|实到|实际",
    "到课率": "到课|实到|实际",
    "参与率": "参与|参加",
    "覆盖率": "覆盖",
    "就业率": "就业",
    "办结率": "办结|结案",
    "发放率": "发放",
    "节约率": "节约|节省|结余",
    "结余率": "结余",
    "结转率": "结转",
    "检测率": "检测|已检",
    "满意度": "(?<!基本)(?<!较)(?<!不)(?<!一般)满意(?!度)",
}
_OTHER = r"(?P<stem>(?!增长|增幅|下降|上升|提高|提升|降低|减少|下浮|折扣|贡献|执行|核减|压减|压缩|缩减)[一-龥]{2})率"
"""A rate by another name: its part is named by the two characters before 率, 整改312条 of 整改率."""
_SAID, _PERCENT = pattern("率|度|比例"), ("%", "％", "百分之")
"""Without one of each a text tells no rate."""
_RATE = pattern(
    rf"(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}|{_OTHER})(?:[（(][^（）()]*[）)])?"
    r"(?:已?达到?|仅?为|是|约|[：:])?\s*\Z"
)
_STRONG_WORDS = (
    r"预算|安排|下达|到位|批复|总额|计划|合同|投入|核定|拨付|收到|发放|发出|应|目标|共有|总数|抽查|抽检|检测|任务|"
    r"总投资|送检|参加|参训|问卷|招|报名|调查|受访|访谈|发现|受理|排查|全[区县市镇乡村省校]|辖区|现有"
)
_STRONG, _WHOLE = pattern(_STRONG_WORDS), pattern(rf"{_STRONG_WORDS}|资金|经费")
_TIERS = pattern(r"基本满意|较满意|一般|非常满意|很满意|加权|平均")
_NEVER = pattern(r"每|人均|户均|平均|上年|去年|同比|标准")
_OF_A_PART = pattern(
    r"其中[^）)。；]*\Z|(?:中央|省级|市级|区级|县级|财政拨款|结转资金|自筹|其他资金)[^，。；\d]{0,10}\Z"
)
_ALTOGETHER = pattern(r"共|合计|累计")
_OF_ALL = pattern(
    r"\A(?:截至[^，]*)?(?:项目|资金|已|共|实际|全年|累计|合计|到账|均)*(?:支付|支出|使用|拨付|执行|列支|到位)"
)
"""A part that is told of the whole, and not 培训经费支出."""
_MANY = 12  # figures before a rate among which its own are sought


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated percentage and the two figures behind it; `ratio` is what they come to, in per cent."""

    percent: Figure
    part: Figure
    whole: Figure
    ratio: Decimal
    word: str

    @property
    def off(self) -> Decimal:
        """By how much the stated one differs, in units of its last digit."""
        assert self.percent.number is not None
        return abs(self.percent.number - self.ratio) / self.percent.step

    @property
    def holds(self) -> bool:
        """Is it the ratio, rounded?"""
        return self.off <= Decimal("0.5")

    @property
    def truncated(self) -> bool:
        """Is it the ratio, its further digits cut off and not rounded?"""
        assert self.percent.number is not None
        return not self.holds and 0 < self.ratio - self.percent.number < self.percent.step


def rates(text: str, budget: Figure | None = None) -> tuple[Rate, ...]:
    """The rates of a text whose part is named by the rate's own word and whose whole is beyond doubt.

    `budget`: the money that the paper states as the project's budget, for a rate that names only what was spent.
    """
    told = any(map(text.__contains__, _PERCENT)) and _SAID.search(text)
    return tuple(_rates(text, budget)) if told else ()


def _rates(text: str, budget: Figure | None) -> Iterator[Rate]:
    before: Sequence[Figure] = ()
    for sentence, every in figured_sentences(text):
        last = 0
        for at, percent in enumerate(every):
            if percent.kind is not FigureKind.PERCENT or not percent.exact:
                continue
            named = _RATE.search(sentence.text, max(0, percent.start - 30), percent.start)
            if named is not None:
                inside = [one for one in every[max(0, at - _MANY) : at] if last <= one.start]
                word = named["word"]
                own = _WORDS.get(word) or _WORDS.get(f"{named['stem']}率") or str(named["stem"])
                if word == "满意度" and _TIERS.search(sentence.text):
                    own = "(?!)"
                yield from _compared(
                    sentence.text, percent, word, pattern(own), inside, before, budget, sentence.start
                )
            last = percent.end
        before = every


def _compared(
    text: str,
    percent: Figure,
    word: str,
    own: re.Pattern[str],
    inside: Sequence[Figure],
    before: Sequence[Figure],
    budget: Figure | None,
    offset: int,
) -> Iterator[Rate]:
    """The rate that a percentage states, with the figures behind it, where these are beyond doubt. `inside` are the
    figures before it in its sentence, `before` those of the sentence ahead; `own` finds the words of its part."""
    counted = [
        one for one in inside if one.kind in (FigureKind.MONEY, FigureKind.COUNT) and one.number is not None
    ]
    parts = [one for one in counted if own.search(_label(text, one))]
    if not parts:
        return
    part = parts[-1]
    same = [one for one in counted if (one.base, one.kind) == (part.base, part.kind)]
    if any(not one.exact for one in same):
        return
    stated = percent.number
    assert stated is not None
    if (explained := _explained(same, percent)) is not None:
        yield moved_rate(percent, *explained, word, offset)
        return
    whole = _whole_of(text, part, same, before, budget, word)
    if whole is None or not part.value or not whole.value or part.value > whole.value * 2:
        return
    ratio = stated if by_rounding(part, whole, percent) else part.value / whole.value * 100
    yield moved_rate(percent, part, whole, ratio, word, offset)


def _explained(same: Sequence[Figure], percent: Figure) -> tuple[Figure, Figure, Decimal] | None:
    """Two of these figures that come to the percentage, one of the other, of both or less the other, and what they
    come to; None where none do."""
    stated = percent.number
    assert stated is not None
    for a, b in ((a, b) for a in same for b in same if a is not b and b.value):
        assert a.value is not None and b.value is not None
        for top, bottom in ((a.value, b.value), (a.value, a.value + b.value), (b.value - a.value, b.value)):
            if bottom and abs(top / bottom * 100 - stated) <= percent.step / 2:
                return a, b, top / bottom * 100
    return None


def _whole_of(
    text: str,
    part: Figure,
    same: Sequence[Figure],
    before: Sequence[Figure],
    budget: Figure | None,
    word: str,
) -> Figure | None:
    """What a part is a part of: the one other figure that says so, or the `budget` of money that says it of no other;
    None where that is in doubt."""
    wholes = [one for one in same if one is not part and _WHOLE.search(_label(text, one))]
    wholes = [one for one in wholes if not _NEVER.search(_label(text, one))]
    if len(wholes) > 1 or (wholes and len(same) > 2):
        return None
    label = _label(text, part)
    if wholes:
        sure = _STRONG.search(_label(text, wholes[0])) or _OF_ALL.match(label.strip())
        return wholes[0] if sure else None
    if budget is None or len(same) != 1 or part.kind is not FigureKind.MONEY:
        return None
    if _OF_A_PART.search(text, 0, part.start) and not _ALTOGETHER.search(label):
        return None  # 其中当年财政拨款支出118.4万元: its budget is another
    told_before = any(one.kind is FigureKind.MONEY for one in before)
    return None if told_before and word != "执行率" and "共" not in label else budget


def by_rounding(part: Figure, whole: Figure, percent: Figure) -> bool:
    """May rounding of the two figures, printed with decimals in 万元, explain the percentage?"""
    stated, step = percent.number, percent.step
    assert stated is not None
    slack = [one.step / 2 if "." in one.text and one.scale > 1 else Decimal(0) for one in (part, whole)]
    assert part.value is not None and whole.value is not None
    low = (part.value - slack[0]) / (whole.value + slack[1]) * 100
    high = (part.value + slack[0]) / (whole.value - slack[1]) * 100 if whole.value > slack[1] else low
    return low - step / 2 <= stated <= high + step / 2


def moved_rate(percent: Figure, part: Figure, whole: Figure, ratio: Decimal, word: str, offset: int) -> Rate:
    """A rate of a sentence that begins at `offset` of its text."""
    return Rate(percent.moved(offset), part, whole, ratio, word)


def _label(text: str, one: Figure) -> str:
    """The words before a figure in its clause, and the few behind it."""
    begin = opening(text, one.start, "，,。；;：:、（(")
    rest = re.match(r"[^，,。；;、\d]{0,4}", text[one.end : one.end + 5])
    return text[begin : one.start] + (rest[0] if rest else "")
