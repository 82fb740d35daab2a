"""依据 that stand outside any policy file, as a finding cites them; what is not official says so.

单位自评 and 部门评价、财政评价 have articles of their own: a ground is stated once, with what it is for each kind.
"""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.policy import Mark, Policy


@dataclass(frozen=True, slots=True)
class Basis:
    """A 依据 with its mark. `guide`: a text for reference (参考), which nobody breaks by going another way."""

    text: str
    mark: Mark = Mark.OFFICIAL
    guide: bool = False

    @property
    def cited(self) -> str:
        """As a user may see it, with the mark where it is not official."""
        return self.text if self.mark is Mark.OFFICIAL else f"{self.text}（{self.mark.label}）"

    @property
    def binds(self) -> bool:
        """Is what contradicts it wrong, and not only worth a question?"""
        return self.mark is Mark.OFFICIAL and not self.guide


@dataclass(frozen=True, slots=True)
class Ground:
    """What a finding rests on in a 单位自评, and in a 部门评价 or 财政评价."""

    self_evaluation: Basis
    department: Basis

    def under(self, policy: Policy) -> Basis:
        """The 依据 for the kind of evaluation that a policy is made for."""
        return self.department if policy.word("evaluation.kind") == "department" else self.self_evaluation

    def cite(self, policy: Policy) -> str:
        """The same, as a user may see it."""
        return self.under(policy).cited


_SUPPOSED = Mark.ASSUMED
FORM = Ground(
    Basis("财预〔2020〕10号附件1：项目支出绩效自评表列有项目名称、主管部门、年度资金总额等栏"),
    Basis("评分表的表头应当填全，财预〔2020〕10号没有规定表样", _SUPPOSED),
)
COMPLETE = Ground(
    Basis("财预〔2020〕10号第二十五条要求自评表内容完整"),
    Basis("财预〔2020〕10号第二十五条要求绩效评价报告应当依据充分"),
)
TRUE = Ground(
    Basis("财预〔2020〕10号第二十五条要求自评表数据真实"),
    Basis("财预〔2020〕10号第二十五条要求绩效评价报告应当依据充分、客观公正"),
)
GOALS = Ground(
    Basis("财预〔2020〕10号第十一条规定自评内容包括项目总体绩效目标的完成情况"),
    Basis("财预〔2020〕10号附件3（参考提纲）：项目绩效目标，包括总体目标和阶段性目标", guide=True),
)
EXECUTION = Ground(
    Basis("财预〔2020〕10号第十一条规定自评内容包括预算执行情况"),
    Basis("财预〔2020〕10号附件3（参考提纲）：资金投入和使用情况", guide=True),
)
COMPARED = Ground(
    Basis("财预〔2020〕10号第十六条规定用完成值与年初指标值比较计分"),
    Basis("财预〔2020〕10号第十七条：比较法是将实施情况与绩效目标等进行比较", guide=True),
)
SUMMED = Ground(
    Basis("财预〔2020〕10号第十六条规定总分由各项指标得分汇总形成"),
    Basis("总分应为各项得分之和，财预〔2020〕10号没有规定", _SUPPOSED),
)
MEASURES = Ground(
    Basis("财预〔2020〕10号第十一条要求说明原因，研究提出改进措施"),
    Basis("财预〔2020〕10号附件3（参考提纲）：存在的问题及原因分析、有关建议", guide=True),
)
SURVEY = Ground(
    Basis(
        "财预〔2021〕101号（中央部门参考试行）附件1二（四）：应开展满意度调查或者其他收集满意度反馈的工作",
        guide=True,
    ),
    Basis("财预〔2020〕10号附件2（参考）：满意度一般采取社会调查的方式", guide=True),
)
EVIDENCE = Ground(
    Basis("财预〔2021〕101号（中央部门参考试行）附件1三（八）：按照数据来源提供对应的佐证材料", guide=True),
    Basis("财预〔2020〕10号第十四条：数据及佐证资料应当可采集、可获得"),
)
KEY_POINTS = Ground(
    Basis("评价要点由本单位自定，财预〔2020〕10号对单位自评没有规定", _SUPPOSED),
    Basis("财预〔2020〕10号附件2（参考）的17项三级指标中，9项列有评价要点", guide=True),
)
REVIEWED = Basis("评审和审核系统的通常要求", Mark.PRACTICE).cited
READING = Basis("由本程序读取时判断", _SUPPOSED).cited
PRUDENT = Basis("由本程序提示，文件没有规定", _SUPPOSED).cited
CONTRADICTORY = "数据矛盾"
"""Figures that cannot all be right; no document needs to say so."""


def contradictory(so: str, policy: Policy) -> str:
    """Why figures that cannot all be right are wrong, and what asks for right ones."""
    return f"{CONTRADICTORY}：{so}；{TRUE.cite(policy)}"


def impossible(number: Decimal | None, so: str) -> str:
    """Why an entry cannot be: a number out of its bounds contradicts the rest, anything else is no number."""
    return f"{'不是数' if number is None else CONTRADICTORY}：{so}"
