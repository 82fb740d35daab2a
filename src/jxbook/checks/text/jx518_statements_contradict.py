"""JX518 同一个数前后说法不一

查什么
    一份报告里，项目的预算执行率、自评总分、评价等级、项目预算总额，总投资、合同金额、问卷份数、同一名称的满意度、“共举办培训
    …期”“项目覆盖…个社区”，以及主管部门和实施单位，是否前后一致。名称和单位相同的才比较；写明“截至×月”“上半年”
    “上年”“计划”的，绩效目标一节的，同一组并列条目里的，不比较。

为什么
    同一件事有两个数，读的人不知道该信哪一个，评审时会要求核对。

示例
    会报：本项目预算执行率为98%。｜资金使用规范，预算执行率为97.2%。
    会报：自评总分为95分。｜综合以上情况，自评总分为96分。
    会报：项目共覆盖23个社区。｜项目实际覆盖25个社区，群众反映较好。
    会报：回收有效问卷186份。｜本次调查回收有效问卷180份，公众满意度为95%。
    会报：项目主管部门为区民政局。｜主管部门为区财政局，资金由其拨付。
    不报：公众满意度为96.5%。｜经调查，参训学员满意度为95.6%。
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
from jxbook.prose import Figure, opening
from jxbook.prose.claims import claims

_NUMBER = r"(\d{1,3}(?:\.\d{1,6})?)"
_SAID = {
    "预算执行率": pattern(
        rf"(?:(?<=[，。；：（\s])|\A|本项目|该项目|项目|整体|总体|全年|年度)(?:预算|资金|项目|总体|预算资金){{0,4}}执行率\s{{0,4}}(?:为|是|达到?|[：:])?\s{{0,4}}{_NUMBER}\s{{0,4}}[%％]"
    ),
    "总分": pattern(
        rf"(?:自评总分|自评得分|总得分|综合得分|评价得分|综合评分|经(?:综合)?(?:自评|评价|评定)，?(?:本)?项目得分)\s{{0,4}}(?:为|是|[：:])?\s{{0,4}}{_NUMBER}\s{{0,4}}分(?!值)"
    ),
    "等级": pattern(
        r"(?:评价|自评|评定)(?:结果)?等级\s{0,4}(?:为|是|[：:])\s{0,4}[“\"]?([优良中差])(?=[”\"」等级好秀。，,；;）)\s]|\Z)"
    ),
    "预算总额": pattern(
        r"(?:项目|经费)(?:总)?预算(?:总额|资金|金额)?(?:共计?|合计|为|是|[：:])\s{0,4}(\d{1,9}(?:\.\d{1,6})?)\s{0,4}万元"
    ),
}
_GRADED = pattern(
    rf"(?<=[，。；：（\s])得分\s{{0,4}}(?:为|是|[：:])?\s{{0,4}}{_NUMBER}\s{{0,4}}分[，,]\s{{0,4}}(?:评价|绩效|自评)?(?:等级|等次|评定)"
)  # 得分84.7分，等级为“良”: that of the project and of no part
_OFFICE = pattern(
    r"(?<![一-龥、])(?:本)?(?:项目|评价对象的?)?(?P<label>主管部门|实施单位|主管单位)(?:为|是|[：:])(?P<name>[一-龥]{3,25})(?=[，。；、（(]|\Z)"
)
_OWN = 3  # characters at the end of an office's name by which two names are the same
_UNIT = pattern(r"(?:街道|乡|镇|村|社区|县|区|市|校|院|公司|标段|中心|项目|工程|[一二三]期)\Z")
_PLANNED = pattern(r"目标|计划|方案|安排|背景")
_ONE_OF = pattern(r"[镇乡村校]|街道|标段|指标|公司|机构|子项目|分别")
_OTHER = pattern(
    r"截至(?:20\d\d年)?[1-9]月|截至(?:20\d\d年)?1[01]月|上半年|季度|上年|去年|同期|其中|中期|监控|调整前|年初|原|子项|标准|满分|如|例|低于|高于|分以上|%以上|应"
)


def check(reading: Reading) -> Iterator[Flaw]:
    if not reading.whole:
        return
    yield from _claimed(reading)
    yield from _named(reading)
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
                    yield _flaw(reading, passage, *match.span(), first[1], label, first[0])


def _claimed(reading: Reading) -> Iterator[Flaw]:
    """What the paper counts once for all, and again otherwise; three counts of one name are those of three things."""
    found: dict[str, list[tuple[TextPart, Figure]]] = {}
    for passage in reading.passages:
        if not passage.paragraph.under(_PLANNED):
            for one in claims(passage.text):
                found.setdefault(one.name, []).append((passage, one.figure))
    for name, said in found.items():
        first = said[0]
        others = [one for one in said[1:] if not _agrees(first[1], one[1])]
        if not others or any(not _agrees(others[0][1], one[1]) for one in others):
            continue
        passage, figure = others[0]
        if passage is not first[0] and not _side_by_side(first[0], passage):
            yield _flaw(reading, passage, figure.start, figure.end, first[0], name, first[1].text)


def _agrees(first: Figure, second: Figure) -> bool:
    if first.base != second.base or first.kind is not second.kind:
        return True
    assert first.value is not None and second.value is not None
    room = Decimal(0) if first.step == second.step else max(first.step, second.step) / 2
    return abs(first.value - second.value) <= room


def _side_by_side(first: TextPart, second: TextPart) -> bool:
    """Are both items of one list, or one under the heading of a place, so that they may tell of two things?"""
    one, other = first.paragraph, second.paragraph
    if any(_UNIT.search(title) for each in (one, other) for _, _, title in each.path[-1:]):
        return True
    return bool(
        one.label and other.label and one.label.rank is other.label.rank and one.path[:-1] == other.path[:-1]
    )


def _named(reading: Reading) -> Iterator[Flaw]:
    first: dict[str, tuple[str, TextPart]] = {}
    for passage in reading.passages:
        for match in _OFFICE.finditer(passage.text):
            label, name = match["label"], match["name"]
            known, where = first.setdefault(label, (name, passage))
            if known[-_OWN:] != name[-_OWN:] and known not in name and name not in known:
                yield _flaw(reading, passage, *match.span(), where, label, known)


def _flaw(
    reading: Reading, passage: TextPart, start: int, end: int, where: TextPart, label: str, said: str
) -> Flaw:
    return warning(
        passage.at(start, end),
        f"文中写有{around(passage.text, start, end)}，第{where.paragraph.number}段写的{label}是{said}",
        f"同一个数、同一名称前后应当一致；{grounds.TRUE.cite(reading.policy)}",
        "请核对原始数据，统一改成正确的",
    )


def _same(first: str, second: str) -> bool:
    """The same words, or one number rounded to the places of the other."""
    if not first[0].isdigit() or not second[0].isdigit():
        return first == second
    one, other = Decimal(first), Decimal(second)
    steps = [Decimal(1).scaleb(number.as_tuple().exponent) for number in (one, other)]  # type: ignore[arg-type]
    return abs(one - other) * 2 <= max(steps) if steps[0] != steps[1] else one == other
