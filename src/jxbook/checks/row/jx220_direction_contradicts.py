"""JX220 指标性质与指标方向矛盾

查什么
    “指标性质”写正向、反向的，与“指标方向”（大于等于、小于等于）是否一致。

为什么
    正向指标越大越好，方向应是大于等于；反向指标越小越好，方向应是小于等于。两处矛盾，得分就可能算反。

示例
    会报：三级指标：举办活动场次｜指标性质：正向｜指标方向：小于等于
    不报：三级指标：举办活动场次｜指标性质：正向｜指标方向：大于等于

怎么改
    核对指标的含义，把写错的一处改过来。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.form import sign_of
from jxbook.values import fold

_WANTED = {"正向": ("≥", ">"), "反向": ("≤", "<")}


def check(row: Row) -> Iterator[Flaw]:
    one = row.indicator
    if one.nature.blank:
        return
    nature, sign = fold(one.nature.text).removesuffix("指标"), sign_of(one.direction.text)
    if nature in _WANTED and sign not in ("", "=") and sign not in _WANTED[nature]:
        yield warning(
            one.direction,
            f"{row.title}的指标性质是{quote(one.nature.text)}，指标方向是{quote(one.direction.text)}",
            f"两处矛盾，按指标方向计分；{grounds.READING}",
            "请核对指标的含义，把写错的一处改过来",
        )
