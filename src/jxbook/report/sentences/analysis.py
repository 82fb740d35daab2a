"""绩效评价指标分析: the met rows of a 二级指标 in a sentence, each missed one with plan, actual, gap and cause."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import count as count_from
from itertools import groupby

from jxbook.document.marks import bare, mark
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import count, place_of, total
from jxbook.facts.sums import Group
from jxbook.facts.words import listed, marker, only_asked
from jxbook.report.refs import see
from jxbook.report.sentences.changes import changes
from jxbook.report.sentences.costs import cost_told
from jxbook.report.sentences.grounds import denied, grounds, seen
from jxbook.report.sentences.naming import (
    amount,
    asked_for,
    event,
    percent_of,
    result,
    subject,
    target,
    whole_percent,
)
from jxbook.report.sentences.survey import survey_told
from jxbook.scoring import half_up
from jxbook.values import Kind, Sign, Tier, plain

_TENTH = Decimal("1.1")
_THIRD = Decimal("1.3")


def overview(facts: Facts, rows: tuple[IndicatorFacts, ...]) -> str:
    """How many indicators of each 一级指标, what they earned, and how many reached their target."""
    own = {id(row) for row in rows} if facts.scored else set()  # the rows themselves, not what says the same
    groups = [group for group in facts.groups if not own.isdisjoint(map(id, group.rows))]
    if not groups:
        return _tally(rows, "三级指标") if facts.compared and not _told_at_once(rows) else ""
    causes = (
        see("loss_table", "，扣分原因见{}")
        if any(row.missed for group in groups for row in group.rows)
        else ""
    )
    return "；".join(_of_group(group) for group in groups) + f"{causes}。"


def _told_at_once(rows: tuple[IndicatorFacts, ...]) -> bool:
    """Does one sentence say of all of them that they reached their targets?"""
    return len({row.level2 for row in rows}) == 1 and not any(row.missed for row in rows)


def _of_group(group: Group) -> str:
    number = count(len(group.rows), f"{group.name}项数")
    if group.earned is None:
        return f"{group.name}{number}项，分值{group.points}分"
    return f"{group.name}{number}项，得{group.earned}分（分值{group.points}分），{_reached(group.rows, group.name)}"


def _reached(rows: tuple[IndicatorFacts, ...], name: str) -> str:
    missed = [row for row in rows if row.missed]
    met = len(rows) - len(missed)
    if not any(row.compared for row in rows):
        return f"{count(len(missed), f'{name}扣分的项数')}项扣分" if missed else "未扣分"
    if not missed:
        return "达到年度指标值" if len(rows) == 1 else "均达到年度指标值"
    if not met:
        return "未达到年度指标值" if len(rows) == 1 else "均未达到年度指标值"
    reached = count(met, f"{name}达到年度指标值的项数")
    return f"{reached}项达到年度指标值，{count(len(missed), f'{name}未达到年度指标值的项数')}项未达到"


def _tally(rows: tuple[IndicatorFacts, ...], name: str) -> str:
    own = tuple(row for row in rows if row.settled)
    if not own:
        return ""
    return f"{name}{count(len(own), f'{name}项数')}项，{_reached(own, name)}。"


def part(facts: Facts, name: str, *, only: str = "", without: str = "", numbered: bool = True) -> str:
    """The analysis of a part (产出, 效益 …), a paragraph for each 二级指标; `only` and `without` choose by its label.

    Costs and the survey are told where their indicators are, and stand alone where there is none.
    """
    rows = tuple(
        row
        for row in facts.rows
        if row.part == name and only in row.level2 and not (without and without in row.level2)
    )
    paragraphs = []
    for label, group in groupby(rows, lambda row: row.level2):
        own = tuple(group)
        text = level2(facts, own)
        if "成本" in label:
            text += cost_told(facts)
        if "满意" in label:
            text += survey_told(facts)
        if text:
            paragraphs.append((_short(label), text))
    return "\n".join(_headed(paragraphs, numbered))


def _headed(paragraphs: list[tuple[str, str]], numbered: bool) -> Iterable[str]:
    told = sum(not only_asked(text) for _, text in paragraphs)
    numbers = count_from(1)
    for label, text in paragraphs:
        alone = not numbered or told < 2 or only_asked(text)  # what is asked for goes as a whole
        yield text if alone else f"{next(numbers)}.{label}。{text}"


def _short(label: str) -> str:
    """数量指标 → 数量."""
    return label.removesuffix("指标") or label


def level2(facts: Facts, rows: tuple[IndicatorFacts, ...]) -> str:
    """The rows of one 二级指标: the met ones grouped, then the missed ones, those far off first."""
    every = [row for row in rows if row.settled and not row.missed]
    met = [row for row in every if facts.denial(row) is None]
    missed = sorted((row for row in rows if row.missed), key=lambda row: not row.great)
    said = [*_met(met, facts), *_views(facts, met)]
    for row in every:
        said += [f"{result(row)}{denied(row, facts)}", *_views(facts, [row])] if facts.denial(row) else []
    for row in missed:
        said += [_missed(row, facts), *_views(facts, [row])]
    waiting = [row for row in rows if not (row.settled or row.missed)]
    said += [*_open(rows), *_views(facts, waiting), _since_last_year(rows)]
    return "".join(f"{one}。" for one in said if one)


def _met(rows: list[IndicatorFacts], facts: Facts) -> list[str]:
    """All rates of 100 % in one sentence, what only reached its target in another, what passed it each in its own."""
    full = [row for row in rows if whole_percent(row) and not changes(row)]
    said = []
    if len(full) > 1:
        names = "、".join(row.name for row in full)
        figure = full[0].value
        assert figure is not None
        said.append(f"{names}均为{amount(full[0], figure)}，达到年度指标值")
        rows = [row for row in rows if row not in full]
    own = [(row, _own_words(row, facts)) for row in rows]
    plainly = [row for row, words in own if not words]
    if plainly:
        together = "、".join(result(row) for row in plainly if row.compared and not row.worded)
        worded = [f"{result(row)}{seen(row, facts)}" for row in plainly if row.compared and row.worded]
        tail = "均达到年度指标值" if sum(not row.worded for row in plainly) > 1 else "达到年度指标值"
        said += [f"{together}，{tail}"] if together else []
        said += [("；" if any("，" in one for one in worded) else "，").join(worded)] if worded else []
        said += [_judged(row) for row in plainly if not row.compared]
    return said + [words for _, words in own if words]


def _own_words(row: IndicatorFacts, facts: Facts) -> str:
    """A met row that has more to say than that it was met: it stayed within a limit, or passed its target."""
    if not row.compared or row.low is None or row.value is None or row.gap is None:
        return _in_time(row)
    if changes(row):
        return f"{result(row)}（年度指标值{target(row)}）"
    if row.limit:
        return _within(row)
    if row.aim.sign is Sign.RANGE or row.completion is None or row.completion <= _TENTH:
        return ""
    gap = f"{row.gap.as_text(plain(row.gap.number))}{'个百分点' if row.percent else row.unit}"
    if row.percent:
        return f"{result(row)}，比年度指标值{target(row)}高{gap}"
    if row.completion <= _THIRD:
        return f"{result(row)}，比年度指标值{target(row)}多{gap}，完成{percent_of(row.completion, row)}"
    why = _why_beyond(row, facts)
    return f"{result(row)}，完成年度指标值的{percent_of(row.completion, row)}{why}"


def _why_beyond(row: IndicatorFacts, facts: Facts) -> str:
    """Why it went far beyond: the task that came with more money, the reason given, else what to write."""
    for problem in facts.problems:
        if any(gap.row is row for gap in problem.gaps) and row.gap is not None:
            return f"，超出的{row.gap}{row.unit}为年中追加资金新增的任务"
    if row.reason.cause:
        return f"，{row.cause}"
    what = f"{row.name}超出年度指标值较多的原因"
    return marker(what, row.why_where)


def _within(row: IndicatorFacts) -> str:
    """A limit that was kept: 服务投诉3件，控制在10件以内; a unit cost with how much lower it was."""
    assert row.low is not None and row.gap is not None and row.value is not None
    if row.cost and not row.value.number:
        return f"未发生{row.name}"
    if row.gap.number == 0 or (row.aim.sign is Sign.EQUAL and row.gap.number == 0):
        return "" if not row.cost else f"{result(row)}，与年度指标值持平"
    if not row.cost:
        return f"{result(row)}，控制在{target(row)}以内"
    if row.percent or not row.low.number:
        return f"{result(row)}，控制在{target(row)}以内"
    share = abs(row.gap) / row.low
    return f"{result(row)}，比年度指标值{target(row)}低{share.percent()}"


def _in_time(row: IndicatorFacts) -> str:
    if not row.timed or row.late is None:
        return ""
    if row.indicator.actual_value.bound is not None:
        return result(row)
    if row.late.number == 0:
        return f"{result(row)}，按期完成" if event(row.name)[1] else ""
    early = _by(row)
    return f"{result(row)}，比年度指标值{target(row)}早{early}" if row.late.number < 0 else ""


def _by(row: IndicatorFacts) -> str:
    """How much later or earlier: 2个月, 46天."""
    if row.late_months is not None and row.late_months.number:
        return f"{abs(row.late_months)}个月"
    return f"{abs(row.late)}天" if row.late is not None else ""


def gap(row: IndicatorFacts) -> str:
    """How a target was missed, in its own measure; "" where it is no number and no time."""
    if row.timed and row.late is not None and row.late.number > 0:
        return f"晚{_by(row)}"
    if row.gap is None:
        return ""
    over = row.gap.number > 0
    number = abs(row.gap)
    if changes(row):
        return f"{'多' if over else '少'}{number}{'个百分点' if row.percent else row.unit}"
    if row.percent:
        return f"{'高' if over else '低'}{number}个百分点"
    if row.limit and row.cost:
        return f"高{number}{row.unit}"
    return f"{'多' if over else '少'}{number}{row.unit}"


def _missed(row: IndicatorFacts, facts: Facts) -> str:
    """A missed row: result and gap against the target; the cause is told among the problems, once."""
    if not row.compared:
        return _judged(row)
    if row.worded:
        return _missed_words(row, facts)
    said = gap(row)
    if not said:
        return f"{result(row)}，未达到年度指标值{target(row)}"
    text = f"{result(row)}，比年度指标值{target(row)}{said}"
    if row.limit and row.gap is not None and row.low is not None and row.low.number and not row.percent:
        text += f"，超出{(abs(row.gap) / row.low).percent()}"
    elif (
        row.completion is not None and not row.percent and not row.timed and not row.slight and not row.limit
    ):
        text += f"，完成{percent_of(row.completion, row)}"
    return text


def _missed_words(row: IndicatorFacts, facts: Facts) -> str:
    if row.aim.kind is Kind.YES_NO:
        return missed_yes(row)
    aim = f"“{row.target}”"
    if row.tier is Tier.PARTIAL and row.completion is not None:
        names = f"“{row.name}”完成程度"
        share = mark(f"{plain(half_up(row.completion * 100, 2))}%", names, place_of(row.indicator.actual))
        reached = f"达成{share}" if row.indicator.actual_value.ratio is not None else f"按分值的{share}记分"
        said = f"{row.name}评定为“部分达成年度指标并具有一定效果”，{reached}，未达到{aim}"
        return f"{said}{grounds(row, facts)}"
    return f"{row.name}未达到{aim}{grounds(row, facts)}"


def missed_yes(row: IndicatorFacts) -> str:
    """A yes that did not come true: 防火期前完工没有实现."""
    return (
        f"{asked_for(row)}没有实现" if row.target == "是" else f"{row.name}为“{row.actual}”，不符合年度指标值"
    )


def _judged(row: IndicatorFacts) -> str:
    """A row by its 评价要点, or by what reviewers gave: how they came out, and the points."""
    said = []
    own = row.judged
    if own.points:
        number = count(own.points, f"“{row.name}”评价要点项数")
        if len(own.verdicts) == 1:
            said.append(f"评价要点{number}项，均{own.verdicts[0][0]}")
        else:
            parts = "、".join(
                f"{count(times, f'“{row.name}”{word}的要点项数')}项{word}" for word, times in own.verdicts
            )
            said.append(f"评价要点{number}项，其中{parts}")
    if own.reviewers:
        said.append(f"由{count(own.reviewers, f'“{row.name}”评委人数')}名评委评分")
    if row.earned is not None:
        said.append(
            f"得{row.earned}分（分值{row.points}分）" if row.points is not None else f"得{row.earned}分"
        )
    if not said:
        return ""
    return f"{row.name}{'，'.join(said)}"


def _open(rows: tuple[IndicatorFacts, ...]) -> list[str]:
    """Rows that could not be settled: what is there is said, what is missing is asked for in one marker."""
    waiting = [row for row in rows if not row.settled]
    said = [result(row) for row in waiting if row.has_actual and not row.has_target]
    missing = [row for row in waiting if row.has_target and not row.has_actual]
    if missing:
        cells = "、".join(_actual_place(row) for row in missing)
        said.append(marker(f"{listed([bare(row.name) for row in missing], 5)}的实际完成值", cells))
    for row in waiting:
        if row.has_target and row.has_actual and row.worded:
            what = f"{bare(row.name)}属于达成、部分达成还是未达成年度指标，以及达成的比例"
            said.append(f"{row.name}填写为“{row.actual}”{marker(what, _actual_place(row))}")
        elif row.has_target and row.has_actual:
            what = f"{bare(row.name)}能与年度指标值{bare(row.target)}比较的实际完成值"
            said.append(marker(what, _actual_place(row)))
    return said


def _actual_place(row: IndicatorFacts) -> str:
    return place_of(row.indicator.actual) or f"自评表“{bare(row.name)}”实际完成值"


def _since_last_year(rows: tuple[IndicatorFacts, ...]) -> str:
    """How the numbers moved since the year before, where the workbook was begun from that year's."""
    said = []
    for row in rows:
        if row.before is None or row.value is None:
            continue
        change = row.value - row.before
        past = f"{subject(row)}上年为{amount(row, row.before)}"
        if not change:
            said.append(f"{past}，本年持平")
        elif row.percent:
            said.append(f"{past}，本年{'提高' if change.number > 0 else '下降'}{abs(change)}个百分点")
        else:
            said.append(f"{past}，本年{'增加' if change.number > 0 else '减少'}{abs(change)}{row.unit}")
    return "；".join(said)


def _views(facts: Facts, rows: list[IndicatorFacts]) -> list[str]:
    """What interviews said of a row; complaints and wishes about a missed one stand with the problem."""
    return [
        f"{view.people}在访谈中反映{view.text}"
        for view in facts.views
        if view.row is not None and view.row in rows and not view.problem
    ]


def scores(facts: Facts) -> str:
    """得分情况: what met and missed rows and the 执行率 earned."""
    if not facts.scored or facts.source != "computed" or facts.open:
        return ""
    met = [row for row in facts.met if row.points is not None and row.lost is None]
    less = [row for row in facts.rows if row.lost is not None]
    said = []
    if met and (
        points := total((row.earned for row in met if row.earned is not None), "得满分的指标得分合计")
    ):
        said.append(f"得满分的指标{count(len(met), '得满分的指标项数')}项，共{points}分")
    if less:
        whole = total((row.points for row in less if row.points is not None), "扣分的指标分值合计")
        earned = total((row.earned for row in less if row.earned is not None), "扣分的指标得分合计")
        said.append(f"扣分的指标{count(len(less), '扣分的指标项数')}项，分值{whole}分，得{earned}分")
    if facts.funds.counts and facts.funds.earned is not None:
        said.append(f"预算执行率分值{facts.funds.points}分，得{facts.funds.earned}分")
    if not said:
        return ""
    own = see("form_table", "各项指标得分见{}")
    where = "，".join(filter(None, (see("score_summary", "分类得分见{}"), own))) if facts.losses else own
    none = "" if facts.losses else "，各项均未扣分"
    return f"{'；'.join(said)}{none}。{_seen(where)}"


def _seen(where: str) -> str:
    return f"{where}。" if where else ""
