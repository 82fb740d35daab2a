"""A form → a filled workbook of ours: a sample, an import with its account, the next year of a project."""
