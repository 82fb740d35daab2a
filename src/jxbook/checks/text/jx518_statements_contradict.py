"""JX518 同一个数前后说法不一

查什么
    一份报告里，项目的预算执行率、自评总分、评价等级、项目预算总额是否前后一致。写明“截至×月”“上半年”“上年”的不比较。

为什么
    同一件事有两个数，读的人不知道该信哪一个，评审时会要求核对。

示例
    会报：本项目预算执行率为98%。｜资金使用规范，预算执行率为97.2%。
    会报：自评总分为95分。｜综合以上情况，自评总分为96分。
    不报：本项目预算执行率为97.70%。｜资金使用规范，预算执行率为97.7%。
    不报：截至6月，预算执行率为45%。｜全年预算执行率为98%。

怎么改
    核对原始数据，统一改成正确的数。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import opening

_NUMBER = r"(\d{1,3}(?:\.\d{1,6})?)"
_SAID = {
    "预算执行率": pattern(
        rf"(?:(?<=[，。；：（\s])|\A|本项目|该项目|项目|整体|总体|全年|年度)(?:预算|资金|项目|总体|预算资金)*执行率\s*(?:为|是|达到?|[：:])?\s*{_NUMBER}\s*[%％]"
    ),
    "总分": pattern(
        rf"(?:自评总分|自评得分|总得分|综合得分|评价得分|综合评分)\s*(?:为|是|[：:])?\s*{_NUMBER}\s*分(?!值)"
    ),
    "等级": pattern(
        r"(?:评价|自评|评定)(?:结果)?等级\s*(?:为|是|[：:])\s*[“\"]?([优良中差])(?=[”\"」等级好秀。，,；;）)\s]|\Z)"
    ),
    "预算总额": pattern(
        r"(?:项目|经费)(?:总)?预算(?:总额|资金|金额)?(?:共计?|合计|为|是|[：:])\s*(\d{1,9}(?:\.\d{1,6})?)\s*万元"
    ),
}
_GRADED = pattern(
    rf"(?<=[，。；：（\s])得分\s*(?:为|是|[：:])?\s*{_NUMBER}\s*分[，,]\s*(?:评价|绩效|自评)?(?:等级|等次|评定)"
)  # 得分84.7分，等级为“良”: that of the project and of no part
_ONE_OF = pattern(r"[镇乡村校]|街道|标段|指标|公司|机构|子项目|分别")
_OTHER = pattern(
    r"截至(?:20\d\d年)?[1-9]月|截至(?:20\d\d年)?1[01]月|上半年|季度|上年|去年|同期|其中|中期|监控|调整前|年初|原|子项|标准|满分|如|例|低于|高于|分以上|%以上|应"
)


def check(reading: Reading) -> Iterator[Flaw]:
    if not reading.whole:
        return
    for label, words in _SAID.items():
        first: tuple[str, TextPart] | None = None
        for passage in reading.passages:
            if (
                "率" not in passage.text
                and "分" not in passage.text
                and "等级" not in passage.text
                and "预算" not in passage.text
            ):
                continue
            found = [*words.finditer(passage.text)]
            if label == "总分":
                found += [
                    match
                    for match in _GRADED.finditer(passage.text)
                    if not _ONE_OF.search(passage.text[opening(passage.text, match.start()) : match.start()])
                ]
            for match in found:
                begin = opening(passage.text, match.start())
                if _OTHER.search(passage.text[begin : match.start()]):
                    continue
                if first is None:
                    first = match[1], passage
                elif not _same(first[0], match[1]):
                    yield warning(
                        passage.at(*match.span()),
                        f"文中写有{around(passage.text, *match.span())}，第{first[1].paragraph.number}段写的{label}是{first[0]}",
                        f"同一个数前后应当一致；{grounds.TRUE.cite(reading.policy)}",
                        "请核对原始数据，统一改成正确的数",
                    )


def _same(first: str, second: str) -> bool:
    """The same words, or one number rounded to the places of the other."""
    if not first[0].isdigit() or not second[0].isdigit():
        return first == second
    one, other = Decimal(first), Decimal(second)
    steps = [Decimal(1).scaleb(number.as_tuple().exponent) for number in (one, other)]  # type: ignore[arg-type]
    return abs(one - other) * 2 <= max(steps) if steps[0] != steps[1] else one == other
