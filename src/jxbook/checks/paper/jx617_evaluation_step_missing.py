"""JX617 评价工作过程缺少规定的环节

查什么
    部门评价、财政评价的报告，工作过程里有没有写现场调研（座谈、勘察），有没有写与被评价单位交换意见。单位自评不查。

为什么
    这两个环节是办法规定的，没有写，看不出有没有做。

示例
    会报：二、绩效评价工作开展情况｜（三）绩效评价工作过程｜评价组收集资料，撰写报告。
    不报：一、基本情况｜（二）项目实施过程｜3月招标，6月开工，11月验收。
    不报：二、绩效评价工作开展情况｜（三）绩效评价工作过程｜评价组开展现场调研和座谈，与被评价单位交换意见后形成报告。

怎么改
    按实际开展的工作补写时间、对象和内容；没有开展的，应当补做。

依据
    官方：财预〔2020〕10号第二十二条（财政和部门评价的环节包括现场调研、座谈，与被评价部门（单位）交换意见）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import listed, quote
from jxbook.pattern import pattern

_PROCESS = pattern(r"评价(?:工作)?(?:实施)?(?:过程|程序|步骤)|工作(?:过程|程序|步骤)|实施过程")
_OF_EVALUATION = pattern(r"评价(?:工作|过程|程序|步骤|实施|组织|的)")
"""In the heading or in one above it; 项目实施过程 and 项目过程情况 are about the project."""
_STEPS = (
    ("现场调研、座谈", pattern(r"现场|实地|调研|座谈|走访|勘察|踏勘|访谈")),
    (
        "与被评价单位交换意见",
        pattern(r"交换意见|征求意见|反馈意见|意见反馈|听取意见|征求.{0,12}意见|沟通.{0,8}意见|交换了意见"),
    ),
)


def check(reading: Reading) -> Iterator[Flaw]:
    if reading.policy.word("evaluation.kind") != "department":
        return
    headings = (one for one in reading.paragraphs if one.title and _PROCESS.search(one.title))
    heading = next((one for one in headings if one.under(_OF_EVALUATION)), None)
    if heading is None:
        return
    below = "".join(one.text for one in reading.paragraphs if one.path[: len(heading.path)] == heading.path)
    missing = [name for name, words in _STEPS if not words.search(below)]
    if missing:
        yield warning(
            reading.part(heading).at(),
            f"{quote(heading.title)}没有写{listed(missing)}",
            "财预〔2020〕10号第二十二条：收集绩效评价相关数据资料，并进行现场调研、座谈；与被评价部门（单位）交换意见",
            "请按实际开展的工作补写；没有开展的，应当补做",
        )
