"""Values that are each allowed, but together would give a wrong score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from jxbook.form.table import BY_FIELD
from jxbook.policy.columns import columns_of
from jxbook.policy.fault import Fault
from jxbook.policy.form_labels import label_faults
from jxbook.policy.model import Level1, Policy, Tree
from jxbook.policy.source import PolicyFile
from jxbook.values.fold import fold, plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import NumberKey, ScoringSource, TierKey

_NEEDED: Mapping[ScoringSource, tuple[str, ...]] = {
    "computed": ("target", "actual", "points", "earned"),
    "rows": ("earned",),
}
_TIERS = ("full", "partial", "failed")
_BOUNDS: tuple[TierKey, ...] = ("qualitative.full", "qualitative.partial", "qualitative.failed")
_UNSTATED: tuple[NumberKey, ...] = (
    "qualitative.unstated_full",
    "qualitative.unstated_partial",
    "qualitative.unstated_failed",
)


def contradictions(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    """What in a policy does not fit together; the lines are those of its own file."""
    yield from _weights(policy, source)
    yield from _names(policy.tree, source)
    yield from _tiers(policy, source)
    yield from _bands(policy, source)
    yield from _columns(policy, source)
    yield from label_faults(policy, source)


def _weights(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    tree, total = policy.tree, policy.number("weights.total")
    suggested = sum(one.points for one in tree.level1)
    if total <= 0:
        yield Fault(source.line("weights", "total"), "总分应大于0", "一般是100")
    columns = columns_of(policy)
    if not suggested or "points" not in columns or policy.word("scoring.source") not in _NEEDED:
        return  # no weights that a score would rest on
    execution = policy.number("weights.execution")
    if suggested + execution != total:
        added = "＋".join(plain(one.points) for one in tree.level1)
        what = f"一级指标的分值{added}，加上执行率{plain(execution)}分，合计{plain(suggested + execution)}分"
        yield Fault(
            _line_of_weights(source),
            what,
            f"应等于总分{plain(total)}分，请改正 [tree] 中的分值，或者 weights 之下的值",
        )
    for at, one in enumerate(tree.level1):
        yield from _level2_weights(one, source, at)
    for at, variant in enumerate(tree.variants):
        names = {one.name for one in tree.level1} - set(variant.without)
        if set(variant.points) != names or not set(variant.without) <= {one.name for one in tree.level1}:
            what = f"不设{'、'.join(variant.without)}时的分值没有写全或写多了"
            fix = f"应写明：{'、'.join(sorted(names))}，名称与 [[tree.level1]] 的 name 相同"
            yield Fault(_line_of_variant(source, at), what, fix)
        elif sum(variant.points.values()) + execution != total:
            what = f"不设{'、'.join(variant.without)}时，各一级指标加上执行率不等于总分{plain(total)}分"
            yield Fault(_line_of_variant(source, at), what, "请改正分值")


def _line_of_variant(source: PolicyFile, at: int) -> int:
    return source.line("tree", "variants", at) or _line_of_weights(source)


def _line_of_weights(source: PolicyFile) -> int:
    return source.line("tree") or source.line("weights", "execution")


def _level2_weights(one: Level1, source: PolicyFile, at: int) -> Iterator[Fault]:
    place = ("tree", "level1", at)
    added = sum((two.points for two in one.level2), Decimal(0))
    if added != one.points:
        what = f"{one.name}之下二级指标的分值合计{plain(added)}分"
        yield Fault(source.line(*place), what, f"应等于{one.name}的{plain(one.points)}分")
    for two in one.level2:
        given = sum((preset.points for preset in two.presets), Decimal(0))
        if two.presets and given != two.points:
            what = f"{two.name}之下三级指标的分值合计{plain(given)}分"
            line = source.line(*place, "level2", two.name)
            yield Fault(line, what, f"应等于{two.name}的{plain(two.points)}分")


def _names(tree: Tree, source: PolicyFile) -> Iterator[Fault]:
    """A name that stands twice could not be told apart."""
    level1 = Counter(fold(name) for one in tree.level1 for name in {one.name, *one.aliases})
    level2 = Counter(fold(n) for one in tree.level1 for two in one.level2 for n in {two.name, *two.aliases})
    for kind, counts in (("一级", level1), ("二级", level2)):
        for name, count in counts.items():
            if count > 1:
                what = f"{kind}指标的名称或别名“{name}”写了{count}次，无法分辨"
                yield Fault(source.line("tree"), what, "请改成不同的名称")


def _tiers(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    bounds = [policy.values(key) for key in _BOUNDS]
    if bounds != sorted(bounds, reverse=True):
        line = source.line("qualitative")
        yield Fault(line, "定性指标三档的界限没有从高到低", "full 应高于 partial，partial 应高于 failed")
    else:
        yield from _seams(dict(zip(_TIERS, bounds, strict=True)), source)
    for key, (low, high) in zip(_UNSTATED, bounds, strict=True):
        if not low <= policy.number(key) <= high:
            what = f"{key} 不在该档的{plain(low)}至{plain(high)}之内"
            yield Fault(source.line(*key.split(".")), what, f"请改成{plain(low)}至{plain(high)}之间的数")


def _seams(bounds: Mapping[str, tuple[Decimal, Decimal]], source: PolicyFile) -> Iterator[Fault]:
    """The tiers cover 0 to 100, each beginning where the next lower one ends."""
    (lowest, _), (_, highest) = bounds["failed"], bounds["full"]
    if highest != 100:
        line = source.line("qualitative", "full")
        yield Fault(line, f"qualitative.full 到{plain(highest)}止，应到100止", "请改正上限")
    if lowest != 0:
        line = source.line("qualitative", "failed")
        yield Fault(line, f"qualitative.failed 从{plain(lowest)}起，应从0起", "请改正下限")
    for upper, lower in pairwise(_TIERS):
        low, high = bounds[upper][0], bounds[lower][1]
        if low != high:
            own = upper if ("qualitative", upper) in source.lines else lower
            what = f"qualitative.{upper} 从{plain(low)}起，{lower} 到{plain(high)}止，没有衔接"
            fix = f"{upper} 的下限应等于 {lower} 的上限，两档不重叠、不留空"
            yield Fault(source.line("qualitative", own), what, fix)


def _bands(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    bands, total = policy.values("grades.bands"), policy.number("weights.total")
    lowest, place = bands[-1], ("grades", "bands")
    if lowest[0] != 0:
        what = f"最低一档“{lowest[1]}”从{plain(lowest[0])}分起，以下的分数没有等级"
        yield Fault(source.line(*place), what, "最低一档请从0起")
    if bands[0][0] > total:
        what = f"“{bands[0][1]}”的下限{plain(bands[0][0])}分高于总分{plain(total)}分"
        yield Fault(source.line(*place), what, "请改正等级的界限或总分")


def _columns(policy: Policy, source: PolicyFile) -> Iterator[Fault]:
    fields = columns_of(policy)
    kind = policy.word("scoring.source")
    absent = [field for field in _NEEDED.get(kind, ()) if field not in fields]
    if absent:
        names = "、".join(BY_FIELD[field].heading for field in absent)
        what = f"得分来源是 {kind}，指标表却没有{names}一列"
        line = source.line("layout", "columns") or source.line("scoring", "source")
        yield Fault(line, what, "请补上这一列，或者改变得分来源")
