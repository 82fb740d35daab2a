"""The sheets of the workbook, and the places that one sheet knows of another."""

from __future__ import annotations

GUIDE = "填报说明"
FACTS = "基本信息"
FORM = "自评表"
PASSAGES = "报告素材"
BOARD = "看板"
FINDINGS = "校验结果"

POLICY_ROW, YEAR_ROW = 4, 5
POLICY_CELL = f"{FACTS}!$C${POLICY_ROW}"
YEAR_CELL = f"{FACTS}!$C${YEAR_ROW}"

FINDINGS_HEADER = 4
FINDINGS_FIRST, FINDINGS_LAST = 5, 504
FLAGGED_ADDRESSES = f"{FINDINGS}!$B${FINDINGS_FIRST}:$B${FINDINGS_LAST}"
FLAGGED_SHEETS = f"{FINDINGS}!$C${FINDINGS_FIRST}:$C${FINDINGS_LAST}"

PASSAGE_WIDTH = 62
"""The width of 内容 on 报告素材, in half-width characters."""
