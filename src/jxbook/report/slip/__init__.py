"""核对单: what the person who made a report has to settle before it is handed in, and where each figure comes from.

It stays in the office. What is doubtful, assumed or not proven is said here and nowhere in the report.
"""

from jxbook.report.slip.compose import slip
from jxbook.report.slip.gaps import Gap, gaps_of

__all__ = ["Gap", "gaps_of", "slip"]
