"""What may be entered where, and the words with which Excel says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jxbook.form.table import BY_FIELD, Column, Entered

Validation = Mapping[str, Any]

_STOP = {"error_type": "stop", "error_title": "填写有误"}
_FREE = {"validate": "any"}


def _say(title: str, message: str) -> dict[str, Any]:
    return {"input_title": title, "input_message": message}


def choice(words: Sequence[str], title: str, message: str) -> Validation:
    """A drop-down of words; anything else may be typed too."""
    return {"validate": "list", "source": list(words), "show_error": False, **_say(title, message)}


def only(words: Sequence[str], title: str, message: str) -> Validation:
    """A drop-down of words, and nothing but these."""
    error = f"请从下拉列表中选择：{'、'.join(words)}。"
    return {
        "validate": "list",
        "source": list(words),
        **_STOP,
        "error_message": error,
        **_say(title, message),
    }


def free(title: str, message: str) -> Validation:
    """Anything, with a word on what is meant."""
    return {**_FREE, **_say(title, message)}


def text(title: str, message: str, limit: int = 0) -> Validation:
    """A text of at most so many characters, 0 for any number; the message tells the limit."""
    if not limit:
        return free(title, message)
    return {
        "validate": "length",
        "criteria": "<=",
        "value": limit,
        **_STOP,
        "error_message": f"“{title}”不超过{limit}字，请压缩后再填。",
        **_say(title, f"{message}不超过{limit}字。"),
    }


YEAR: Validation = {
    "validate": "integer",
    "criteria": "between",
    "minimum": 2000,
    "maximum": 2100,
    **_STOP,
    "error_message": "请填写四位数的年度，例如 2024。",
    **_say("评价年度", "填四位数的年度，例如 2024。自评表标题和“12月”一类的时效指标都以此为准。"),
}

GOAL = "按批复的绩效目标填写；右侧逐项对应写实际完成情况。文字较多时可拖动行高。"
"""What to write under 年度总体目标."""

WEIGHT = free("权重", "各目标的权重，填该目标下全部指标的分值之和。只有一个目标的不填。")

SCORE: Validation = {
    "validate": "decimal",
    "criteria": ">=",
    "value": 0,
    **_STOP,
    "error_message": "请填写不小于 0 的数字。",
    **_say("评价得分", "填评价机构评定的总分，只填数字，例如 86.53。"),
}


def points(cell: str) -> Validation:
    """A number from 0, or 无 where the row does not apply; `cell` is the first of the area."""
    none = ",".join(f'{cell}="{word}"' for word in ("无", "—", "/"))
    return {
        "validate": "custom",
        "value": f"=OR({none},AND(ISNUMBER({cell}),{cell}>=0))",
        **_STOP,
        "error_message": "分值应为不小于 0 的数字；本行不适用的填“无”。",
        **_say("分值", BY_FIELD["points"].hint),
    }


def of_column(column: Column, cell: str, limit: int = 0) -> Validation | None:
    """What may be entered in a column of the indicator table, whose first cell is `cell`; None for a label."""
    title = column.heading
    match column.entered:
        case Entered.LABEL:
            return None
        case Entered.CHOSEN:
            return only(column.choices, title, column.hint)
        case Entered.SUGGESTED:
            return choice(column.choices, title, column.hint)
        case Entered.POINTS:
            return points(cell)
    return text(title, column.hint, limit) if column.hint or limit else None


def money(unit: str, note: str = "") -> Validation:
    """An amount from 0 in this unit."""
    error = f"请填写不小于 0 的数字，单位为{unit}，不带单位和文字。"
    return _from_zero(error, f"金额（{unit}）", f"填数字，不带单位；没有的填 0。{note}")


def formula_only(cell: str, what: str) -> Validation:
    """Nothing but a formula; `cell` is the first of the area. Such cells are open so that they can be dragged."""
    return {
        "validate": "custom",
        "value": f"=_xlfn.ISFORMULA({cell})",
        **_STOP,
        "error_title": f"{what}由公式计算",
        "error_message": f"{what}由公式计算，请勿手工填写。公式丢失时，选中上一行的同一格，向下拖动填充柄即可恢复。",
    }


def amount(title: str, message: str) -> Validation:
    """A number from 0."""
    return _from_zero("请填写不小于 0 的数字，不带单位和文字。", title, message)


def _from_zero(error: str, title: str, message: str) -> Validation:
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        **_STOP,
        "error_message": error,
        **_say(title, message),
    }


def share(title: str, message: str) -> Validation:
    """A ratio from 0 to 1, in a cell that shows per cent."""
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 1,
        **_STOP,
        "error_message": "请填写 0% 至 100% 之间的比例。",
        **_say(title, message),
    }


def score(cell: str, most: str, title: str, message: str) -> Validation:
    """A number from 0 to what stands in the cell `most`, where that holds anything; `cell` is the first of the area."""
    return {
        "validate": "custom",
        "value": f'=AND(ISNUMBER({cell}),{cell}>=0,OR({most}="",{cell}<={most}))',
        **_STOP,
        "error_message": "评分应为不小于 0、不大于分值的数字。",
        **_say(title, message),
    }


def from_cells(area: str, title: str, message: str) -> Validation:
    """A drop-down of what stands in an area ("=自评表!$D$13:$D$28"); anything else may be typed too."""
    return {"validate": "list", "source": area, "show_error": False, **_say(title, message)}
