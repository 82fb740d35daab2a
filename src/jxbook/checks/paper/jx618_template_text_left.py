"""JX618 留有提纲或编写说明的文字

查什么
    报告里有没有留着“注意事项：”“编写说明”“正文后需附以下佐证材料”“（参考提纲）”一类提纲上的话。

为什么
    这些是写给编写人看的，不是报告的内容，留着会被退回。

示例
    会报：七、其他需要说明的问题｜无｜注意事项：｜1.部门应按照有关细则开展评价工作。
    会报：绩效评价报告正文后需附以下佐证材料
    不报：七、其他需要说明的问题｜无

怎么改
    删去，可以直接删；要求附的材料，附上后列成清单。

依据
    实践：取自公开报告中的实例
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_LEFT = pattern(
    r"\A\s{0,4}(?:注意事项|填报说明|填写说明|编写说明|编报说明|撰写要求|撰写说明|格式要求|填表说明)\s{0,4}[：:]?\s{0,4}\Z"
    r"|(?:报告)?正文后(?:需|应|须|请)附|[（(](?:参考提纲|参考格式|参考模板|模板|样本|范本|参考样式|提纲)[)）]\s{0,4}\Z"
)


def check(reading: Reading) -> Iterator[Flaw]:
    for part in reading.passages:
        if found := _LEFT.search(part.text):
            yield warning(
                part.at(*found.span()),
                f"留有提纲上的话：{quote(part.text.strip())}",
                f"这是写给编写人看的；{grounds.PRUDENT}",
                "请删去；要求附的材料，附上后列成清单",
            )
