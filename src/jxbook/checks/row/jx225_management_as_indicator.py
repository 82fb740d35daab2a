"""JX225 把日常管理要求写成了绩效指标

查什么
    产出、效益指标里有没有“管理制度健全性”“资金使用合规性”“档案资料完整率”一类的名称。过程、管理一类下面的不查，部门评价、
    财政评价的不查。

为什么
    这些是任何项目都要做到的管理要求，与产出、效益没有明显关联，说明不了这笔钱办成了什么事。

示例
    会报：三级指标：管理制度健全性
    会报：三级指标：资金使用合规率
    不报：三级指标：活动验收合格率
    不报：三级指标：垃圾分类制度知晓率

怎么改
    换成反映产出、效益的指标，如数量、合格率、受益人数；管理要求写在报告的组织实施情况里。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1一（二）1（不应设置如常规性的项目管理要求等与产出、效益和成本明显无关联的指标）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import Flaw, note
from jxbook.checks.indicator_row import Row
from jxbook.pattern import pattern
from jxbook.values import fold

_MANAGEMENT = pattern(
    r"(?:项目|资金|财务|内部|业务)*(?:管理)?(?:制度|机制)(?:建设)?(?:健全|完善|规范|有效)(?:性|率|程度|情况)?(?:\(.*\))?\Z"
    r"|(?:项目|专项|财政)*(?:资金|经费|财务)(?:使用|管理|支出)(?:的)?(?:合规|规范|安全|合法)(?:合理|有效)?(?:性|率|情况)?(?:\(.*\))?\Z"
    r"|(?:项目|工程)*(?:档案|资料|台账)+(?:管理)?(?:完整|规范|齐全|健全)(?:性|率|情况)?(?:\(.*\))?\Z"
    r"|专款专用(?:率)?\Z"
)


_RESULTS = pattern(r"产出|效益|数量|质量|时效|影响")


def check(row: Row) -> Iterator[Flaw]:
    one = row.indicator
    if row.policy.word("evaluation.kind") != "self" or not _MANAGEMENT.match(fold(one.name.text)):
        return
    if _RESULTS.search(f"{one.level1.text}{one.level2.text}"):  # under 过程 or 管理 it has its place
        yield note(
            one.name,
            f"{row.title}是日常管理的要求，不是产出或效益",
            "财预〔2021〕101号（中央部门参考试行）附件1一（二）1：不应设置如常规性的项目管理要求等与产出、效益和成本明显无关联的指标",
            "请换成反映产出、效益的指标，管理要求写在报告的组织实施情况里",
        )
