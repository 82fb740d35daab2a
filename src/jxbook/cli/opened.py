"""A file that a command was given: opened, its policy chosen, scored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jxbook.form import Form
from jxbook.policy import Policy
from jxbook.policy.fitted import fitted
from jxbook.scoring import Scoring, score
from jxbook.scoring.key_points import with_key_points
from jxbook.workbook.grid import Grid


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook from its grid up to its scoring."""

    grid: Grid
    form: Form
    policy: Policy
    scoring: Scoring


def open_scored(path: Path, policy: str | Path | None = None) -> Opened:
    """Read and score a file, a foreign one too; `policy`, a name or a file, overrules the policy that it names."""
    from jxbook.foreign import read_foreign
    from jxbook.foreign.guess import choose_policy
    from jxbook.recognition import recognise

    path = path if path.name else path.absolute()  # so that "." has a name to put into a message
    foreign = read_foreign(path)
    form = recognise(foreign.grid, path.name)
    chosen, _ = choose_policy(foreign, form, path, policy)
    chosen = fitted(chosen, form)
    form = with_key_points(form, chosen)
    return Opened(foreign.grid, form, chosen, score(form, chosen))
