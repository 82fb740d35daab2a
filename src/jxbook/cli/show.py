"""How the command line shows things: findings in sentences, JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from jxbook.finding import Finding, Refusal


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


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as `check --json` writes it; one of a running text with its section, paragraph and words."""
    cell, spot = finding.cell, finding.spot
    words = {"section": spot.section, "paragraph": spot.paragraph, "quote": spot.quote} if spot else {}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": cell.sheet if cell else None,
        "cell": cell.address if cell else None,
        "what": finding.what,
        "why": finding.why,
        "fix": finding.fix,
        **words,
    }


def file_json(path: Path) -> dict[str, str]:
    """Which file a result is of: its name, and the path as it was typed."""
    return {"file": path.name, "path": str(path)}


def error_json(refusal: Refusal, file: Path) -> dict[str, Any]:
    """Why a file could not be dealt with, as every --json writes it."""
    return {**file_json(file), "error": {**finding_json(refusal.finding), "place": refusal.finding.place}}


def print_findings(findings: Sequence[Finding]) -> None:
    """Each finding on lines of its own, then the count by severity."""
    for one in findings:
        print(f"{one.severity.label} {one.code} [{one.where or '整表'}] {one.what}")
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
