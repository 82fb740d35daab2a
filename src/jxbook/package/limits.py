"""How much of a stranger's file is read: the one set of limits, for workbooks and documents alike."""

from __future__ import annotations

MAX_FILE = 50_000_000
"""Bytes of a file: a form with dozens of photographs stays below."""
MAX_ENTRIES = 1000
"""Entries in a package, as in Apache POI's ZipSecureFile. An honest form has about 20."""
MAX_INFLATED = 200_000_000
"""Inflated bytes of all entries together, as the directory states them: four times the largest file
that is read, so that a workbook full of photographs passes."""
MAX_PART = 32_000_000
"""Inflated bytes of one part that is read: the XML of twice as many cells as a grid may hold."""
MIN_INFLATE_RATIO = 0.01
"""Packed size to inflated size, at least, as in Apache POI. The most repetitive sheets reach 0.02."""
RATIO_GRACE = 100_000
"""Inflated bytes up to which the ratio is not asked for, as in Apache POI."""
MAX_TAGS = 1_500_000
"""Tags in a part, which bounds the parser's time (1 s) and its memory for nested elements (300 MB).
As many as 200,000 cells with formulas need."""
