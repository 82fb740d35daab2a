"""The sheet 基本信息: what the printed form has no place for."""

from __future__ import annotations

from jxbook.policy import Mark, Policy
from jxbook.workbook.template import entry_rules
from jxbook.workbook.template.entry_rules import Rule
from jxbook.workbook.template.fit import height
from jxbook.workbook.template.names import POLICY_ROW, YEAR_ROW
from jxbook.workbook.template.paper import Paper

_WIDTHS = {"A": 2, "B": 16, "C": 30, "D": 50}
_TYPES = ("新增项目", "延续项目", "一次性项目", "其他")
_MONTH: Rule = {
    "validate": "any",
    "input_title": "填写年月",
    "input_message": "写到月或日，例如：2024年1月、2024年1月15日。",
}
_LINES: tuple[tuple[str, str, Rule], ...] = (
    (
        "项目编码",
        "预算管理一体化系统中的编码，例如 11010524T000002958766；没有的不填。",
        {"validate": "any"},
    ),
    (
        "项目类型",
        "从下拉列表选择，也可以直接填写。",
        entry_rules.choice(_TYPES, "项目类型", "从下拉列表选择，也可以直接填写。"),
    ),
    ("项目开始时间", "写到月，例如 2024年1月。用于报告“项目概况”。", _MONTH),
    ("项目完成时间", "写到月，例如 2024年11月。用于报告“项目概况”。", _MONTH),
)


def write_facts(paper: Paper, policy: Policy) -> None:
    """Write the sheet. Labels stand in B, values in C; the title in A, so that it is no label."""
    paper.widths(_WIDTHS)
    paper.hide_grid()
    paper.put("A1:D1", "基本信息", "title")
    paper.height(1, 36)
    paper.put("A2:D2", "浅黄色单元格由填报人填写；评价政策随表确定，不需改动。", "subtitle pale")
    paper.height(2, 20)
    _line(paper, POLICY_ROW, "评价政策", policy.id, "rule centre text shade", _described(policy))
    _line(paper, YEAR_ROW, "评价年度", None, "rule centre input", "必填。填四位数的年度，例如 2024。")
    paper.rule(f"C{YEAR_ROW}", entry_rules.YEAR)
    for row, (label, hint, rule) in enumerate(_LINES, YEAR_ROW + 1):
        _line(paper, row, label, None, "rule centre input text", hint)
        if len(rule) > 1:
            paper.rule(f"C{row}", rule)
    last = YEAR_ROW + len(_LINES)
    paper.paint_flagged(f"C{YEAR_ROW}:C{last}")
    paper.quiet(number_stored_as_text=f"C{POLICY_ROW}:C{last}")
    paper.print_on_a4(f"A1:D{last}")
    paper.protect()


def _line(paper: Paper, row: int, label: str, value: str | None, traits: str, hint: str) -> None:
    paper.put(f"B{row}", label, "rule head")
    paper.put(f"C{row}", value, traits)
    paper.put(f"D{row}", hint, "rule pale indent")
    paper.height(row, height(hint, _WIDTHS["D"] - 3, least=30))


def _described(policy: Policy) -> str:
    identity = policy.identity
    text = f"{identity.name}：《{identity.title}》（{identity.number}）"
    return text if identity.mark is Mark.OFFICIAL else f"{text}。{identity.mark.label}：{identity.note}。"
