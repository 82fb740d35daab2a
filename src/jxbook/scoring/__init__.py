"""Form × Policy → Scoring: points, completion, 执行率, total and grade, each with its explanation and 依据."""

from jxbook.scoring.form import IndicatorScore, Scoring, Status, score, score_again, score_indicator
from jxbook.scoring.funds import Execution, execution_of, score_execution
from jxbook.scoring.grade import grade
from jxbook.scoring.reviews import review_mean
from jxbook.scoring.rounding import half_up, percent
from jxbook.scoring.row import RowScore, State, awarded, compare_row, score_row
from jxbook.scoring.words import NOT_APPLICABLE, UNCLEAR, UNFINISHED

__all__ = [
    "NOT_APPLICABLE",
    "UNCLEAR",
    "UNFINISHED",
    "Execution",
    "IndicatorScore",
    "RowScore",
    "Scoring",
    "State",
    "Status",
    "awarded",
    "compare_row",
    "execution_of",
    "grade",
    "half_up",
    "percent",
    "review_mean",
    "score",
    "score_again",
    "score_execution",
    "score_indicator",
    "score_row",
]
