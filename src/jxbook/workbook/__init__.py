"""Excel workbooks, in and out: bounded reading, cells as labels and entries, changing them in place, templates."""
