"""JX501 文字里出现了以前的年份

查什么
    项目名称、总体目标、指标各栏、报告素材和报告正文里，项目自己的事有没有写成评价年度以前的年份。项目写明从以前的
    年份开始的，从那一年算起。书名号内的文件名、文号、起止年份（2023-2025年）、与往年比较、上年结转、提前下达、文件印发
    和项目批复的年份、历史情况和报告的项目背景都不查，以后的年份也不查。

为什么
    多半是沿用上一年的材料忘了改，会让人怀疑内容是不是当年的。

示例
    会报：2023年，使用该资金组织开展了社区活动。
    会报：2023年10月，承接单位申请结项。
    不报：按照《2023年工作方案》（京社委发〔2019〕97号），较2023年增加2场。
    不报：2023年提前下达资金10万元，2023-2025年连续实施。

怎么改
    核对事情发生的年份，写错的改正；确是往年的事，可以保留。改动前须核对，不要直接替换。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：取自公开报告中的实例
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, listed
from jxbook.pattern import pattern
from jxbook.prose import opening

_TITLES = pattern(r"《[^《》]*》")
_YEAR = pattern(
    r"(?=[12])(?<![\d〔\[［（(【\-—－~～到较比与同自从由])(?<!(?<!截)至)(20\d{2}|19\d{2})\s{0,4}年"
    r"(?!\s{0,4}(?:度)?\s{0,4}(?:[-—－~～至到、和及]|以来|起|相比|同期|结[转余]|底结[转余]|末结[转余]))"
    r"(?!\d{0,2}月?\d{0,2}日?(?:[由经]?[^，。；\n]{0,8})(?:印发|发布|出台|修订|开工|立项|批复|成立|建成|启动|签订|下达))"
)
_ANY_YEAR = pattern(r"20\d\d(?=\s{0,4}年)|19\d\d(?=\s{0,4}年)")
_OWN = pattern(
    r"组织|开展|完成|实施|举办|申请|验收|支付|拨付|使用|结项|培训|建设|采购|召开|发放|沿用|支出|执行|服务|配备|购置|改造|安装|达到|到位|评价|自评"
)
_HISTORY = pattern(
    r"上年|往年|历年|以往|历史|此前|曾|先后|规划|计划于|前期|提前|同比|相比|比上|较上|第[一二三四五六七八九十]届|连续|累计|自\s{0,4}(?:19|20)\d\d|"
    r"原\s{0,4}(?:19|20)\d\d|尾款|以前年度|跨年|延续|一期|首次|最初|当时|修正|普查|统计年鉴|年报|审议通过|获评|荣获|授予|认定"
)
_CLOSED = pattern(r"(?:12月31日|底|末)[，,]?[^，。；\d]{0,8}(?:支付|支出|拨付|执行|使用)")
_BACKGROUND = pattern(r"背景|依据|由来|历史沿革")
_DATE_ALONE = pattern(
    r"\s{0,4}((?:19|20)\d\d)\s{0,4}[-./]\s{0,4}\d{1,2}(?:\s{0,4}[-./]\s{0,4}\d{1,2})?\s{0,4}\Z"
)


def check(reading: Reading) -> Iterator[Flaw]:
    project = reading.project
    if project.year is None or project.first is None:
        return
    for block, places in reading.blocks_holding("20", "19"):
        for passage in (block[at] for at in places):
            if reading.whole and passage.paragraph.under(_BACKGROUND):
                continue
            years = _years(passage, project.first, reading.whole)
            if not years:
                continue
            first = min(years.values(), key=lambda match: match.start())
            of = "本表" if passage.cell else "报告"
            yield warning(
                passage.at(*first.span()),
                f"{passage.name or '文中'}写有{listed(f'{one}年' for one in sorted(years))}（{around(passage.text, *first.span())}），{of}是{project.year}年度",
                f"可能沿用了上年的材料；{grounds.TRUE.cite(reading.policy)}",
                f"请核对年份，写错的改为{project.year}年；确是往年的事，可以保留",
            )
            if not reading.whole:
                break


def _years(passage: TextPart, first: int, whole: bool) -> dict[int, re.Match[str]]:
    """Year → where it stands first, for those before the project's."""
    text = passage.text
    if alone := _DATE_ALONE.match(text):
        return {int(alone[1]): alone} if int(alone[1]) < first else {}
    if min(map(int, _ANY_YEAR.findall(text)), default=first) >= first:
        return {}
    bare = _TITLES.sub(lambda match: "《" + "〇" * (len(match[0]) - 2) + "》", text) if "《" in text else text
    found: dict[int, re.Match[str]] = {}
    for match in _YEAR.finditer(bare):
        if int(match[1]) < first and (
            _is_closing(bare, match)
            if bare[match.start() - 1 : match.start()] == "至"
            else not whole or _is_own(bare, match)
        ):
            found.setdefault(int(match[1]), match)
    return found


def _is_closing(text: str, match: re.Match[str]) -> bool:
    """截至2023年12月31日，实际支付…: is it the close of the accounts that the sentence states?"""
    near = re.split("[。；;\n]", text[match.end() : match.end() + 40], maxsplit=1)[0]
    begin = opening(text, match.start())
    return bool(_CLOSED.match(near)) and not _HISTORY.search(text[begin : match.end()] + near)


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Does the sentence speak of something that the project itself did then?"""
    begin = opening(text, match.start())
    near = re.split("[。；;\n]", text[match.end() : match.end() + 40], maxsplit=1)[0]
    return bool(_OWN.search(near)) and not _HISTORY.search(text[begin : match.end()] + near)
