"""JX502 文字里的数与表中不一致

查什么
    报告和报告素材里“执行率为…%”“资金支出完成率…%”“实际支出…占预算的…%”“总分…分”“年初预算…万元”“全年执行数…万元”，以及写明三级指标全称的完成值，与表中的数
    是否一致（按文字所写的小数位和单位比较；“约”“近”“余”的不比较）。

为什么
    同一个数在表和报告里不一样，评审时会要求核对。

示例
    会报：本项目预算执行率为97.7%。
    会报：全年执行数为9.5万元。
    不报：预算执行率100%，总分100分，全年执行数为100000元，追加后将超出全年预算17万元。

怎么改
    以表中的数为准改正文字；表中填错的，先改表。改动前须核对原始数据。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure
from jxbook.dataclass import cached_property, dataclass
from jxbook.form import Indicator, yuan_in
from jxbook.pattern import pattern
from jxbook.prose import FigureKind, figures, opening
from jxbook.values import Kind

_RATE = pattern(
    r"(?:(?<=[，。；：（“\s])|\A|本|项目|整体|总体|全年|年度|[年月]底|[年月]末|31日)(?:预算|资金|项目|总体|预算资金){0,4}执行率\s{0,4}(?:仅|只有)?(?:为|是|达到?|[：:])?\s{0,4}(\d{1,3}(?:\.\d{1,6})?)\s{0,4}[%％]"
)
_SPENT = pattern(
    r"(?:(?<=[，。；：（“\s])|\A|本|项目|整体|总体|全年|年度|[当本]年|[年月]底|[年月]末|31日)"
    r"(?:(?:预算|财政|资金|项目|经费){1,4}(?:支出|支付|使用|拨付)(?:完成)?(?:率|比例|进度)|(?:支付|支出|执行)进度|(?:预算|财政|资金|经费){1,4}完成率)\s{0,4}(?:为|是|达到?|[：:])?"
    r"\s{0,4}(\d{1,3}(?:\.\d{1,6})?)\s{0,4}[%％]"
    r"|(?:实际|全年|累计|合计|共计?)(?:支出|支付|执行|使用)(?:资金|金额)?(?:[\d,.]{1,20}[万亿]?元)?，?占(?:全年|年度|项目|总){0,4}预算(?:数|资金|总额){0,4}"
    r"(?:[\d,.]{1,20}[万亿]?元)?的\s{0,4}(\d{1,3}(?:\.\d{1,6})?)\s{0,4}[%％]"
)
"""The 执行率 by another name: 资金支出完成率, 实际支出…占预算的…%."""
_TOTAL = pattern(
    r"(?:总分|总得分|自评得分|综合得分|自评打分|自评总分)\s{0,4}(?:为|是|[：:])?\s{0,4}(\d{1,3}(?:\.\d{1,6})?)\s{0,4}分(?!\s{0,4}(?:[（(]含|及?以[上下]|至|-|—|～|值|制|的))"
)
_SUPPOSED = pattern(r"按[^，。；]{0,30}\d[^，。；]{0,12}计算，\Z")
"""Before a total that another number would give: 按问卷汇总的87.74%计算，总分91.1分."""
_GROUND = 50
"""Characters before a total that say by what it was reckoned."""
_SCORED = pattern("[总得打]分")
"""Without this a text tells no total."""
_MONEY = {
    "全年执行数": pattern(
        r"(?:全年执行数|全年(?:实际|一?共|共计|累计|合计)*支出|(?:项目|年度|累计|\A)实际支出(?:金额|资金|总额)?|\d年实际支出(?:金额|资金|总额)?)(?:共计?|合计|为|是|[：:])?\s*\Z"
    ),
    "年初预算数": pattern(r"(?:年初预算数?|年初批复预算|年初预算安排)(?:共计?|合计|为|是|[：:])?\s*\Z"),
    "全年预算数": pattern(r"(?:全年预算数?|调整后预算数?|年度资金总额)(?:共计?|合计|为|是|[：:])?\s*\Z"),
}
_RATED = pattern("率|比例|进度|占")
"""Without one of these a text tells no rate, by whatever name."""
_OF_MONEY = pattern("支出|执行数|预算|资金总额")
"""What each of `_MONEY` says."""
_DIGIT = pattern(r"\d")
_NEAR = 16
_EARLIER = pattern(
    r"截至(?:20\d\d年)?[1-9]月|截至(?:20\d\d年)?1[01]月|上半年|一季度|[二三]季度|上年|其中|中期|监控"
)
_BEYOND = pattern(r"(?:超出?过?|[高低多少]于|突破)\Z")
"""Before the name of an amount: by how much another one lies beyond it, as likely as the amount itself."""
_FOR_SOMETHING = pattern("用于|购|采购|支付|作为|的")
_SHORTEST_NAME, _LONGEST_NAME = 5, 60
_LEAD = 7
_GIVES = pattern(r"[为到达是：:](?=[\d一二两三四五六七八九十百千])")
_GIVEN = pattern(r"(?:实际)?(?P<done>(?:完成值?)?)(?P<verb>为|达到?|是|[：:])\Z")
"""What stands between a name and its value, _LEAD characters at most."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a text says of a figure of the form: where, how it is called, the right number and the sign behind it."""

    start: int
    end: int
    said: Decimal
    right: Decimal
    shown: str
    step: Decimal


@dataclass(frozen=True)
class _Known:
    """The figures of a form that its texts may repeat, each worked out when a text may."""

    case: Case

    @cached_property
    def rate(self) -> Decimal | None:
        """The 执行率 as a fraction, None where it is not to be told."""
        execution = self.case.scoring.execution
        return None if execution.blocked else execution.rate

    @cached_property
    def parts(self) -> tuple[Decimal, ...]:
        """The 执行率 of the parts of the money."""
        amounts = ((one.spent_amount, one.budget_amount) for one in self.case.form.funding.parts)
        return tuple(spent / budget for spent, budget in amounts if spent is not None and budget)

    @property
    def total(self) -> Decimal | None:
        return self.case.scoring.total

    @property
    def full(self) -> Decimal:
        """What the total is out of."""
        return self.case.policy.number("weights.total")

    @cached_property
    def money(self) -> Mapping[str, Decimal | None]:
        """The amounts in `unit` by their labels."""
        total = self.case.form.funding.total
        return {
            "全年执行数": total.spent_amount,
            "年初预算数": total.initial_amount,
            "全年预算数": total.budget_amount,
        }

    @property
    def unit(self) -> str:
        return self.case.form.funding.unit

    @cached_property
    def rows(self) -> Mapping[str, Indicator]:
        """Those whose actual is an exact number and whose name is long enough to be known again, by their names; a
        name that several bear says of none of them."""
        names = Counter(row.indicator.name.text for row in self.case.rows)
        rows = (row.indicator for row in self.case.rows if _is_comparable(row.indicator))
        return {row.name.text: row for row in rows if names[row.name.text] == 1}


def check(reading: Reading) -> Iterator[Flaw]:
    if reading.case is None:
        return
    known = _Known(reading.case)
    for passage in reading.holding("%", "％", "分", "元", or_matching=_GIVES):
        if not _DIGIT.search(passage.text):
            continue
        for claim in _claims(passage.text, known):
            if abs(claim.said - claim.right) * 2 > claim.step:
                yield warning(
                    passage.at(claim.start, claim.end),
                    f"文中写有{around(passage.text, claim.start, claim.end)}，表中是{claim.shown}",
                    f"表和文字的数应当一致；{grounds.TRUE.cite(reading.policy)}",
                    f"请把文字改为{claim.shown}；表中填错的，先改表",
                )


def _is_comparable(row: Indicator) -> bool:
    actual = row.actual_value
    exact = actual.kind is Kind.NUMBER and actual.number is not None and not actual.bound
    return exact and _SHORTEST_NAME <= len(row.name.text) <= _LONGEST_NAME


def _claims(text: str, known: _Known) -> Iterator[_Claim]:
    rate, total = known.rate, known.total
    if rate is not None and _RATED.search(text):
        for match in _RATE.finditer(text) if "执行率" in text else ():
            if not _EARLIER.search(_before(text, match.start())):
                said = Decimal(match[1])
                yield _Claim(*match.span(), said, rate * 100, f"{figure(rate * 100)}%", _step(said))
        yield from _spent(text, rate, known)
    if total is not None and _SCORED.search(text):
        for match in _TOTAL.finditer(text):  # "总分100分" names the full mark
            said = Decimal(match[1])
            if said != known.full and not _SUPPOSED.search(
                text[max(0, match.start() - _GROUND) : match.start()]
            ):
                yield _Claim(*match.span(), said, total, f"{figure(total)}分", _step(said))
    yield from _money(text, known)
    yield from _actuals(text, known)


def _spent(text: str, rate: Decimal, known: _Known) -> Iterator[_Claim]:
    """The 执行率 by another name, unless it is that of one of the parts of the money."""
    for match in _SPENT.finditer(text) if "%" in text or "％" in text else ():
        said = Decimal(match[1] or match[2])
        of_part = any(abs(said - one * 100) * 2 <= _step(said) for one in known.parts if one != rate)
        if not of_part and not _EARLIER.search(_before(text, match.start())):
            yield _Claim(*match.span(), said, rate * 100, f"{figure(rate * 100)}%", _step(said))


def _before(text: str, at: int) -> str:
    return text[opening(text, at) : at]


def _step(said: Decimal) -> Decimal:
    exponent = said.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _money(text: str, known: _Known) -> Iterator[_Claim]:
    if "元" not in text or not _OF_MONEY.search(text):
        return
    scale = yuan_in(known.unit)
    for one in figures(text):
        if one.kind is not FigureKind.MONEY or not one.exact or one.value is None:
            continue
        for label, words in _MONEY.items():
            right = known.money[label]
            begin = max(0, one.start - _NEAR)
            named = None if right is None else words.search(text, begin, one.start)
            if right is None or named is None or _BEYOND.search(text, begin, named.start()):
                continue
            if not _EARLIER.search(_before(text, one.start)) and not _FOR_SOMETHING.match(text, one.end):
                shown = f"{figure(right)}{known.unit}"
                yield _Claim(one.start, one.end, one.value, right * scale, f"{label}{shown}", one.step)


def _actuals(text: str, known: _Known) -> Iterator[_Claim]:
    """A 三级指标 by its full name, and the number that is given as its value."""
    if not _GIVES.search(text) or not known.rows:
        return
    lengths = sorted({len(name) for name in known.rows}, reverse=True)
    for one in figures(text):
        said = _GIVEN.search(text, max(0, one.start - _LEAD), one.start)
        if said is None or not one.exact or one.number is None:
            continue
        ends = {said.start("verb"), said.start("done"), said.start()}
        for end, length in product(ends, lengths):
            row = known.rows.get(text[end - length : end]) if length <= end else None
            if row is None:
                continue
            actual, target = row.actual_value, row.target_value
            same_unit = one.unit.removeprefix("个") == actual.unit.name.removeprefix("个")
            if same_unit and actual.number is not None and one.number not in (target.low, target.high):
                shown, step = f"{row.name.text}{row.actual.text}", one.step / one.scale
                yield _Claim(end - length, one.end, one.number, actual.number, shown, step)
