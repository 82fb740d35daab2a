"""`python -m jxbook` is `jxbook`."""

import os
import sys

_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib comes later
if not sys.flags.safe_path and sys.path[0] == os.getcwd() != _HOME:  # noqa: PTH109
    del sys.path[0]  # `python -m` looks for modules in the current folder first, and that may be a stranger's

from jxbook.cli import main  # noqa: E402 - only now

sys.exit(main())
