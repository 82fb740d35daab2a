"""Rows that people judged, by 评价要点 or as reviewers, and no target."""

from __future__ import annotations

from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import count


def judged(row: IndicatorFacts) -> str:
    """A row by its 评价要点, or by what reviewers gave: how they came out, and the points."""
    said = []
    own = row.judged
    if own.points:
        number = count(own.points, f"“{row.name}”评价要点项数")
        if len(own.verdicts) == 1:
            said.append(f"评价要点{number}项，均{own.verdicts[0][0]}")
        else:
            parts = "、".join(
                f"{count(times, f'“{row.name}”{word}的要点项数')}项{word}" for word, times in own.verdicts
            )
            said.append(f"评价要点{number}项，其中{parts}")
    if own.reviewers:
        said.append(f"由{count(own.reviewers, f'“{row.name}”评委人数')}名评委评分")
    # Points of nobody knows how many say nothing.
    if row.earned is not None and (said or row.points is not None):
        said.append(
            f"得{row.earned}分（分值{row.points}分）" if row.points is not None else f"得{row.earned}分"
        )
    if not said:
        return ""
    return f"{row.name}{'，'.join(said)}"
