"""When a project ran, as its papers say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern

_TITLES = pattern(r"《[^《》]*》|[〔\[［（(【]20\d\d[〕\]］）)】]")
_ANY_YEAR = pattern(r"20\d\d")
_OF = pattern(r"(20\d\d)年度")
_YEAR = pattern(r"(?<!\d)(20\d\d)年")
_PERIOD = pattern(
    r"(?:周期|期限|期间|起止|开始|起始|开工|实施|建设|服务|合同)(?:时间|期限|期|日期)?[^，。；\d]{0,6}"
    r"(20\d\d)[年./-](?:\d{1,2}月?)?[^，。；]{0,8}?(?:至|到|-|—|－|~|～)+(?:(20\d\d)[年./-])?"
)
_BEGINS = pattern(r"(?:开始|起始|开工|启动|立项)(?:时间|日期)[:：为是]?\s*(20\d\d)[年./-]")
_IN_TITLE = pattern(r"(?<!\d)(20\d\d)年(?!\d)")
_TITLE = pattern(r"[^。；]{0,80}(?:报告|自评|评价)[^。；]{0,12}\Z")
_TITLE_LINES = 6  # the title of a paper stands in its first lines


def _names_earlier(text: str, year: int) -> bool:
    """Does a text name an earlier year, in which the project may have begun?"""
    return min(map(int, _ANY_YEAR.findall(text)), default=year) < year


@dataclass(frozen=True, slots=True)
class Years:
    """The year that is reported on, and the first year in which the project ran; None where nothing says it."""

    year: int | None
    first: int | None


def years_of(texts: Sequence[str], year: int | None) -> Years:
    """`year` is what the form says; without it the title counts, then the year that is named most."""
    dated = [one for one in texts if "20" in one and (year is None or _names_earlier(one, year))]
    bare = [_TITLES.sub("", one) for one in dated]
    if year is None:
        head = bare[:_TITLE_LINES]
        titled = [int(match[1]) for one in head for match in _OF.finditer(one)] or [
            int(match[1]) for one in head if _TITLE.match(one) for match in _IN_TITLE.finditer(one)
        ]
        named = Counter(int(match[1]) for one in bare for match in _YEAR.finditer(one))
        year = titled[0] if titled else next((one for one, _ in named.most_common(1)), None)
    if year is None:
        return Years(None, None)
    begun = [
        int(match[1]) for one in bare for pattern in (_PERIOD, _BEGINS) for match in pattern.finditer(one)
    ]
    return Years(year, min([year, *(one for one in begun if one <= year)]))
