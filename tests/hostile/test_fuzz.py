"""A fuzz run: bytes turned over, parts cut off, sheets at random. Nothing is raised but a Refusal."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from drawn_files import HEAD, HEADER, document, form_rows, parts_of, table, workbook, zipped

from jxbook.assess import assess_all
from jxbook.assess.source import source_in
from jxbook.document import render
from jxbook.finding import Refusal
from jxbook.making.adopted import adopt
from jxbook.making.importing import brought
from jxbook.papers import read_data
from jxbook.papers.annotate import annotated
from jxbook.slip import products

WORDS = [
    *HEADER, *(str(one) for row in HEAD for one in row), "总分", "合计", "≥20段", "100%", "1E308", "无", "￥1,000.5万元",
    "一、产出指标（50分）", "2024-13-45", "〇", "=1+1", "……", "其中：甲", "注：", "\u202e", "𠮷", " ", "12月底前", "#REF!",
]  # fmt: skip


def through_every_door(data: bytes, name: str, folder: Path) -> None:
    """Read, score, check, report, import, adopt, annotate; a Refusal may end each of them."""
    try:
        forms = list(assess_all(source_in(data, name)))
    except Refusal:
        forms = []
    for _, one in forms[:2]:
        try:
            made = products(one.form, one.policy, one.scoring, one.findings)
            render(made.report, "docx"), render(made.slip, "docx")
            brought(one)
        except Refusal:
            pass
    try:
        if name.endswith("docx"):
            annotated(read_data(data, name).data, name, ())
        else:
            (folder / name).write_bytes(data)
            adopt(folder / name)
    except Refusal:
        pass


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """A package with bytes turned over inside one of its parts, or in the file itself."""
    parts = parts_of(data)
    name = chance.choice(sorted(parts))
    target = bytearray(data if chance.random() < 0.3 else parts[name])
    for _ in range(chance.randint(1, 8)):
        target[chance.randrange(len(target))] = chance.choice([0, 0x3C, 0x26, 0x22, chance.randrange(256)])
    return bytes(target) if len(target) == len(data) else zipped(parts | {name: bytes(target)})


def at_random(chance: random.Random) -> list[list[object]]:
    """A sheet of labels and values in no order, with the header of a form somewhere in it."""
    rows: list[list[object]] = [
        [
            chance.choice(WORDS) if chance.random() < 0.7 else chance.choice([1, 2.5, -3, 1e308, None])
            for _ in range(9)
        ]
        for _ in range(chance.randint(3, 25))
    ]
    rows.insert(chance.randrange(len(rows)), [*HEADER])
    return rows


@pytest.mark.parametrize("turns", [5, pytest.param(600, marks=pytest.mark.by_hand)])
def test_bytes_turned_over(turns: int, tmp_path: Path) -> None:
    chance = random.Random(turns)
    files = {
        "表.xlsx": workbook(form_rows()),
        "表.docx": document(table([[*row, *[""] * (8 - len(row))] for row in form_rows()])),
    }
    for _ in range(turns):
        name = chance.choice(sorted(files))
        through_every_door(spoilt(files[name], chance), name, tmp_path)


@pytest.mark.parametrize("turns", [2, pytest.param(300, marks=pytest.mark.by_hand)])
def test_sheets_at_random(turns: int, tmp_path: Path) -> None:
    chance = random.Random(turns)
    for _ in range(turns):
        rows = at_random(chance)
        merges = [f"A{row}:C{row + 1}" for row in range(1, chance.randint(2, 9), 3)]
        through_every_door(workbook(rows, merges=merges), "表.xlsx", tmp_path)  # type: ignore[arg-type]
        through_every_door(document(table(rows)), "表.docx", tmp_path)  # type: ignore[arg-type]
