"""The sheets of the workbook, and the places that one sheet knows of another."""

from __future__ import annotations

GUIDE = "填报说明"
FACTS = "基本信息"
FORM = "自评表"
PASSAGES = "报告素材"
BOARD = "看板"
FINDINGS = "校验结果"

SURVEY = "满意度问卷"
INTERVIEWS = "访谈记录"
COSTS = "成本效益"
SUBPROJECTS = "子项目"
EVIDENCE = "佐证材料"
KEY_POINTS = "评价要点"
REVIEWS = "评委评分"
"""The sheets beside the form; `layout.sheets` of a policy says which a workbook has."""

POLICY_ROW, YEAR_ROW = 4, 5
POLICY_CELL = f"{FACTS}!$C${POLICY_ROW}"
YEAR_CELL = f"{FACTS}!$C${YEAR_ROW}"

FINDINGS_HEADER = 4
FINDINGS_FIRST, FINDINGS_LAST = 5, 504
FLAGGED_ADDRESSES = f"{FINDINGS}!$B${FINDINGS_FIRST}:$B${FINDINGS_LAST}"
FLAGGED_SHEETS = f"{FINDINGS}!$C${FINDINGS_FIRST}:$C${FINDINGS_LAST}"

RECORDS_HEADER = 4
"""The header row of 评价要点 and 评委评分; their entries begin in the next one."""

KEY_POINTS_FIRST, KEY_POINTS_LAST = 5, 204
KEY_POINT_NAMES = f"{KEY_POINTS}!$B${KEY_POINTS_FIRST}:$B${KEY_POINTS_LAST}"
KEY_POINT_VERDICTS = f"{KEY_POINTS}!$D${KEY_POINTS_FIRST}:$D${KEY_POINTS_LAST}"
"""评价要点: B 三级指标, C 评价要点, D 符合情况, E 说明."""

REVIEWS_FIRST, REVIEWS_LAST = 5, 64
REVIEWERS = "DEFGHIJ"
REVIEW_NAMES = f"{REVIEWS}!$B${REVIEWS_FIRST}:$B${REVIEWS_LAST}"
REVIEW_TABLE = f"{REVIEWS}!$B${REVIEWS_FIRST}:$K${REVIEWS_LAST}"
REVIEW_MEAN = 10
"""评委评分: B 三级指标, C 分值, D–J 评委1–7, K 评委评分, which is column REVIEW_MEAN of REVIEW_TABLE."""

REVIEWED = "按评委评分"
"""What 本行校验 says of a row whose 得分 comes from 评委评分."""

PASSAGE_WIDTH = 62
"""The width of 内容 on 报告素材, in half-width characters."""
