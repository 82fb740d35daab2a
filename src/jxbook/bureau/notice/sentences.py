"""The sentences of the notice, each from the numbers of a run; a list is empty where there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.bureau.figures import GRADES, CommonProblem, Figures, FormGroup
from jxbook.bureau.notice.words import day, money, names, points, rate, share
from jxbook.bureau.whole import Whole
from jxbook.checks.submission import Expected
from jxbook.facts.words import marker, numbered, stop, unstopped

_PROBLEMS, _LOW = 6, 0.6
_FULL = 100
"""A department whose forms have more is no example for others: their 分值 are wrong."""
_ACROSS = {
    "JX801": "同一项目重复报送",
    "JX802": "不同项目的文字雷同",
    "JX803": "满意度处处相同",
    "JX804": "预算数与部门数、项目清单不符",
    "JX805": "与上年的自评表不一致",
}


def overall(run: Whole, told: Figures) -> Iterator[str]:
    """一: how many, how much money, what they came to."""
    all_, departments = told.all, len(told.departments)
    also = (
        f"，另有部门整体支出自评表{len(run.once) - len(run.counted)}份"
        if len(run.once) > len(run.counted)
        else ""
    )
    yield f"共收到{departments}个部门{all_.forms}个项目的自评表{also}。{_money(all_)}"
    if all_.mean is not None:
        graded = [f"{word}{all_.grades[word]}个" for word in told.grades if all_.grades.get(word)]
        good = all_.grades.get(GRADES[0], 0)
        said = f"，其中{'、'.join(graded)}，优的占{share(good, sum(all_.grades.values()))}" if graded else ""
        yield f"得出总分的项目{all_.scored}个，平均{points(all_.mean)}{said}。{_unscored(run)}"
    faulty = sum(one.count("错误") > 0 for one in run.counted)
    if all_.forms:
        yield (
            f"审核发现错误{all_.errors}处、需要核实的{all_.warnings}处；有错误的项目{faulty}个，"
            f"占{share(faulty, all_.forms)}。"
        )
    yield from _before(run, told)


def _money(group: FormGroup) -> str:
    if group.rate is None:
        return ""
    return f"全年预算{money(group.budget)}，执行{money(group.spent)}，预算执行率{rate(group.rate)}。"


def _unscored(run: Whole) -> str:
    open_ = [one for one in run.counted if one.status == "待完善"]
    return f"因填报不完整没有得出总分的项目{len(open_)}个。" if open_ else ""


def _before(run: Whole, told: Figures) -> Iterator[str]:
    """This year beside the one before, where the store knows it."""
    by_year = {group.name: group for group in told.years}
    if len(run.of_years) != 1:
        return
    now, before = by_year[str(run.of_years[0])], by_year.get(str(run.of_years[0] - 1))
    if before is None or now.mean is None or before.mean is None:
        return
    parts = [f"平均分{_changed(now.mean, before.mean, '分')}"]
    if now.rate is not None and before.rate is not None:
        parts.append(f"预算执行率{_changed(now.rate * 100, before.rate * 100, '个百分点')}")
    yield f"与上年相比，{'，'.join(parts)}。"


def _changed(now: float, before: float, unit: str) -> str:
    gap = round(now - before, 2)
    return f"{'提高' if gap > 0 else '下降'}{abs(gap):g}{unit}" if gap else "持平"


def by_department(told: Figures) -> Iterator[str]:
    """二: who is ahead, who is behind, in score, money and errors."""
    scored = sorted(
        (one for one in told.departments if one.mean is not None and one.mean <= _FULL),
        key=lambda one: -(one.mean or 0),
    )
    if len(scored) > 1:
        first, last = scored[0], scored[-1]
        yield (
            f"平均分最高的是{first.name}，{points(first.mean or 0)}；最低的是{last.name}，{points(last.mean or 0)}。"
        )
    spent = sorted(
        (one for one in told.departments if one.rate is not None and one.rate < _LOW),
        key=lambda one: one.rate or 0,
    )
    if spent:
        lowest = spent[0]
        yield (
            f"预算执行率低于60%的部门{len(spent)}个：{names(one.name for one in spent)}，"
            f"{f'最低的{lowest.name}' if len(spent) > 1 else ''}为{rate(lowest.rate or 0)}。"
        )
    faulty = sorted((one for one in told.departments if one.errors), key=lambda one: -one.errors)
    if faulty:
        counts = "、".join(f"{one.name}{one.errors}处" for one in faulty[:3])
        yield f"错误较多的是{counts}。"


def done_well(run: Whole, told: Figures) -> Iterator[str]:
    """三: only what the numbers bear out."""
    clean = [one for one in told.departments if not one.errors]
    if clean:
        count = sum(one.forms for one in clean)
        yield f"{names((one.name for one in clean), '个部门')}报送的{count}份自评表没有发现错误。"
    spent = [one for one in run.counted if one.rate is not None and one.rate == 1]
    if spent:
        yield f"{len(spent)}个项目的预算全部执行，占{share(len(spent), len(run.counted))}。"
    missed = [
        line
        for one in run.counted
        for line in one.lines
        if line.completion is not None and line.completion < 1
    ]
    told_why = [line for line in missed if len(line.reason) > 4]
    if missed and 2 * len(told_why) >= len(missed):
        yield f"未达到年度指标值的{len(missed)}项指标中，{len(told_why)}项写明了偏差原因。"


def problems(run: Whole, told: Figures) -> tuple[str, ...]:
    """四: the typical ones, with counts and one example each; then what is found across forms, and what is unreadable."""
    common = [one for one in told.problems if one.severity != "提示"][:_PROBLEMS]
    said = [_problem(one, len(run.once)) for one in common]
    for code, what in _ACROSS.items():
        found = [one for one in run.shared if one.remark.code == code and one.remark.severity != "提示"]
        if found:
            said.append(f"{what}，{len(found)}处。如{unstopped(found[0].remark.what)}。")
    if run.unread:
        first = run.unread[0]
        said.append(f"{len(run.unread)}个文件无法读取。如“{first.file}”，{unstopped(first.remark.what)}。")
    return numbered(said)


def _problem(one: CommonProblem, forms: int) -> str:
    return (
        f"{one.title}。{one.forms}个项目共{one.times}处，占全部项目的{share(one.forms, forms)}，"
        f"涉及{one.departments}个部门。如“{one.example_of}”，{unstopped(one.example)}。"
    )


def handed_in(run: Whole) -> Iterator[str]:
    """五: who is late or missing, against the list of projects."""
    roster = run.roster
    if roster is None:
        return
    missing, late = roster.missing(run.once), roster.late
    came = len(roster.lines) - len(missing)
    yield f"应报送{len(roster.lines)}个项目，已报送{came}个，报送率{share(came, len(roster.lines))}。"
    if missing:
        units = dict.fromkeys(_unit(one) for one in missing)
        yield f"未报送的项目{len(missing)}个，涉及{names(units)}，名单见附件。"
    if late:
        worst = "、".join(
            f"{_unit(one)}“{one.project}”（应于{day(one.due, '')}前报送，{day(one.received, '')}报送）"
            for one in late[:3]
        )
        yield f"逾期报送的项目{len(late)}个：{worst}{'等' if len(late) > 3 else ''}。"
    listed = {id(form) for form, _ in roster.paired(run.once)}
    others = [one for one in run.counted if id(one) not in listed]
    if others:
        yield f"清单以外报送的项目{len(others)}个：{names((one.project for one in others), '个')}。"


def _unit(one: Expected) -> str:
    return one.implementer or one.supervisor or "（清单未写单位）"


def demands(run: Whole, told: Figures, deadline: str) -> tuple[tuple[str, str], ...]:
    """六: what is to be done, by whom, until when: heading and text."""
    until = day(deadline, "改正后重新报送的日期")
    found = []
    if told.all.errors or told.all.warnings or run.unread:
        found.append(
            (
                "限期改正",
                f"有关单位对照退回意见逐项改正或作出说明，经主管部门审核后于{until}前重新报送。无法读取的文件一并补报。",
            )
        )
    if run.roster is not None and run.roster.missing(run.once):
        found.append(("及时补报", f"未报送的单位于{day(deadline, '补报的日期')}前补报，并书面说明原因。"))
    mended = [one for one in told.problems if one.severity != "提示"][:3]
    if mended:
        fixes = "；".join(dict.fromkeys(unstopped(one.fix).removeprefix("请") for one in mended))
        found.append(("提高填报质量", stop(f"针对上述问题，各单位在填报时做到：{fixes}")))
    found.append(("做好抽查复核", f"对自评结果进行抽查复核，{marker('抽查的范围、比例和完成日期')}。"))
    found.append(("加强结果应用", f"{marker('自评结果与预算安排挂钩的具体办法')}。"))
    return tuple(found)
