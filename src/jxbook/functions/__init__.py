"""The JX_ functions and their registry, and what formula cells show; no spreadsheet program is known here."""
