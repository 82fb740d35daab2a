"""The columns of the indicator table that a policy prints."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.form.table import Column, column_of
from jxbook.policy.model import Policy


def columns_of(policy: Policy) -> Mapping[str, Column]:
    """Field → column with the heading that the policy prints, in the order of the page."""
    columns = map(column_of, policy.values("layout.columns"))
    return {one.field: one for one in columns}
