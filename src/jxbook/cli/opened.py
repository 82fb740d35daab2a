"""A file that a command was given: opened, its policy chosen, scored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jxbook.assess import policy_of
from jxbook.form import Form
from jxbook.policy import Policy, load_policy
from jxbook.scoring import Scoring, score
from jxbook.workbook.grid import Grid


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook from its grid up to its scoring."""

    grid: Grid
    form: Form
    policy: Policy
    scoring: Scoring


def open_scored(path: Path, policy_id: str | None = None) -> Opened:
    """Read and score a workbook; `policy_id` overrules the policy that the workbook names."""
    from jxbook.workbook.reader import read_grid
    from jxbook.workbook.recognise import recognise

    path = path if path.name else path.absolute()  # so that "." has a name to put into a message
    grid = read_grid(path)
    form = recognise(grid, path.name)
    policy = load_policy(policy_id) if policy_id else policy_of(form, path.name)
    return Opened(grid, form, policy, score(form, policy))
