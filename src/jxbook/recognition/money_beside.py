"""Money without a table of its own: each amount stands beside its label."""

from __future__ import annotations

from typing import Any

from jxbook.dataclass import dataclass, field
from jxbook.form import NO_ENTRY, Entry, Funding, FundingRow
from jxbook.form.labels import OF_WHICH, label, without_of_which
from jxbook.pattern import pattern
from jxbook.recognition.headings import heading_year, money_heading
from jxbook.recognition.money_change import settled
from jxbook.recognition.money_line import AMOUNTS, STATED, TOTAL_LABEL, is_total
from jxbook.recognition.money_planned import BudgetChange, Planned, is_final, says_of_budget, way_of
from jxbook.recognition.money_units import in_own_unit, in_unit_of
from jxbook.workbook.labelled_sheet import LabelledSheet

_PARTS = frozenset({"当年财政拨款", "本年财政拨款", "财政拨款", "上年结转资金", "其他资金"})
_SAID = pattern(r"([\u4e00-\u9fff（）()A-Z]{2,20})\s*[:：]\s*([-+－＋−]?\d[\d,.]{0,20}\s*(?:亿元|万元|元)?)")
_SOURCES = "资金", "拨款", "补助", "结转"
_LONGEST_SAID = 200
_OF_YEAR = pattern(r"年度|全年|本年|当年")


@dataclass(slots=True)
class _Amounts:
    """Field → entry, of the whole and of each part by its label; lines that name all the money by their label, and
    what was received."""

    whole: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    totals: dict[str, Entry] = field(default_factory=dict)
    received: Entry | None = None
    all_years: tuple[Entry, Entry] | None = None
    """The heading and the amount."""
    changes: list[BudgetChange] = field(default_factory=list)
    adjusted: bool = False
    label: str = ""
    """That of the budget."""

    def which(self, meaning: str, text: str) -> str:
        """The field of an amount with this label: beside an adjusted budget the other one is that of the beginning."""
        if meaning == "budget":
            self.label = self.label or text
        if meaning != "budget" or is_final(text) == self.adjusted:
            return meaning
        if not self.adjusted:
            self.adjusted = True
            for entries in (self.whole, *self.parts.values()):
                if "budget" in entries:
                    entries.setdefault("initial_budget", entries.pop("budget"))
            return meaning
        return "initial_budget"

    def planned(self) -> Entry | None:
        """What is the budget: 年度资金总额：| 1000 beside 实际支出：| 900 where no heading says so."""
        stated = (self.whole[one] for one in ("budget", "initial_budget") if one in self.whole)
        of_year = (entry for text, entry in self.totals.items() if _OF_YEAR.match(text))
        found = next(stated, self.received)
        found = next(of_year, next(iter(self.totals.values()), None)) if found is None else found
        return self.all_years[1] if found is None and self.all_years else found

    def said(self) -> Planned:
        """What is said of the budget beside its amount."""
        own = self.whole.get("budget")
        heading = self.all_years[0] if self.all_years and self.all_years[1] is own else NO_ENTRY
        return Planned(tuple(self.changes), self.label, heading)


def read_beside(sheet: LabelledSheet, header: int, unit: str, year: int | None) -> Funding | None:
    """Money planned and money spent, each beside its label above the indicator table: 预算数：| 100 | 执行数：| 95 in one
    row or in several, with a column for each year or without; None where either of them is not found."""
    found = _Amounts()
    for row, texts in sheet.labels.items():
        if row >= header:
            break
        if not any("目标" in text for text in texts.values()):  # its 权重 is that of a goal
            _read_row(sheet, row, unit, year, found)
    _read_said(sheet, header, unit, found)
    planned, whole = found.planned(), found.whole
    if planned is None or "spent" not in whole:
        return None
    if "budget" not in whole:
        whole.pop("initial_budget", None)
        whole["budget"] = planned
    [total], doubt = settled([FundingRow(TOTAL_LABEL, unit=unit, **whole)], [found.said()])
    if total.budget != whole["budget"]:  # the parts are those of the budget before it was changed
        for entries in found.parts.values():
            entries.setdefault("initial_budget", entries.pop("budget", NO_ENTRY))
    parts = tuple(FundingRow(name, unit=unit, **entries) for name, entries in found.parts.items())
    return Funding(total, parts, unit, total.points, total.rate, total.earned, doubt=doubt)


def _read_row(sheet: LabelledSheet, row: int, unit: str, year: int | None, found: _Amounts) -> None:
    """The amounts of a row; a part, 其中：…, is one of the money that the row has named before, and so are the sources
    that follow it."""
    counts = _year_column(sheet, row, year)
    of_row, begun = "", False
    for column, text in sheet.labels[row].items():
        meaning = money_heading(without_of_which(text) if found.all_years else text)
        if meaning is None and is_total(text) and is_amount(sheet.beside(row, column)):
            found.totals.setdefault(text, sheet.beside(row, column))
            continue
        if meaning is None and not (
            of_row and (text.startswith(OF_WHICH) or (begun and text.endswith(_SOURCES)))
        ):
            continue
        entry = sheet.entry(row, counts) if counts and counts > column else sheet.beside(row, column)
        if meaning in STATED and not (is_amount(entry) or entry.computed):
            entry = sheet.below(row, column)  # 分值 and 得分 above their numbers
        awaited = meaning in STATED and entry.cell is not None and entry.blank  # a formula not yet computed
        if not is_amount(entry) and not awaited:
            continue
        if meaning in AMOUNTS:
            entry = in_own_unit(sheet, row, column, entry, unit)
            meaning = found.which(meaning, text)
        if meaning is None:
            found.parts.setdefault(without_of_which(text), {}).setdefault(of_row, entry)
            begun = True
        elif meaning == "received":
            found.received = found.received or entry
        elif meaning == "change":
            if of_row == "budget" and text.startswith(OF_WHICH):
                continue  # a part of the budget beside it
            of_row = ""
            if "spent" in found.whole and not says_of_budget(text):
                continue
            amount = in_own_unit(sheet, row, column, entry, unit)
            found.changes.append(BudgetChange(way_of(text), amount, sheet.entry(row, column)))
        elif meaning == "all_years":
            found.all_years = found.all_years or (
                sheet.entry(row, column),
                in_own_unit(sheet, row, column, entry, unit),
            )
        else:
            of_row = meaning if meaning in AMOUNTS else of_row
            found.whole.setdefault(meaning, entry)


def _read_said(sheet: LabelledSheet, header: int, unit: str, found: _Amounts) -> None:
    """全年预算数（万元）：120　全年执行数：114, in one cell with their labels; an amount in a cell of its own counts first."""
    said = _Amounts()
    for row, column, text in sheet.texts_from(1, header):
        if len(text) > _LONGEST_SAID or not (":" in text or "：" in text):
            continue
        for one in _SAID.finditer(text):
            text = label(one[1])
            meaning = money_heading(text)
            place = sheet.raw.ref(row, column)
            entry = in_unit_of(one[1], Entry(one[2].strip(), place), unit)
            if meaning in AMOUNTS:
                said.whole[said.which(meaning, text)] = entry
            elif meaning == "change":
                said.changes.append(BudgetChange(way_of(text), entry, Entry(one[1], place)))
            elif meaning == "all_years":
                said.all_years = Entry(one[1], place), entry
    found.whole = said.whole | found.whole
    found.changes = found.changes or said.changes
    found.all_years = found.all_years or said.all_years
    found.label = found.label or said.label


def is_amount(entry: Entry) -> bool:
    """Is there a number, and no heading that begins with one: 2024年预算数?"""
    return entry.number is not None and not (isinstance(entry.raw, str) and money_heading(label(entry.raw)))


def _year_column(sheet: LabelledSheet, row: int, year: int | None) -> int | None:
    """The column of the form's year, where the row stands under headings that are years: 2023年, 2024年, 合计."""
    above = [one for one in sheet.labels if one < row]
    for one in reversed(above):
        years = {found: column for column, text in sheet.labels[one].items() if (found := _only_year(text))}
        if len(years) > 1:
            return years.get(year or 0, max(years.values()))
    return None


def _only_year(text: str) -> int | None:
    return heading_year(text) if len(text) <= len("2024年度") else None


def read_requested(sheet: LabelledSheet, header: int, unit: str) -> Funding:
    """The money of a 目标申报表, each amount beside its label: what was asked for is 年初预算数. Empty without any."""
    rows: dict[str, FundingRow] = {}
    for row, texts in sheet.labels.items():
        for column, text in texts.items() if row < header else ():
            name = without_of_which(text)
            if not (is_total(name) or name in _PARTS):
                continue
            if (amount := sheet.beside(row, column)).number is not None:
                rows.setdefault(name, FundingRow(TOTAL_LABEL if is_total(name) else name, amount, unit=unit))
    totals = [name for name in rows if is_total(name)]
    if not totals:
        return Funding(FundingRow(TOTAL_LABEL))
    chosen = next((name for name in totals if name.startswith("年度")), totals[0])
    return Funding(rows[chosen], tuple(row for name, row in rows.items() if name in _PARTS), unit)
