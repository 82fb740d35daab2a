"""`python -m jxbook` is `jxbook`."""

import sys

from jxbook.cli import main

sys.exit(main())
