"""Sums that a text states: parts behind 其中, or before and behind 共计, beside their whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.figures import Figure, FigureKind, figured_sentences, figures

_AMONG = pattern(
    r"(?=[其支资，:：（(])(?:其中\s*[:：，,、]?|(?:支出|资金来源)(?:构成|组成|明细)(?:为|如下|包括)?\s*[:：]|，(?:包括|包含)(?=[^。；\n]*其他)"
    r"|(?<=[元份人个次户名场所家册台套件亩里座间点])(?:[:：]|[（(](?!其中|含|包括|即|约|不)))"
)
"""What opens the parts of a whole: 其中, a colon or a bracket right behind the whole, 包括 where 其他 closes the list."""
_AT_ONCE = frozenset(":：（(")
_SPENT = pattern(r"(?:支出|支付|使用)[^，。；\d]{0,4}\Z")
_MADE_OF = pattern(r"组成[，,（(]?\Z")
_EXPLAINS = pattern(r"[，,（(](?:均?按|每|人均|户均|平均|单价)[^，,；;、。）)\n]*")
"""How a part was reckoned: 送戏补助113万元，按每场5000元补助."""
_ENDS = pattern(r"[。！？\n]")
_PIECE = pattern(r"[^，,、；;：:和及与]+")
_OPEN = pattern(
    r"(?<![一二三四五六七八特同上中下高初优均平对相])等(?!级|于|次|候|待|额|分)|包括但不限于|主要(?:有|是|包括|为)"
)
_OVERLAPPING = pattern(
    r"党员|团员|女|老年|青年|儿童|残疾|贫困|脱贫|新增|以上|以下|涉及|占|每|人均|户均|平均|最高|最低|同比|上年|环比|增|减|约|调整|其中"
)
_VERBS = pattern(
    r"(?:(?<![一-龥])|已|实际|累计)支出|支付|执行|到位|使用|结余|结转|拨付|收回|剩余|完成|已|未|计划|实际|预算(?![内外])|批复|下达|收入"
)
_TOGETHER = pattern(r"^(?:\S{0,4}?)(?:合计|共计|总计|累计|总共)(?:为|是|约)?[^，。；\d]{0,6}$")
_WHOLE_FIRST = pattern(r"(?:合计|共计|总计|总共|共)[^，。；：:\d]{0,8}$")
_ADDS, _BETWEEN = pattern("[合共总累]"), pattern(r"[^，,、；;：:（()）]+")
_FEWEST = 3
"""Figures of a sum: the whole and two parts."""
_BACK = 200  # characters before 其中 in which its whole stands


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts as a text states them; `total` is what the parts come to, in the whole's base unit."""

    whole: Figure
    parts: tuple[Figure, ...]
    total: Decimal
    holds: bool

    @property
    def start(self) -> int:
        return min(self.whole.start, self.parts[0].start)

    @property
    def end(self) -> int:
        return max(self.whole.end, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class Leeway:
    """How far parts may be off: from `apart` per cent of the whole on they were not meant as its parts; up to `slack`
    units of the last digit they hold, beside what rounding explains."""

    apart: Decimal = Decimal(20)
    slack: Decimal = Decimal(0)


_USUAL = Leeway()


def sums(text: str, leeway: Leeway = _USUAL) -> tuple[Sum, ...]:
    """The sums of a text, those that hold too, and none of what was not meant as one."""
    if not any(
        word in text for word in ("其中", "共", "计", "构成", "组成", "明细", "：", "（", "包括", "包含")
    ):
        return ()
    return (*_among(text, leeway), *_together(text, leeway))


def _among(text: str, leeway: Leeway) -> Iterator[Sum]:
    text = _EXPLAINS.sub(lambda match: match[0][0] + " " * (len(match[0]) - 1), text)
    opened = [*_AMONG.finditer(text)]
    every = figures(text) if opened else ()
    starts = [one.start for one in every]
    for match in opened:
        if not _has_figures(text, match.start()):
            continue
        begin, end = match.end(), _end(text, match.start())
        inner = text[begin:end]
        if _OPEN.search(inner):
            continue
        near = every[bisect_left(starts, match.start() - 2 * _BACK) : bisect_left(starts, end)]
        parts = _parts(text, begin, end, near)
        if len(parts) < 2 or not _is_partition(text, begin, parts):
            continue
        base, kind = parts[0].base, parts[0].kind
        wholes = [
            one
            for one in near
            if one.end <= match.start()
            and (one.base, one.kind) == (base, kind)
            and one.start >= _from(text, match.start())
        ]
        if match[0] in _AT_ONCE and not (wholes and wholes[-1].end == match.start()):
            continue  # a colon or a bracket opens the parts of the figure right before it
        if match[0].startswith("支出"):
            wholes = [one for one in wholes if _SPENT.search(text, max(0, one.start - 12), one.start)]
        if wholes and all(one.exact for one in (*parts, wholes[-1])):
            certain = bool(_MADE_OF.search(text, wholes[-1].end, match.start()))
            yield from _stated(wholes, parts, leeway, certain)


def _has_figures(text: str, at: int) -> bool:
    return any(one.isdigit() for one in text[max(0, at - _BACK) : at])


def _from(text: str, at: int) -> int:
    """Where the sentence begins to which 其中 belongs: the one before it where 其中 opens its own."""
    low = max(0, at - _BACK)
    begin = max((one.end() for one in _ENDS.finditer(text, low, at)), default=low)
    if not text[begin:at].strip("（( "):
        begin = max((one.end() for one in _ENDS.finditer(text, low, max(low, begin - 1))), default=low)
    return begin


def _end(text: str, at: int) -> int:
    """Where the list behind 其中 ends: at its closing bracket, else with the sentence."""
    depth = 1 if text[max(0, at - 1) : at] in ("（", "(") else 0
    inside = depth
    for place in range(at, min(len(text), at + 600)):
        if text[place] in "（(":
            depth += 1
        elif text[place] in "）)":
            depth -= 1
            if inside and not depth:
                return place
        elif text[place] in "。！？\n" and not (inside and depth):
            return place
    return min(len(text), at + 600)


def _parts(text: str, begin: int, end: int, every: Sequence[Figure]) -> list[Figure]:
    """The first figure of each piece of the list, those of one unit; what stands in brackets explains a part."""
    flat, depth = [], 0
    for one in text[begin:end]:
        if one in "（(":
            depth += 1
        flat.append(" " if depth else one)
        if one in "）)":
            depth = max(0, depth - 1)
    pieces = [(match.start() + begin, match.end() + begin) for match in _PIECE.finditer("".join(flat))]
    found: list[Figure] = []
    waiting = [
        one
        for one in every
        if begin <= one.start < end
        and flat[one.start - begin] != " "
        and one.kind in (FigureKind.MONEY, FigureKind.COUNT)
    ]
    starts = [one.start for one in waiting]
    for low, high in pieces:
        first = bisect_left(starts, low)
        if first < len(starts) and starts[first] < high:
            found.append(waiting[first])
    if not found:
        return []
    base, kind = found[0].base, found[0].kind
    return [one for one in found if (one.base, one.kind) == (base, kind)]


def _is_partition(text: str, begin: int, parts: Sequence[Figure]) -> bool:
    """Do the labels speak of parts of one kind, none of which may hold another?"""
    labels, last = [], begin
    for one in parts:
        labels.append(text[last : one.start])
        last = one.end
    joined = "".join(labels)
    if _OVERLAPPING.search(joined) and not ("男" in joined and "女" in joined and "占" not in joined):
        return False
    verbs = [bool(_VERBS.search(one)) for one in labels]
    return all(verbs) or not any(verbs)


def _together(text: str, leeway: Leeway) -> Iterator[Sum]:
    for sentence, every in figured_sentences(text):
        if len(every) < _FEWEST or "其中" in sentence.text or not _ADDS.search(sentence.text):
            continue
        pieces = [match.span() for match in _BETWEEN.finditer(sentence.text)]
        starts = [one.start for one in every]
        held = [every[bisect_left(starts, low) : bisect_left(starts, high)] for low, high in pieces]
        for at, (low, _) in enumerate(pieces):
            for one in [one for one in held[at] if not one.spoken][:1]:
                before = sentence.text[low : one.start]
                together, first = _TOGETHER.search(before), _WHOLE_FIRST.search(before)
                ways = ((True, 2), (False, 2)) if together else ((False, 3),) if first else ()
                for back, least in ways:
                    run = _run(sentence.text, pieces, held, at, one, back)
                    if len(run) >= least:
                        yield from (_shifted(each, sentence.start) for each in _stated([one], run, leeway))
                        break


def _run(
    text: str,
    pieces: Sequence[tuple[int, int]],
    held: Sequence[Sequence[Figure]],
    at: int,
    whole: Figure,
    back: bool,
) -> list[Figure]:
    """The figures of the pieces right before (or behind) a whole, one in each and all of its unit."""
    found: list[Figure] = []
    apart = "分别" in text  # 分别为1200万元、350万元: only the first has a label
    places = range(at - 1, -1, -1) if back else range(at + 1, len(pieces))
    for place in places:
        inside = held[place]
        if len(inside) != 1 or (inside[0].base, inside[0].kind) != (whole.base, whole.kind):
            break
        found.append(inside[0])
        label = text[pieces[place][0] : inside[0].start]
        if (
            not inside[0].exact
            or _OVERLAPPING.search(label)
            or _VERBS.search(label)
            or not (label.strip() or apart)
        ):
            return []
    if not back and at + 1 + len(found) < len(pieces) and found:
        rest = text[pieces[at + 1 + len(found)][0] :]
        if _OPEN.search(rest):
            return []
    return sorted(found, key=lambda one: one.start)


def _stated(
    wholes: Sequence[Figure], parts: Sequence[Figure], leeway: Leeway, certain: bool = False
) -> Iterator[Sum]:
    """`certain`: the words say that these are all the parts."""
    if any(one.kind not in (FigureKind.MONEY, FigureKind.COUNT) for one in parts):
        return
    values = [one.value for one in parts if one.value is not None]
    total = sum(values, Decimal(0))
    step = min(one.step for one in parts)
    rounded = any("." in one.text or one.scale > 1 for one in parts)
    room = max(step * len(parts) / 2, step) if rounded else Decimal(0)
    room += step * leeway.slack
    known = [one for one in wholes if one.value is not None]
    for one in known:
        assert one.value is not None
        if any(abs(one.value - part) <= room for part in ((total,) if certain else _partial(values, total))):
            yield Sum(one, tuple(parts), total, True)
            return
    for whole in reversed(known):
        assert whole.value is not None
        if whole.value and (certain or abs(total - whole.value) * 100 < whole.value * leeway.apart):
            if whole.exact:
                yield Sum(whole, tuple(parts), total, False)
            return


def _partial(values: Sequence[Decimal], total: Decimal) -> Iterator[Decimal]:
    """What a whole may be: all parts; or, where a list goes on to other things or down a level, the first or last."""
    yield total
    running = Decimal(0)
    for at, value in enumerate(values[:-1]):
        running += value
        if at:
            yield running
            yield total - running
    if len(values) > 2:
        yield total - values[0]
        yield total / 2


def _shifted(one: Sum, by: int) -> Sum:
    return Sum(one.whole.moved(by), tuple(part.moved(by) for part in one.parts), one.total, one.holds)
