"""其他需要说明的问题: work that goes on, papers that are missing, rows that did not apply."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, total
from jxbook.facts.words import listed, marker
from jxbook.form import NO_ENTRY
from jxbook.scoring.evidence import supports

_SECTION = "其他需要说明的问题"


def others(facts: Facts) -> str:
    """What else is to be said; 无。 where staff had a place for it and left it; nothing where they had none."""
    place = next((one.section for one in facts.form.places if "其他需要说明" in one.section), "")
    section = place or _SECTION
    said = "".join(part for part in (_going_on(facts), _papers(facts), _dropped(facts)) if part)
    if said or facts.said(section):
        return said
    own = [one.text for one in facts.form.passages if one.section == section]
    none = any(one.none for one in (*own, facts.form.boxes.get(_SECTION, NO_ENTRY)))
    return "无。" if none or place else ""


def _going_on(facts: Facts) -> str:
    names = [
        one.name for one in facts.tasks.items if one.status and not one.done and "取消" not in one.status
    ]
    return f"{listed(names)}跨年度实施，后续完成情况纳入下一年度绩效评价。" if names else ""


def _papers(facts: Facts) -> str:
    said = []
    for paper, entry in zip(facts.evidence, facts.form.records.evidence, strict=True):
        if not paper.missing:
            continue
        rows = [row for row in facts.rows if supports(entry.indicator, bare(row.name))]
        points = total(row.points for row in rows if row.points is not None)
        about = f"，涉及“{'、'.join(row.name for row in rows)}”指标{_worth(points)}" if rows else ""
        said.append(f"{paper.name}尚未归集{about}{marker(f'{paper.name}归集完成的日期', paper.where)}。")
    return "".join(said[:5])


def _worth(points: Sourced | None) -> str:
    return f"（分值{points}分）" if points is not None else ""


def _dropped(facts: Facts) -> str:
    rows = [row for row in facts.dropped if row.points is not None and row.points.number]
    points = total(row.points for row in rows if row.points is not None)
    if not rows or points is None:
        return ""
    return f"{listed([row.name for row in rows])}不适用于本{facts.what}，分值{points}分未计入评分。"
