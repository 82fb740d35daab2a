"""Announced counts and the lists that follow them: 四种评价方法：比较法、因素分析法、…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.values.numerals import read_number

_ANNOUNCED = pattern(
    r"(?=[二两三四五六七八九十1-9])(?<!第)(?P<count>(?<![十百])[二两三四五六七八九十](?![一二三四五六七八九十])|(?<![\d.])(?:[2-9]|1\d)(?!\d))"
    r"(?:个|项|种|类|大|条|支|方面|点)(?P<what>[^，。；：:、“”（）()\d\n]{0,12})"
    r"(?P<lead>[：:]|[，,]?(?:分别为|分别是|依次为|依次是|即)[：:]?)"
)
_MOTTO = pattern(
    r"[“\"](?P<count>[二两三四五六七八九])(?P<what>个?一|[一-龥]{1,4})[”\"][^，。；：:、“”（）()\d\n]{0,6}[：:，,]"
)
"""“三统一”：统一采购、统一配送、统一结算."""
_END = pattern(r"[。；;\n]|\Z")
_NOT_ALL = pattern(r"等|……|以及其他|主要(?:有|是)|如|例如|[，,：:\d“”]")
_SENTENCES = pattern(
    r"(?:问题|原因|不足|措施|经验|做法|方面|亮点|特点|工作|任务|建议|困难|成效|意见|变化|感受)(?:是|有|为|如下)?\Z"
)
"""What is told in whole sentences, whose 、 do not part its items."""
_IN_BRACKETS = pattern(r"[（(《][^（()）《》]*[）)》]")
_BOUND = pattern(r"[和与及或]|以及|并")
_INLINE = pattern(r"[（(](?P<number>\d{1,2})[）)]|(?P<circled>[①-⑨])|(?<![\d.])(?P<pointed>\d)[.．](?!\d)")
_ORDINAL = pattern(
    r"(?:(?<=[。；;，,：:、\s])|\A)(?:(?P<first>首先|其一)|(?P<next>其次|再次|再者|然后|最后|其[二三四五六七八九]))[，,、]?"
)
_LEADS = ("：", ":", "即", "分别", "依次", "”", '"')
"""Without one of these no list follows."""
_LONGEST = 200
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class CountedList:
    """A count that a text announces (`said`, its word at `start`..`end`) and how many items follow: `least` to `most`,
    where an item may hold 和."""

    said: int
    start: int
    end: int
    least: int
    most: int

    @property
    def holds(self) -> bool:
        return self.least <= self.said <= self.most


def counted_lists(text: str) -> Iterator[CountedList]:
    """The lists of a text that stand in one sentence, their items parted by 、, by （1）（2） or by 首先、其次; a list that says 等, or whose
    items hold commas, is not one to be counted."""
    if not any(map(text.__contains__, _LEADS)):
        return
    for words in (_ANNOUNCED, _MOTTO):
        for match in words.finditer(text):
            said = read_number(match["count"].replace("两", "二"))
            found = _items(text, match) if said is not None else None
            if said is not None and found is not None and found[1] >= _SHORTEST:
                yield CountedList(int(said), match.start("count"), match.end(), *found)


def _items(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    begin = match.end()
    if numbered := _numbered(text, begin):
        return numbered, numbered
    end = _END.search(text, begin, begin + _LONGEST)
    if end is None:
        return None
    body = _IN_BRACKETS.sub("件", text[begin : end.start()])
    pieces = [one.strip() for one in body.split("、")]
    if len(pieces) < _SHORTEST or not all(pieces) or _NOT_ALL.search(body):
        return None
    if "lead" in match.groupdict():
        if "方面" in match[0] or _SENTENCES.search(match["what"]):
            return None
    else:
        keyed = sum(match["what"].removeprefix("个") in one for one in pieces)
        if keyed < (len(pieces) if match[0][-1] in "，," else _SHORTEST):
            return None
    return len(pieces), len(pieces) + sum(len(_BOUND.findall(one)) for one in pieces)


def _numbered(text: str, begin: int) -> int:
    """How many items （1）（2） or 首先、其次 follow at once."""
    count = 0
    for one in _INLINE.finditer(text, begin):
        number = (
            int(one["number"] or one["pointed"])
            if one["number"] or one["pointed"]
            else ord(one["circled"]) - ord("①") + 1
        )
        if number != count + 1 or (not count and one.start() > begin + 1):
            break
        count = number
    if count:
        return count
    for one in _ORDINAL.finditer(text, begin):
        if (one["first"] is None) == (count == 0) or (not count and one.start() > begin + 1):
            break
        count += 1
    return count
