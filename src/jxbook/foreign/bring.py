"""A foreign file → our workbook with everything in it that was understood, and the account of its cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from jxbook.filled import fill_workbook
from jxbook.foreign import Kind, read_foreign
from jxbook.foreign.account import Line, account
from jxbook.foreign.guess import choose_policy
from jxbook.form import Form
from jxbook.policy import Policy
from jxbook.recognition import recognise
from jxbook.scoring import score
from jxbook.workbook.package import package_in
from jxbook.workbook.reader import read_package


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a foreign file. `why` says how the policy was chosen, `texts` counts what was left in Word."""

    data: bytes
    kind: Kind
    form: Form
    policy: Policy
    why: str
    lines: tuple[Line, ...]
    texts: int


def bring(path: Path, policy: str | Path | None = None) -> Brought:
    """Read, recognise and fill. Raises Refusal as `read_foreign` and `recognise` do, JX920 for the policy."""
    foreign = read_foreign(path)
    form = recognise(foreign.grid, path.name)
    chosen, why = choose_policy(foreign, form, path, policy)
    form = replace(form, policy_id=chosen.id)
    filled = fill_workbook(form, chosen)
    made = read_package(package_in(filled.data, path.name))
    lines = account(foreign, form, chosen, score(form, chosen), filled.carried, made)
    return Brought(filled.data, foreign.kind, form, chosen, why, lines, len(foreign.texts))
