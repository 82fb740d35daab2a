"""The formulas of the indicator rows of 自评表.

An empty row never calls a function: each call costs Excel milliseconds, and LibreOffice computes a
formula anew whose cached value is an empty text, which without our functions ends in #NAME?.
"""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.form.joined import joined_actual, joined_target
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import named
from jxbook.formulas.none import is_none
from jxbook.formulas.worksheet import AND, IF, ISNUMBER, MATCH, NOT, OR, SUMPRODUCT
from jxbook.native import fallback
from jxbook.scoring import key_points
from jxbook.template.formula_cells import Cells
from jxbook.template.record_sheets.prefilled import area_of
from jxbook.template.sheet_writer import Formula
from jxbook.values import plain
from jxbook.workbook import names


class RowFormulas(Cells):
    """The formulas of the rows."""

    __slots__ = ()

    @property
    def takes_reviews(self) -> bool:
        """Does 得分 come from 评委评分, where that has one?"""
        return names.REVIEWS in self.policy.values("layout.sheets") and "earned" in self.layout.columns

    @property
    def checks_rows(self) -> bool:
        """Is there anything for 本行校验 to check?"""
        return "target" in self.layout.columns

    def earned(self, row: int) -> Formula | None:
        """得分 of an indicator row; None where it is typed."""
        own = self.own_score(row) if self.scores_rows else expression("")
        if self.takes_reviews:
            return Formula(IF(self._reviewed(row), self._mean(row), own).text())
        return Formula(own.text()) if self.scores_rows else None

    def own_score(self, row: int) -> Expression:
        """What the row earns by its own target and actual."""
        target, actual, points = (self.cell(field, row) for field in ("target", "actual", "points"))
        call = named("JX_SCORE")(*self.compared(row), points, self.labels(row), self.policy_id, self.year)
        incomplete = AND(OR(actual.equals(""), points.equals("")), NOT(is_none(target)))
        return IF(OR(target.equals(""), incomplete), "", fallback.score(call, self.own_earned(row)))

    def own_earned(self, row: int) -> Expression | None:
        """What the row formulas give the row, None where the workbook has none."""
        return Reference(names.OWN_EARNED) if self.has_layer else None

    def _reviewed(self, row: int) -> Expression:
        """Has the row a mean on 评委评分? An error there is one here."""
        listed = MATCH(self.cell("name", row), self._reviews(names.REVIEW_NAME, names.REVIEW_NAME), 0)
        return IF(ISNUMBER(listed), self._mean(row).differs(""), False)

    def _mean(self, row: int) -> Expression:
        first, last = names.REVIEW_NAME, names.REVIEW_MEAN
        column = ord(last) - ord(first) + 1
        return named("VLOOKUP")(self.cell("name", row), self._reviews(first, last), column, False)

    def _reviews(self, first: str, last: str) -> Expression:
        return Reference(area_of(names.REVIEWS, first, last, self.layout))

    def verdict(self, row: int) -> Formula | None:
        """本行校验 of an indicator row; None where there is nothing to check."""
        if not self.checks_rows:
            return None
        points, earned, reason = (self.cell(field, row) for field in ("points", "earned", "reason"))
        entries = [self.cell(field, row) for field in ("target", "actual", "points") if self.has(field)]
        call = named("JX_CHECK")(
            *self.compared(row), points, earned, reason, self.labels(row), self.policy_id, self.year
        )
        shown = fallback.check(call, layer=self.has_layer)
        checked = IF(AND(*(entry.equals("") for entry in entries)), "", shown)
        return Formula(
            (IF(self._reviewed(row), names.REVIEWED, checked) if self.takes_reviews else checked).text()
        )

    def compared(self, row: int) -> tuple[Expression, Expression]:
        """年度指标值 and 实际完成值 as the functions take them; split ones joined."""
        target, actual = self.cell("target", row), self.cell("actual", row)
        if not self.layout.split or row in self._by_key_points:
            return target, actual
        unit = self.cell("unit", row)
        return joined_target(target, self.cell("nature", row), unit), joined_actual(actual, unit)

    def engine(self) -> Formula:
        """Which of jxbook and the worksheet formulas answers."""
        first, last = (
            self.layout.columns[field] for field in ("name", "reason" if self.has("reason") else "name")
        )
        entries = Reference(f"{first}{self.layout.header}:{last}{self.layout.last}")
        probe = named("JX_SCORE")(1, 1, 1, "", self.policy_id)
        return Formula(fallback.engine(probe, entries).text())

    @property
    def _by_key_points(self) -> set[int]:
        """The rows whose target and actual come from 评价要点, whole."""
        return {slot.row for slot in self.layout.slots if slot.preset.key_points}

    def key_points_target(self, row: int) -> Formula:
        """The target of a row that has 评价要点: how many of them apply."""
        return Formula(key_points.TARGET.text(self._said(row)))

    def key_points_actual(self, row: int) -> Formula:
        """The actual of a row that has 评价要点: how many were met."""
        return Formula(key_points.ACTUAL.text(self._said(row)))

    def _said(self, row: int) -> Mapping[str, str]:
        """How many 评价要点 the indicator of a row has, and how many of them have a verdict, by what TARGET and
        ACTUAL call it."""
        columns = names.KEY_POINT_NAME, names.KEY_POINT_VERDICT
        listed, verdicts = (Reference(area_of(names.KEY_POINTS, one, one, self.layout)) for one in columns)
        name = self.cell("name", row)
        own, named = listed.equals(name), name.differs("")
        counts = {one: SUMPRODUCT(own * named * verdicts.equals(one)) for one in key_points.VERDICTS}
        counts[key_points.LISTED] = SUMPRODUCT(expression(1) * own * named)
        share = plain(key_points.partly_met(self.policy))
        return {one: count.text() for one, count in counts.items()} | {key_points.SHARE: share}

    def labels(self, row: int) -> Expression:
        """一级, 二级 and 三级指标 as the functions take them: from the first row down to this one."""
        columns = self.layout.columns
        return Reference(f"${columns['level1']}${self.layout.first}:{columns['name']}{row}")
