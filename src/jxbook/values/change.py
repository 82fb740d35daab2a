"""Changes as people write them: "增长5%以上" "较上年下降5%" "≥增长5%" "减少20起" "合格率提升至98%"."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.values.kinds import Sign, Trend
from jxbook.values.phrase import signed_before

_UP = frozenset(
    "增长 增加 增幅 增速 增收 增产 新增 扩大 提升 提高 上升 上涨 上调 涨幅 升高 升幅 升至 升到 增至 增到".split()
)
_DOWN = frozenset(
    "下降 下调 下浮 降低 降幅 降至 降到 降为 减少 减幅 减至 减到 减为 压减 压降 压缩 缩短 缩减 缩小 削减 核减 精简 "
    "节约 节省 节支 回落".split()
)
_WORD = pattern("|".join(sorted(_UP | _DOWN)))
_BEGINS = frozenset(word[0] for word in _UP | _DOWN)
"""Most texts speak of no change, and have none of these characters."""
_NUMBER = pattern(r"\d|[一二两三四五六七八九十百半]")
_LEVEL = pattern(r"[到至]")
_FILL = pattern(r"(?:了|率|幅度|幅|比例|比率|额|量|数|值|达到|达|为|:)+")
_NOUN = pattern(r"[^\d≥≤><=~,;:.()%]{1,8}(?=[\d≥≤><=])")
_NUMBERED_NAMES = pattern(r"(?:19|20)\d{2}年?|[A-Za-z]{1,12}\d{1,6}(?:\.\d{1,6})?")  # 较2023年, PM2.5
_AGAINST = ("上年", "去年", "往年", "同比", "环比", "同期")
_REFUSED = pattern(r"(?:不|无|零|负|未|没有?)\Z")
_BEHIND = pattern(
    rf"([^\d]{{0,8}}\d[^,;]{{0,12}}?)的?({_WORD.pattern})(?:率|幅度)?(以上|及以上|以下|及以下|以内)?\Z"
)
_NEAR = pattern(rf"(?:{_WORD.pattern})[^\d,;.]{{0,8}}\d")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A change taken apart: which way, `rest` the quantity with what signs it, `sign` one before the word.

    `level`: it ends at the quantity (降至20%) and does not change by it. `word` is the one that was written.
    """

    change: Trend
    rest: str
    sign: Sign | None = None
    level: bool = False
    word: str = ""


def names_change(folded: str) -> bool:
    """Does a text speak of a change and, right after, of a number?"""
    if _BEGINS.isdisjoint(folded) or _WORD.search(folded) is None:
        return False
    return _NEAR.search(folded) is not None or _BEHIND.match(folded) is not None


def change_words(folded: str) -> frozenset[str]:
    """The words of change that a text holds: 节约 in 成本节约率."""
    return frozenset() if _BEGINS.isdisjoint(folded) else frozenset(_WORD.findall(folded))


def speaks_of_change(folded: str) -> bool:
    """Does a text speak of a change, or of the year before, so that a percentage may be how much it was?"""
    if any(word in folded for word in _AGAINST):
        return True
    return not _BEGINS.isdisjoint(folded) and _WORD.search(folded) is not None


def find_change(folded: str) -> Phrase | None:
    """The change that a folded text is; None where it is none, or where its direction is in doubt."""
    words = [] if _BEGINS.isdisjoint(folded) else list(_WORD.finditer(folded))
    if not words:
        return None
    word = next((one for one in words if _NUMBER.search(folded, one.end())), None)
    if word is None and len(words) == 1 and (match := _BEHIND.match(folded)):  # 5%增长
        return Phrase(_way(match[2]), f"{match[1]}{match[3] or ''}", word=match[2])
    if word is None or len({_way(one[0]) for one in words}) > 1:
        return None
    sign, name = signed_before(folded[: word.start()])
    if _REFUSED.search(name) or _NUMBER.search(_NUMBERED_NAMES.sub("", name)):
        return None
    rest, level = folded[word.end() :], word[0][-1] in "到至为"
    if match := _LEVEL.match(rest):
        rest, level = rest[match.end() :], True
    if match := _FILL.match(rest):
        rest = rest[match.end() :]
    return Phrase(_way(word[0]), rest, sign, level, word[0])


def without_noun(rest: str) -> str:
    """Drop what changed where it stands before the quantity: "就业岗位100个" → "100个"."""
    match = _NOUN.match(rest)
    return rest[match.end() :] if match else rest


def _way(word: str) -> Trend:
    return Trend.UP if word in _UP else Trend.DOWN
