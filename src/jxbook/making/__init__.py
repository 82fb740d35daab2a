"""A form → a filled workbook of ours: a sample, an import with its account, the next year of a project."""

MOST_ROWS = 1000
"""Rows of a form that a workbook is made for: fifteen times a large form, and done within seconds."""
