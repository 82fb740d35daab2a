"""What went wrong, causally linked rows together, ordered by what it cost."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import cached_property, dataclass, replace
from jxbook.document.marks import bare
from jxbook.facts.admitted import Admitted
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.money import UNIT, YUAN, Funds
from jxbook.facts.sourced import Sourced, total
from jxbook.facts.tasks import Task, Tasks
from jxbook.pattern import pattern
from jxbook.prose import are_about_one, clause_holding, say_the_same
from jxbook.prose.words import CAUSES
from jxbook.scoring import half_up
from jxbook.values import Kind

_HEAD, _APART = 2, 3
_TENTH, _HALF = Decimal("0.1"), Decimal("0.5")
_NOT_DONE = pattern(r"未|没有?|推迟|延期|停工|滞后|暂停|取消|少(?:[建开办购改装]|完成)")
_MOST = 60
_RAISED = ("追加", "调增", "新增")


@dataclass(frozen=True, slots=True)
class GoalGap:
    """Budget and goals that do not go together: a `row` whose target stayed while the budget changed by what its
    reason names, or a `task` with much of the budget and no indicator."""

    row: IndicatorFacts | None = None
    task: Task | None = None
    share: Sourced | None = None


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class Problem:
    """One thing that went wrong.

    `rows` missed their targets; `shared` is the word that joins their causes, without one the later rows follow from the
    first, or from the money left that they measure. `task` left its money because of
    it, and `carried` are the points of the 执行率 that this cost. `money`: it is the money left as such, of
    `tasks` where known; `over` what was spent beyond the budget, by `tasks` where known. `gaps`: goals and budget do not go together; `admitted`: a free text
    admits it, and no indicator shows it, or not the money in it.
    """

    rows: tuple[IndicatorFacts, ...] = ()
    shared: str = ""
    task: Task | None = None
    carried: Sourced | None = None
    money: Sourced | None = None
    over: Sourced | None = None
    tasks: tuple[Task, ...] = ()
    gaps: tuple[GoalGap, ...] = ()
    admitted: tuple[Admitted, ...] = ()

    @cached_property
    def lost(self) -> Sourced | None:
        """All points it cost, None where none."""
        parts = [row.lost for row in self.rows if row.lost is not None]
        parts += [self.carried] if self.carried is not None else []
        return total(parts)

    @property
    def about_money(self) -> bool:
        """Is it the money left?"""
        return self.money is not None


def problems_facts(
    rows: tuple[IndicatorFacts, ...],
    funds: Funds,
    tasks: Tasks,
    admitted: tuple[Admitted, ...] = (),
    *,
    disputed: bool = False,
) -> tuple[Problem, ...]:
    """The problems, those that cost most first, ties in the order of the form, then what is admitted; goals last.

    `disputed`: another entry contradicts an amount, so that nobody knows yet whether more was spent than there was.
    """
    missed = [row for row in rows if row.missed or row.reduced]
    found = [Problem((row,)) for row in missed]
    found = _joined_by_cause(_joined_by_name(found))
    found, rest = _joined_by_money(found, funds, tasks)
    if (money := _money(funds, tasks, rest)) is not None:
        measured = [one for one in found if one.task is None and _is_the_spending(one, funds)]
        found = [one for one in found if one not in measured]
        found.insert(0, replace(money, rows=tuple(row for one in measured for row in one.rows)))
    if funds.overrun is not None and not (funds.doubtful or disputed):
        found.insert(0, Problem(over=funds.overrun, tasks=tasks.over))
    found.sort(key=lambda one: -(one.lost.number if one.lost else Decimal(0)))
    if admitted:
        found = [replace(one, admitted=_of_its_rows(one, admitted)) for one in found]
    loose = tuple(one for one in admitted if one.row is None)
    found += [Problem(admitted=(one,)) for one in loose[:_APART]]
    found += [Problem(admitted=loose[_APART:])] if len(loose) > _APART else []
    gaps = goal_gaps(rows, funds, tasks)
    return (*found, Problem(gaps=gaps)) if gaps else tuple(found)


def _of_its_rows(one: Problem, admitted: tuple[Admitted, ...]) -> tuple[Admitted, ...]:
    return tuple(each for each in admitted if any(each.row is row for row in one.rows))


def _joined_by_name(problems: list[Problem]) -> list[Problem]:
    """A row whose cause is that the thing of another missed row was not done follows from that one; one with the very
    reason of a row before it goes with that one."""
    found = list(problems)
    for problem in problems if len(problems) <= _MOST else ():  # each is laid beside each
        row, before = problem.rows[0], True
        for at, other in enumerate(found):
            if other is problem:
                before = False
            elif _follows(row, other.rows[0]) or (
                before and row.reason.causes == other.rows[0].reason.causes != ()
            ):
                found[at] = replace(other, rows=(*other.rows, *problem.rows))
                found.remove(problem)
                break
    return found


def _follows(row: IndicatorFacts, first: IndicatorFacts) -> bool:
    """Is it the cause of a row that what another counts was not done, or came late: 设备10月投入使用?"""
    cause, name = row.reason.short, bare(first.name)
    if not cause or first.worded or not say_the_same(name, cause):
        return False
    if first.timed:
        return not row.timed and name[:_HEAD] in cause
    counts = first.aim.kind is Kind.NUMBER and not first.percent and not first.limit
    return counts and bool(_NOT_DONE.search(cause))


def _is_the_spending(one: Problem, funds: Funds) -> bool:
    """Is it a row that measures the money itself: 完成投资额, planned as the budget and done as the spending?"""
    row, whole = one.rows[0], funds.whole
    if len(one.rows) != 1 or row.unit != UNIT or row.low is None or row.value is None:
        return False
    if whole.budget is None or whole.spent is None:
        return False
    return row.low.number == whole.budget.number and row.value.number == whole.spent.number


def _joined_by_cause(problems: list[Problem]) -> list[Problem]:
    """Rows whose causes hold the same telling word are one problem."""
    found: list[Problem] = []
    for problem in problems:
        cause = problem.rows[0].reason.cause if len(problem.rows) == 1 else ""
        for at, other in enumerate(found):
            word = next((one for one in CAUSES if one in cause and one in other.rows[0].reason.cause), "")
            if word and (other.shared or len(other.rows) == 1) and (not other.shared or other.shared == word):
                found[at] = replace(other, rows=(*other.rows, *problem.rows), shared=word)
                break
        else:
            found.append(problem)
    return found


def _joined_by_money(
    problems: list[Problem], funds: Funds, tasks: Tasks
) -> tuple[list[Problem], tuple[Task, ...]]:
    """A quantity that was missed takes the money of the task of its name; the tasks that are left over.

    None takes any where other tasks spent beyond their budgets: what it left is then no part of what the form left.
    """
    if tasks.over:
        return problems, tasks.leaving
    rest = list(tasks.leaving)
    found = []
    for problem in problems:
        row = problem.rows[0]
        quantity = row.aim.kind is Kind.NUMBER and not row.percent and not row.limit
        task = next(
            (one for one in rest if quantity and are_about_one(bare(one.name), bare(row.name))),
            None,
        )
        if task is not None and not task.done:
            rest.remove(task)
            problem = replace(problem, task=task, carried=_carried(task, funds))
        found.append(problem)
    return found, tuple(rest)


def _carried(task: Task, funds: Funds) -> Sourced | None:
    """The points of the 执行率 that this money cost, where they follow the rate."""
    budget = funds.whole.budget
    if (
        not funds.proportional
        or funds.lost is None
        or funds.points is None
        or task.left is None
        or budget is None
    ):
        return None
    share = funds.points * task.left / budget
    return Sourced(half_up(share.number, 2), share.name, share.where)


def _money(funds: Funds, tasks: Tasks, rest: tuple[Task, ...]) -> Problem | None:
    """The money left that no missed row takes; none where it costs no points and the 执行率 is not low."""
    left = funds.left
    if left is None or funds.rate is None:
        return None
    if funds.lost is None and not funds.low:
        return None
    joined = [task for task in tasks.leaving if task not in rest]
    for task in joined:
        if task.left is not None:
            left = left - task.left
    if left.number <= 0:
        return None
    lost = funds.lost
    for task in joined:
        carried = _carried(task, funds)
        lost = lost - carried if lost is not None and carried is not None else lost
    return Problem(money=left, tasks=rest, carried=lost if lost is not None and lost.number > 0 else None)


def goal_gaps(rows: tuple[IndicatorFacts, ...], funds: Funds, tasks: Tasks) -> tuple[GoalGap, ...]:
    """Where the goals did not follow the budget."""
    found = []
    change = funds.change
    if change is not None and change.number > 0:
        for row in rows:
            if row.settled and row.met and row.gap is not None and row.gap.number > 0 and _names(row, change):
                found.append(GoalGap(row=row))
                break
    budget = funds.whole.budget
    if not tasks.agree or budget is None or not rows or _count_all(rows, tasks):
        return tuple(found)
    names = [bare(row.name) for row in rows]
    for task in tasks.items:
        if task.budget is None or task.budget.number < budget.number * _TENTH:
            continue
        if task.budget.number > budget.number * _HALF:
            continue  # what the project is for is what its indicators measure
        if not _shown(task, names):
            found.append(GoalGap(task=task, share=task.budget / budget))
    return tuple(found)


def _count_all(rows: tuple[IndicatorFacts, ...], tasks: Tasks) -> bool:
    """Does an indicator count all sub-projects themselves: 实施项目数 33个?"""
    number = sum([task.number.number for task in tasks.items])
    counted = [row.low.number for row in rows if row.low is not None and "项目" in row.name]
    return number > 1 and number in counted


def _shown(task: Task, names: list[str]) -> bool:
    """Is a task seen in an indicator: by its name, by its head, CT购置 in 购置设备数量, or by its kind?"""
    own, kind = bare(task.name), task.kind
    head = own[-_HEAD:]
    if any(head in name or (len(kind) >= _HEAD and kind in name) for name in names):
        return True
    return any(are_about_one(own, name) for name in names)


def _names(row: IndicatorFacts, change: Sourced) -> bool:
    """Does the reason of a row name the change of the budget?"""
    cause = row.reason.cause
    return any(word in cause for word in _RAISED) and clause_holding(cause, change.number * YUAN) is not None
