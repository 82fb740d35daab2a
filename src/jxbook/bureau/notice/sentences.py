"""The sentences of the notice, each from the numbers of a run; a list is empty where there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jxbook.bureau.figures import GRADES, CommonProblem, Figures, FormGroup
from jxbook.bureau.notice.words import day, listed, money, names, of_all, points, rate, share
from jxbook.bureau.run_result import RunResult
from jxbook.bureau.year import of_other_years, without_year
from jxbook.checks.submission import UNNAMED, Expected, Submission
from jxbook.facts.words import marker, numbered, stop, unstopped

_PROBLEMS, _LOW, _MUCH, _NEARLY = 6, 0.6, 3, 0.9
"""How many problems are told; the rate below which a department is named; the errors from which it is; the share of
shortfalls with a reason that is praised."""
FULL = 100
"""A department whose forms have more is no example for others: their 分值 are wrong."""
_OURS = "jxbook"
"""What is done with a command of ours is no demand on an office."""
_ACROSS = {
    "JX801": "同一项目重复报送",
    "JX802": "不同项目的文字雷同",
    "JX803": "满意度数值雷同",
    "JX804": "预算数与部门数、项目清单不符",
    "JX805": "与上年的自评表不一致",
}


def overall(run: RunResult, told: Figures) -> Iterator[str]:
    """一: how many, how much money, what they came to."""
    all_, departments = told.all, sum(one.forms > 0 for one in _named(told))
    also = (
        f"，另有部门整体支出自评表{len(run.once) - len(run.counted)}份"
        if len(run.once) > len(run.counted)
        else ""
    )
    nameless = sum(one.department == UNNAMED for one in run.counted)
    unnamed = f"，其中{nameless}个项目没有填写主管部门" if nameless else ""
    yield f"共收到{departments}个部门{all_.forms}个项目的自评表{unnamed}{also}。{_money(run, all_)}"
    if all_.mean is not None:
        yield f"得出总分的项目{all_.scored}个，平均{points(all_.mean)}{_grades(all_, told)}。{_unscored(run)}"
    yield from _faults(run, all_)
    yield from _before(run, told)


def _money(run: RunResult, group: FormGroup) -> str:
    if group.rate is None:
        return ""
    open_ = sum(one.budget is None or one.spent is None for one in run.counted)
    left_out = f"（{open_}个项目没有填全预算数和执行数，未计入）" if open_ else ""
    return (
        f"全年预算{money(group.budget)}，执行{money(group.spent)}，预算执行率{rate(group.rate)}{left_out}。"
    )


def _grades(all_: FormGroup, told: Figures) -> str:
    """，其中优22个、良1个，1个没有评定等级；优的占95.65%."""
    graded = [f"{word}{all_.grades[word]}个" for word in told.grades if all_.grades.get(word)]
    count = sum(all_.grades.values())
    if not graded:
        return ""
    rest = f"，{all_.scored - count}个没有评定等级" if all_.scored > count else ""
    portion = of_all(all_.good, count)
    of = "在已评定等级的项目中" if rest else ""
    return f"，其中{'、'.join(graded)}{rest}{f'；{of}优{portion}' if portion and all_.good else ''}"


def _unscored(run: RunResult) -> str:
    open_ = [one for one in run.counted if one.status == "待完善"]
    return f"因填报不完整没有得出总分的项目{len(open_)}个。" if open_ else ""


def _faults(run: RunResult, all_: FormGroup) -> Iterator[str]:
    """How much is wrong, and with how many of those that have the best grade."""
    if not run.once:
        return
    faulty = sum(one.count("错误") > 0 for one in run.once)
    across = sum(one.remark.severity != "提示" for one in run.shared)
    said = [f"错误{all_.errors}处" if faulty else "没有错误"]
    said += [f"需要核实的{all_.warnings}处"] if all_.warnings else []
    parts = ["逐份审核，" + ("、" if faulty else "，").join(said)]
    if faulty:
        parts.append(f"有错误的自评表{faulty}份{of_all(faulty, len(run.once), comma=True)}")
    if across:
        parts.append(f"各表之间重复、雷同或者不一致的{across}处")
    yield f"{'；'.join(parts)}。"
    best = [one for one in run.counted if one.grade == GRADES[0]]
    unsure = sum(one.count("错误") > 0 for one in best)
    if unsure:
        yield f"等级为优的{len(best)}个项目中，{unsure}个有错误，得分和等级以改正后的为准。"


def _named(told: Figures) -> list[FormGroup]:
    """The departments that have a name."""
    return [one for one in told.departments if one.name != UNNAMED]


def _before(run: RunResult, told: Figures) -> Iterator[str]:
    """This year beside the one before, where the store knows it."""
    by_year = {group.name: group for group in told.years}
    if len(run.of_years) != 1:
        return
    now, before = told.all, by_year.get(str(run.of_years[0] - 1))
    if before is None or now.mean is None or before.mean is None:
        return
    parts = [f"平均分{_changed(now.mean, before.mean, '分')}"]
    if now.rate is not None and before.rate is not None:
        parts.append(f"预算执行率{_changed(now.rate * 100, before.rate * 100, '个百分点')}")
    yield f"与上年（{before.forms}个项目）相比，{'，'.join(parts)}。"


def _changed(now: float, before: float, unit: str) -> str:
    gap = round(now - before, 2)
    return f"{'提高' if gap > 0 else '下降'}{abs(gap):g}{unit}" if gap else "持平"


def other_years(run: RunResult, year: int | None) -> Iterator[str]:
    """How many forms are of other years, which the notice leaves out, or of none, which it counts."""
    if others := of_other_years(run, year):
        yield f"另收到其他年度的自评表（{others}），不在本次通报之列。"
    if year is not None and (nameless := without_year(run)):
        yield f"没有写明年度的自评表{nameless}份，按本年度计入。"


def by_department(told: Figures) -> Iterator[str]:
    """二: who is ahead, who is behind, in score, money and errors."""
    scored = {one.name: one.mean for one in _named(told) if one.mean is not None and one.mean <= FULL}
    shown = {name: points(mean) for name, mean in scored.items()}
    if len(set(shown.values())) == 1 < len(shown):
        yield f"{len(shown)}个部门的平均分都是{next(iter(shown.values()))}。"
    elif len(shown) > 1:
        best, worst = (shown[pick(scored, key=scored.__getitem__)] for pick in (max, min))
        yield f"平均分最高的是{_having(best, shown)}；最低的是{_having(worst, shown)}。"
    spent = sorted(
        (one for one in _named(told) if one.rate is not None and one.rate < _LOW),
        key=lambda one: one.rate or 0,
    )
    if spent:
        lowest = spent[0]
        yield (
            f"预算执行率低于60%的部门{len(spent)}个：{listed([one.name for one in spent])}，"
            f"{f'最低的{lowest.name}' if len(spent) > 1 else ''}为{rate(lowest.rate or 0)}。"
        )
    yield from _faulty(sorted((one for one in _named(told) if one.errors), key=lambda one: -one.errors))


def _having(score: str, shown: Mapping[str, str]) -> str:
    """甲局，100分; of several: 甲局、乙局等5个部门，均为100分."""
    same = [name for name, one in shown.items() if one == score]
    return f"{names(same, '个部门')}，{'均为' if len(same) > 1 else ''}{score}"


def _faulty(found: Sequence[FormGroup]) -> Iterator[str]:
    """Where the errors are; a single one here and there is no reason to name anybody before others."""
    much = [one for one in found if one.errors >= _MUCH][:3]
    if len(found) == 1:
        yield f"发现的错误都在{found[0].name}，共{found[0].errors}处。"
    elif len(found) <= 3 and found:
        yield f"发现错误的部门{len(found)}个：{'、'.join(f'{one.name}{one.errors}处' for one in found)}。"
    elif much:
        counts = "、".join(f"{one.name}{one.errors}处" for one in much)
        yield f"发现错误的部门{len(found)}个，较多的是{counts}。"
    elif found:
        yield f"发现错误的部门{len(found)}个，每个部门不超过{found[0].errors}处。"


def done_well(run: RunResult, told: Figures) -> Iterator[str]:
    """三: only what the numbers bear out."""
    doubtful = {form.department for one in run.shared if one.remark.severity != "提示" for form in one.forms}
    if run.roster:
        absent = (*run.roster.missing(run.once), *run.roster.unseen(run.once))
        doubtful |= {one.supervisor or one.implementer for one in absent}
    clean = [
        one
        for one in _named(told)
        if one.forms and not one.errors + one.warnings and one.name not in doubtful
    ]
    if clean:
        count = sum(one.forms for one in clean)
        yield f"{names((one.name for one in clean), '个部门')}报送的{count}个项目的自评表没有发现错误，也没有需要核实的。"
    spent = [one for one in run.counted if one.rate is not None and one.rate == 1]
    if spent:
        yield f"{len(spent)}个项目的预算全部执行{of_all(len(spent), len(run.counted), comma=True)}。"
    missed = [
        line
        for one in run.counted
        for line in one.lines
        if line.completion is not None and line.completion < 1
    ]
    told_why = [line for line in missed if len(line.reason) > 4]
    copied = any(one.remark.code == "JX802" for one in run.shared)
    if missed and len(told_why) >= _NEARLY * len(missed) and not copied:
        said = "都" if len(told_why) == len(missed) else f"中，{len(told_why)}项"
        yield f"未达到年度指标值的{len(missed)}项指标{said}写明了偏差原因。"


def problems(run: RunResult, told: Figures) -> tuple[str, ...]:
    """四: the typical ones, with counts and one example each; then what is found across forms, and what is unreadable."""
    common = [one for one in told.problems if one.severity != "提示"][:_PROBLEMS]
    said = [_problem(one, len(run.once)) for one in common]
    for code, what in _ACROSS.items():
        found = [one for one in run.shared if one.remark.code == code and one.remark.severity != "提示"]
        if found:
            said.append(_with_example(what, f"{len(found)}处", unstopped(found[0].remark.what), len(found)))
    if run.unread:
        first = run.unread[0]
        what, example = "文件无法读取", f"“{first.file}”，{unstopped(first.remark.what)}"
        said.append(_with_example(what, f"{len(run.unread)}个", example, len(run.unread)))
    return numbered(said)


def _problem(one: CommonProblem, forms: int) -> str:
    count = f"{one.forms}份自评表" + (f"共{one.times}处" if one.times > one.forms else "")
    count += of_all(one.forms, forms, comma=True)
    if one.departments > 1:
        count += f"，涉及{one.departments}个部门"
    return _with_example(one.title, count, f"“{one.example_of}”，{unstopped(one.example)}", one.times)


def _with_example(what: str, count: str, example: str, times: int) -> str:
    """An example of several, or the only case itself."""
    return f"{what}，{count}。如{example}。" if times > 1 else f"{what}，{count}：{example}。"


def handed_in(run: RunResult, told_of: Sequence[Submission]) -> Iterator[str]:
    """五: who is late or missing, against the list of projects; a form with a wrong year is not missing. `told_of` are
    the projects of the notice."""
    roster = run.roster
    if roster is None:
        return
    missing, unseen, late = roster.missing(run.once), roster.unseen(run.once), roster.late
    came = len(roster.lines) - len(missing)
    yield f"应报送{len(roster.lines)}个项目，已报送{came}个，报送率{share(came, len(roster.lines))}。"
    if missing:
        units = dict.fromkeys(_unit(one) for one in missing)
        yield f"未报送的项目{len(missing)}个，涉及{names(units, '个单位')}，名单见附件。"
    if unseen:
        shown = listed([f"{_unit(one)}“{one.project}”" for one in unseen])
        yield f"清单登记了报送日期、没有读到自评表的项目{len(unseen)}个：{shown}。"
    if late:
        worst = "、".join(
            f"{_unit(one)}“{one.project}”（应于{day(one.due, '')}前报送，{day(one.received, '')}报送）"
            for one in late[:3]
        )
        yield f"逾期报送的项目{len(late)}个：{worst}{'等' if len(late) > 3 else ''}。"
    known = {id(form) for form, _ in roster.paired(run.once)}
    others = [one for one in told_of if id(one) not in known]
    if others:
        yield f"清单以外报送的项目{len(others)}个：{listed([one.project or one.file for one in others])}。"


def _unit(one: Expected) -> str:
    return one.implementer or one.supervisor or "（清单未写单位）"


def demands(run: RunResult, told: Figures, deadline: str) -> tuple[tuple[str, str], ...]:
    """六: what is to be done, by whom, until when: heading and text."""
    until = day(deadline, "改正后重新报送的日期")
    found = []
    across = any(one.remark.severity != "提示" for one in run.shared)
    again = ["无法读取的文件"] if run.unread else []
    if run.roster is not None and run.roster.unseen(run.once):
        again.append("没有读到自评表的项目")
    if told.all.errors or told.all.warnings or across or again:
        found.append(
            (
                "限期改正",
                f"有关单位对审核发现的问题逐项改正或作出说明，经主管部门审核后于{until}前重新报送。"
                + (f"{'、'.join(again)}一并重新报送。" if again else ""),
            )
        )
    if run.roster is not None and run.roster.missing(run.once):
        found.append(("及时补报", f"未报送的单位于{day(deadline, '补报的日期')}前补报，并书面说明原因。"))
    mended = [one for one in told.problems if one.severity != "提示" and _OURS not in one.fix][:3]
    if mended:
        fixes = "；".join(f"{one.title}的，{unstopped(one.fix).removeprefix('请')}" for one in mended)
        found.append(("提高填报质量", stop(f"各单位对照上述问题逐项检查：{fixes}")))
    found.append(("做好抽查复核", f"对自评结果进行抽查复核，{marker('抽查的范围、比例和完成日期')}。"))
    found.append(("加强结果应用", f"{marker('自评结果与预算安排挂钩的具体办法')}。"))
    return tuple(found)
