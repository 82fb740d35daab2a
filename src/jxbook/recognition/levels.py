"""The label of a 一级 or 二级指标 as it is printed: down the cell, with its points behind it, with a serial."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import Entry
from jxbook.form.labels import without_translation
from jxbook.pattern import pattern
from jxbook.values.fold import fold, without_remarks

_POINTS = pattern(r"[(:]?(\d{1,3}(?:\.\d+)?)(?:分|%)?\)?\Z")
_NAMED_POINTS = pattern(r"[（(]\s*(?:(?:分值|满分|权重)[:：]?)?(\d{1,3}(?:\.\d+)?)\s*分\s*[）)]\Z")
_BEFORE_POINTS = pattern(r"[\u4e00-\u9fff)]\Z")
_SERIAL = pattern(
    r"(?:[一二三四五六七八九十]{1,2}[,:.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[,:.])(?=\D)"
)
_NESTED = pattern(r"\([一二三四五六七八九十\d]{1,2}\)(?=\D)")
_CHAPTER = pattern(r"(?:[一二三四五六七八九十]{1,2}[,:.]|\([一二三四五六七八九十]{1,2}\))(?=\D)")
_CALLED = pattern(r"[一二]级指标:(?=.)")
_NUMBERED = pattern(r"\s*指标\s*[\d一二三四五六七八九十]{1,2}\s*[:：.、，]?\s*")
_ONLY_SERIAL = pattern(r"(?:指标)?\d{1,2}[:,.]?")
_LONGEST = 30
_LEVEL1 = pattern(
    r"(?:产出|效益|满意度?|成本|效果|决策|过程|投入|管理|履职效能|可持续影响)(?:类)?(?:绩效)?(?:指标)?"
)
_LEVEL2 = pattern(
    r"(?:产出)?(?:数量|质量|时效|成本|进度)(?:类)?(?:指标)?"
    r"|(?:经济|社会|生态|环境)(?:效益|成本|影响)?(?:类)?(?:指标)?|可持续(?:影响|发展)?(?:指标)?"
    r"|(?:服务对象|受益对象|社会公众|群众)?满意度?(?:指标)?|服务对象(?:指标)?"
)
"""What offices write above and between the names of indicators."""
_BETWEEN = pattern(r"[-—–－―/／|｜→＞>:：·\\]+")


def level_label(entry: Entry) -> tuple[Entry, Decimal | None]:
    """ "产\\n出\\n指\\n标\\n（50分）" → 产出指标 in its cell, and the 50 points that it promises, if it does."""
    text = fold(entry.text)
    if not isinstance(entry.raw, str) or len(text) > _LONGEST:
        return entry, None
    bare = text[called.end() :] if (called := _CALLED.match(text)) else text
    bare = bare[serial.end() :] if (serial := _SERIAL.match(bare)) else bare
    bare = without_translation(bare)
    points = _POINTS.search(bare)
    if points:
        before = bare[: points.start()]
        said = bare[points.start() :].rstrip(")").endswith(("分", "%")) or _LEVEL1.fullmatch(before)
        if said and _BEFORE_POINTS.search(before):
            return replace(entry, raw=before), Decimal(points[1])
    return (replace(entry, raw=bare) if bare and bare != text else entry), None


def points_in_name(entry: Entry) -> dict[str, Entry]:
    """改造面积（15分） → the name and its 分值 by field, each in the cell; {} for a name without points."""
    text = entry.raw.rstrip() if isinstance(entry.raw, str) else ""
    match = _NAMED_POINTS.search(text)
    if not match or not match.start():
        return {}
    return {
        "name": replace(entry, raw=text[: match.start()].rstrip()),
        "points": replace(entry, raw=Decimal(match[1])),
    }


def is_below(section: Entry, label: Entry, above: Entry) -> bool:
    """Is a label, as it stands in its `section`, a 二级指标 under the section `above`: by its words, else by its serial,
    （一） or (1) under 一、?"""
    folded = fold(label.text)
    first, second = bool(_LEVEL1.fullmatch(folded)), bool(_LEVEL2.fullmatch(folded))
    if first != second:  # 成本指标 is one of either
        return second
    return bool(_NESTED.match(fold(section.text))) and not _NESTED.match(fold(above.text))


def is_serial(entry: Entry) -> bool:
    """Is an entry nothing but 指标1 or 1.?"""
    return bool(_ONLY_SERIAL.fullmatch(fold(entry.text)))


def without_serial(entry: Entry) -> Entry:
    """指标1：养护河渠段数 → 养护河渠段数; what is nothing but a serial stays what it is."""
    match = _NUMBERED.match(entry.raw) if isinstance(entry.raw, str) else None
    rest = entry.raw[match.end() :].strip() if match and isinstance(entry.raw, str) else ""
    return replace(entry, raw=rest) if rest else entry


def is_level2(entry: Entry) -> bool:
    """Is a label one of a 二级指标 and of no 一级指标: 数量指标, 社会效益?"""
    folded = fold(entry.text)
    return bool(_LEVEL2.fullmatch(folded)) and not _LEVEL1.fullmatch(folded)


def is_level(entry: Entry) -> bool:
    """Does a label name a 一级 or 二级指标 in the words of all offices?"""
    said = without_remarks(fold(level_label(entry)[0].text))
    return bool(_LEVEL1.fullmatch(said) or _LEVEL2.fullmatch(said))


def is_chapter(entry: Entry) -> bool:
    """Does a label begin with the serial of a chapter, 一、 or （二）, as names of indicators hardly do?"""
    return bool(_CHAPTER.match(fold(entry.text)))


def path_of(entry: Entry) -> dict[str, Entry]:
    """产出指标-数量指标-改造面积 → its 一级指标, 二级指标 and name by field; {} for a text that is no such path."""
    rest = entry.raw.strip() if isinstance(entry.raw, str) else ""
    found: dict[str, str] = {}
    for field, words in (("level1", _LEVEL1), ("level2", _LEVEL2)):
        first, *behind = (part.strip() for part in _BETWEEN.split(rest, maxsplit=1))
        if behind and behind[0] and words.fullmatch(fold(first)):
            found[field], rest = first, behind[0]
    found = found and {**found, "name": rest}
    return {field: replace(entry, raw=said) for field, said in found.items()}
