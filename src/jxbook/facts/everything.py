"""All that a report can say of a form, reckoned once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from jxbook.dataclass import cached_property, dataclass
from jxbook.document.marks import bare
from jxbook.facts.admitted import admitted
from jxbook.facts.costs import Cost, costs_facts
from jxbook.facts.disputes import Dispute, disputes
from jxbook.facts.evidence import EvidenceFacts, evidence
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.losses import Loss, losses_facts
from jxbook.facts.money import Funds, funds_facts, is_on_money
from jxbook.facts.overspent import why_overspent
from jxbook.facts.own_boxes import OwnBoxes, own_boxes
from jxbook.facts.problems import Problem, problems_facts
from jxbook.facts.project import (
    External,
    GoalFacts,
    ProjectFacts,
    external_facts,
    goals,
    project_facts,
)
from jxbook.facts.rows import rows_facts
from jxbook.facts.sourced import Sourced, place_of, total
from jxbook.facts.sums import Group, groups_of
from jxbook.facts.survey import InterviewFacts, Opinion, SurveyFacts, survey_facts, talks, views
from jxbook.facts.tasks import Tasks, tasks_facts
from jxbook.facts.unit_costs import UnitCost, unit_costs
from jxbook.facts.unspent import WhyLeft, why_left
from jxbook.facts.words import passage_label, writers_year
from jxbook.finding import Finding
from jxbook.form import Form, Passage
from jxbook.policy import Policy
from jxbook.policy.columns import name_label
from jxbook.scoring import Scoring, State
from jxbook.scoring.denied import Denial, denials

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ScoringSource

_MONEY_SECTION = "资金投入和使用情况"


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class Facts:
    """A form, its rules and its scoring, and what follows from them for a report.

    `rows` are the rows that apply, in order; `source` says where scores come from (scoring.source). `total` is
    None while there is none, `grade` "" where none is to be said: also where no row has 分值, so that nobody
    knows what the total is out of. `unit_costs` stand in for `costs` where there are none. `groups` are the 一级指标 that have points; `passages` what staff wrote, by
    section; `why_left` why money is left as a whole, `why_over` why more was spent than there was, `boxes` what the form's boxes say besides; `disputes` what
    the checks found against the amounts of 年度资金总额.
    """

    form: Form
    policy: Policy
    scoring: Scoring
    source: ScoringSource
    department: bool
    project: ProjectFacts
    goals: tuple[GoalFacts, ...]
    funds: Funds
    why_left: WhyLeft
    why_over: str
    rows: tuple[IndicatorFacts, ...]
    dropped: tuple[IndicatorFacts, ...]
    costs: tuple[Cost, ...]
    unit_costs: tuple[UnitCost, ...]
    tasks: Tasks
    survey: SurveyFacts | None
    talks: tuple[InterviewFacts, ...]
    views: tuple[Opinion, ...]
    evidence: tuple[EvidenceFacts, ...]
    losses: tuple[Loss, ...]
    problems: tuple[Problem, ...]
    boxes: OwnBoxes
    external: External | None
    total: Sourced | None
    grade: str
    groups: tuple[Group, ...]
    passages: Mapping[str, tuple[Passage, ...]]
    fact: Callable[[str], str]
    where: Callable[[str], str]
    disputes: tuple[Dispute, ...]

    @cached_property
    def points_together(self) -> Sourced:
        """The 分值 of all rows that apply and of the 执行率 together."""
        parts = [row.points for row in self.rows if row.points is not None]
        parts += [self.funds.points] if self.funds.points is not None else []
        return total(parts, "各项分值合计") or Sourced(Decimal(0), "各项分值合计")

    @property
    def year(self) -> int | None:
        """评价年度."""
        return self.form.year

    @cached_property
    def writers_year(self) -> int | None:
        """The year before that which the form's texts call 明年; None where nobody knows."""
        return writers_year(self.form)

    @cached_property
    def scored(self) -> bool:
        """Do rows have 分值 and 得分?"""
        return any(row.points is not None and row.earned is not None for row in self.rows)

    @cached_property
    def what(self) -> str:
        """How the paper calls what is evaluated: 项目, 部门 where the form is one of a whole department."""
        return "部门" if self.whole_department else "项目"

    @cached_property
    def whole_department(self) -> bool:
        """Is it the form of a whole department?"""
        return "部门" in name_label(self.policy)

    @property
    def own_unit(self) -> str:
        """Who evaluates and signs unless somebody else is named; a whole department does it for itself."""
        if self.department:
            return self.project.supervisor
        return self.project.implementer or (self.project.name if self.whole_department else "")

    @cached_property
    def met(self) -> tuple[IndicatorFacts, ...]:
        """Settled rows that reached their target."""
        return tuple(row for row in self.rows if row.settled and not row.missed)

    @cached_property
    def missed(self) -> tuple[IndicatorFacts, ...]:
        """Settled rows that did not."""
        return tuple(row for row in self.rows if row.missed)

    @cached_property
    def open(self) -> tuple[IndicatorFacts, ...]:
        """Rows that could not be settled."""
        return tuple(row for row in self.rows if not row.settled)

    @cached_property
    def denials(self) -> tuple[Denial, ...]:
        """Where another text of the form says that what a row reached was not done."""
        return denials(self.scoring)

    def denial(self, row: IndicatorFacts) -> Denial | None:
        """What another text says against this row."""
        if not self.denials:
            return None
        return next((one for one in self.denials if one.row.indicator is row.indicator), None)

    @cached_property
    def disputed_rows(self) -> tuple[IndicatorFacts, ...]:
        """Scored rows that another text denies, or whose satisfaction is not that of the questionnaire."""
        asked = self.survey.row if self.survey is not None and self.survey.contradicts else None
        return tuple(
            row for row in self.rows if row.settled and (row is asked or self.denial(row) is not None)
        )

    def is_disputed(self, row: IndicatorFacts) -> bool:
        """Is it one of them?"""
        return any(row is one for one in self.disputed_rows)

    @cached_property
    def compared(self) -> bool:
        """Are there targets, so that it can be said how many were reached?"""
        return any(row.has_target for row in self.rows if row.compared)

    @cached_property
    def unbalanced(self) -> bool:
        """Do the points come to something else than they should, so that what is reckoned from them is to be settled?"""
        return (
            self.source == "computed"
            and self.points_together.number != self.policy.number("weights.total")
            and not self.dropped
            and all(row.points is not None for row in self.rows)
        )

    @cached_property
    def without_results(self) -> bool:
        """Are there targets, and of none of them a result, nor points that anybody gave?"""
        if self.total is not None:
            return False
        rows = [row for row in self.rows if row.has_target and row.compared]
        return bool(rows) and not any(row.settled or row.has_actual for row in rows)

    @cached_property
    def about(self) -> str:
        """What the form says the project does: its name, its goals, its indicators and sub-projects."""
        goals = (one.expected for one in self.goals)
        names = (row.name for row in (*self.rows, *self.dropped))
        tasks = (one.name for one in self.tasks.items)
        return "\n".join(map(bare, (self.project.plain_name, *goals, *names, *tasks)))

    @property
    def money_section(self) -> str:
        """The section on money, as the form calls it."""
        own = (one.section for one in self.form.places if is_on_money(one.section))
        return next(own, _MONEY_SECTION)

    def unit_cost(self, row: IndicatorFacts) -> UnitCost | None:
        """What this row's unit cost came to, or that of the things which this row counts."""
        return next((one for one in self.unit_costs if row is one.price or row is one.quantity), None)

    def passage_place(self, section: str) -> str:
        """Where staff write what belongs into a section."""
        cells = (place_of(one.text) for one in self.form.places if one.section == section)
        return next((cell for cell in cells if cell), passage_label(section))

    def said(self, section: str) -> bool:
        """Did staff write something for this section?"""
        return section in self.passages


def facts_of(form: Form, policy: Policy, scoring: Scoring, findings: Iterable[Finding] = ()) -> Facts:
    """The facts of a scored form, with what the checks found on it where they ran."""
    every = rows_facts(form, policy, scoring)
    rows = tuple(row for row in every if row.state is not State.NOT_APPLICABLE)
    funds, costs = funds_facts(form, scoring), costs_facts(form)
    tasks, survey = tasks_facts(form, funds, costs, rows), survey_facts(form, rows)
    project, fact, where = project_facts(form)
    against = disputes(form.funding, findings)
    pointed = policy.word("scoring.source") == "total" or any(row.points is not None for row in rows)
    return Facts(
        form=form,
        policy=policy,
        scoring=scoring,
        source=policy.word("scoring.source"),
        department=policy.word("evaluation.kind") == "department",
        project=project,
        goals=goals(form),
        funds=funds,
        why_left=why_left(form, funds),
        why_over=why_overspent(form, funds),
        rows=rows,
        dropped=tuple(row for row in every if row.state is State.NOT_APPLICABLE),
        costs=costs,
        unit_costs=() if costs else unit_costs(rows, tasks.items),
        tasks=tasks,
        survey=survey,
        talks=talks(form),
        views=views(form, rows, survey),
        evidence=evidence(form.records),
        losses=losses_facts(rows, funds),
        problems=problems_facts(rows, funds, tasks, admitted(form, rows, tasks), disputed=bool(against)),
        boxes=own_boxes(form, rows),
        external=external_facts(fact),
        total=None if scoring.total is None else Sourced(scoring.total, "总分", place_of(form.total)),
        grade=(scoring.grade or "") if pointed else "",
        groups=groups_of(rows, policy),
        passages=_passages(form),
        fact=fact,
        where=where,
        disputes=against,
    )


def _passages(form: Form) -> dict[str, tuple[Passage, ...]]:
    """What staff wrote, by section; 无 is nothing."""
    found: dict[str, tuple[Passage, ...]] = {}
    for one in form.passages:
        if not one.text.none:
            found[one.section] = (*found.get(one.section, ()), one)
    return found
