"""The records of a sample: the tables of its TOML that go onto the sheets beside the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from jxbook.form import ROW_TYPES, Entry, Records, Review, Survey, SurveyQuestion


def entry(value: str | int | Decimal = "") -> Entry:
    """A value of a TOML file as it would stand in a cell, "" for an empty one."""
    return Entry((value or None) if isinstance(value, str) else Decimal(value))


def read_records(data: Mapping[str, Any]) -> Records:
    """[survey], [[interviews]], [[costs]], [[subprojects]], [[evidence]], [[key_points]] and [[reviews]].

    Their keys are the fields of Survey, Interview, CostItem … Raises KeyError or TypeError for any other.
    """
    rows: dict[str, Any] = {name: tuple(_rows(name, data.get(name, ()))) for name in ROW_TYPES}
    reviews = (
        Review(entry(one["indicator"]), tuple(map(entry, one["scores"]))) for one in data.get("reviews", ())
    )
    return Records(_survey(data.get("survey", {})), reviews=tuple(reviews), **rows)


def _rows(name: str, tables: Iterable[dict[str, Any]]) -> Iterator[Any]:
    kind = ROW_TYPES[name]
    blank = {field.name: "" for field in fields(kind)}
    return (kind(**{key: entry(value) for key, value in (blank | row).items()}) for row in tables)


def _survey(data: Mapping[str, Any]) -> Survey:
    lists = {key: tuple(map(entry, data[key])) for key in ("answers", "weights") if key in data}
    questions = tuple(
        SurveyQuestion(entry(one["text"]), tuple(map(entry, one["counts"])))
        for one in data.get("questions", ())
    )
    single = {
        key: entry(value) for key, value in data.items() if key not in ("answers", "weights", "questions")
    }
    return Survey(**single, **lists, questions=questions)  # type: ignore[arg-type]
