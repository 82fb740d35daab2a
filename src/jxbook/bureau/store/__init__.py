"""The store: what came of every file, so that nothing is read twice, and every project by year.

An SQLite file beside the roll-up, or any database that SQLAlchemy reaches. Rows are written in transactions, each of
whole readings: a run that is stopped, or killed, goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from jxbook.bureau.store.packed import packed, unpacked
from jxbook.bureau.store.tables import BOOKS, FILES, LONGEST, METADATA, PROJECTS, REVIEWS
from jxbook.bureau.tasks import FileReading
from jxbook.checks.submission import OF_DEPARTMENT, Submission
from jxbook.dataclass import dataclass
from jxbook.refusals.bureau import no_store, stopped_by_disk

_Kept = TypeVar("_Kept")
_MANY = 500
_FULL = ("disk is full", "disk I/O error", "No space left")


@dataclass(frozen=True, slots=True)
class Known:
    """A file of an earlier run: what its result depended on, its name then, whether it gives no report (it was refused,
    or is a report of ours itself), and the reports with their digests."""

    stamp: str
    name: str
    refused: bool
    reports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recheck:
    """What the re-check of a project came to."""

    total: float | None
    grade: str
    note: str = ""


class Store:
    """The store of one roll-up. Raises Refusal JX984 where the database does not answer, JX988 where its disk is full.

    `book` names the roll-up; `url` is a path of an SQLite file, or what SQLAlchemy connects to.
    """

    def __init__(self, url: str | Path, book: str) -> None:
        self._book = _key("book", book)
        self._place = url.name if isinstance(url, Path) else _shown(url)
        self.finished = 0
        with self._answering():
            self._engine = sql.create_engine(
                sql.URL.create("sqlite", database=str(url)) if isinstance(url, Path) else url
            )
            METADATA.create_all(self._engine)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def known(self) -> dict[str, Known]:
        """The files of the last run by their path."""
        columns = (FILES.c.path, FILES.c.stamp, FILES.c.name, FILES.c.refused, FILES.c.reports)
        asked = sql.select(*columns).where(FILES.c.book == self._book, FILES.c.current)
        return {
            path: Known(stamp, name, refused, self._kept(_reports, reports))
            for path, stamp, name, refused, reports in self._rows(asked)
        }

    def doubt(self) -> None:
        """No result counts as done any more: every file is to be read again, in this run or a later one."""
        with self._answering(), self._engine.begin() as connection:
            connection.execute(sql.update(FILES).where(FILES.c.book == self._book).values(stamp=""))

    def put(self, readings: Sequence[FileReading], stamps: Mapping[str, str]) -> None:
        """Keep what came of some files, in place of what there was; and their projects, each once for its year. One
        whose report was not written is not done."""
        if not readings:
            return
        files = [
            {
                "book": self._book,
                "path": path_key(one.path),
                "name": clean(one.name),
                "stamp": stamps[one.path] if one.unwritten is None else "",
                "current": True,
                "refused": one.refusal is not None or one.ours,
                "reports": json.dumps(one.reports),
                "content": packed(one),
            }
            for one in readings
        ]
        projects = {
            (row["project_key"], row["year"]): row
            for reading in readings
            for one in reading.submissions
            if one.year is not None
            for row in [{**_project(one), "book": self._book, "path": path_key(reading.path)}]
            if not reading.ours
        }
        with self._answering(), self._engine.begin() as connection:
            _replace(connection, FILES, files)
            _replace(connection, PROJECTS, list(projects.values()))
        self.finished += len(readings)

    def drop(self, paths: Collection[str]) -> None:
        """Files that no longer lie in the folders. Their projects stay for the comparison of years."""
        with self._answering(), self._engine.begin() as connection:
            for some in _parts(sorted(paths)):
                mine = (FILES.c.book == self._book) & FILES.c.path.in_(some)
                connection.execute(sql.update(FILES).where(mine).values(current=False))

    def readings(self) -> Iterator[FileReading]:
        """What came of each file of the last run, in the order of their names."""
        asked = (
            sql.select(FILES.c.path, FILES.c.name, FILES.c.content, FILES.c.reports)
            .where(FILES.c.book == self._book, FILES.c.current)
            .order_by(FILES.c.name, FILES.c.path)
        )
        for path, name, content, reports in self._rows(asked):
            yield self._kept(unpacked, path, name, content, self._kept(_reports, reports))

    def other_years(self, years: Collection[int]) -> list[dict[str, Any]]:
        """Every project of every year but these, without its rows."""
        asked = sql.select(PROJECTS).where(
            PROJECTS.c.status != OF_DEPARTMENT, PROJECTS.c.year.not_in(sorted(years))
        )
        return [dict(row._mapping) for row in self._rows(asked)]

    def submitted(self, year: int) -> Iterator[Submission]:
        """The forms of a year that were kept, whichever roll-up they came in with."""
        asked = (
            sql.select(FILES.c.path, FILES.c.name, FILES.c.content)
            .distinct()
            .join(PROJECTS, (PROJECTS.c.book == FILES.c.book) & (PROJECTS.c.path == FILES.c.path))
            .where(PROJECTS.c.year == year)
        )
        for path, name, content in self._rows(asked):
            reading = self._kept(unpacked, path, name, content)
            yield from (one for one in reading.submissions if one.year == year)

    def review(self, one: Submission, found: Recheck) -> None:
        """Keep what a re-check came to, in place of an earlier one."""
        row = {
            "project_key": _key("project_key", one.key),
            "year": one.year or 0,
            "total": found.total,
            "grade": clean(found.grade),
            "note": clean(found.note),
        }
        with self._answering(), self._engine.begin() as connection:
            _replace(connection, REVIEWS, [row])

    def reviews(self) -> dict[tuple[str, int], Recheck]:
        """What was re-checked, by `review_key`."""
        asked = sql.select(*REVIEWS.c)
        return {
            (key, year): Recheck(total, grade, note) for key, year, total, grade, note in self._rows(asked)
        }

    @property
    def made(self) -> dict[str, str]:
        """What the papers were made from when they were last written, by their path."""
        found = self._rows(sql.select(BOOKS.c.made).where(BOOKS.c.book == self._book))
        return self._kept(_made, found[0][0]) if found else {}

    def keep_made(self, made: Mapping[str, str]) -> None:
        """Remember what the papers were made from."""
        with self._answering(), self._engine.begin() as connection:
            _replace(connection, BOOKS, [{"book": self._book, "made": json.dumps(dict(made))}])

    def _rows(self, asked: sql.Select[Any]) -> Sequence[Any]:
        """What is asked for. Raises Refusal JX984 where a value is not of its column's kind, which SQLite allows."""
        with self._answering(), self._engine.connect() as connection:
            rows = connection.execute(asked).all()
        kinds = [_kind(column) for column in asked.selected_columns]
        if not all(all(map(isinstance, row, kinds)) for row in rows):
            raise no_store(self._place, None)
        return rows

    def _kept(self, read: Callable[..., _Kept], *stored: Any) -> _Kept:
        """What was stored, read back. Raises Refusal JX984 where it is none of ours: a store is a file like any other,
        and may be damaged or prepared."""
        try:
            return read(*stored)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise no_store(self._place, None) from error

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, ImportError, OSError, UnicodeError) as error:
            cause = getattr(error, "orig", None) or error
            if any(word in str(cause) for word in _FULL):
                raise stopped_by_disk(self._place, self.finished) from error
            raise no_store(self._place, Exception(str(cause))) from error


def _kind(column: Any) -> tuple[type, ...]:
    """What the values of a column are."""
    kind: type = column.type.python_type
    nothing = (type(None),) if column.nullable else ()
    return (kind, *((int,) if kind is float else ()), *nothing)


def review_key(one: Submission) -> tuple[str, int]:
    """By what `Store.reviews` knows a project."""
    return _key("project_key", one.key), one.year or 0


def path_key(path: str) -> str:
    """A file as the store knows it."""
    return _key("path", path)


def clean(text: str) -> str:
    """A text that every database takes: no NUL, and no half characters, which the name of a file may hold."""
    return text.replace("\0", "").encode("utf-8", "backslashreplace").decode()


def _key(column: str, text: str) -> str:
    text, most = clean(text), LONGEST[column]
    if len(text) <= most:
        return text
    return f"{text[: most - 33]}#{hashlib.blake2b(text.encode(), digest_size=16).hexdigest()}"


def _shown(url: str) -> str:
    """A URL without its password."""
    try:
        return unquote(sql.make_url(url).render_as_string(hide_password=True))
    except SQLAlchemyError:
        return "--store"


def _project(one: Submission) -> dict[str, Any]:
    texts = ("form", "project", "code", "supervisor", "implementer", "policy", "status", "grade")
    return {
        "project_key": _key("project_key", one.key),
        "year": one.year,
        **{name: clean(getattr(one, name)) for name in texts},
        **({"status": OF_DEPARTMENT} if one.of_department else {}),
        **{name: getattr(one, name) for name in ("total", "rate", "budget", "spent")},
        "errors": one.count("错误"),
        "warnings": one.count("提醒"),
    }


def _replace(connection: sql.Connection, table: sql.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Put rows in place of those with the same key; the same statements on every database."""
    keys = list(table.primary_key)
    same = sql.and_(*(column == sql.bindparam(f"old_{column.name}") for column in keys))
    for some in _parts(rows):
        old = [{f"old_{column.name}": row[column.name] for column in keys} for row in some]
        connection.execute(sql.delete(table).where(same), old)
        connection.execute(sql.insert(table), some)


def _parts(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[at : at + _MANY] for at in range(0, len(items), _MANY))


def _made(text: str) -> dict[str, str]:
    made = dict(json.loads(text).items())
    if made:
        counts, others = json.loads(made["counts"]), json.loads(made["others"])
        numbers = (*counts, *others.values())
        if len(counts) != 4 or not all(isinstance(one, int) for one in numbers):
            raise TypeError("counts")
    if not all(isinstance(one, str) for one in made.values()):
        raise TypeError("made")
    return made


def _reports(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((path, digest) for path, digest in json.loads(text))
