"""A form → a filled workbook of ours: a sample, an import with its account, the next year of a project."""

MOST_ROWS = 800
"""Rows of a form that a workbook is made for: twelve times a large form, and done within seconds."""
MOST_CELLS = 30_000
"""Filled cells of a form's sheet that account is given of, one by one, or that get our formulas beside them."""
