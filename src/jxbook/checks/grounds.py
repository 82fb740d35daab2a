"""依据 that stand outside any policy file, as a finding cites them. What is not official says so."""

from __future__ import annotations

FORM = "财预〔2020〕10号附件1的自评表列有此项"
COMPLETE = "财预〔2020〕10号第二十五条要求自评表内容完整"
TRUE = "财预〔2020〕10号第二十五条要求自评表数据真实"
GOALS = "财预〔2020〕10号第十一条规定自评内容包括总体绩效目标的完成情况"
COMPARED = "财预〔2020〕10号第十六条规定用完成值与年初指标值比较计分"
SUMMED = "财预〔2020〕10号第十六条规定总分由各项指标得分汇总形成"
MEASURES = "财预〔2020〕10号第十一条要求说明原因、提出改进措施"
SURVEY = "财预〔2021〕101号规定设满意度指标的项目应开展满意度调查或者其他收集满意度反馈的工作（中央部门适用）"
EVIDENCE = "财预〔2021〕101号附件1要求按照数据来源提供对应的佐证材料（中央部门适用）"
KEY_POINTS = "财预〔2020〕10号附件2为三级指标列有评价要点"
REVIEWED = "评审和审核系统的通常要求（实践）"
READING = "由本程序读取时判断（假定）"
PRUDENT = "由本程序提示，文件没有规定（假定）"
