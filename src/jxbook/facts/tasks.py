"""子项目 as the tasks of the project: which of them left money, and why."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from operator import itemgetter

from jxbook.dataclass import cached_property, dataclass, replace
from jxbook.document.marks import bare, quoted
from jxbook.facts.costs import Cost
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.money import UNIT, YUAN, Funds, in_units, is_on_money
from jxbook.facts.sourced import Sourced, place_of, total
from jxbook.facts.words import one_line, passage_label, unanswered, unstopped
from jxbook.form import Form, Passage, SubProject
from jxbook.prose import akin, answers, are_about_one, clause_holding, speaks_of, without_amount
from jxbook.prose.words import OWED
from jxbook.values import Kind, fold

_DONE = ("完成", "完工", "竣工", "验收", "结项", "结题")
_NOT = ("未", "没", "待", "正在", "部分", "实施")
_NOT_BEGUN = ("未开工", "未启动", "未实施", "未开始", "尚未开", "尚未实施", "尚未启动", "没有开")
_WHY = tuple(
    "因 由于 未 推迟 延 暂停 停工 结余 节约 减少 少于 低于 不足 下降 降 取消 核减 审减 压减 缩减 调减 尾款 质保 保证金 "
    "中标 招标 流标 采购 结算 决算 审计 离职 退出 空缺 空编 缓 待 跨年 分期 下达".split()
)
"""Words of a note that says why money is left."""
_NOUNS, _SHORT = ("质保", "保证金", "尾款", "工程尾款", "工程质保", "工程质量保证金"), 12
_OF_MONEY = ("金", "款")
_TOLD, _OF_MANY = 5, 3
_FAR = Decimal("0.7")
"""支出率 of a finished task below which its budget was far off."""


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class Task:
    """A row of 子项目 with its money in 万元; `cause` says why money is left, "" where nobody said; then
    `vain` is what was written in its place and says nothing: 任务已完成, and `beside` what is known to have happened: 少完成4个.

    `number` is how many things the row stands for; `cost` the row of 成本效益 that is about it.
    """

    name: str
    kind: str
    number: Sourced
    budget: Sourced | None
    spent: Sourced | None
    status: str
    note: str
    where: str
    cause: str = ""
    short: str = ""
    vain: str = ""
    beside: str = ""
    cost: Cost | None = None

    @cached_property
    def left(self) -> Sourced | None:
        """What of its budget was not spent, None where unknown or nothing."""
        if self.budget is None or self.spent is None or self.budget.number <= self.spent.number:
            return None
        return self.budget - self.spent

    @property
    def over(self) -> Sourced | None:
        """What was spent beyond its budget, None where unknown or nothing."""
        if self.budget is None or self.spent is None or self.spent.number <= self.budget.number:
            return None
        return self.spent - self.budget

    @cached_property
    def rate(self) -> Sourced | None:
        """支出率 as a ratio."""
        if self.budget is None or self.spent is None or not self.budget.number:
            return None
        return self.spent / self.budget

    @cached_property
    def why_where(self) -> str:
        """Where it is to be written why money is left, and what is written there without saying it."""
        return unanswered(self.where, self.vain)

    @cached_property
    def owed(self) -> bool:
        """Is the work done and what is left still to be paid: 质保金, 尾款?"""
        cause = bare(self.cause) if self.done else ""
        return any(word in cause for word in OWED)

    @property
    def waiting(self) -> bool:
        """Is it said not to have begun?"""
        return fold(self.status).startswith(_NOT_BEGUN)

    @property
    def spare(self) -> bool:
        """Is the work done and nothing of what is left still to be paid, so that it is left for good?"""
        return self.done and not self.owed

    @cached_property
    def done(self) -> bool:
        """Is it said to be finished? 未完成 and 部分完成 are not."""
        status = fold(self.status)
        return any(word in status for word in _DONE) and not status.startswith(_NOT)


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class Tasks:
    """All sub-projects. `agree`: their money adds up to the form's, so that the money left can be told by task.

    `used` are the clauses of staff's passages that a cause was taken from, each with the cause.
    """

    items: tuple[Task, ...]
    agree: bool
    used: tuple[tuple[str, str], ...] = ()

    @cached_property
    def leaving(self) -> tuple[Task, ...]:
        """Those that left money, the most first; none where the sums do not agree."""
        if not self.agree:
            return ()
        left = [(task.left.number, task) for task in self.items if task.left is not None]
        return tuple(task for _, task in sorted(left, key=lambda one: -one[0]))

    @cached_property
    def left_together(self) -> Sourced | None:
        """What those left in all: more than the form's where others spent beyond their budgets."""
        return total((task.left for task in self.leaving if task.left is not None), "各项任务未支出合计")

    @cached_property
    def over(self) -> tuple[Task, ...]:
        """Those that spent beyond their budgets; none where the sums do not agree."""
        return tuple(task for task in self.items if task.over is not None) if self.agree else ()

    @cached_property
    def told(self) -> tuple[Task, ...]:
        """Those that a sentence names one by one; of many those that left most, the others stand in the table."""
        every = self.leaving
        return every if len(every) <= _TOLD else every[:_OF_MANY]

    @cached_property
    def kinds(self) -> tuple[tuple[str, Sourced], ...]:
        """类别 → how many, in the order in which they first appear; none where nobody sorted them."""
        found: dict[str, list[Sourced]] = {}
        for task in self.items:
            found.setdefault(task.kind, []).append(task.number)
        return tuple(
            (kind, whole)
            for kind, numbers in found.items()
            if kind and (whole := total(numbers, f"“{kind}”子项目数量"))
        )


def tasks_facts(
    form: Form, funds: Funds, costs: tuple[Cost, ...], rows: tuple[IndicatorFacts, ...] = ()
) -> Tasks:
    """The sub-projects with the causes of what they left."""
    passages = [one for one in form.passages if is_on_money(one.section)]
    used: list[tuple[str, str]] = []
    items = []
    for row in form.records.subprojects:
        task = _task(row, form, costs)
        items.append(_with_cause(task, passages, used, rows) if task.left else task)
    return Tasks(tuple(items), _agree(items, funds), tuple(used))


def far_off(spare: Iterable[Task], funds: Funds) -> Task | None:
    """Of tasks that are `spare` the one with the lowest 支出率, where that shows a budget set far too high: below the
    rate of the whole and below seven tenths; else None."""
    rated = [(task.rate.number, task) for task in spare if task.rate is not None]
    if not rated or funds.rate is None:
        return None
    lowest, task = min(rated, key=itemgetter(0))
    return task if lowest < min(funds.rate.number, _FAR) else None


def _task(row: SubProject, form: Form, costs: tuple[Cost, ...]) -> Task:
    name = one_line(row.name)
    number = row.count.number
    return Task(
        quoted(name, "子项目名称", place_of(row.name)),
        one_line(row.kind),
        Sourced(Decimal(1) if number is None else number, f"“{name}”数量", place_of(row.count)),
        in_units(row.budget, form, f"“{name}”预算"),
        in_units(row.spent, form, f"“{name}”支出"),
        one_line(row.status),
        quoted(one_line(row.note), f"“{name}”说明", place_of(row.note)),
        place_of(row.note) or place_of(row.name),
        cost=next((one for one in costs if speaks_of(bare(one.name), name)), None),
    )


def _agree(items: list[Task], funds: Funds) -> bool:
    budget = total(task.budget for task in items if task.budget is not None)
    spent = total(task.spent for task in items if task.spent is not None)
    whole = funds.whole
    if budget is None or spent is None or whole.budget is None or whole.spent is None:
        return False
    return budget.number == whole.budget.number and spent.number == whole.spent.number


def _with_cause(
    task: Task, passages: list[Passage], used: list[tuple[str, str]], rows: tuple[IndicatorFacts, ...]
) -> Task:
    left = task.left
    assert left is not None
    if found := _by_volume(task):
        clause = _told(task, left, passages, used)
        if clause:
            used[-1] = (used[-1][0], "相抵后余" if "相抵后余" in found else "万元未使用")
        return replace(task, cause=found, short=clause or found)
    if clause := _told(task, left, passages, used):
        return replace(task, cause=clause, short=clause)
    note = bare(task.note)
    if any(word in note for word in _WHY) and answers(note):
        cause = unstopped(_without_amount(task, left))
        cause = f"为{cause}" if note.startswith(_NOUNS) and len(note) <= _SHORT else cause
        return replace(task, cause=cause, short=cause)
    if task.done and (words := _by_price(task) or _by_row(task, rows)):
        return replace(task, cause=words[0], short=words[1])
    if not task.done and (why := _by_missed(task, rows)):
        return replace(task, beside=why)
    return replace(task, vain=note) if note and not answers(note) else task


def _by_missed(task: Task, rows: tuple[IndicatorFacts, ...]) -> str:
    """How much less was done of the quantity that the task was for: 少完成180亩; how much of the money that explains
    only staff can say."""
    name = bare(task.name)
    return next(
        (
            f"少完成{abs(row.gap)}{row.unit}"
            for row in rows
            if row.missed
            and row.gap is not None
            and row.aim.kind is Kind.NUMBER
            and not (row.percent or row.limit)
            and are_about_one(name, bare(row.name))
        ),
        "",
    )


def _without_amount(task: Task, left: Sourced) -> str:
    """Its note without the amount that the sentence says already: 质保金12万元按合同留存; behind a verb the amount stays."""
    note = bare(task.note)
    rest = without_amount(note, left.number * YUAN)
    at = next(
        (at for at, (one, other) in enumerate(zip(note, rest, strict=False)) if one != other), len(rest)
    )
    if rest == note or not note[:at].endswith(_OF_MONEY):
        return task.note
    return quoted(rest, f"“{bare(task.name)}”说明", task.where)


def _told(task: Task, left: Sourced, passages: list[Passage], used: list[tuple[str, str]]) -> str:
    for passage in passages:
        clause = clause_holding(passage.text.text, left.number * YUAN)
        if clause:
            text = unstopped(without_amount(clause.text, left.number * YUAN, bare(task.name)))
            if not answers(text):
                continue
            used.append((clause.text, text))
            return quoted(text, passage_label(passage.section), place_of(passage.text))
    return ""


def _by_volume(task: Task) -> str:
    """Less was done than planned, at another price: only where the two explain the money to the fen."""
    cost = task.cost
    if cost is None or cost.short is None or task.budget is None or task.spent is None:
        return ""
    if cost.planned.number != task.budget.number or cost.spent.number != task.spent.number:
        return ""
    volume, price = cost.short * cost.planned_price, cost.price_effect
    text = f"少完成{cost.short}{cost.unit}，对应计划资金{volume}万元未使用"
    if price.number > 0:
        return (
            f"{text}；已完成的{cost.quantity}{cost.unit}超出计划单位成本{price}万元，相抵后余{task.left}万元"
        )
    if price.number < 0:
        return f"{text}；已完成的{cost.quantity}{cost.unit}低于计划单位成本{abs(price)}万元，两项合计{task.left}万元"
    return text


def _by_price(task: Task) -> tuple[str, str] | None:
    cost = task.cost
    if cost is None or cost.price.number >= cost.planned_price.number:
        return None
    long = f"任务已完成，每{cost.unit}成本由计划的{cost.planned_price}万元降至{cost.price}万元，形成结余"
    return long, f"每{cost.unit}成本低于计划{cost.planned_price - cost.price}万元"


def _by_row(task: Task, rows: tuple[IndicatorFacts, ...]) -> tuple[str, str] | None:
    """An indicator of unit cost that explains the money to the fen: what it came below its target, times the number."""
    for row in rows:
        if not row.cost or row.unit != UNIT or row.low is None or row.value is None or task.left is None:
            continue
        saved = (row.low.number - row.value.number) * task.number.number
        if saved == task.left.number and akin(bare(task.name), bare(row.name)):
            text = f"{row.name}由计划的{row.low}{row.unit}降至{row.value}{row.unit}"
            return f"任务已完成，{text}，形成结余", text
    return None
