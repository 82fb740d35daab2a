"""Labels of facts beside the head of the form that the program works with."""

from __future__ import annotations

RECEIVED = "实际到位资金"
FINISHED = "项目是否完成"
KEY_PROJECT = "重点绩效评价项目"
EXTERNAL_AGENCY = "第三方评价机构"
EXTERNAL_TOTAL = "第三方评价得分"
EXTERNAL_GRADE = "第三方评价等级"
EXTERNAL_SCALE = "等级标准说明"
REPORT_DATE = "成文日期"
PROJECT_TYPE = "项目类型"
GOAL_ACHIEVED = "年度总体目标（实际完成情况）"
"""How messages and reports call the box of what was achieved."""
