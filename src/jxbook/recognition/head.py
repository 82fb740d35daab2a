"""The head of a form: what the project is called, who is responsible, and further lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Project
from jxbook.form import labels as known
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.pattern import pattern
from jxbook.recognition.headings import heading_year, known_heading, money_heading
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_CODE = pattern(r"(\d{8}[A-Z]\d{12})\s*[-—－ ]?\s*(?=\S)")
_LONGEST_LABEL = 12
_LONGEST_TITLE = 60
_OWN = frozenset({*known.PROJECT_LABELS.values()} | known.STATED_TOTALS)
_ANYWHERE = {*known.FACT_LABELS} | known.SIGNATURES | known.STATED_TOTALS
_FIELDS = (
    (
        "name",
        pattern(
            r"(?:.{0,6}(?:项目|专项|政策|保险基金)|转移支付)(?:支出)?名称|基金名称|(?:评价|自评)?项目全称|(?:评价|自评)项目"
        ),
    ),
    ("supervisor", pattern(r".{0,6}主管(?:部门|单位)(?:名称|及代码|代码|及编码)?|部门")),
    ("implementer", pattern(r".{0,6}(?:实施|承担|建设|使用)单位(?:名称)?(?:/.*)?")),
)
_DEPARTMENT = pattern(r"(?:部门|单位)整体.*(?:自评|评价)表")
_STAND_INS = {
    "implementer": (
        "单位名称",
        "预算单位",
        "部门单位",
        "填报单位",
        "单位",
        "购买主体",
        "实施机构",
        "经办机构",
    ),
    "name": ("项目", "险种"),
}
"""Labels that stand for a field where no label of its own does."""
WEAK = frozenset(text for texts in _STAND_INS.values() for text in texts)
"""All of them."""
_SEAL = pattern(r"[（(]?(?:单位)?(?:盖章|公章|签章)[）)]?\s*\Z")
_PROJECT = frozenset(known.PROJECT_LABELS.values())
_FEWEST_HEADINGS = 3
_BARE = ("项目", "单位")
"""Those of them that are headings of columns elsewhere."""
_WHOLE = pattern(r"(\D.{1,29}?)\(?(?:(?:19|20)\d{2}年?度?)?\)?(?:部门|单位)?整体(?:支出)?.*(?:自评|评价)表")


def read_head(sheet: LabelledSheet, header: int, right: int) -> dict[str, Entry]:
    """Field or label → entry, for what stands above the indicator table, whose last column is `right`."""
    head: dict[str, Entry] = {}
    lying = [row for row in sheet.rows_from(1, header) if _is_row_of_headings(sheet, row)]
    for row in lying:
        for column, text in sheet.labels[row].items():
            if text not in known.YEAR_LABELS and not money_heading(text):
                head.setdefault(_unused(text, head), sheet.below(row, column))
    beneath = {*lying, *(row + 1 for row in lying)}
    for row in sheet.rows:
        if row >= header or row in beneath:
            continue
        for column, text in sheet.labels.get(row, {}).items():
            if text in known.YEAR_LABELS:
                continue
            if text in _BARE and not _is_label(sheet, row, column):
                continue
            if text in _ANYWHERE or text in WEAK or _field(text) != text:
                head.setdefault(_unused(text, head), sheet.entry_of(row, column, right))
        for pairs in sheet.stated.get(row, {}).values():
            for text, entry in pairs.items():
                if text in known.YEAR_LABELS:
                    continue
                head.setdefault(_unused(text, head), entry)
    head = _with_stand_ins(head)
    taken = {entry.cell for entry in head.values()}
    for row in rows_of_head(sheet.labels):
        for column, text, entry in sheet.pairs(row, right) if row not in beneath else ():
            is_fact = _field(text) == text and len(text) <= _LONGEST_LABEL and text not in known.YEAR_LABELS
            if is_fact and column <= right and entry.cell not in taken:
                head.setdefault(text, entry)
    return head


def _is_row_of_headings(sheet: LabelledSheet, row: int) -> bool:
    """Do the labels of the head stand one beside the other, each over its entry: 项目名称 | 主管部门 | 实施单位?"""
    texts = sheet.labels.get(row, {})
    if len(texts) < _FEWEST_HEADINGS or len(texts) < len(sheet.rows[row]):
        return False
    if any(sheet.end(row, one) + 1 != other for one, other in pairwise(texts)):
        return False
    own = sum(_field(text) in _PROJECT for text in texts.values())
    others = sum(
        text in _ANYWHERE or text in WEAK or money_heading(text) is not None
        for text in texts.values()
        if _field(text) not in _PROJECT
    )
    return own > 0 and own + others == len(texts)


def _with_stand_ins(head: dict[str, Entry]) -> dict[str, Entry]:
    """单位名称 or 预算单位 is the unit that carries the project out where no 实施单位 is asked for, 项目 its name."""
    found = {
        next((text for text in texts if text in head), ""): field
        for field, texts in _STAND_INS.items()
        if field not in head
    }
    return {found.get(text, text): entry for text, entry in head.items()}


def _is_label(sheet: LabelledSheet, row: int, column: int) -> bool:
    """Does 项目 begin a row of the head, and no row of headings?"""
    texts = sheet.labels[row]
    others = (text for text in texts.values() if text not in _BARE)
    headings = (known_heading(text) or money_heading(text) or heading_year(text) for text in others)
    return not any(headings) and not sheet.beside(row, column).number


def names_project(text: str) -> bool:
    """Does a label ask what the project is called, or who is responsible?"""
    return _field(text) in _PROJECT


@lru_cache(maxsize=2048)  # every form prints the same labels
def _field(text: str) -> str:
    """The field of Project that a label stands for; any other label is its own."""
    if text in known.PROJECT_LABELS and text not in WEAK:
        return known.PROJECT_LABELS[text]
    return next((field for field, words in _FIELDS if words.fullmatch(text)), text)


def _unused(text: str, head: Mapping[str, Entry]) -> str:
    """The field of a label, or the label itself where another one has stood for the field: 市县主管部门."""
    field = _field(text)
    return text if field in head else field


def rows_of_head(labels: Mapping[int, Mapping[int, str]]) -> Sequence[int]:
    """The rows from 项目名称 down to the next block: each is label, entry, label, entry."""
    first = _first_with({"name"}, labels) or _first_with({"supervisor", "implementer"}, labels)
    if first is None:
        return ()
    last = next((row for row, texts in labels.items() if row > first and _is_block(texts.values())), None)
    return [row for row in labels if first <= row and (last is not None and row < last)]


def _first_with(fields: set[str], labels: Mapping[int, Mapping[int, str]]) -> int | None:
    """The first row in which a label stands for one of these fields."""
    rows = (row for row, texts in labels.items() if not fields.isdisjoint(map(_field, texts.values())))
    return next(rows, None)


def project_row(sheet: LabelledSheet, above: int, below: int) -> int | None:
    """The first row between two others in which the name of a project, or who is responsible, is asked for."""
    for row in sheet.rows_from(above + 1, below):
        texts = sheet.labels.get(row, {}).values()
        stated = sheet.stated.get(row, {}).values()
        found = {_field(text) for text in (*texts, *(text for pairs in stated for text in pairs))}
        if texts and ("name" in found or _begins_with_name(sheet, row)):
            return row
    return None


def _begins_with_name(sheet: LabelledSheet, row: int) -> bool:
    """Does a row open with the bare label 项目 and its entry?"""
    column = min(sheet.labels[row])
    bare = sheet.labels[row][column] in _STAND_INS["name"]
    return bare and not sheet.beside(row, column).blank and _is_label(sheet, row, column)


def _is_block(texts: Iterable[str]) -> bool:
    """Does a row begin the money, the goals or the indicators?"""
    found = set(texts)
    goals = known.GOAL_LABELS | known.GOAL_EXPECTED
    columns = [
        text for text in found if money_heading(text) or heading_year(text) or text in INDICATOR_COLUMNS
    ]
    return bool(found & goals) or "项目资金" in found or len(columns) >= 2


def read_project(head: Mapping[str, Entry], facts: dict[str, Entry]) -> Project:
    """The project from the head of the form and the further facts."""
    further = {text: entry for text, entry in head.items() if text not in _OWN}
    return _split_code(
        Project(
            head.get("name", NO_ENTRY),
            facts.pop("code", head.get("code", NO_ENTRY)),
            _without_seal(head.get("supervisor", NO_ENTRY)),
            _without_seal(head.get("implementer", NO_ENTRY)),
            {**further, **facts},
        )
    )


def _without_seal(entry: Entry) -> Entry:
    """某区民政局（盖章） → the name of the unit."""
    match = _SEAL.search(entry.text) if isinstance(entry.raw, str) else None
    return entry if match is None else replace(entry, raw=entry.text[: match.start()].strip() or None)


def whole_department(sheet: LabelledSheet, header: int) -> Entry:
    """The department that a title names, 某局2022年度部门整体绩效自评表, blank where it names none; NO_ENTRY in the form
    of a project."""
    for (row, column), cell in sheet.raw.cells.items():
        text = cell.value if row < header and isinstance(cell.value, str) else ""
        if len(text) < _LONGEST_TITLE and _DEPARTMENT.search(folded := fold(text)):
            match = _WHOLE.match(folded)
            return Entry(match[1] if match else None, sheet.raw.ref(row, column))
    return NO_ENTRY


def _split_code(project: Project) -> Project:
    """Take a project code that stands before the name ("11010524T000002958766-…") off the name."""
    match = _CODE.match(project.name.text)
    if not match or not project.code.blank:
        return project
    cell = project.name.cell
    name = Entry(project.name.text[match.end() :], cell)
    return Project(name, Entry(match[1], cell), project.supervisor, project.implementer, project.facts)


def read_facts(others: Iterable[LabelledSheet]) -> tuple[Entry, Entry, dict[str, Entry]]:
    """Year, policy and further facts from the sheet that names the policy."""
    for sheet in others:
        spots = {text: (row, column) for row, texts in sheet.labels.items() for column, text in texts.items()}
        chosen = next((text for text in spots if text in known.POLICY_LABELS), None)
        if chosen is None:
            continue
        left = spots[chosen][1]
        facts: dict[str, Entry] = {}
        year = NO_ENTRY
        for text, (row, column) in spots.items():
            if column != left:
                continue
            if text in known.YEAR_LABELS:
                year = sheet.beside(row, column)
            elif text not in known.POLICY_LABELS:
                facts[known.PROJECT_LABELS.get(text, text)] = sheet.beside(row, column)
        return year, sheet.beside(*spots[chosen]), facts
    return NO_ENTRY, NO_ENTRY, {}
