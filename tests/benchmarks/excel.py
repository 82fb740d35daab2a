"""What jxbook costs inside Excel, but for Excel itself: a cell function and a press of the button 校验.

    python tests/benchmarks/excel.py

- core:     JX_SCORE as plain Python, its target read before, its actual new: what one entry costs.
- dispatch: the same call through xlwings' own conversion of arguments and result, handed over as values and
  as ranges, with stand-ins for COM. Real COM comes on top: 4 to 13 ms a call, as users report.
- button:   reading a whole book in memory, recognising, scoring, checking, writing 校验结果.
"""

from __future__ import annotations

import gc
import itertools
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "excel"))

from dispatcher import MISSING, ExcelRange, dispatching

from jxbook.excel import buttons
from jxbook.functions.calls import JX_SCORE
from memory_book import MemoryBook

FROZEN = Path(__file__).with_name("sunhe-2024.xlsx")
BLOCKS, BLOCK = 10, 200
AREA = (("产出指标", "数量指标"), *[(None, None)] * 15)


def measure(runs: dict[str, tuple[int, Callable[[], object]]]) -> dict[str, float]:
    """Median seconds of the processor of each; they take turns by blocks, so that a drifting machine drifts for all."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(BLOCKS):
        for name, (count, run) in runs.items():
            gc.collect()
            run()
            for _ in range(count):
                start = time.process_time()
                run()
                times[name].append(time.process_time() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def ratios(medians: dict[str, float]) -> dict[str, float]:
    """One JX_SCORE in the core over what xlwings does around it."""
    core = medians["core"]
    return {how: core / (medians[f"dispatch, {how}"] - core) for how in ("values", "ranges")}


def medians() -> dict[str, float]:
    """Seconds for one cell, and for one press of the button."""
    actuals = itertools.cycle([f"{n}人次" for n in range(100, 2100)])  # more than are remembered
    with dispatching() as call:
        book = MemoryBook(FROZEN)

        def core() -> object:
            return JX_SCORE("≥200人次", next(actuals), 20.0, AREA, None, 2024.0)

        def values() -> object:
            return call("JX_SCORE", "≥200人次", next(actuals), 20.0, AREA, MISSING, 2024.0)

        def ranges() -> object:
            cells = [ExcelRange([[one]]) for one in ("≥200人次", next(actuals), 20.0)]
            return call("JX_SCORE", *cells, ExcelRange(AREA), MISSING, ExcelRange([[2024.0]]))

        return measure(
            {
                "core": (BLOCK, core),
                "dispatch, values": (BLOCK, values),
                "dispatch, ranges": (BLOCK, ranges),
                "button": (5, lambda: buttons.check(book)),
            }
        )


def main() -> int:
    """Print the ratios."""
    found = medians()
    print("inside Excel, medians of the same run")
    for name, seconds in found.items():
        print(f"  {name:<18}{seconds * 1000:8.3f} ms")
    for how, ratio in ratios(found).items():
        print(f"  core / xlwings' dispatch around it, {how} {ratio:6.2f}   (aim: below 1)")
    print(f"  button / core                              {found['button'] / found['core']:6.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
