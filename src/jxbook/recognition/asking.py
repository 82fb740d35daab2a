"""Which labels ask for an entry: what a host must know of merged cells that reads them one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.form import labels as known
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.recognition.head import WEAK, rows_of_head

_ANYWHERE = {*known.PROJECT_LABELS, *known.FACT_LABELS, *known.GOAL_EXPECTED, *known.GOAL_ACHIEVED}
_ANYWHERE |= known.BOX_LABELS | known.GRADE_LABELS | known.SIGNATURES | WEAK


def asking_labels(labels: Mapping[int, Mapping[int, str]]) -> Iterator[tuple[int, int]]:
    """Row and column of the labels of a sheet beside or under which recognition looks; `labels` is row → column
    → label, in order."""
    facts = {
        column for texts in labels.values() for column, text in texts.items() if text in known.POLICY_LABELS
    }
    whole = {*rows_of_head(labels), *_rows_below(labels)}
    for row, texts in labels.items():
        for column, text in texts.items():
            if row in whole or column in facts or text in _ANYWHERE:
                yield row, column


def _rows_below(labels: Mapping[int, Mapping[int, str]]) -> Iterator[int]:
    """The rows under an indicator table, and those with a label left of 一级指标."""
    left, ended = 0, False
    for row, texts in labels.items():
        fields = {INDICATOR_COLUMNS.get(text): column for column, text in texts.items()}
        if {"level1", "name"} <= fields.keys():
            left, ended = fields["level1"], False
        elif left and (ended or min(texts) < left):
            ended = ended or bool(known.TOTAL_LABELS & set(texts.values()))
            yield row
