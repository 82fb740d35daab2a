"""`jxbook bundle`: a folder that installs jxbook on machines without internet."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE
from jxbook.setup import pip
from jxbook.setup.bundle import bundle
from jxbook.setup.local import this_machine
from jxbook.setup.wheels import LINUX, WINDOWS, TargetPython


def run(options: argparse.Namespace) -> int:
    """Fill the folder, saying what is being done; a download takes a while."""
    extras = ("bureau",) if options.bureau else ()
    platforms = LINUX if options.linux else WINDOWS
    targets = [TargetPython(options.python, one, extras) for one in platforms]
    for line in bundle(options.output, targets, this_machine(), pip.run_pip):
        print(line, flush=True)
    return FINE
