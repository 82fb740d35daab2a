"""The form as it was filled in: every entry with the cell it stands in, whatever it says."""

from jxbook.form.direction import sign_of
from jxbook.form.entry import NO_ENTRY, Entry, amount, bare_amount, in_wan, yuan_in
from jxbook.form.form import (
    BudgetDoubt,
    DoubtfulHeading,
    Form,
    Funding,
    FundingRow,
    FundingSum,
    Goal,
    Hidden,
    LabelPoints,
    LeftOut,
    OtherScore,
    Passage,
    Project,
    Subtotal,
)
from jxbook.form.indicator import Indicator
from jxbook.form.joined import without_unit
from jxbook.form.records import (
    NO_RECORDS,
    ROW_TYPES,
    CostItem,
    Evidence,
    Interview,
    KeyPoint,
    Records,
    Review,
    SubProject,
    Survey,
    SurveyQuestion,
)
from jxbook.form.table import QUALITATIVE

__all__ = [
    "NO_ENTRY",
    "NO_RECORDS",
    "QUALITATIVE",
    "ROW_TYPES",
    "BudgetDoubt",
    "CostItem",
    "DoubtfulHeading",
    "Entry",
    "Evidence",
    "Form",
    "Funding",
    "FundingRow",
    "FundingSum",
    "Goal",
    "Hidden",
    "Indicator",
    "Interview",
    "KeyPoint",
    "LabelPoints",
    "LeftOut",
    "OtherScore",
    "Passage",
    "Project",
    "Records",
    "Review",
    "SubProject",
    "Subtotal",
    "Survey",
    "SurveyQuestion",
    "amount",
    "bare_amount",
    "in_wan",
    "sign_of",
    "without_unit",
    "yuan_in",
]
