"""What may stand in a policy file, in words for its author."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jxbook.form.table import COLUMNS
from jxbook.policy.keys import KEYS, PolicyValue, worded
from jxbook.policy.shapes import HEAD_LABEL, LABEL, ROOM_FOR_THREE, SHEETS, is_label

HINT = "请写明本单位的依据"
"""What a fresh file says in place of a 依据; a value that keeps it is not accepted."""
MARKS = "official（官方：在所引文件中核对过）、practice（实践）、assumed（本单位暂定）"
_STEPS = "[[下限, 记分值的百分数], …]，从高到低，最后一档的下限是0，百分数不超过100"
_TIER = "[下限, 上限]，两个数"
_LIMITS = f'[["栏名", 字数上限], …]，栏名1至{LABEL}个字，上限0为不限'
_LISTS = {
    "execution.steps": _STEPS,
    "satisfaction.steps": _STEPS,
    "satisfaction.weights": "五个0至100的数，从高到低",
    "qualitative.full": _TIER,
    "qualitative.partial": _TIER,
    "qualitative.failed": _TIER,
    "grades.bands": f'[[下限, "等级"], …]，从高到低，等级1至{LABEL}个字',
    "layout.head_rows": f'[["左栏", "右栏"], …]，每行一至两栏，指标表有{ROOM_FOR_THREE}列的可写三栏，每个栏名1至{HEAD_LABEL}个字',
    "layout.columns": "各列的表头，前三列是一级指标、二级指标、三级指标；可用的表头有："
    + "、".join(one.heading for one in COLUMNS if one.printed)
    + "（也可用各地的习惯写法）；其他名称（如数据来源、备注）是本单位自设的列，只印、不计分",
    "layout.money_rows": '["行名", …]，不重复',
    "layout.boxes": '[["栏名", 字数上限], …]，栏名为2至16个汉字，不以“注”“备注”“说明”开头，上限0为不限',
    "layout.text_limits": _LIMITS,
    "layout.signatures": f'["栏名", …]，每个栏名1至{LABEL}个字，不重复',
    "report.advice": '[["原因中的词", "标题", "措施"], …]，先于程序所附的建议使用，没有的写 []',
    "checks.rules": '[["代码", "不查、错误、提醒、提示之一", "理由"], …]，每个代码写一次，没有的写 []',
    "layout.sheets": "下列工作表中的若干个：" + "、".join(SHEETS),
}
_WHOLE = {
    "rounding.places": (0, 6),
    "execution.rate_places": (0, 6),
    "grades.places": (0, 6),
    "layout.goals": (1, 9),
}
_BETWEEN = {
    "checks.parts_apart": (1, 100),
    "checks.sum_slack": (0, 100),
    "checks.shares_apart": (1, 100),
    "checks.days_slack": (0, 31),
    "checks.reason_shortest": (0, 200),
    "checks.faults_shortest": (0, 500),
    "checks.goals_alike": (0, 100),
}
"""What a number of a check may be; beyond it the check would speak always, or never."""
_LARGEST = 10_000
_LONGEST = 500


def allowed(key: str) -> str:
    """What the value of a key may be: the words with their meaning, or the kind of value."""
    one = KEYS[key]
    if one.choices:
        own = "；或本单位的提纲，写文件名（.txt），与政策文件放在同一文件夹" if one.own else ""
        return "、".join(_explained(key, word) for word in one.choices) + own
    if key in _WHOLE:
        return "数，{}至{}的整数".format(*_WHOLE[key])
    if key in _BETWEEN:
        return "数，{}至{}，不加引号".format(*_BETWEEN[key])
    kinds: dict[type, str] = {
        Decimal: f"数，0至{_LARGEST}，不加引号",
        bool: "true（是）或 false（否）",
        str: f"文字，写在英文引号里，1至{LABEL}个字",
    }
    return kinds.get(one.type) or _LISTS[key]


def _explained(key: str, word: str) -> str:
    meaning = worded(key, word)
    return word if meaning == word else f"{word}（{meaning}）"


def is_allowed(key: str, value: PolicyValue | None) -> bool:
    """Is this a value that the key may have?"""
    one = KEYS[key]
    if not isinstance(value, one.type):
        return False
    if one.choices and value not in one.choices:
        return isinstance(value, str) and one.own is not None and one.own(value)
    if isinstance(value, Decimal) and key in _WHOLE:
        least, most = _WHOLE[key]
        return value == value.to_integral_value() and least <= value <= most
    if isinstance(value, Decimal) and key in _BETWEEN:
        least, most = _BETWEEN[key]
        return least <= value <= most
    if one.type is str and not one.choices:
        return is_label(value)
    if not all(0 <= number <= _LARGEST for number in _numbers(value)):
        return False
    return one.shape is None or (isinstance(value, tuple) and one.shape(value))


def _numbers(value: object) -> Iterable[Decimal]:
    if isinstance(value, Decimal):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _numbers(item)


def is_text(value: object) -> bool:
    """A text that can be shown: not too long, on one line, no control characters."""
    return isinstance(value, str) and len(value) <= _LONGEST and (not value or value.isprintable())
