"""The sheet 基本信息: what the printed form has no place for."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.dataclass import dataclass
from jxbook.form.facts import (
    EXTERNAL_AGENCY,
    EXTERNAL_GRADE,
    EXTERNAL_SCALE,
    EXTERNAL_TOTAL,
    FINISHED,
    KEY_PROJECT,
    RECEIVED,
    REPORT_DATE,
)
from jxbook.policy import Mark, Policy
from jxbook.policy.columns import columns_of
from jxbook.template import entry_rules
from jxbook.template.capacity import Capacity
from jxbook.template.entry_rules import Validation
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook.names import FACTS, POLICY_ROW, YEAR_ROW
from jxbook.workbook.row_height import height

_WIDTHS = {"A": 2, "B": 19, "C": 30, "D": 47}
_YES_NO = ("是", "否")
_TYPES = ("新增项目", "延续项目", "一次性项目", "其他")
_MONTH = entry_rules.free("填写年月", "写到月或日，例如：2024年1月、2024年1月15日。")


@dataclass(frozen=True, slots=True)
class FactLine:
    """A line of the sheet."""

    label: str
    hint: str
    rule: Validation | None = None
    traits: str = "text"


def fact_lines(policy: Policy) -> tuple[FactLine, ...]:
    """The lines below 评价年度 that a policy needs; what the head of the form asks for is none of them."""
    in_head = {label for row in policy.values("layout.head_rows") for label in row}
    return tuple(line for line in known_lines(policy) if line.label not in in_head)


def fact_cell(label: str, layout: Layout, policy: Policy) -> str:
    """Where a fact stands, in the head of the form or on this sheet, as a formula of the form refers to it."""
    for one in layout.head:
        if one.label == label:
            return f"${one.span[0]}${one.row}"
    labels = [line.label for line in fact_lines(policy)]
    return f"{FACTS}!$C${YEAR_ROW + 1 + labels.index(label)}"


def known_lines(policy: Policy) -> Sequence[FactLine]:
    """The facts that a policy needs, wherever they stand."""
    types = "从下拉列表选择，也可以直接填写。"
    unit = policy.word("layout.money_unit")
    lines = [
        FactLine("项目编码", "预算管理一体化系统中的编码，例如 11010524T000002958766；没有的不填。"),
        FactLine("项目类型", types, entry_rules.choice(_TYPES, "项目类型", types)),
        FactLine("项目开始时间", "写到月，例如 2024年1月。用于报告“项目概况”。", _MONTH),
        FactLine("项目完成时间", "写到月，例如 2024年11月。用于报告“项目概况”。", _MONTH),
    ]
    if policy.word("execution.rate_of") == "received":
        hint = f"填数字，单位为{unit}。预算执行率按实际支出÷实际到位资金计算。"
        lines.append(FactLine(RECEIVED, hint, entry_rules.money(unit), "money"))
    if policy.word("execution.method") == "steps":
        hint = "填“是”或“否”。已完成且没有超出预算的，预算执行率按最高一档计分。"
        lines.append(FactLine(FINISHED, hint, entry_rules.only(_YES_NO, FINISHED, hint)))
    if _asks_for_weights(policy):
        least = policy.number("evaluation.output_and_benefit_least")
        hint = f"填“是”或“否”。填“是”的，校验产出、效益指标权重合计是否不低于{least}%。"
        lines.append(FactLine(KEY_PROJECT, hint, entry_rules.only(_YES_NO, KEY_PROJECT, hint)))
    if policy.word("scoring.source") == "total":
        lines += (
            FactLine(EXTERNAL_AGENCY, "填出具评价结论的机构全称。"),
            FactLine(
                EXTERNAL_TOTAL, "填评价机构评定的总分，只填数字，例如 86.53。", entry_rules.SCORE, "plain"
            ),
            FactLine(EXTERNAL_GRADE, "填评价机构评定的等级，例如：优。"),
            FactLine(EXTERNAL_SCALE, "评价机构采用的等级标准与评价政策不同的，写明标准和依据。"),
        )
    hint = "报告落款的日期，例如：2025年3月15日。"
    lines.append(FactLine(REPORT_DATE, hint, entry_rules.free("填写日期", hint)))
    return lines


def _asks_for_weights(policy: Policy) -> bool:
    """Must 产出 and 效益 reach some weight in a 单位自评, and does the form have weights?"""
    weighted = "points" in columns_of(policy)
    asked = policy.optional("evaluation.output_and_benefit_least") is not None
    return weighted and asked and policy.word("evaluation.kind") == "self"


def write_facts(writer: SheetWriter, policy: Policy, capacity: Capacity) -> None:
    """Write the sheet. Labels stand in B, values in C; the title in A, so that it is no label."""
    writer.widths(_WIDTHS)
    writer.hide_grid()
    writer.put("A1:D1", "基本信息", "title")
    writer.height(1, 36)
    writer.put("A2:D2", "浅黄色单元格由填报人填写；评价政策随表确定，不需改动。", "subtitle pale")
    writer.height(2, 20)
    _line(writer, POLICY_ROW, "评价政策", policy.id, "rule centre text shade", _described(policy))
    _line(writer, YEAR_ROW, "评价年度", None, "rule centre input", "必填。填四位数的年度，例如 2024。")
    writer.rule(f"C{YEAR_ROW}", entry_rules.YEAR)
    lines = (*fact_lines(policy), *(FactLine(label, "") for label in capacity.facts))
    for row, line in enumerate(lines, YEAR_ROW + 1):
        _line(writer, row, line.label, None, f"rule centre input {line.traits}", line.hint)
        if line.rule:
            writer.rule(f"C{row}", line.rule)
    last = YEAR_ROW + len(lines)
    writer.paint_flagged(f"C{YEAR_ROW}:C{last}")
    writer.begin_at(f"C{YEAR_ROW}")
    writer.quiet(number_stored_as_text=f"C{POLICY_ROW}:C{last}")
    writer.print_on_a4(f"A1:D{last}")
    writer.protect()


def _line(writer: SheetWriter, row: int, label: str, value: str | None, traits: str, hint: str) -> None:
    writer.put(f"B{row}", label, "rule head")
    writer.put(f"C{row}", value, traits)
    writer.put(f"D{row}", hint, "rule pale indent")
    writer.height(row, height(hint, _WIDTHS["D"] - 3, least=30))


def _described(policy: Policy) -> str:
    identity = policy.identity
    text = f"{identity.name}：《{identity.title}》（{identity.number}）"
    return text if identity.mark is Mark.OFFICIAL else f"{text}。{identity.mark.label}：{identity.note}。"
