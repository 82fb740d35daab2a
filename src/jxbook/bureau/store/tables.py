"""The tables of the store. `book` is the roll-up that a row belongs to, so that several can share a database."""

from __future__ import annotations

import sqlalchemy as sql

METADATA = sql.MetaData()
_BOOK, _PATH, _PROJECT = sql.String(512), sql.String(1024), sql.String(512)
LONGEST = {"book": 512, "path": 1024, "project_key": 512}
"""Characters of what a row is found by."""

FILES = sql.Table(
    "jxbook_files",
    METADATA,
    sql.Column("book", _BOOK, primary_key=True),
    sql.Column("path", _PATH, primary_key=True),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("stamp", sql.String(80), nullable=False),
    sql.Column("current", sql.Boolean, nullable=False),
    sql.Column("refused", sql.Boolean, nullable=False),
    sql.Column("reports", sql.Text, nullable=False),
    sql.Column("content", sql.Text, nullable=False),
)
"""What came of each file, as JSON, with what it depends on; `current`: it lay in the folders at the last run."""

PROJECTS = sql.Table(
    "jxbook_projects",
    METADATA,
    sql.Column("project_key", _PROJECT, primary_key=True),
    sql.Column("year", sql.Integer, primary_key=True),
    sql.Column("book", _BOOK, nullable=False),
    sql.Column("path", _PATH, nullable=False),
    sql.Column("form", sql.Text, nullable=False),
    *(
        sql.Column(name, sql.Text, nullable=False)
        for name in ("project", "code", "supervisor", "implementer", "policy", "status", "grade")
    ),
    *(sql.Column(name, sql.Float) for name in ("total", "rate", "budget", "spent")),
    *(sql.Column(name, sql.Integer, nullable=False) for name in ("errors", "warnings")),
)
"""A project in a year, for whoever asks the database himself, and for the comparison of years."""

REVIEWS = sql.Table(
    "jxbook_reviews",
    METADATA,
    sql.Column("project_key", _PROJECT, primary_key=True),
    sql.Column("year", sql.Integer, primary_key=True),
    sql.Column("total", sql.Float),
    sql.Column("grade", sql.Text, nullable=False),
    sql.Column("note", sql.Text, nullable=False),
)
"""What a re-check of a project came to."""

BOOKS = sql.Table(
    "jxbook_books",
    METADATA,
    sql.Column("book", _BOOK, primary_key=True),
    sql.Column("made", sql.Text, nullable=False),
)
"""What the papers of a roll-up were made from when they were last written, as JSON."""
