"""The sheets of the workbook, and the places that one sheet knows of another."""

from __future__ import annotations

from jxbook.policy import SHEETS

GUIDE = "填报说明"
FACTS = "基本信息"
FORM = "自评表"
PASSAGES = "报告素材"
BOARD = "看板"
FINDINGS = "校验结果"
ANSWERS = "问答和依据"
ROWS_SHEET, WORDS_SHEET = "算", "词"
"""The hidden sheets of the formulas that score where no Python is: row n of 算 reckons row n of 自评表."""
NO_ENTRIES = (GUIDE, BOARD, FINDINGS, ANSWERS, ROWS_SHEET, WORDS_SHEET)
"""Sheets on which nothing is an entry: they explain, reckon, or show what others hold."""

SURVEY, INTERVIEWS, COSTS, SUBPROJECTS, EVIDENCE, KEY_POINTS, REVIEWS = SHEETS
"""The sheets beside the form; `layout.sheets` of a policy says which a workbook has."""
WHEN_WANTED = (SURVEY, INTERVIEWS, COSTS, SUBPROJECTS, EVIDENCE)
"""Those that a workbook keeps hidden until somebody wants them."""

POLICY_ROW, YEAR_ROW = 4, 5
POLICY_CELL = f"{FACTS}!$C${POLICY_ROW}"
MADE_FOR = "Jx_MadeFor"
"""The defined name that holds the id of the policy that the workbook was made with."""
FINGERPRINT = "Jx_Fingerprint"
"""The defined name that tells by which values of that policy the formulas of the workbook score."""
YEAR_CELL = f"{FACTS}!$C${YEAR_ROW}"

ADOPTED = "jxbook.policy"
"""The hidden sheet of an office's own form that was adopted: its policy, and its year where the title has none."""
ADOPTED_POLICY = f"'{ADOPTED}'!$C${POLICY_ROW}"
ADOPTED_YEAR = f"'{ADOPTED}'!$C${YEAR_ROW}"

OWN_ENTRIES = {
    "level1": "本行一级指标",
    "level2": "本行二级指标",
    "name": "本行三级指标",
    "target": "本行指标值",
    "actual": "本行完成值",
    "points": "本行分值",
    "nature": "本行指标性质",
    "unit": "本行度量单位",
}
"""Field → the defined name by which 算 reads it: relative, so that it is that of whatever row asks."""
OWN_EARNED, OWN_REASON = "本行得分", "本行说明"
"""By these names 自评表 reads from 算 what its own row comes to."""
ENGINE = "Jx_Engine"
"""The cell that says which of jxbook and the worksheet formulas answers."""
USABLE = "表中公式适用"
"""Do the formulas hold for the policy that the workbook names?"""

FINDINGS_HEADER = 4
FINDINGS_FIRST, FINDINGS_LAST = 5, 504
FLAGGED_ADDRESSES = f"{FINDINGS}!$B${FINDINGS_FIRST}:$B${FINDINGS_LAST}"
FLAGGED_SHEETS = f"{FINDINGS}!$C${FINDINGS_FIRST}:$C${FINDINGS_LAST}"

RECORDS_HEADER = 4
"""The header row of 评价要点 and 评委评分; their entries begin in the next one."""

KEY_POINT_NAME, KEY_POINT_VERDICT = "B", "D"
"""评价要点: B 三级指标, C 评价要点, D 符合情况, E 说明."""

REVIEWERS = "DEFGHIJ"
REVIEW_NAME, REVIEW_MEAN = "B", "K"
"""评委评分: B 三级指标, C 分值, D–J 评委1–7, K 评委评分."""

REVIEWED = "按评委评分"
"""What 本行校验 says of a row whose 得分 comes from 评委评分."""


def told_by_name(refers_to: str) -> str:
    """The text that a name like MADE_FOR refers to: ="mof-2020-10" → mof-2020-10; "" for anything else."""
    text = refers_to.removeprefix("=")
    is_text = len(text) > 2 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if is_text else ""


PASSAGE_WIDTH = 62
"""The width of 内容 on 报告素材, in half-width characters."""
