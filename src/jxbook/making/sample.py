"""A sample → its filled workbook, every formula cell showing its value."""

from __future__ import annotations

from pathlib import Path

from jxbook.atomic import replace_file
from jxbook.making.filled import filled_workbook
from jxbook.policy import load_policy
from jxbook.samples import Sample


def write_workbook(sample: Sample, path: Path) -> None:
    """Write the workbook of a sample's policy with the sample in it. Raises Refusal JX925 where a file is."""
    replace_file(path, filled_workbook(sample.form, load_policy(sample.policy)), new=True)
