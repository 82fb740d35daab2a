"""Targets and actual values as people write them, read into numbers, times, tiers and words.

The readers never raise: what they do not understand keeps its text and says so.
"""

from jxbook.values.actual import Actual, read_actual
from jxbook.values.align import align
from jxbook.values.aligned import Aligned, Misfit
from jxbook.values.entry import as_number, shown
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Kind, Raw, Sign, Tier, Trend
from jxbook.values.target import Target, read_target

__all__ = [
    "Actual",
    "Aligned",
    "Kind",
    "Misfit",
    "Raw",
    "Sign",
    "Target",
    "Tier",
    "Trend",
    "align",
    "as_number",
    "fold",
    "plain",
    "read_actual",
    "read_target",
    "shown",
]
