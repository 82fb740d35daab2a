"""How a quantity came out, in one clause without signs: 完成值20万元超过指标值10万元."""

from __future__ import annotations

from jxbook.values import Actual, Aligned, Kind, Sign, Target

_MET = {
    Sign.AT_LEAST: "达到指标值",
    Sign.MORE: "超过指标值",
    Sign.EQUAL: "与指标值相符，即",
    Sign.AT_MOST: "未超过指标值",
    Sign.LESS: "低于指标值",
    Sign.RANGE: "在指标值区间",
}
_MISSED = {
    Sign.AT_LEAST: "未达到指标值",
    Sign.MORE: "没有超过指标值",
    Sign.EQUAL: "与指标值不符，应为",
    Sign.AT_MOST: "超过指标值",
    Sign.LESS: "没有低于指标值",
}


def two_readings(target: Target, actual: Actual, one: Aligned, other: Aligned) -> str:
    """Why an entry that reads in two ways cannot be scored."""
    read = f"年度指标值“{target.text}”" if one.reads == "target" else f"实际完成值“{actual.text}”"
    return f"{read}可能是{one.said}，也可能是{other.said}，得分不同"


def came_out(target: Target, actual: Actual, aligned: Aligned, sign: Sign, met: bool) -> str:
    """The clause. An entry that was read with its unit added says so."""
    if target.kind is Kind.TIME:
        on_time = ("早于" if sign is Sign.LESS else "不晚于") if met else "晚于"
        return f"完成时间{actual.measured}{on_time}指标值{target.measured}"
    reached = actual.measured
    if aligned.said and aligned.reads == "actual" and aligned.said != reached:
        reached = f"{reached}（按{aligned.said}理解）"
    if not met and aligned.actual == aligned.low and sign in (Sign.MORE, Sign.LESS):
        way = "超过" if sign is Sign.MORE else "低于"
        return f"完成值{reached}等于指标值{target.measured}，没有{way}，属于未完成指标值"
    if sign is Sign.RANGE and not met:
        below = aligned.actual < aligned.low
        return f"完成值{reached}{'低于' if below else '超出'}指标值区间{target.measured}"
    tail = "之内" if sign is Sign.RANGE else ""
    return f"完成值{reached}{(_MET if met else _MISSED)[sign]}{target.measured}{tail}"
