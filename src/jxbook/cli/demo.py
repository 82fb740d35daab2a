"""`jxbook demo`: a filled workbook and its report, from the facts of a real project."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.show import print_findings, table
from jxbook.finding import Refusal
from jxbook.free_names import free_names

if TYPE_CHECKING:
    from jxbook.samples import Sample


def run(options: argparse.Namespace) -> int:
    """Write workbook and report of a sample into a folder, then show score and findings."""
    from jxbook.samples import DEFAULT_SAMPLE, load_sample, sample_names

    if options.list:
        print(table([(name, load_sample(name).title) for name in sample_names()]))
        return FINE
    return _write(load_sample(options.name or DEFAULT_SAMPLE), options.output)


def _write(sample: Sample, folder: Path) -> int:
    from jxbook.checks import check
    from jxbook.cli.opened import open_scored
    from jxbook.cli.score import print_score
    from jxbook.demo import write_workbook
    from jxbook.report import products, render

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            "JX914",
            folder.name,
            "文件夹不能建立",
            "这个位置有一个同名的文件，或者没有写入权限",
            "请用 -o 换一个文件夹",
        ) from error
    workbook, report, slip = free_names(
        folder, "自评表.xlsx", "绩效评价报告.docx", "绩效评价报告_核对单.docx"
    )
    write_workbook(sample, workbook)
    opened = open_scored(workbook)
    findings = check(opened.form, opened.policy, opened.scoring)
    made = products(opened.form, opened.policy, opened.scoring, findings)
    replace_file(report, render(made.report))
    replace_file(slip, render(made.slip))
    print_score(opened)
    print()
    print_findings(findings)
    print(f"\n填好的自评表：{workbook}\n绩效评价报告：{report}\n核对单：{slip}")
    if made.told:
        print(made.told)
    return FINE
