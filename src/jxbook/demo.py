"""A sample → its filled workbook, every formula cell showing its value."""

from __future__ import annotations

from pathlib import Path

from jxbook.excel.cached import cached_values
from jxbook.policy import load_policy
from jxbook.samples import Sample
from jxbook.samples.fill import fill
from jxbook.scoring import score
from jxbook.templates import template_path
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid
from jxbook.workbook.recognise import recognise


def write_workbook(sample: Sample, path: Path) -> None:
    """Fill the policy's template with a sample and write it, its formula cells showing their values."""
    policy = load_policy(sample.policy)
    source = template_path(policy.id)
    write_changes(source, fill(recognise(read_grid(source), source.name), policy, sample), path)
    grid = read_grid(path)
    form = recognise(grid, path.name)
    write_changes(path, cached_values(form, score(form, policy), grid))
