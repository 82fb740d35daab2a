"""Words that grade, the best first: 优秀 is more than 良好 asks for, 合格 less."""

from __future__ import annotations

from functools import cache

from jxbook.pattern import pattern

_SCALES = (
    "优秀 优 优等|良好 良|中 中等 一般 合格 及格|差 较差 不合格 不及格",
    "很好 非常好|好|较好 良好|一般 尚可|差 较差 不好",
    "显著 明显 突出|较显著 较明显 比较明显|一般 不够明显|不显著 不明显",
    "AAAAA|AAAA|AAA|AA|A|B|C|D",
)
_WHAT = pattern(r"(?:效果|成效|作用|影响|评价|评级|等级|等次|结果)?(?:为|是|:)?(?=.)")
_AT_LEAST = pattern(r"级?(?:及?以上|或以上)?\Z")


def graded(said: str, wanted: str) -> int | None:
    """How many grades one folded word lies above another; negative where below, None where they are on no one scale."""
    one, other = _bare(said), _bare(wanted)
    scale = next((scale for scale in _scales() if one in scale and other in scale), None)
    return None if scale is None else scale[other] - scale[one]


@cache
def _scales() -> tuple[dict[str, int], ...]:
    return tuple(
        {word: rank for rank, words in enumerate(scale.split("|")) for word in words.split()}
        for scale in _SCALES
    )


def _bare(folded: str) -> str:
    what = _WHAT.match(folded)
    return _AT_LEAST.sub("", folded[what.end() :] if what else folded)
