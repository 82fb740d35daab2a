"""What starting jxbook costs, as a ratio to a bare interpreter started in the same run.

python tests/benchmarks
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jxbook
from jxbook.making.sample import write_workbook
from jxbook.samples import DEFAULT_SAMPLE, load_sample

ROUNDS = 25


def main() -> int:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "form.xlsx"
        write_workbook(load_sample(DEFAULT_SAMPLE), workbook)
        commands = {
            "python -c pass": ["-c", "pass"],
            "jxbook --help": ["-m", "jxbook", "--help"],
            "jxbook score": ["-m", "jxbook", "score", str(workbook)],
        }
        compileall.compile_dir(Path(jxbook.__file__).parent, quiet=1)  # as an installer does
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS + 1):
            for name, arguments in commands.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
                times[name].append(time.perf_counter() - start)
    median = {name: statistics.median(found[1:]) for name, found in times.items()}
    bare = median["python -c pass"]
    print("process start, medians of the same run")
    for name, seconds in median.items():
        print(f"  {name:<16}{seconds * 1000:8.1f} ms {seconds / bare:6.2f} bare starts")
    print("  aim: jxbook score within 12 bare starts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
