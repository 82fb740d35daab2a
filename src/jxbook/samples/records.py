"""The records of a sample: the tables of its TOML that go onto the sheets beside the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeVar

from jxbook.form import (
    CostItem,
    Entry,
    Evidence,
    Interview,
    KeyPoint,
    Records,
    Review,
    SubProject,
    Survey,
    SurveyQuestion,
)

_Row = TypeVar("_Row", Interview, CostItem, SubProject, Evidence, KeyPoint)


def entry(value: str | int | Decimal = "") -> Entry:
    """A value of a TOML file as it would stand in a cell, "" for an empty one."""
    return Entry((value or None) if isinstance(value, str) else Decimal(value))


def read_records(data: Mapping[str, Any]) -> Records:
    """[survey], [[interviews]], [[costs]], [[subprojects]], [[evidence]], [[key_points]] and [[reviews]].

    Their keys are the fields of Survey, Interview, CostItem … Raises KeyError or TypeError for any other.
    """
    return Records(
        _survey(data.get("survey", {})),
        _rows(Interview, data, "interviews"),
        _rows(CostItem, data, "costs"),
        _rows(SubProject, data, "subprojects"),
        _rows(Evidence, data, "evidence"),
        _rows(KeyPoint, data, "key_points"),
        tuple(
            Review(entry(one["indicator"]), tuple(map(entry, one["scores"])))
            for one in data.get("reviews", ())
        ),
    )


def _rows(kind: type[_Row], data: Mapping[str, Any], name: str) -> tuple[_Row, ...]:
    blank = {field.name: "" for field in fields(kind)}
    return tuple(
        kind(**{key: entry(value) for key, value in (blank | row).items()}) for row in data.get(name, ())
    )


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
