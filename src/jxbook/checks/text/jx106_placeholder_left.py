"""JX106 留有提示文字或占位符

查什么
    各栏和报告里有没有模板留下的“*”“XX”“20××年”“指标1：”“……”“说明…（100字以内）”“请填写…”一类文字。

为什么
    这些是填表提示，不是填报的内容，留着会被退回。

示例
    会报：本项目由××单位实施。
    会报：20XX年，项目共培训*****人次。
    不报：开展了培训、交流……等活动（含线上）。
    不报：安装LED屏2块，规格为1920×1080。

怎么改
    换成实际内容；本栏不适用的，删去或填“无”。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
    实践：所列各种写法取自公开的自评表和报告
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, quote
from jxbook.pattern import pattern

_NOTHING_ELSE = pattern(
    r"(?:[\s*＊…。.·_＿Xx×：:]|指标\d)+\Z|[（(][^（）()]*[)）]\s*\Z|(?:请(?:在此|据实|如实|详细|简要)?|[此点][处击])(?:填写|填报|输入|描述)"
)
_SOMEWHERE = pattern(
    r"(?=[XＸx×*＊…2（(.【\[［_＿])(?:(?<![A-Za-zＸ×])(?:[XＸx]{2,}|×{2,})(?![A-Za-z×])|[*＊]{3,}|(?<!…)…+(?=\s*(?:万元|元|人次|人|个|场))|(?<!\d)20\d?[XＸx×*＊]{1,2}(?![A-Za-z\d])"
    r"|[（(][^（）()]{0,12}\d+\s*字(?:以内|之内|左右|以上)?[^（）()]{0,8}[)）]|^[.…]{2,}$"
    r"|[（(](?:请|待|此处|需|尚需|须)(?:补充|完善|核实|确认)[^（）()]{0,8}[)）]|[（(【\[［][ 　]*[)）】\]］](?=\s*(?:万元|元|人|次|场|个|%|％|年|月))"
    r"|[（(](?:请|此处|此处请)?(?:填写|插入|另附|粘贴|简要说明|具体说明|根据实际情况填写)[^（）()]{0,20}[)）]|_{4,}|＿{4,})",
    re.MULTILINE,
)
"""The characters in front are those that it can begin with, as it is found sooner by them."""
_TRACE = pattern(r"[XＸx×*＊….。·_＿：:指字请此点说填】\]］补待需须]")
_TRACE_INSIDE = pattern(r"[XＸx×*＊_＿…字填说请此补待需须（(【\[［](?:(?<![（(【\[［])|[ 　]*[)）】\]］])")
_CROSS = "×"
"""Beside √, which says that something was not done."""
_HINT = pattern(r"请|说明|填写|字以内|字左右")


def check(reading: Reading) -> Iterator[Flaw]:
    for block in reading.blocks:
        for passage in block:
            if _TRACE.search(passage.text) and (flaw := _flaw(reading, passage)) is not None:
                yield flaw
                if not reading.whole:
                    break  # what stands in a cell is said once; in a report each place


def _flaw(reading: Reading, passage: TextPart) -> Flaw | None:
    text, label = passage.text, passage.name or "文中"
    only = None if reading.whole else _NOTHING_ELSE.match(text)
    if only and text.strip() not in ("", _CROSS) and (only[0][0] not in "（(" or _HINT.search(text)):
        return error(
            passage.at(),
            f"{label}只有提示文字或占位符{quote(text)}",
            grounds.COMPLETE.cite(reading.policy),
            "请换成实际内容；不适用的填“无”",
        )
    if (_TRACE_INSIDE.search(text) or ".." in text) and (spot := _SOMEWHERE.search(text)):
        return warning(
            passage.at(*spot.span()),
            f"{label}留有提示文字或占位符{around(text, *spot.span())}",
            grounds.COMPLETE.cite(reading.policy),
            "请换成实际内容，或删去这几个字",
        )
    return None
