"""What 佐证材料 says: which indicators a paper supports, and whether it is there."""

from __future__ import annotations

from jxbook.form import Entry
from jxbook.values import fold

_WHOLE = frozenset({"全部", "全部指标", "所有指标", "各项指标", "整个项目", "项目整体"})
_MONEY = frozenset({"预算执行率", "执行率", "项目资金"})
_ABSENT = frozenset({"无", "否", "没有", "缺", "暂缺", "未提供", "待补", "待补充", "×"})


def supports(evidence: Entry, name: str) -> bool:
    """Does 对应三级指标 of a paper name this indicator, alone or among others?"""
    return bool(name.strip()) and fold(name) in fold(evidence.text)


def covers_all(evidence: Entry) -> bool:
    """Does a paper support every indicator?"""
    return fold(evidence.text) in _WHOLE


def about_money(evidence: Entry) -> bool:
    """Does a paper support the 执行率, which is no indicator of the table?"""
    return fold(evidence.text) in _MONEY


def is_missing(present: Entry) -> bool:
    """Does 是否具备 say that a paper is not there? A blank says nothing."""
    return fold(present.text) in _ABSENT
