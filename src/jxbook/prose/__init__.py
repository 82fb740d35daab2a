"""Official Chinese text: its sentences and clauses, the figures in it with their kinds and places, reasons and likeness.

Knows no form and no report. Every reader takes a text of any length in time linear in it and never raises.
"""

from jxbook.prose.clauses import Clause, clauses, sentences
from jxbook.prose.figures import Figure, FigureKind, figures
from jxbook.prose.likeness import akin, kin, shared_run, topic
from jxbook.prose.passages import about, clause_holding, without_amount
from jxbook.prose.reasons import Reason, split_reason
from jxbook.prose.tone import Tone, tone

__all__ = [
    "Clause",
    "Figure",
    "FigureKind",
    "Reason",
    "Tone",
    "about",
    "akin",
    "clause_holding",
    "clauses",
    "figures",
    "kin",
    "sentences",
    "shared_run",
    "split_reason",
    "tone",
    "topic",
    "without_amount",
]
