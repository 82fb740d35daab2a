"""Runs commands, each in a process of its own, and tells what each one cost: one line of JSON for one line of JSON.

In: {"folder": …, "arguments": [...], "most": the seconds of processor time after which it is given up}. Out: {"status", "seconds" (processor time, children included), "megabytes" (peak),
"said" (both streams)}. The program is loaded once and forked, so that a case costs what the case costs.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import traceback


def _run(folder: str, arguments: list[str], most: int, said: int) -> int:
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    from jxbook.cli import main

    try:
        return main(arguments)
    except BaseException:
        traceback.print_exc()
        return 99


def _measured(folder: str, arguments: list[str], most: int) -> dict[str, object]:
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            try:
                status = _run(folder, arguments, most, said.fileno())
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(status)
        _, ended, used = os.wait4(child, 0)
        said.seek(0)
        return {
            "status": os.waitstatus_to_exitcode(ended),
            "seconds": used.ru_utime + used.ru_stime,
            "megabytes": used.ru_maxrss / 1024,
            "said": said.read().decode(errors="replace"),
        }


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(_measured(**json.loads(line))), flush=True)
