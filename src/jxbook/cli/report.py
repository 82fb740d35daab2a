"""`jxbook report`: the 绩效评价报告 as a file, and the 核对单 beside it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from jxbook.atomic import replace_file
from jxbook.checks import check
from jxbook.cli import FINE
from jxbook.cli.opened import open_scored
from jxbook.finding import Finding, Refusal, Severity
from jxbook.report import FORMATS, products, render, slip_name


def run(options: argparse.Namespace) -> int:
    """Write the report; an existing file is never written over."""
    kind = options.format or options.output.suffix.lstrip(".").lower() or "docx"
    if kind not in FORMATS:
        raise Refusal(
            "JX924",
            options.output.name,
            "不能写这种格式",
            f"可以写的格式是 {'、'.join(FORMATS)}",
            "请改用 .docx 文件名",
        )
    beside = options.output.with_name(slip_name(options.output.name))
    for path in (options.output,) if options.no_slip else (options.output, beside):
        refuse_existing(path)
    opened = open_scored(options.file, options.policy)
    reference = _read_reference(options.reference)
    findings = check(opened.form, opened.policy, opened.scoring)
    made = products(opened.form, opened.policy, opened.scoring, findings)
    replace_file(options.output, render(made.report, kind, reference))
    print(f"已生成报告：{options.output}")
    if not options.no_slip:
        replace_file(beside, render(made.slip, kind))
        print(f"已生成核对单：{beside}（内部使用，不随报告报送）")
    if made.told:
        print(made.told)
    print_errors(findings, options.file)
    return FINE


def refuse_existing(path: Path) -> None:
    """Raise Refusal JX925 where a file stands in the way."""
    if path.exists():
        raise Refusal(
            "JX925", path.name, "文件已经存在", "为避免覆盖，没有写入", "请换一个文件名，或先移走原来的文件"
        )


def print_errors(findings: Sequence[Finding], file: Path) -> None:
    """Say that a report stands on a form that would be sent back."""
    count = sum(one.severity is Severity.ERROR for one in findings)
    if count:
        print(f"自评表有{count}项错误，报告是按现有内容写的，建议改正后重新生成。查看：jxbook check {file}")


def _read_reference(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            "JX601",
            path.name or str(path),
            "样式文件无法读取",
            "该位置没有这个文件，或者没有读取权限",
            "请核对 --reference 后面的文件名后重试",
        ) from error
