"""The sign of a target where it stands in columns of its own: 指标方向 in words, 指标性质 in its three meanings."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.form.entry import Entry
from jxbook.form.table import QUALITATIVE
from jxbook.pattern import pattern
from jxbook.values.fold import fold

_SIGNS = {
    "≥": "≥ 大于等于 大于或等于 不小于 不低于 不少于 大于等于号",
    "≤": "≤ 小于等于 小于或等于 不大于 不高于 不超过 不多于 小于等于号",
    ">": "> 大于 高于 多于 超过",
    "<": "< 小于 低于 少于",
    "=": "= 等于 等号",
}
_SIGN_OF = {word: sign for sign, words in _SIGNS.items() for word in words.split()}
_WAYS = {"正向": "≥", "反向": "≤", "负向": "≤", "逆向": "≤"}
_WORDLESS = frozenset({QUALITATIVE, "定量", "定性定量", "文字", "描述"})
_KINDS = frozenset(
    "约束性 预期性 共性 个性 核心 非核心 一般 必选 可选 自选 通用 常规 重点 基础 基础性 特色 绝对值 相对值 绝对数 相对数 数值 数值型".split()
)
"""What else stands under 指标性质, 指标属性 and 指标类型, and says nothing of more or less."""
_PLAIN_NUMBER = pattern(r"\d[\d.,]*[^年月日\d]*\Z")
_SIGNED = pattern(r"[≥≤><=]")


def sign_of(text: str) -> str:
    """大于等于, ≧ → ≥; "" for a text that names no sign."""
    return _SIGN_OF.get(fold(text), "")


def is_sign(text: str) -> bool:
    """Does a text say which way a target is meant, and nothing else: ≥, 不超过, 正向?"""
    folded = fold(text)
    return folded in _SIGN_OF or folded in _WAYS


def is_signless(text: str) -> bool:
    """Does a text say that a target has no sign: 定性?"""
    return fold(text).removesuffix("指标") in _WORDLESS


def target_sign(nature: str, direction: str, value: str) -> str:
    """The sign that 指标值 has by its other columns: 指标方向, else 指标性质 as a sign, else 正向 or 反向 before a
    plain number. "" where the value says it itself, or there is none."""
    said = fold(nature).removesuffix("指标")
    if said == QUALITATIVE:
        return ""
    if said in _SIGNS and not direction:
        return said  # as the formulas of our own workbooks put it
    if _SIGNED.match(fold(value)):
        return ""
    if sign := sign_of(direction) or sign_of(nature):
        return sign
    if way := _WAYS.get(fold(direction).removesuffix("指标")) or _WAYS.get(said):
        return way if _PLAIN_NUMBER.match(fold(value)) else ""
    return "" if said in _WORDLESS or said in _KINDS else nature


def without_sign(entry: Entry, nature: str) -> Entry:
    """≥20 beside a 指标性质 ≥ is 20: the sign stands twice."""
    sign, text = sign_of(nature), fold(entry.text)
    return replace(entry, raw=text[1:]) if sign and text[1:] and sign_of(text[0]) == sign else entry
