"""The policy of a form that names none: only what the file cites or shows beyond doubt counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.assess.source import Source
from jxbook.form import Form
from jxbook.pattern import pattern
from jxbook.policy import DEFAULT_POLICY, Policy, load_policy, shipped_policies
from jxbook.policy.columns import columns_of
from jxbook.policy.once import once_for_each
from jxbook.values import fold
from jxbook.workbook.names import FINDINGS

_SUBJECT = pattern(r"\A([一-龥]+)项目(?:支出)?绩效")
_TITLE_ROWS, _LONGEST_TITLE = 4, 60
_UNITS = ("填报单位", "单位名称", "预算单位", "填报部门")
_WHOLE = pattern(r"(?:部门|单位)整体(?:支出)?(?:绩效)?(?:目标)?自评表")


class FileWords:
    """All that a file says, joined and folded when it is first asked for, and once however many forms are in it."""

    __slots__ = ("_source", "_text")

    def __init__(self, source: Source) -> None:
        self._source, self._text = source, ""

    @property
    def text(self) -> str:
        """Of every sheet but 校验结果: what we once said of the form is no word of its office."""
        if not self._text:
            self._text = fold("".join(_texts(self._source)))
        return self._text

    def title_of(self, sheet: str) -> str:
        """The title of the form on a sheet, folded: the lines at its top that speak of a form."""
        cells = next((one.cells for one in self._source.grid.sheets if one.name == sheet), {})
        lines = (
            cell.value
            for (row, _), cell in cells.items()
            if row <= _TITLE_ROWS and isinstance(cell.value, str) and len(cell.value) <= _LONGEST_TITLE
        )
        return "".join(line for line in map(fold, lines) if "自评" in line or "评价" in line)


def guess(words: FileWords, form: Form) -> tuple[Policy, str]:
    """A policy of the form's columns and labels: the one whose number or title the file cites, that of a whole department
    where the title says so, else the only one of the place in the unit's name that is for such projects. Where there
    is none or more than one, the default: that no other policy has these columns says nothing."""
    policies, text = shipped_policies(), words.text
    units = fold(form.project.supervisor.text + form.project.implementer.text)
    cited = _only([one for one in policies if _is_cited(one, text) and _fits(one, form)])
    there = [one for one in policies if _short(one) and _short(one) in units]
    near = _only([one for one in there if _subject(one) in text and _fits(one, form)])
    if cited and not (near and cited.id in {parent.id for parent in near.parents}):
        return cited, f"文件中写有{cited.identity.number}"
    if _WHOLE.search(text):
        return load_policy("department-whole"), "表名是部门整体支出绩效自评表"
    if near:  # its place goes before a document that its own rules build on
        return near, f"单位名称中有“{_short(near)}”，表的栏目和指标名称与该政策一致"
    return load_policy(
        DEFAULT_POLICY
    ), f"文件没有写明政策，按默认政策处理；{_otherwise(units, there, form, words)}"


def _otherwise(units: str, there: list[Policy], form: Form, words: FileWords) -> str:
    """What to do where the default is not the right one, with the policies of the place of the unit: those of the form's
    columns and labels, else those that all others of the place build on. The place stands in the unit's name, so that
    its policies are `there`, or its city, its 区 or the title of the form tells it."""
    told = ""
    if not there and (place := _place(units, form, words)):
        there, told = [one for one in shipped_policies() if _short(one) == place[0]], place[1]
    ids = {one.id for one in there}
    near = [one for one in there if _fits(one, form)]
    near = near or [one for one in there if not ids & {parent.id for parent in one.parents}]
    how = "请写在“评价政策”一栏，或用 --policy 指定"
    if not near:
        return f"另有规定的，{how}"
    named = "、".join(f"{one.id}“{one.identity.name}”" for one in near)
    return f"{f'“{told}”' if told else '单位'}在{near[0].identity.place}，也可以用 {named}，{how}"


def _place(units: str, form: Form, words: FileWords) -> tuple[str, str] | None:
    """The place of a form, and the name that tells it, by what its units are called, else by its title."""
    from jxbook.assess.places import place_of  # most forms name their province, or a policy

    facts = form.project.facts
    called = units + fold("".join(facts[one].text for one in _UNITS if one in facts))
    title = words.title_of(form.sheet)
    return next((one for text in (called, title) if (one := place_of(text, words.text))), None)


def of_texts(texts: Sequence[str]) -> tuple[Policy, str]:
    """A policy for a text without a form: the one whose number or title it cites, else the default."""
    text = fold("".join(texts))
    cited = _only([one for one in shipped_policies() if _is_cited(one, text)])
    if cited:
        return cited, f"文中写有{cited.identity.number}"
    return load_policy(DEFAULT_POLICY), "文中没有写明政策，按默认政策处理；另有规定的，请用 --policy 指定"


def _only(policies: list[Policy]) -> Policy | None:
    return policies[0] if len(policies) == 1 else None


def _texts(source: Source) -> Iterator[str]:
    yield from source.texts
    for sheet in source.grid.sheets:
        if sheet.name != FINDINGS:
            yield from (cell.value for cell in sheet.cells.values() if isinstance(cell.value, str))


def _is_cited(policy: Policy, text: str) -> bool:
    """Its own number or title stands in the text; that of its parent says nothing about it."""
    return any(map(text.__contains__, _citations(policy)))


@once_for_each
def _citations(policy: Policy) -> tuple[str, ...]:
    """A policy's number and its title as they are cited, folded, without those of its parent."""
    identity, above = policy.identity, policy.parents[:1]
    number, title = fold(identity.number), fold(identity.title)
    own_number = "〔" in number and all(fold(one.number) != number for one in above)
    own_title = len(title) > 8 and all(fold(one.title) != title for one in above)
    return (*((number,) if own_number else ()), *((f"《{title}》",) if own_title else ()))


@once_for_each
def _short(policy: Policy) -> str:
    """A place as it stands in the names of offices: 北京市 → 北京."""
    place = fold(policy.identity.place)
    return "" if place == "全国" else place.removesuffix("市").removesuffix("省")


@once_for_each
def _subject(policy: Policy) -> str:
    """The kind of projects that a policy is for, folded: 专项债券 of 河南省专项债券项目绩效自评; "" where it is for all."""
    found = _SUBJECT.match(policy.identity.name.removeprefix(policy.identity.place))
    return fold(found[1]) if found else ""


def _fits(policy: Policy, form: Form) -> bool:
    """The form has the policy's columns and labels."""
    return _has_columns(policy, form) and _knows_labels(policy, form)


def _has_columns(policy: Policy, form: Form) -> bool:
    """The form has the columns that tell layouts apart where the policy has them, and only there."""
    fields = columns_of(policy)
    first = form.indicators[0] if form.indicators else None
    return first is not None and all(
        (field in fields) == (entry.cell is not None)
        for field, entry in (("nature", first.nature), ("points", first.points), ("earned", first.earned))
    )


def _knows_labels(policy: Policy, form: Form) -> bool:
    """Every 二级指标 in use stands under the 一级指标 where the policy has it; one that repeats a 二级指标 of
    the same 一级指标, a slip often seen, does no harm."""
    used = [one for one in form.indicators if one.used]
    return bool(used) and all(_knows(policy, fold(one.level1.text), fold(one.level2.text)) for one in used)


def _knows(policy: Policy, level1: str, level2: str) -> bool:
    above, below = policy.tree.find_level1(level1), policy.tree.find_level2(level2)
    if above is None:
        slip = policy.tree.find_level2(level1)
        above = slip[0] if slip else None
    return above is not None and (not level2 or (below is not None and below[0] is above))
