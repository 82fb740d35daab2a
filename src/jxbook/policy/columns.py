"""The columns of the indicator table that a policy prints."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jxbook.form.table import Column, column_of
from jxbook.policy.model import Policy

NAME_LABEL = "项目名称"


def name_label(policy: Policy) -> str:
    """What the form calls the name of what is evaluated: 项目名称, or 部门名称 where that is a whole department."""
    return (
        policy.word("layout.name_label") if policy.optional("layout.name_label") is not None else NAME_LABEL
    )


def columns_of(policy: Policy) -> Mapping[str, Column]:
    """Field → column with the heading that the policy prints, in the order of the page."""
    return _columns(policy.values("layout.columns"))


@lru_cache(maxsize=32)  # every row of a form asks for those of its policy
def _columns(headings: tuple[str, ...]) -> Mapping[str, Column]:
    return {one.field: one for one in map(column_of, headings)}
