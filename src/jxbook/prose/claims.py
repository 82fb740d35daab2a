"""What a paper counts once for all: 回收有效问卷186份, 项目共覆盖23个社区, 公众满意度为96.5%; each with the name of what is counted."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.clauses import opening
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figures

_SAYS = r"(?:为|是|共计?|合计|达到?|[：:]){0,4}\s{0,4}\Z"
_ONE_OF_A_KIND = pattern(
    r"(?P<name>(?:项目|工程|概算)?总投资|合同(?:总)?(?:金额|价款?)|中标(?:金额|价)|(?:发放|回收|收回)(?:的)?(?:有效|调查)*问卷|有效问卷"
    rf"|[一-龥]{{2,8}}满意度|总建筑面积|建设总面积){_SAYS}"
)
_TOGETHER = pattern(rf"(?:总共|共计?|累计)(?P<name>[一-龥]{{3,10}}?)(?:了|{_SAYS})?\s{{0,4}}\Z")
_REACHES = pattern(
    r"(?:(?<=[，。；：\s])|\A)(?:本|该)?(?:项目|工程)?(?:共|实际|累计)*(?:涉及|覆盖|涵盖|惠及)(?:了|到|全区|全市|全县|共|辖区)*\s*\Z"
)
_THINGS = pattern(r"[一-龥]{2,4}(?=[，。；、（(]|\Z)")
_ITSELF = frozenset("项目 工程 本次 调查 共计 施工 累计 实际 合计 评价".split())
"""Words before a name after which it still is the project's own: 监理合同金额 is another."""
_LEAD = pattern(
    r"\A(?:经|据|本次|本年度?|本|该|全年|年度|项目|最终|实际|总体上|通过|问卷|调查|统计|显示|测算|抽样|结果)+"
)
_NOT_THE_WHOLE = pattern(
    r"截至(?:20\d\d年)?[1-9]月|截至(?:20\d\d年)?1[01]月|上半年|季度|上年|去年|同期|其中|中期|监控|计划|目标|拟|预计|应当?|将|不少于|"
    r"不低于|分别|每|一期|二期|一次|二次|首次|第[一二三四五]|子项|标段|原|调整前|向|针对|面向|学生|家长|教师|企业|职工"
)
_NEAR, _SHORTEST = 24, 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and what it counts: `name` with the unit, told apart from any other."""

    name: str
    figure: Figure


def claims(text: str) -> Iterator[Claim]:
    """The claims of a text about a whole; what is planned, earlier, or of a part is none."""
    for one in figures(text):
        if not one.exact or one.spoken or one.kind in (FigureKind.PLAIN, FigureKind.ORDINAL):
            continue
        name = _name(text, one)
        if name and not _NOT_THE_WHOLE.search(text[opening(text, one.start) : one.start]):
            yield Claim(name, one)


def _name(text: str, one: Figure) -> str:
    near = max(0, one.start - _NEAR)
    if found := _ONE_OF_A_KIND.search(text, near, one.start):
        before = text[max(0, found.start() - 2) : found.start()]
        apart = (
            before[-1:]
            and "一" <= before[-1:] <= "龥"
            and before not in _ITSELF
            and before[-1:] not in "共计已次"
        )
        return "" if apart and not found["name"].endswith("满意度") else _of_a_kind(found["name"], one)
    if one.kind is not FigureKind.COUNT:
        return ""
    if (things := _THINGS.match(text, one.end)) and _REACHES.search(text, near, one.start):
        return f"涉及的{one.base}{things[0]}"
    together = _TOGETHER.search(text, near, one.start)
    if together and (not things or one.base != "个"):
        name = together["name"]
        return f"{name}（{one.base}）" if len(name) >= _SHORTEST else ""
    return ""


def _of_a_kind(name: str, one: Figure) -> str:
    if "问卷" in name:
        return "有效问卷" if "有效" in name else "回收问卷" if "收" in name else "发放问卷"
    if name.endswith("满意度"):
        subject = _LEAD.sub("", name)
        return subject if len(subject) > len("满意度") + 1 and one.kind is FigureKind.PERCENT else ""
    return name.removeprefix("项目").removeprefix("工程")
