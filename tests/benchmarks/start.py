"""What starting jxbook costs, as a ratio to a bare interpreter started in the same run.

python tests/benchmarks
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
from pathlib import Path

import jxbook

FROZEN = Path(__file__).with_name("sunhe-2024.xlsx")
ROUNDS = 25


def medians(rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds of the processor for each process from its start to its end."""
    commands = {
        "bare": ["-c", "pass"],
        "help": ["-m", "jxbook", "--help"],
        "score": ["-m", "jxbook", "score", str(FROZEN)],
    }
    compileall.compile_dir(Path(jxbook.__file__).parent, quiet=1)  # as an installer does
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, arguments in commands.items():
            before = _used()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            times[name].append(_used() - before)
    return {name: statistics.median(found[1:]) for name, found in times.items()}


def _used() -> float:
    """Seconds of the processor that all processes started here have used; a busy machine changes them little."""
    import resource  # Windows has none, and there the tests are collected too

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ratios(medians: dict[str, float]) -> dict[str, float]:
    """How many bare starts of Python each takes."""
    return {name: medians[name] / medians["bare"] for name in ("help", "score")}


def main() -> int:
    """Print the ratios."""
    found = medians()
    print("process start, medians of the same run")
    for name, seconds in found.items():
        print(f"  {name:<8}{seconds * 1000:8.1f} ms {seconds / found['bare']:6.2f} bare starts")
    print("  aims: --help within 4, score within 10 bare starts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
