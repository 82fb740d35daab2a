"""The labels that a policy prints on the form: what is entered is found again by its label, so no two are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jxbook.form.labels import EVERY_FORM, label
from jxbook.form.table import BY_SPELLING, column_of, nearest_column
from jxbook.policy.fault import Fault
from jxbook.policy.model import Policy
from jxbook.policy.shapes import ROOM_FOR_THREE
from jxbook.policy.source import KeyPath, PolicyFile
from jxbook.values.fold import fold

_GOALS = ("预期目标", "实际完成情况")
STANDING = EVERY_FORM | BY_SPELLING.keys()
"""The labels that every form has, in the spellings that are recognised as such in a file."""


def label_faults(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    """Labels that have no room or could not be told apart in a filled form, and limits for what the form does not have."""
    yield from _crowded(policy, source)
    yield from _misspelt(policy, source)
    yield from _alike(policy, source)
    yield from _limits(policy, source)


def _crowded(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    columns = len(policy.values("layout.columns"))
    for row in policy.values("layout.head_rows"):
        if len(row) > 2 and columns < ROOM_FOR_THREE:
            what = f"表头的{'、'.join(row)}写在一行，指标表只有{columns}列，放不下"
            line = _line(source, ("layout", "head_rows"), ("layout", "columns"))
            yield Fault(line, what, "请分成几行，每行一至两栏")


def _misspelt(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    """A further column whose name is so near to a known heading that a form would be read by that."""
    for one in map(column_of, policy.values("layout.columns")):
        if one.own and (meant := nearest_column(one.heading)):
            what = f"“{one.heading}”这一列与“{meant.heading}”的名称相近，读表时无法分辨"
            fix = f"如果就是{meant.heading}，请改用这个表头；如果是本单位自设的列，请换一个名称"
            yield Fault(_line(source, ("layout", "columns")), what, fix)


def _alike(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    taken: dict[str, tuple[str, str, KeyPath]] = {fold(one): ("表中原有", one, ()) for one in STANDING}
    for name in policy.tree.names:
        taken.setdefault(label(name), ("指标体系", name, ("tree",)))
    for kind, name, place in _printed(policy):
        if before := taken.get(label(name)):
            what = f"{kind}的“{name}”与{before[0]}的“{before[1]}”重名"
            fix = "请改成不同的栏名：所填的内容凭栏名读取，括号和其中的文字不计"
            yield Fault(_line(source, place, before[2]), what, fix)
        taken.setdefault(label(name), (kind, name, place))


def _printed(policy: Policy) -> Iterator[tuple[str, str, KeyPath]]:
    """Kind, label and place of every label that a policy adds to the form."""
    for row in policy.values("layout.head_rows"):
        yield from (("表头", name, ("layout", "head_rows")) for name in row)
    yield from (("文字栏", name, ("layout", "boxes")) for name, _ in policy.values("layout.boxes"))
    columns = map(column_of, policy.values("layout.columns"))
    yield from (("自设的列", one.heading, ("layout", "columns")) for one in columns if one.own)
    yield from (("签字栏", name, ("layout", "signatures")) for name in policy.values("layout.signatures"))


def _limits(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    """A box carries its own limit; text_limits are for all that is no box. A second limit could differ."""
    boxes = [fold(name) for name, _ in policy.values("layout.boxes")]
    limits = [fold(name) for name, _ in policy.values("layout.text_limits")]
    place = ("layout", "text_limits")
    for name, count in Counter(limits).items():
        if count + boxes.count(name) > 1:
            what = f"“{name}”的字数上限写了{count + boxes.count(name)}次，无法判断以哪个为准"
            fix = "表末文字栏的上限只写在 boxes，其他各栏的只写在 text_limits，每栏写一次"
            yield Fault(_line(source, place, ("layout", "boxes")), what, fix)
    heads = (name for row in policy.values("layout.head_rows") for name in row)
    known = (*policy.values("layout.columns"), *_GOALS, *heads)
    for name, _ in policy.values("layout.text_limits"):
        if name not in known and fold(name) not in boxes:
            line = _line(source, place, ("layout", "columns"), ("layout", "head_rows"))
            fix = f"text_limits 可以写的是：{'、'.join(known)}；表末文字栏的上限写在 boxes"
            yield Fault(line, f"text_limits 写了“{name}”，表上没有“{name}”这一栏", fix)


def _line(source: PolicyFile, *places: KeyPath) -> int:
    """The line of the first of these that stands in this file; the others are its parent's."""
    return next((source.lines[place] for place in places if place in source.lines), 0)
