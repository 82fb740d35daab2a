"""`jxbook doctor`: what works on this computer, what does not, and how to mend it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from jxbook.cli import FINE, FOUND
from jxbook.cli.show import print_json
from jxbook.setup.diagnosis import diagnose
from jxbook.setup.line import Diagnosis, Health
from jxbook.setup.local import this_machine


def run(options: argparse.Namespace) -> int:
    """Say each line as soon as it is known."""
    lines = []
    for line in diagnose(this_machine(), options.file, Path.cwd()):
        lines.append(line)
        if not options.json:
            print_line(line)
    if options.json:
        print_json([_as_json(line) for line in lines])
    else:
        print(summary(lines))
    return FOUND if any(line.state is Health.BROKEN for line in lines) else FINE


def print_line(line: Diagnosis) -> None:
    """The state, what was seen, and below it what to do."""
    print(f"{line.state.value} {line.name}：{line.what}")
    if line.fix:
        print(f"     办法：{line.fix}")


def summary(lines: Sequence[Diagnosis]) -> str:
    """How many of each state."""
    counts = {state: sum(line.state is state for line in lines) for state in Health}
    if counts[Health.BROKEN]:
        return f"检查结果：{counts[Health.BROKEN]}项有问题，请按“办法”处理后重新运行 jxbook doctor"
    return f"检查结果：没有问题，{counts[Health.FINE]}项正常，{counts[Health.NOTE]}项提示"


def _as_json(line: Diagnosis) -> dict[str, str]:
    return {"name": line.name, "state": line.state.name.lower(), "what": line.what, "fix": line.fix}
