"""A time inside the words that speak of it: "完成时间为2022年12月30日", "于2022年11月底前完成验收"."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.values.moments import Moment, of_decimals, read_moment

_TIME = pattern(
    r"\d{4}年\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|末|份)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|末|份)?|\d{4}年(?:底|末)"
)
_BEFORE = pattern(
    r".{0,12}(?:时间|日期|时限|期限|时点)(?:为|是|在|:)?(?:不晚于|不迟于|截至)?|(?:计划|预计|实际|已|均|全部|按期)*[于在]?"
)
_AFTER = pattern(
    r"(?:之|以)?[前内]?(?:[^\d]{0,4}(?:完成|完工|竣工|结束|交付|移交|投用|投入使用|投入运行|投产|建成|通车|上线|开通|启用|启动|"
    r"印发|出台|发布|公开|公示|到位|发放|拨付|支付|报送|签订|举办|验收|立项|开工|完毕)(?:[^\d]{0,4})?)?"
)
_LONGEST = 40


def worded_time(folded: str) -> Moment | None:
    """The one point in time of a folded text that says nothing but when; None where it says more or otherwise."""
    found = list(_TIME.finditer(folded)) if len(folded) <= _LONGEST else []
    if len(found) != 1:
        return None
    [time] = found
    if not (_BEFORE.fullmatch(folded[: time.start()]) and _AFTER.fullmatch(folded[time.end() :])):
        return None
    return read_moment(time[0].replace("/", "-"))


_SHARE = pattern(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|份)?(?:之?前)?(?:完成|达到|支付|付清|到位|发放)+(\d[\d.]*%)\Z"
)


def share_by_then(folded: str) -> str:
    """10月底完成100% → 100%; "" for any other text."""
    match = _SHARE.match(folded)
    return match[1] if match else ""


_DAY = pattern(r"(?:(\d{4})[-/.])?(\d{1,2})([-/.])(\d{1,2})\Z")


def bare_day(folded: str) -> Moment | None:
    """12/15, 12-15, 12.15 and 2022/12/15 as a day; only what stands around it can tell that it is one."""
    match = _DAY.match(folded.lstrip("≤<="))
    if match is None:
        return None
    year, month, mark, day = match.groups()
    if mark == "." and not year:
        return of_decimals(month, day)
    return read_moment(f"{year}年{month}月{day}日" if year else f"{month}月{day}日")
