"""JX520 同一名称写法不一

查什么
    项目名称、主管部门、实施单位的全称，在文中有没有只差一个字、漏字或多字的写法；报告有两个标题的，项目名称是否相同。

为什么
    多半是录入的错字，或沿用了别的项目的材料，会让人怀疑说的是不是同一件事。

示例
    会报：项目名称：社区文化活动提升项目｜本次评价的对象是社区文化活动题升项目。
    会报：城乡社区服务体系建设项目支出绩效评价报告｜铜源社区治理创新试点项目支出绩效评价报告
    不报：项目名称：社区文化活动提升项目｜本次评价的对象是社区文化活动提升项目。
    不报：项目名称：一号水库加固工程项目｜同步实施的二号水库加固工程项目另行评价。

怎么改
    统一用批复文件上的全称；错字可以直接改。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
    实践：取自公开报告中的实例
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_STATED = pattern(
    r"\A(?:\d[.．、]\s*)?(?:项目名称|项目单位|实施单位|主管部门|实施部门|承接单位|评价对象)[：:]\s*([^，。；（(\s]{7,40})"
)
_TITLE = pattern(
    r"\A\s*[“《]?(?:关于)?((?:20\d\d年度?)?[^，。；：\s]{4,40}?)(?:项目)?(?:支出)?(?:绩效)(?:自评|评价|自评价)(?:报告|情况报告)[”》]?\s*\Z"
)
_GENERAL = pattern(
    r"项目支出|重点(?:支出)?项目|财政支出|部门(?:整体)?|单位(?:整体)?|附件|（|政策|20\d\d年度?\Z"
)
_APART = frozenset("一二三四五六七八九十东南西北上下左右前后内外大小新老男女甲乙丙丁市县区乡镇村0123456789")
_SHORTEST, _ENDS = 7, 2


def check(reading: Reading) -> Iterator[Flaw]:
    if not reading.whole:
        return
    yield from _titles(reading)
    names = _names(reading)
    for name in names:
        head, tail = re.escape(name[:_ENDS]), re.escape(name[-_ENDS:])
        middle = len(name) - 2 * _ENDS
        like = pattern(f"{head}(?=(.{{{max(1, middle - 1)},{middle + 1}}}?){tail})")
        said: set[str] = set()
        for passage in reading.passages:
            if name[:_ENDS] not in passage.text:
                continue
            for match in like.finditer(passage.text):
                written = name[:_ENDS] + match[1] + name[-_ENDS:]
                if (
                    written in said
                    or written == name
                    or any(written in other or other in written for other in names)
                ):
                    continue
                if not _slip(name, written):
                    continue
                said.add(written)
                yield warning(
                    passage.at(match.start(), match.start() + len(written)),
                    f"文中写有{quote(written)}，别处写的是{quote(name)}",
                    f"同一名称应当写得一样；{grounds.COMPLETE.cite(reading.policy)}",
                    f"请核对全称，统一为{quote(name)}",
                )


def _names(reading: Reading) -> list[str]:
    found = []
    if reading.case is not None:
        project = reading.case.form.project
        found += [one.text for one in (project.name, project.implementer, project.supervisor)]
    for passage in reading.passages:
        if match := _STATED.match(passage.text):
            found.append(match[1].rstrip("。；，"))
    return [one for one in dict.fromkeys(found) if len(one) >= _SHORTEST]


def _slip(name: str, written: str) -> bool:
    """One character changed, lost or added, none that tells two names apart."""
    first = 0
    while first < min(len(name), len(written)) and name[first] == written[first]:
        first += 1
    last = 0
    while last < min(len(name), len(written)) - first and name[-1 - last] == written[-1 - last]:
        last += 1
    old, new = name[first : len(name) - last], written[first : len(written) - last]
    if max(len(old), len(new)) != 1:
        return False
    return not (set(old + new) & _APART) and all("一" <= one <= "龥" for one in old + new)


def _titles(reading: Reading) -> Iterator[Flaw]:
    """Two titles of one report that name different projects."""
    first: tuple[str, TextPart] | None = None
    lines = [one for one in reading.passages if not one.paragraph.label]
    for at, passage in enumerate(lines):
        text = passage.text
        if at + 1 < len(lines) and re.fullmatch(
            r"\s*(?:支出)?(?:绩效)?\s*(?:评价|自评)报告\s*", lines[at + 1].text
        ):
            text = (text.strip() + lines[at + 1].text.strip()).strip()
        match = _TITLE.match(text)
        if match is None or _GENERAL.search(match[1]):
            continue
        name = re.sub(r"项目\Z|\A20\d\d年度?", "", match[1])
        if first is None:
            first = name, passage
        elif name not in first[0] and first[0] not in name:
            yield warning(
                passage.at(),
                f"标题写的是{quote(name)}，第{first[1].paragraph.number}段的标题写的是{quote(first[0])}",
                f"一份报告应当只写一个项目名称；{grounds.COMPLETE.cite(reading.policy)}",
                "请核对批复的项目名称，统一各处的写法",
            )
