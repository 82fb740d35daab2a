"""What a check of a whole form looks at: the form with its policy and its scoring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from operator import attrgetter

from jxbook.checks.indicator_row import Row, asked_fields, missing
from jxbook.dataclass import cached_property, dataclass
from jxbook.form import Entry, Form, FundingRow, Goal, Indicator
from jxbook.form.table import COLUMNS, REQUIRED, heading_of
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.policy import Level1, Level2, Policy
from jxbook.policy.model import is_satisfaction
from jxbook.scoring import IndicatorScore, Scoring, State
from jxbook.scoring.formula_cells import FormulaCell, lost_formulas
from jxbook.scoring.satisfaction import Satisfaction, of_question, of_survey

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ScoringSource

_CLERKS = [one for one in COLUMNS if one.required or one.field == "reason"]
_FILLED_IN = tuple(one.heading for one in _CLERKS)
"""The headings of the columns that a clerk fills in."""
_filled_in = attrgetter(*(one.field for one in _CLERKS))
"""What stands below them in a row."""
_SEVERAL = 3
"""Rows of which it is told once that they all lack the same."""
_CENTRAL = "中央部门"
_LEAST_REPORT = 600
"""Characters around a table from which on it stands in a report: a title and a note come to less."""
_EXPLAINS = pattern(r"解释|说明|标准|方法|办法|规则|口径|公式|依据|来源|内容")
_ASKS_FOR_RATE = pattern(r"(?:执行率|支出进度|执行进度).*(?:原因|说明)")


def _unfilled(field: str, rows: Iterable[Indicator]) -> bool:
    """Is a column blank in all rows, and is there one?"""
    for one in rows:
        entry = one.entry(field)
        if entry.cell is None or not missing(entry):
            return False
    return True


@dataclass(frozen=True)
class Case:
    """A form with its policy and its scoring: what a check of the whole form looks at."""

    form: Form
    policy: Policy
    scoring: Scoring
    around: tuple[str, ...] = ()
    """The lines of the document in whose table the form stands."""

    @property
    def in_report(self) -> bool:
        """Does it stand in a report, and not alone under a title?"""
        return sum(map(len, self.around)) >= _LEAST_REPORT

    @cached_property
    def blank(self) -> bool:
        """Has nobody filled in anything yet? What the template sets does not count, nor does what formulas compute."""
        return all(one.computed or one.blank for one in self._to_fill_in())

    def _to_fill_in(self) -> Iterator[Entry]:
        project, records = self.form.project, self.form.records
        yield from (project.name, project.code, project.supervisor, project.implementer)
        yield from self.form.boxes.values()
        for one in self.funding_rows:
            yield from (one.initial_budget, one.budget, one.spent)
        for goal in self.form.goals:
            yield from (goal.expected, goal.achieved)
        for row in self.form.indicators:
            yield from (row.actual, row.reason, row.earned)
            if not self.framed:
                yield row.target
        for passage in self.form.passages:
            yield passage.text
        for point in records.key_points:
            yield point.verdict
        for cost in records.costs:
            yield cost.name
        for part in records.subprojects:
            yield part.name

    @property
    def framed(self) -> bool:
        """Do rows and targets come from the framework of the evaluation, so that a blank form has them too?"""
        return self.policy.word("evaluation.kind") == "department"

    @property
    def central(self) -> bool:
        """Is the policy made for central departments alone?"""
        return self.policy.identity.place == _CENTRAL

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows in use, without those whose 年度指标值 is 无."""
        used, unfilled = self._applicable, self.unfilled
        policy, year, merged = self.policy, self.form.year, self._merged
        return tuple(
            [
                Row(one, policy, year, merged.get(one.indicator.earned.cell, ()) if merged else (), unfilled)
                for one in used
            ]
        )

    @property
    def _merged(self) -> dict[CellRef | None, tuple[IndicatorScore, ...]]:
        """The rows of each 得分 that stands in one cell for several."""
        cells = [one.indicator.earned.cell for one in self._applicable]
        if len({cell.row for cell in cells if cell}) == len(cells):
            return {}
        by_cell: dict[CellRef | None, list[IndicatorScore]] = {}
        for one in self._applicable:
            by_cell.setdefault(one.indicator.earned.cell, []).append(one)
        by_cell.pop(None, None)
        return {cell: tuple(rows) for cell, rows in by_cell.items() if len(rows) > 1}

    @cached_property
    def _applicable(self) -> tuple[IndicatorScore, ...]:
        return tuple([one for one in self.scoring.indicators if one.score.state is not State.NOT_APPLICABLE])

    @cached_property
    def unfilled(self) -> frozenset[str]:
        """The required columns that are blank in every row of a table of several."""
        rows = [one.indicator for one in self._applicable]
        if len(rows) < _SEVERAL:
            return frozenset()
        asked = self.asked
        return frozenset([field for field in REQUIRED if field in asked and _unfilled(field, rows)])

    @property
    def asked(self) -> frozenset[str]:
        """The fields of an indicator row that the policy's form has a column for."""
        return asked_fields(self.policy)

    def has_box(self, entry: Entry) -> bool:
        """Has the form a place for this entry? One that was read from no sheet has them all."""
        return entry.cell is not None or not self.form.columns

    @property
    def source(self) -> ScoringSource:
        """Where the points come from: computed, rows, total, none."""
        return self.policy.word("scoring.source")

    @property
    def weighed(self) -> bool:
        """The indicators have 分值 that a total rests on."""
        return "points" in self.asked and not self.policy.pointless

    @cached_property
    def weights(self) -> dict[str, Decimal] | None:
        """一级指标 → the 分值 of its rows together; None where a label is unknown or a 分值 is missing."""
        found = {one.name: Decimal(0) for one in self.policy.tree.level1}
        for row, place in zip(self.rows, self.places, strict=True):
            if place is None or row.scored.points is None:
                return None  # JX206, JX102
            found[place[0].name] += row.scored.points
        return found if self.rows else None

    @cached_property
    def places(self) -> tuple[tuple[Level1, Level2 | None] | None, ...]:
        """Where in the policy's tree each of `rows` belongs; None where its labels are not known."""
        tree = self.policy.tree
        return tuple([tree.locate(row.indicator.level1.text, row.indicator.level2.text) for row in self.rows])

    def label_of(self, level1: str) -> Entry | None:
        """The printed label of a 一级指标 of the policy; None where no row stands under it."""
        found = zip(self.rows, self.places, strict=True)
        return next((row.indicator.level1 for row, place in found if place and place[0].name == level1), None)

    @cached_property
    def satisfaction(self) -> Satisfaction:
        """What 满意度问卷 comes to, all questions together."""
        return of_survey(self.form.records.survey)

    @cached_property
    def satisfied_each(self) -> tuple[Decimal, ...]:
        """The satisfaction of each question that has one, as a ratio."""
        survey = self.form.records.survey
        ratios = (of_question(one, survey).ratio for one in survey.questions)
        return tuple([one for one in ratios if one is not None])

    @cached_property
    def satisfaction_rows(self) -> tuple[Row, ...]:
        """Those of `rows` that are about satisfaction, by their place in the tree or by their name.

        Points go by the labels alone, since a cell function knows no name; but a 居民满意度 that stands elsewhere
        is asked for its survey all the same.
        """
        return tuple(
            row
            for row, place in zip(self.rows, self.places, strict=True)
            if "满意" in row.indicator.name.text or is_satisfaction(place)
        )

    def level1(self, label: str) -> Level1 | None:
        """The policy's 一级指标 of this label; each label is looked up once."""
        if label not in self._level1:
            self._level1[label] = self.policy.tree.find_level1(label)
        return self._level1[label]

    def level2(self, label: str) -> tuple[Level1, Level2] | None:
        """The policy's 二级指标 of this label and what is above it; each label is looked up once."""
        if label not in self._level2:
            self._level2[label] = self.policy.tree.find_level2(label)
        return self._level2[label]

    @cached_property
    def _level1(self) -> dict[str, Level1 | None]:
        return {}

    @cached_property
    def _level2(self) -> dict[str, tuple[Level1, Level2] | None]:
        return {}

    @cached_property
    def funding_rows(self) -> tuple[FundingRow, ...]:
        """年度资金总额, its parts and what else stands in the money block, line by line."""
        return self.form.funding.lines

    @cached_property
    def entries(self) -> tuple[tuple[str, Entry], ...]:
        """Everything a clerk fills in, each with the label it stands under; stated results are left out."""
        project = self.form.project
        found = [
            ("项目名称", project.name),
            ("项目编码", project.code),
            ("主管部门", project.supervisor),
            ("实施单位", project.implementer),
            *project.facts.items(),
            *self.form.boxes.items(),
        ]
        for title, goal in self.goals:
            found += ((f"{title}预期目标", goal.expected), (f"{title}实际完成情况", goal.achieved))
        for money in self.funding_rows:
            found += (
                ("年初预算数", money.initial_budget),
                ("全年预算数", money.budget),
                ("全年执行数", money.spent),
            )
        for row in self.rows:
            one = row.indicator
            found += zip(_FILLED_IN, _filled_in(one), strict=True)
            found += [(heading_of(field), entry) for field, entry in one.further.items()]
        found += ((passage.section[:20], passage.text) for passage in self.form.passages)
        return tuple(found)

    @cached_property
    def texts(self) -> tuple[tuple[str, Entry, str], ...]:
        """Those of `entries` that are text: label, entry, text."""
        return tuple(
            [(label, entry, entry.raw) for label, entry in self.entries if isinstance(entry.raw, str)]
        )

    @cached_property
    def money_lines(self) -> tuple[tuple[str, Entry, str], ...]:
        """The lines of `texts` that tell of money: label, entry, line."""
        return tuple(
            [
                (label, entry, line)
                for label, entry, text in self.texts
                if "元" in text
                for line in text.split("\n")
                if "元" in line
            ]
        )

    @property
    def only_targets(self) -> bool:
        """Is it a 目标申报表, with targets and neither actuals nor scores?"""
        columns = {*self.form.columns}
        return "target" in columns and not {"actual", "earned"} & columns

    @cached_property
    def explaining(self) -> frozenset[CellRef]:
        """The cells of columns that say how a row is to be scored, and nothing of what was done: 评分标准, 指标解释."""
        return frozenset(
            entry.cell
            for row in self.rows
            for field, entry in row.indicator.further.items()
            if entry.cell is not None and _EXPLAINS.search(heading_of(field))
        )

    @cached_property
    def goals(self) -> tuple[tuple[str, Goal], ...]:
        """The 年度目标, each with what a message calls it: "" for the only one, else 年度目标1的."""
        goals = self.form.goals
        if len(goals) == 1:
            return (("", goals[0]),)
        used = [one for one in enumerate(goals, 1) if not (one[1].expected.blank and one[1].achieved.blank)]
        return tuple((f"年度目标{number}的", goal) for number, goal in used or [(1, goals[0])])

    @cached_property
    def lost_formulas(self) -> tuple[FormulaCell, ...]:
        """The cells that have lost their formula."""
        return lost_formulas(self.form, self.policy)

    @cached_property
    def rate_box(self) -> tuple[str, Entry] | None:
        """The box of the form, with its label, that asks why the 执行率 is low."""
        boxes = self.form.boxes.items()
        return next(((label, box) for label, box in boxes if _ASKS_FOR_RATE.search(label)), None)

    def told(self, words: re.Pattern[str]) -> bool:
        """Does 报告素材, a box of the form, or the report around it, speak of this in one line?"""
        return words.search(self._told) is not None

    @cached_property
    def _told(self) -> str:
        entries = [*[passage.text for passage in self.form.passages], *self.form.boxes.values()]
        return "\n".join([*[entry.text for entry in entries], *self.around])
