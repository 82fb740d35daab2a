"""The formulas of the indicator rows of 自评表.

An empty row never calls a function: each call costs Excel milliseconds, and LibreOffice computes a
formula anew whose cached value is an empty text, which without our functions ends in #NAME?.
"""

from __future__ import annotations

from dataclasses import dataclass

from jxbook.form import QUALITATIVE
from jxbook.scoring import key_points
from jxbook.template.formula_cells import Cells, is_none
from jxbook.template.paper import Formula
from jxbook.template.record_sheets.prefilled import area_of
from jxbook.values import plain
from jxbook.workbook import names
from jxbook.workbook.names import POLICY, YEAR_CELL


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
        if self.takes_reviews:
            own = self._own_score(row) if self.scores_rows else '""'
            return Formula(f"IF({self._reviewed(row)},{self._mean(row)},{own})")
        return Formula(self._own_score(row)) if self.scores_rows else None

    def _own_score(self, row: int) -> str:
        target, actual, points = (self.cell(field, row) for field in ("target", "actual", "points"))
        call = f"JX_SCORE({self._compared(row)},{points},{self._labels(row)},{POLICY},{YEAR_CELL})"
        incomplete = f'AND(OR({actual}="",{points}=""),NOT({is_none(target)}))'
        return f'IF(OR({target}="",{incomplete}),"",{call})'

    def _reviewed(self, row: int) -> str:
        """Has the row a mean on 评委评分? An error there is one here."""
        listed = f"ISNUMBER(MATCH({self.cell('name', row)},{self._reviews(names.REVIEW_NAME, names.REVIEW_NAME)},0))"
        return f'IF({listed},{self._mean(row)}<>"",FALSE)'

    def _mean(self, row: int) -> str:
        first, last = names.REVIEW_NAME, names.REVIEW_MEAN
        column = ord(last) - ord(first) + 1
        return f"VLOOKUP({self.cell('name', row)},{self._reviews(first, last)},{column},FALSE)"

    def _reviews(self, first: str, last: str) -> str:
        return area_of(names.REVIEWS, first, last, self.layout)

    def verdict(self, row: int) -> Formula | None:
        """本行校验 of an indicator row; None where there is nothing to check."""
        if not self.checks_rows:
            return None
        points, earned, reason = (self.cell(field, row) for field in ("points", "earned", "reason"))
        entries = [self.cell(field, row) for field in ("target", "actual", "points") if self.has(field)]
        blank = ",".join(f'{entry}=""' for entry in entries)
        arguments = f"{self._compared(row)},{points},{earned},{reason},{self._labels(row)}"
        checked = f'IF(AND({blank}),"",JX_CHECK({arguments},{POLICY},{YEAR_CELL}))'
        return Formula(
            f'IF({self._reviewed(row)},"{names.REVIEWED}",{checked})' if self.takes_reviews else checked
        )

    def _compared(self, row: int) -> str:
        """年度指标值 and 实际完成值 as the functions take them; split ones joined as `Indicator.read` joins them."""
        target, actual = self.cell("target", row), self.cell("actual", row)
        if not self.layout.split or row in self._by_key_points:
            return f"{target},{actual}"
        nature, unit = self.cell("nature", row), self.cell("unit", row)
        no_unit = is_none(unit)
        sign = f'IF({nature}="{QUALITATIVE}","",{nature})'
        half, own = (f'SUBSTITUTE({cell},"％","%")' for cell in (target, unit))
        tail = f'IF(OR({no_unit},RIGHT({half},LEN({own}))={own}),"",{unit})'
        joined = f'IF(OR({target}="",{is_none(target)}),{target}&"",{sign}&{target}&{tail})'
        digit = f'ISNUMBER(FIND(RIGHT(TRIM({actual})),"0123456789０１２３４５６７８９"))'
        counted = f'AND({actual}<>"",{digit},NOT({no_unit}),{own}<>"%")'
        # no & where nothing is joined: a number stays a number, 0.96 under % one of 96%
        return f"{joined},IF({counted},{actual}&{unit},{actual})"

    @property
    def _by_key_points(self) -> set[int]:
        """The rows whose target and actual come from 评价要点, whole."""
        return {slot.row for slot in self.layout.slots if slot.preset.key_points}

    def key_points_target(self, row: int) -> Formula:
        """The target of a row that has 评价要点: how many of them apply."""
        said, none = self._said(row), f'"{key_points.NONE}"'
        all_of_them, applying = said(), f"({said()}-{said(key_points.NOT_APPLICABLE)})"
        text = f'"≥"&{applying}&"{key_points.UNIT}"'
        return Formula(f'IF({all_of_them}=0,"",IF({applying}=0,{none},{text}))')

    def key_points_actual(self, row: int) -> Formula:
        """The actual of a row that has 评价要点: how many were met; blank while one has none of the verdicts."""
        said, share = self._said(row), plain(self.policy.number("evaluation.partly_met") / 100)
        met = f"ROUND({said(key_points.MET)}+{share}*{said(key_points.PARTLY)},6)"
        read = "+".join(said(verdict) for verdict in key_points.VERDICTS)
        return Formula(
            f'IF(OR({said()}=0,{read}<{said()}),"",'
            f'IF({said()}={said(key_points.NOT_APPLICABLE)},"{key_points.NONE}",{met}&"{key_points.UNIT}"))'
        )

    def _said(self, row: int) -> _Said:
        columns = names.KEY_POINT_NAME, names.KEY_POINT_VERDICT
        return _Said(
            self.cell("name", row), *(area_of(names.KEY_POINTS, one, one, self.layout) for one in columns)
        )

    def _labels(self, row: int) -> str:
        columns = self.layout.columns
        return f"${columns['level1']}${self.layout.first}:{columns['name']}{row}"


@dataclass(frozen=True, slots=True)
class _Said:
    """How many 评价要点 of the indicator in a cell have a verdict, or how many there are."""

    name: str
    names: str
    verdicts: str

    def __call__(self, verdict: str | None = None) -> str:
        own = f'({self.names}={self.name})*({self.name}<>"")'
        if verdict is None:
            return f"SUMPRODUCT(1*{own})"
        return f'SUMPRODUCT({own}*({self.verdicts}="{verdict}"))'
