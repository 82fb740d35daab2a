"""Official Chinese text: its headings, sentences and clauses, the figures in it with their kinds and places, reasons, likeness.

Knows no form and no report. Every reader takes a text of any length in time linear in it and never raises.
"""

from jxbook.prose.adverse import adverse, befell, may_admit, settles
from jxbook.prose.answers import answers, says_no_cause, says_only_done
from jxbook.prose.changes import Difference, changes
from jxbook.prose.clauses import Clause, clauses, opening, sentences
from jxbook.prose.comparisons import comparisons
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_clauses, figured_sentences, figures
from jxbook.prose.labels import Label, Rank, Series, read_label
from jxbook.prose.likeness import (
    akin,
    are_about_one,
    kin,
    names,
    pairs,
    say_the_same,
    shared_run,
    speaks_of,
    topic,
)
from jxbook.prose.paper import Line, ReadParagraph, is_signature, read_paper
from jxbook.prose.passages import about, clause_holding, without_amount
from jxbook.prose.printing import as_printed
from jxbook.prose.products import Product, products
from jxbook.prose.rates import Rate, rates
from jxbook.prose.reasons import Reason, dated, points_above, split_reason
from jxbook.prose.shares import shares
from jxbook.prose.sums import Leeway, Sum, sums
from jxbook.prose.tallies import tallies
from jxbook.prose.tone import Tone, tone

__all__ = [
    "Clause",
    "Difference",
    "Figure",
    "FigureKind",
    "Label",
    "Leeway",
    "Line",
    "Product",
    "Rank",
    "Rate",
    "ReadParagraph",
    "Reason",
    "Series",
    "Sum",
    "Tone",
    "about",
    "adverse",
    "akin",
    "answers",
    "are_about_one",
    "as_printed",
    "befell",
    "changes",
    "clause_holding",
    "clauses",
    "comparisons",
    "dated",
    "figured_clauses",
    "figured_sentences",
    "figures",
    "is_signature",
    "kin",
    "may_admit",
    "names",
    "opening",
    "pairs",
    "points_above",
    "products",
    "rates",
    "read_label",
    "read_paper",
    "say_the_same",
    "says_no_cause",
    "says_only_done",
    "sentences",
    "settles",
    "shared_run",
    "shares",
    "speaks_of",
    "split_reason",
    "sums",
    "tallies",
    "tone",
    "topic",
    "without_amount",
]
