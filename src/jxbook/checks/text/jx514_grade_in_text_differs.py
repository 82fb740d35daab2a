"""JX514 文中的等级与分数不符

查什么
    文字里写明的等级（等级为优、评定为“良”），与同一段写明的得分按所选政策应得的等级是否一致；同段没有写得分的，与表中的
    总分比较。文中写明另有等级标准的，只作提示。

为什么
    等级由分数确定，写错会影响评价结果的使用。

示例
    会报：项目末期评审获得86.53分，评估等级为优。
    会报：自评得分78分，评价等级为“良”。
    不报：自评得分92分，评价等级为优。
    不报：对评价等级为优、良的项目予以支持，等级分为优、良、中、差。

怎么改
    改成与得分对应的等级；本地另有分档的，写明所依据的标准，并选用本地的评价政策。改动前须核对评分的依据。

依据
    官方：财预〔2020〕10号第十八条（等级一般划分为四档：90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差）
    实践：本地或本单位另定的分档，以所选政策为准，只作提醒
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from jxbook.checks.flaw import Flaw, error, note, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure, quote
from jxbook.pattern import pattern
from jxbook.scoring import grade

_SCORE = pattern(
    r"(?:得分|评分|总分|获得|打分|得|综合分|分数)(?:为|是|共|计|达到|[：:])?\s*(?:满分)?(\d{1,3}(?:\.\d{1,4})?)\s*分(?!值|制)"
)
_OF_A_GRADE = "等级|等次|档次|评级|评定|评分标准|评价结果|评价结论|自评结果"
_NAMED = pattern(_OF_A_GRADE)
_OTHER_SCALE = pattern(
    r"(?:本区|区级|本市|市级|本省|省级|本单位|另行|自定|合同约定|评审办法|考核办法|评价方)[^，。；]{0,14}(?:标准|分档|等级|划分)"
)
_FULL = Decimal(100)


def check(reading: Reading) -> Iterator[Flaw]:
    if not _NAMED.search(reading.text):
        return
    bands = reading.policy.values("grades.bands")
    words = tuple(str(word) for _, word in bands)
    claims = _claims(words)
    if reading.case is not None and _given(reading):
        return  # an evaluator's own scale: JX314
    scales = any(_OTHER_SCALE.search(one.text) for one in reading.passages)
    for passage in reading.passages:
        for claim in claims.finditer(passage.text):
            score = _score(passage.text, claim.start())
            if score is None:
                score = _of_form(reading)
            if score is None or score > _FULL:
                continue
            right = grade(score, reading.policy)
            if claim[1] == right:
                continue
            rule = reading.policy.rule("grades.bands")
            say = note if scales or _given(reading) else error if rule.official and passage.cell else warning
            yield say(
                passage.at(*claim.span()),
                f"文中写有{around(passage.text, *claim.span())}，{figure(score)}分对应的等级是{quote(right)}",
                f"等级由得分确定；{rule.cited}",
                f"请把等级改为{quote(right)}；另有等级标准的，写明所依据的文件，并选用本地的评价政策",
            )


def _given(reading: Reading) -> bool:
    """Did a third party give the total, by a scale of its own (JX314)?"""
    return reading.policy.pointless


def _score(text: str, at: int) -> Decimal | None:
    """The score that stands before a grade in the same paragraph, the nearest one; else the first behind it."""
    before = [*_SCORE.finditer(text, max(0, at - 120), at)]
    found = before[-1] if before else _SCORE.search(text, at, at + 40)
    return Decimal(found[1]) if found else None


def _of_form(reading: Reading) -> Decimal | None:
    case = reading.case
    if case is None or case.policy.pointless:
        return None
    if case.scoring.total is not None:
        return case.scoring.total if case.scoring.grade is not None else None
    return case.form.total.number


@cache
def _claims(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds "等级为优" and "评定为“良”", not the list "等级为优、良的"."""
    word = "|".join(map(re.escape, words))
    return pattern(
        rf"(?:{_OF_A_GRADE})\s*(?:为|是|[：:]|达到)\s*[“\"「]?({word})(?=[”\"」等级好秀。，,；;）)\s]|\Z)"
    )
