"""The examples of the handbook pages on forms, read as what they say: a faultless form in which these entries stand.

`会报：三级指标：举办活动场次｜实际完成值：16场｜得分：15`. A piece names a box and what stands in it. Columns of the indicator
table are those of the 三级指标 named last, else of the first row; `各行…` stands for all rows. `空` is blank. Amounts of a row of
money are 年初预算数、全年预算数、全年执行数. A side sheet lists the columns of one of its rows. `评价政策` and `政策里的…` choose the
policy; `批复的…` are entries of the approved targets.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from faultless import ANSWERED, FAULTLESS, SURVEY, workbook

from jxbook.checks import check
from jxbook.checks.approved import against_approved
from jxbook.finding import Finding
from jxbook.form import Entry, Form, Goal, OtherScore
from jxbook.place import CellRef
from jxbook.policy import KEYS, Policy, load_policy
from jxbook.policy.fingerprint import fingerprint
from jxbook.recognition import recognise
from jxbook.scoring import score
from jxbook.workbook.grid import ALL_SEEN, Unseen

COLUMNS = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因".split()
FURTHER = "指标性质 指标方向 计量单位 支出标准".split()
MONEY = {"年度资金总额": 6, "当年财政拨款": 7, "上年结转资金": 8, "其他资金": 9}
PLACES = {
    "项目名称": (3, 1),
    "主管部门": (4, 1),
    "实施单位": (4, 3),
    "执行率的分值": (6, 5),
    "执行率": (6, 6),
    "执行率的得分": (6, 7),
    "当年财政拨款的分值": (7, 5),
    "当年财政拨款的得分": (7, 7),
    "预期目标": (11, 1),
    "实际完成情况": (11, 5),
    "总分的分值": (20, 6),
    "总分": (20, 7),
    "等级": (20, 8),
}
HEADINGS = {"项目资金": (5, 0), "年度目标": (10, 0), "实际完成值": (12, 5), "年度指标值": (12, 4)}
MONEY_HEADINGS = {"年初预算数的表头": 2, "全年预算数的表头": 3}
COUNTS = {"发放份数": "sent", "回收有效份数": "returned", "“满意”份数": "count", "“满意”计入比例": "weight"}
SHEETS = "佐证材料 子项目 成本效益 评价要点 评委评分".split()
BOXES = "评价结论 存在问题 改进措施 预算执行率偏低原因".split()
FIRST, LAST = 13, 19
LAST_OF_OUTPUT = 16
NONE = "空"
SPECIAL = {NONE: "", "公式没有结果": "=?"}


def rows_of(table: str) -> dict[str, list[str]]:
    """The lines of a table by what opens them."""
    lines = (line.split("|") for line in table.strip().splitlines())
    return {number.strip(): [cell.strip() for cell in cells] for number, *cells in lines}


@dataclass
class Sample:
    """The form of an example as it grows, piece by piece."""

    rows: dict[str, list[str]] = field(default_factory=lambda: rows_of(FAULTLESS))
    policy: Policy = field(default_factory=lambda: load_policy("mof-2020-10"))
    at: int = FIRST
    survey: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    changes: dict[str, Any] = field(default_factory=dict)
    boxes: dict[str, Entry] = field(default_factory=dict)
    facts: dict[str, Entry] = field(default_factory=dict)
    weights: list[str] = field(default_factory=list)
    hidden: str = ""
    unseen: Unseen = ALL_SEEN
    subtotal: tuple[str, str] = ("", "")

    def take(self, piece: str) -> None:
        """Write a piece into the form."""
        label, _, text = piece.partition("：")
        text = SPECIAL.get(text, text)
        if label == "空表":
            self._blank()
        elif label == "本程序新建的自评表":
            self.changes["made_for"] = self.policy.id
        elif label == "评价政策":
            self.policy = load_policy(text)
        elif label == "表中公式的政策":
            old = f"{self.policy.id} {text}"
            self.changes["fingerprint"] = fingerprint(self.policy) if text == "现在的取值" else old
        elif label == "评价政策一栏":
            self.changes["policy_entry"] = Entry(text, CellRef("基本信息", 9, 3))
        elif label == "项目管理的得分":
            score = OtherScore(
                Entry("项目管理", CellRef("自评表", 22, 1)),
                Entry(Decimal(20), CellRef("自评表", 22, 7)),
                Entry(Decimal(text) if text.isdigit() else text or None, CellRef("自评表", 22, 8)),
            )
            self.changes["other_scores"] = (score,)
        elif label == "项目编码":
            self.rows["3"] += [label, text]
        elif label == "三级指标改为":
            self._write(self.at, COLUMNS.index("三级指标") + 1, text)
        elif label.startswith("政策里的"):
            self._rule(label.removeprefix("政策里的"), text)
        elif label == "年度":
            self.rows["2"] = [f"（{text or '     '}年度）"]
        elif label in MONEY:
            self._money(MONEY[label], text.split("、"))
        elif label in MONEY_HEADINGS:
            self._write(5, MONEY_HEADINGS[label], text)
        elif label.startswith("年度资金总额的"):
            column = len(self.rows["5"])
            self._write(5, column, label.removeprefix("年度资金总额的"))
            self._write(MONEY["年度资金总额"], column, text)
        elif label.endswith("的表头"):
            row, column = HEADINGS[label.removesuffix("的表头")]
            self.rows[str(row)][column:] = [text, *self.rows[str(row)][column + 1 :]]
            if row != 12:
                self.rows[str(row)][column + 1 :] = ["甲", "乙", "丙"]
        elif label in PLACES:
            self._write(*PLACES[label], text)
        elif label.startswith("各行"):
            for row in range(FIRST, LAST + 1):
                column = COLUMNS.index(label.removeprefix("各行")) + 1
                points = self.rows[str(row)][COLUMNS.index("分值") + 1]
                self._write(row, column, points if text == "与分值相同" else text)
        elif label in COLUMNS:
            self._column(label, text)
        elif label in FURTHER:
            self.rows["12"].append(label)
            self._write(self.at, len(self.rows["12"]) - 1, text)
        elif label in COUNTS:
            self.survey[COUNTS[label]] = text
        elif label == "满意度问卷":
            self.rows["满意度问卷1"] = "序号 问题 满意 不满意 合计 满意度".split()
            self.rows["满意度问卷2"] = ["1", "对服务是否满意", "", ""]
        elif label in SHEETS:
            parts = (part.split(" ", 1) for part in text.split("，"))
            self.sheets.setdefault(label, []).append(
                {name: "" if value == NONE else value for name, value in parts}
            )
        elif label in BOXES:
            self.boxes[label] = Entry(text, CellRef("自评表", 22 + len(self.boxes), 2))
        elif label == "产出指标小计":
            self.subtotal = label, text
        elif label == "各目标的权重":
            self.weights = text.split("、")
        elif label == "总分行下面":
            self.rows["21"] = ["", "", "", *text.split("、")]
        elif label == "隐藏的行":
            self.unseen = Unseen(frozenset({int(text)}))
        elif label == "看不见的字符":
            self.hidden = text
        elif label == "报告素材":
            self.rows["素材2"] = ["项目概况", "补充", text]
        else:
            self.facts[label] = Entry(text or None, CellRef("基本信息", 10 + len(self.facts), 3))

    def _write(self, row: int, column: int, text: str) -> None:
        cells = self.rows[str(row)]
        cells += [""] * (column + 1 - len(cells))
        cells[column] = text

    def _column(self, label: str, text: str) -> None:
        column = COLUMNS.index(label) + 1
        if label == "三级指标":
            named = [at for at in range(FIRST, LAST + 1) if self.rows[str(at)][column] == text]
            if named:
                self.at = named[0]
                return
        self._write(self.at, column, text)

    def _money(self, row: int, amounts: list[str]) -> None:
        for at, amount in enumerate(amounts, 2):
            self._write(row, at, SPECIAL.get(amount, amount))
        if row == MONEY["年度资金总额"]:
            self._write(row, 6, "")
            self._write(row, 7, "")

    def _insert(self, at: int, label: str, texts: str) -> None:
        """Put a row of 分值 and 得分 into the indicator table."""
        scores = [SPECIAL.get(text, text) for text in texts.split("、")]
        below = {
            number: cells for number, cells in self.rows.items() if number.isdigit() and int(number) >= at
        }
        for number in below:
            del self.rows[number]
        self.rows |= {str(int(number) + 1): cells for number, cells in below.items()}
        self.rows[str(at)] = ["", "", label, "", "", "", *scores]

    def _rule(self, key: str, text: str) -> None:
        rule = next((one for one in self.policy.rules.values() if one.key == key), None)
        value = (
            Decimal(text)
            if KEYS[key].type is Decimal
            else ((text.split(" ")[0], Decimal(text.split(" ")[1])),)
        )
        rule = rule or replace(self.policy.rule("weights.total"), key=key)
        self.policy = replace(self.policy, rules={**self.policy.rules, key: replace(rule, value=value)})

    def _blank(self) -> None:
        for label in (
            "项目名称",
            "主管部门",
            "实施单位",
            "执行率",
            "执行率的得分",
            "预期目标",
            "实际完成情况",
            "总分",
            "等级",
        ):
            self._write(*PLACES[label], "")
        for row in MONEY.values():
            self._money(row, [NONE] * 3)
        for row in range(FIRST, LAST + 1):
            for column in range(COLUMNS.index("三级指标") + 1, len(COLUMNS) + 1):
                self._write(row, column, "")

    def form(self) -> Form:
        """The form as it is read."""
        if self.subtotal[0]:
            self._insert(LAST_OF_OUTPUT + 1, *self.subtotal)
        lines = [f"{number} | {' | '.join(cells)}" for number, cells in self.rows.items()]
        for sheet, written in self.sheets.items():
            names = list(dict.fromkeys(name for one in written for name in one))
            lines.append(f"{sheet}1 | 序号 | {' | '.join(names)}")
            for at, one in enumerate(written, 1):
                lines.append(f"{sheet}{at + 1} | {at} | {' | '.join(one.get(name, '') for name in names)}")
        if self.survey:
            lines += SURVEY.format_map(ANSWERED | self.survey).strip().splitlines()
        grid = workbook("\n".join(lines))
        grid = replace(grid, sheets=tuple(replace(one, unseen=self.unseen) for one in grid.sheets))
        form = recognise(grid, "自评表.xlsx")
        changes = dict(self.changes)
        if self.boxes:
            changes["boxes"] = self.boxes
        if self.facts:
            changes["project"] = replace(form.project, facts={**form.project.facts, **self.facts})
        if self.hidden:
            changes["cleaned"] = (
                next(one for one in form.indicators if one.name.text == self.hidden).name.cell,
            )
        if self.weights:
            goals = [
                Goal(form.goal.expected, form.goal.achieved, Entry(Decimal(one), CellRef("自评表", at, 24)))
                for at, one in enumerate(self.weights, 1)
            ]
            changes |= {
                "goal": goals[0],
                "more_goals": tuple(goals[1:]),
                "indicators": tuple(
                    replace(one, goal=0 if at < 4 else 1) for at, one in enumerate(form.indicators)
                ),
            }
        return replace(form, **changes)


def found_in(example: str) -> tuple[Finding, ...]:
    """What is found in the form of an example."""
    own, approved = Sample(), Sample()
    compared = False
    for piece in example.split("｜"):
        if piece.startswith("批复的"):
            compared = True
            approved.take(piece.removeprefix("批复的"))
        else:
            own.take(piece)
    form, policy = own.form(), own.policy
    if compared:
        return against_approved(form, approved.form(), policy)
    return check(form, policy, score(form, policy))
