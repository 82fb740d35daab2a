"""How the command line shows things: tables in columns, findings in sentences, JSON for programs."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal

    from jxbook.finding import Finding


_WIDE = "WFA" if os.name == "nt" else "WF"  # ≥ and ㎡ are wide on a Chinese Windows console only


def width(text: str) -> int:
    """How many columns a text takes on a terminal; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows in aligned columns; the columns in `right` are aligned to the right."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(_pad(text, widths[column], column in right) for column, text in enumerate(row)).rstrip()
        for row in rows
    )


def _pad(text: str, columns: int, right: bool) -> str:
    gap = " " * (columns - width(text))
    return gap + text if right else text + gap


def number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: 10, 8.89."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def print_json(data: Any) -> None:
    """JSON on standard output, always UTF-8, for other programs.

    A file name that is no text goes out as a JSON escape, which is how Python writes its bytes.
    """
    import json

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    print(json.dumps(data, ensure_ascii=False, indent=2))


def finding_json(finding: Finding) -> dict[str, str | None]:
    """A finding as `check --json` writes it."""
    cell = finding.cell
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": cell.sheet if cell else None,
        "cell": cell.address if cell else None,
        "what": finding.what,
        "why": finding.why,
        "fix": finding.fix,
    }


def print_findings(findings: Sequence[Finding]) -> None:
    """Each finding on lines of its own, then the count by severity."""
    for one in findings:
        where = str(one.cell) if one.cell else one.place or "整表"
        print(f"{one.severity.label} {one.code} [{where}] {one.what}")
        print(f"     原因：{one.why}")
        print(f"     处理：{one.fix}")
    counts = {
        label: sum(one.severity.label == label for one in findings) for label in ("错误", "提醒", "提示")
    }
    print(
        "校验结果：" + "，".join(f"{label}{count}项" for label, count in counts.items())
        if findings
        else "校验结果：没有发现问题"
    )
