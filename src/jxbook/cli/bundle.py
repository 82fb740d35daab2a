"""`jxbook bundle`: a folder that installs jxbook on machines without internet."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE
from jxbook.setup import pip
from jxbook.setup.bundle import bundle
from jxbook.setup.local import this_machine
from jxbook.setup.wheels import TargetPython


def run(options: argparse.Namespace) -> int:
    """Fill the folder, saying what is being done; a download takes a while."""
    target = TargetPython(options.python, options.platform, ("bureau",) if options.bureau else ())
    for line in bundle(options.output, target, this_machine(), pip.run_pip):
        print(line, flush=True)
    return FINE
