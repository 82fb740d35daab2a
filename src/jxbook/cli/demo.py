"""`jxbook demo`: a filled workbook and its report, from the facts of a real project."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.columns import table
from jxbook.cli.output import made_folder
from jxbook.cli.show import print_findings
from jxbook.file_names import free_names

if TYPE_CHECKING:
    from jxbook.samples import Sample


def run(options: argparse.Namespace) -> int:
    """Write workbook and report of a sample into a folder, then show score and findings."""
    from jxbook.samples import DEFAULT_SAMPLE, load_sample, sample_names

    if options.list:
        print(
            table(
                [("名称", "项目"), *((name, load_sample(name).title) for name in sample_names())], whole=(0,)
            )
        )
        return FINE
    return _write(load_sample(options.name or DEFAULT_SAMPLE), options.output)


def _write(sample: Sample, folder: Path) -> int:
    from jxbook.assess import assess
    from jxbook.cli.score import print_score
    from jxbook.document import render
    from jxbook.making.sample import write_workbook
    from jxbook.slip import products

    workbook, report, slip = free_names(
        made_folder(folder), "自评表.xlsx", "绩效评价报告.docx", "绩效评价报告_核对单.docx"
    )
    write_workbook(sample, workbook)
    assessed = assess(workbook)
    made = products(assessed.form, assessed.policy, assessed.scoring, assessed.findings)
    replace_file(report, render(made.report), new=True)
    replace_file(slip, render(made.slip), new=True)
    print_score(assessed)
    print()
    print_findings(assessed.findings)
    print(f"\n填好的自评表：{workbook}\n绩效评价报告：{report}\n核对单：{slip}")
    if said := made.told():
        print(said)
    return FINE
