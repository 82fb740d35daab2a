"""JX116 缺少这类项目应设的指标

查什么
    “项目类型”“项目类别”或“项目属性”写着工程、基建、修缮、购置的，有没有成本指标；写着工程、基建、信息化的，有没有质量指标；
    写着工程、基建、修缮、购置的，效益指标和年度目标里有没有说到以后各年（可持续影响、使用年限、长期）。

为什么
    这几类项目花多少钱、达到什么质量，都有明确的标准，缺了看不出钱花得值不值；建成或买来的东西要用多年，只写当年看不出
    以后的效益。

示例
    会报：项目类型：工程基建类｜三级指标：每场活动成本｜三级指标改为：无｜年度指标值：无｜实际完成值：无｜分值：无｜得分：无
    不报：项目类型：工程基建类
    不报：项目类型：社会服务类｜三级指标：每场活动成本｜三级指标改为：无｜年度指标值：无｜实际完成值：无｜分值：无｜得分：无
    会报：项目类型：设备购置类｜三级指标：志愿服务队伍｜三级指标改为：无｜年度指标值：无｜实际完成值：无｜分值：无｜得分：无

怎么改
    补设缺少的指标，分值从同一个一级指标里调；确实不适用的，在报告里说明。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（工程基建类项目和大型修缮及购置项目等应设置成本指标）
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（二）（原则上工程基建类、信息化建设类等应设置质量指标）
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（工程基建类和大型修缮及购置项目，必须明确当年及以后一段时期内预期效益）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.wording import quote
from jxbook.form import NO_ENTRY
from jxbook.pattern import pattern

_LABELS = "项目类型", "项目类别", "项目属性"
_ANY = pattern(r"工程|基建|基本建设|修缮|购置|信息化")
_LASTING = pattern(r"工程|基建|基本建设|修缮|购置")
_LATER = pattern(
    r"持续|长期|长效|长远|常态|使用(?:年限|期限|寿命|周期|期)|寿命|质保|年限|耐用|稳定运行|以后|今后|未来|逐年|每年|年均|"
    r"(?:\d|[一二三四五六七八九十])\s*年(?:以上|内|期|及以上|左右|\Z)|多年|20\d\d\s*[-—－至~～]\s*20\d\d|十[四五六]五"
)
_BY_TYPE = (
    (
        "成本",
        _LASTING,
        "财预〔2021〕101号（中央部门参考试行）附件1二：工程基建类项目和大型修缮及购置项目等应设置成本指标",
    ),
    (
        "质量",
        pattern(r"工程|基建|基本建设|信息化"),
        "财预〔2021〕101号（中央部门参考试行）附件1二（二）：原则上工程基建类、信息化建设类等应设置质量指标",
    ),
)


def check(case: Case) -> Iterator[Flaw]:
    facts = (case.form.project.facts.get(label, NO_ENTRY) for label in _LABELS)
    kind = next((one for one in facts if _ANY.search(one.text)), NO_ENTRY)
    if kind.blank or not case.rows or case.framed:
        return
    labels = " ".join(f"{row.indicator.level1.text} {row.indicator.level2.text}" for row in case.rows)
    for word, types, why in _BY_TYPE:
        if types.search(kind.text) and word not in labels:
            yield note(
                kind,
                f"项目类型是{quote(kind.text)}，没有设{word}指标",
                why,
                f"请补设{word}指标；确实不适用的，在报告里说明",
            )
    if _LASTING.search(kind.text) and "效益" in labels and not _says_later(case):
        yield note(
            kind,
            f"项目类型是{quote(kind.text)}，效益指标没有说到以后各年",
            "财预〔2021〕101号（中央部门参考试行）附件1二：工程基建类项目和大型修缮及购置项目，必须在相关指标中明确"
            "当年及以后一段时期内预期效益发挥情况",
            "请按使用年限补写以后各年的预期效益，例如设可持续影响指标；确实不适用的，在报告里说明",
        )


def _says_later(case: Case) -> bool:
    """Does an indicator or a goal speak of the years to come?"""
    texts = [one.expected.text for one in case.form.goals]
    for row in case.rows:
        one = row.indicator
        texts += (
            one.level2.text,
            one.name.text,
            one.target.text,
            *(more.text for more in one.further.values()),
        )
    return any(map(_LATER.search, texts))
