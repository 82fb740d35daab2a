"""Promise 6: whatever a file holds, every command ends within 5 s of processor time and 300 MB, with a result or one JX9 line.

Where one command makes a paper of each of hundreds of forms in a file, each of them has its own time besides. It is
processor time, so that a machine that does other things beside it is just as good.

The files are drawn in `drawn_files`; each command runs in a process of its own (`measured`), whose time and memory are
taken by the system. A few run always, more with `-m long`, all of them with `-m by_hand`.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bounded import MOST_MEGABYTES, Run
from drawn_files import (
    HEADER,
    TOTAL,
    document,
    form_rows,
    paragraph,
    parts_of,
    sheet_xml,
    table,
    workbook,
    workbook_parts,
    zipped,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a process is forked and measured as POSIX does"
)

LONGEST = 32_767
XLSX = {
    "score": ["score", "表.xlsx"],
    "check": ["check", "表.xlsx"],
    "report": ["report", "表.xlsx", "-o", "报告.docx"],
    "import": ["import", "表.xlsx", "-o", "导入.xlsx"],
    "like": ["new", "--like", "表.xlsx", "-o", "采用.xlsx"],
    "from": ["new", "--from", "表.xlsx", "--year", "2025", "-o", "下一年.xlsx"],
    "policy": ["policy", "表.xlsx"],
}
DOCX = {
    "score": ["score", "表.docx"],
    "check": ["check", "表.docx"],
    "import": ["import", "表.docx", "-o", "导入.xlsx"],
    "annotate": ["check", "表.docx", "--annotate", "批注.docx"],
}


def rows_of(count: int) -> list[list[Any]]:
    return [
        ["产出指标", "数量指标", f"第{k}项培训场次", f"≥{k}场", f"{k}场", 1, 1, "按期完成"]
        for k in range(count)
    ]


def rows_saying(wanted: str, reached: str, times: int, count: int) -> list[list[Any]]:
    """Rows whose target and actual say the same so many times."""
    return [
        ["产出指标", "数量指标", f"第{k}项", wanted * times, reached * times, 1, 1, ""] for k in range(count)
    ]


def at(rows: list[Any], *changes: tuple[int, int, Any]) -> list[list[Any]]:
    """The rows with other values at some places, counted from 0."""
    changed = [list(row) for row in rows]
    for row, column, value in changes:
        changed[row][column] = value
    return changed


def stored(value: str) -> bytes:
    """A form in which this stands in place of every number of its rows and of its money."""
    parts = workbook_parts({"自评表": sheet_xml(at(form_rows(), *NUMBERS))})
    part = "xl/worksheets/sheet1.xml"
    return zipped(parts | {part: str(parts[part]).replace("<v>7654321</v>", f"<v>{value}</v>")})


NUMBERS = [(row, column, 7_654_321) for row in range(7, 12) for column in (3, 4, 6)] + [
    (3, column, 7_654_321) for column in (2, 3, 4)
]
FAR = [""] * 40

BOOKS: dict[str, Callable[[], bytes]] = {
    "20,000 indicators": lambda: workbook(form_rows(rows_of(20_000))),
    "1,900 indicators": lambda: workbook(form_rows(rows_of(1_900))),
    "700 indicators": lambda: workbook(form_rows(rows_of(700))),
    "rows full of headings": lambda: workbook([HEADER * 10] * 2_000),
    "headings beside one another under a form": lambda: workbook([*form_rows(), *[HEADER * 3] * 5_000]),
    "headings that each begin elsewhere": lambda: workbook([[*FAR[: k % 40], *HEADER] for k in range(5_000)]),
    "the same over one total": lambda: workbook([*([*FAR[: k % 40], *HEADER] for k in range(5_000)), *TOTAL]),
    "headings like headings": lambda: workbook(
        [[f"指标{k}值完成{j}" for j in range(10)] for k in range(3_000)]
    ),
    "500 forms below one another": lambda: workbook(form_rows() * 500),
    "200 sheets with forms": lambda: workbook(*[form_rows()] * 200),
    "money over and over": lambda: workbook(
        [["年初预算数", "全年预算数", "全年执行数", "年度资金总额"] * 10] * 4_000 + form_rows()
    ),
    "merged cells that overlap": lambda: workbook(
        form_rows(rows_of(1_900)), merges=[f"F{8 + k}:F1048576" for k in range(1_900)]
    ),
    "a row of 700 labels": lambda: workbook([*form_rows(), [f"标签{k}" for k in range(700)]]),
    "199,000 cells beside the form": lambda: workbook(form_rows(), [[f"文{k}"] * 10 for k in range(19_900)]),
    "1,000 rows of 40 dates": lambda: workbook(
        form_rows(rows_saying("2024年12月31日前；", "2024-12-01、", 40, 1_000))
    ),
    "500 rows of 400 steps": lambda: workbook(form_rows(rows_saying("≥1个得1分；", "1个；", 400, 500))),
    "199,000 cells under the form": lambda: workbook(
        [*form_rows(), *([f"文{k}"] * 10 for k in range(19_900))]
    ),
}
FEW = {"20,000 indicators"}
FORMS = {"500 forms below one another": 500, "200 sheets with forms": 200, "300 tables that are forms": 300}
FOR_EACH = {"report": 0.05, "import": 0.5, "like": 0.05}
"""Seconds for each form that a paper or a workbook is made of."""


@pytest.mark.parametrize(
    "name", [name if name in FEW else pytest.param(name, marks=pytest.mark.by_hand) for name in BOOKS]
)
@pytest.mark.parametrize(
    "door", ["score", *(pytest.param(one, marks=pytest.mark.by_hand) for one in XLSX if one != "score")]
)
def test_large_workbooks(run: Run, name: str, door: str) -> None:
    run("表.xlsx", BOOKS[name](), XLSX[door], FORMS.get(name, 0) * FOR_EACH.get(door, 0))


GROWING: dict[str, Callable[[int], bytes]] = {
    "indicators": lambda size: workbook(form_rows(rows_of(size))),
    "sheets": lambda size: workbook(*[form_rows()] * (size // 20)),
    "rows full of headings": lambda size: workbook([HEADER * 10] * size),
    "money": lambda size: workbook(
        [["年初预算数", "全年预算数", "全年执行数", "年度资金总额"] * 10] * size + form_rows()
    ),
}


@pytest.mark.by_hand
@pytest.mark.parametrize("door", ["score", "report", "import", "like", "from"])
@pytest.mark.parametrize("name", GROWING)
def test_twice_the_size_takes_twice_the_time_at_the_most(run: Run, name: str, door: str) -> None:
    """From 400 on, so that what every command takes does not hide it; a quarter more is allowed for the measuring."""
    once, twice = (run("表.xlsx", GROWING[name](size), XLSX[door], 10).seconds for size in (400, 800))
    assert twice <= 2.5 * once, (once, twice)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "20,000 tables": lambda: document(*[table([["甲", "乙"]])] * 20_000),
    "20,000 tables of different widths": lambda: document(
        *[table([["甲"] * (1 + k % 5)]) for k in range(20_000)]
    ),
    "tables and captions": lambda: document(
        *[paragraph("2024年度  单位：万元") + table([["甲", "乙"]])] * 10_000
    ),
    "25 MB of text": lambda: document(*[paragraph(prose(k) * 10) for k in range(20_000)]),
    "a form and 25 MB of text": lambda: document(
        table([*map(list, at(form_rows()))]), *[paragraph(prose(k) * 10) for k in range(20_000)]
    ),
    "one paragraph of 400,000 characters": lambda: document(
        paragraph("".join(map(prose, range(10_000)))[:400_000])
    ),
    "300 tables that are forms": lambda: document(*[form_in_word() + paragraph("附件")] * 300),
    "100,000 short paragraphs": lambda: document(form_in_word(), *[paragraph("一、1")] * 100_000),
    "400,000 digits": lambda: document(paragraph("1234567890" * 40_000)),
}


def form_in_word() -> str:
    return table([[*row, *[""] * (len(HEADER) - len(row))] for row in form_rows()])


def prose(turn: int) -> str:
    return f"{turn}、2024年完成投资{turn}万元，占预算的{turn % 100}%，比上年增长5%，其中：甲{turn}万元，乙1万元。"


@pytest.mark.parametrize(
    "name",
    [
        name if name == "20,000 tables" else pytest.param(name, marks=pytest.mark.by_hand)
        for name in DOCUMENTS
    ],
)
@pytest.mark.parametrize(
    "door", ["score", *(pytest.param(one, marks=pytest.mark.by_hand) for one in DOCX if one != "score")]
)
def test_large_documents(run: Run, name: str, door: str) -> None:
    run("表.docx", DOCUMENTS[name](), DOCX[door], FORMS.get(name, 0) * FOR_EACH.get(door, 0))


PUMPS = [
    "1234567890", "一二三四五六七八九十百千万亿", "1,", "1.", "１", "甲、", "1、", "（", "《", "2024年1月1日", "第一", "1/",
    "其中：1万元，", "100%", "；", "增长1%", "  ", "\n", "≥1", "共", "比上年增加1个", "一是甲。", "约", "指标1：", "完成",
    "实际完成", "年初预算", "已均", "因为", "的", "a1", "#", "=", "＝", "\u202e", "（", "（一）", "元（）", "甲\n", "①",
    "其中：1元（", "其中：（1万元，", "1元，合计", "甲1元、乙1元，共", "2人，包括1人、其他，", "支出构成：1元；", "分别为1元、",
    "20次，比上年20次增长", "由1增加到2，", "按照2020年1月", "达到1%，完成率1%，", "《甲》", "“甲”", "13800138000",
]  # fmt: skip
SUMS = ["1元：1元，", "合计1元，", "其中：男1人，女1人，", "户（1元，"]
"""Each figure may be a whole, and all that stand behind it its parts."""


@pytest.mark.parametrize(
    "pump",
    [
        PUMPS[0],
        *(pytest.param(one, marks=pytest.mark.by_hand) for one in PUMPS[1:]),
        *(pytest.param(one, marks=pytest.mark.long) for one in SUMS),
    ],
)
def test_a_cell_filled_to_the_brim(run: Run, pump: str) -> None:
    text = (pump * LONGEST)[:LONGEST]
    places = [(1, 1), (3, 3), (5, 1), (7, 2), (8, 3), (9, 4), (10, 5), (8, 7)]
    filled = workbook(at(form_rows(), *((row, column, text) for row, column in places)))
    run("表.xlsx", filled, XLSX["check"])


@pytest.mark.long
def test_long_texts_refuse_nobody(run: Run) -> None:
    texts = ["".join(f"第{k}件因{turn}未办完，" for k in range(4_000))[:LONGEST] for turn in range(14)]
    places = [(5, 1), (5, 4), (1, 1), (1, 4), *((row, column) for row in range(7, 12) for column in (2, 7))]
    filled = workbook(
        at(form_rows(), *((row, column, text) for (row, column), text in zip(places, texts, strict=True)))
    )
    assert run("表.xlsx", filled, XLSX["report"]).status == 0
    assert run("表.xlsx", filled, XLSX["import"]).status in (0, 1)
    from jxbook.workbook.reader import read_grid

    kept = {
        cell.value
        for sheet in read_grid(run("表.xlsx", filled, XLSX["score"]).folder / "导入.xlsx").sheets
        for cell in sheet.cells.values()
    }
    assert not [turn for turn, text in enumerate(texts) if text not in kept]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1E-320", True),
        ("1E308", True),
        ("NaN", False),
        ("1_0", False),
        ("٣", False),
        ("1E400", False),
        ("Infinity", False),
    ],
)
def test_numbers_that_are_none(run: Run, value: str, number: bool) -> None:
    ran = run("表.xlsx", stored(value), XLSX["score"])
    assert ("待完善" in ran.said) is not number


@pytest.mark.by_hand
@pytest.mark.parametrize("door", XLSX)
@pytest.mark.parametrize("value", ["1E-320", "1E308", "-1E308", "NaN", "1_0", "٣", "9" * 300, "-0"])
def test_such_numbers_at_every_door(run: Run, value: str, door: str) -> None:
    run("表.xlsx", stored(value), XLSX[door])


@pytest.mark.parametrize("folder", ["", "a/b"])
@pytest.mark.parametrize("door", ["score", "like"])
def test_a_workbook_whose_parts_lie_elsewhere(run: Run, folder: str, door: str) -> None:
    ran = run("表.xlsx", workbook(form_rows(), folder=folder), XLSX[door])
    assert ran.status == 0, ran.said


def test_surrogate_pairs_stay_and_turned_directions_go(run: Run) -> None:
    name = "𠮷祥河道\u202e保洁\u2066项目😀"
    ran = run("表.xlsx", workbook(at(form_rows(), (1, 1, name))), XLSX["report"])
    text = parts_of((ran.folder / "报告.docx").read_bytes())["word/document.xml"].decode()
    assert ran.status == 0 and "𠮷祥河道保洁项目😀" in text
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)


POLICIES = {
    "60,000 unknown keys": "\n".join(f"k{k}=1" for k in range(12_000)),
    "dots": "a." * 30_000 + "b = 1",
    "many keys of few dots": "\n".join(f"a.b.c.d.e.k{k}=1" for k in range(5_000)),
    "brackets": "a = " + "[" * 40_000,
    "closed brackets": "a = " + "[" * 20_000 + "]" * 20_000,
    "braces": "a = " + "{b=" * 20_000,
    "deep headers": "\n".join(f"[{'.'.join(['a'] * 12)}.k{k}]" for k in range(2_500)),
    "arrays of tables": "[[a]]\n" * 14_000,
    "a long line": 'name = "' + "甲" * 30_000,
    "large": "# x\n" * 100_000,
    "number": "a = 1e999999999",
}


@pytest.mark.parametrize("words", [(), ("add",)], ids=["read", "add"])
@pytest.mark.parametrize(
    "name",
    [
        one if one in ("dots", "60,000 unknown keys") else pytest.param(one, marks=pytest.mark.long)
        for one in POLICIES
    ],
)
def test_policies(run: Run, name: str, words: tuple[str, ...]) -> None:
    ran = run("本市.toml", POLICIES[name].encode(), ["policy", *words, "本市.toml"])
    assert ran.status == 2 and "JX921" in ran.said and len(ran.said) < 6_000


def policy_book(text: str) -> bytes:
    """The workbook of a policy in which every value that may be typed is this."""
    from jxbook.policy import load_policy
    from jxbook.policy_book import draft_workbook
    from jxbook.policy_book.sheets import METHODS, TREE

    kept = io.BytesIO()
    book = openpyxl.load_workbook(io.BytesIO(draft_workbook(load_policy("mof-2020-10"), "本市")))
    for sheet in (book[METHODS], book[TREE]):
        for row in sheet.iter_rows(min_row=3):
            for cell in row[2:6]:
                if not cell.value and type(cell).__name__ == "Cell":
                    cell.value = text
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("words", [(), ("add",)], ids=["read", "add"])
@pytest.mark.parametrize(
    "text",
    [
        "1" * LONGEST,
        *(
            pytest.param((one * LONGEST)[:LONGEST], marks=pytest.mark.long)
            for one in ("一", "1=2；", "[", "a.", "、")
        ),
    ],
    ids=lambda text: str(text)[:4],
)
def test_workbooks_of_a_policy(run: Run, text: str, words: tuple[str, ...]) -> None:
    ran = run("本市.xlsx", policy_book(text), ["policy", *words, "本市.xlsx"])
    assert ran.status == 2


OUTLINES = {
    "endless": "# 甲\n{% for one in range(1000000000) %}甲{% endfor %}\n",
    "nested": "# 甲\n" + "{% if 1 %}" * 5_000 + "甲" + "{% endif %}" * 5_000 + "\n",
    "multiplied": "# 甲\n{{ '甲' * 1000000000 }}\n",
    "squared": "# 甲\n" + "{% for one in range(100000) %}" * 5 + "甲" + "{% endfor %}" * 5 + "\n",
    "power": "# 甲\n{{ 9 ** 9 ** 9 }}\n",
    "brackets": "# 甲\n{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}\n",
    "headings": "# 甲\n" * 20_000,
    "a long line": "# 甲\n" + "甲" * 2_000_000 + "\n",
    "inside": "# 甲\n{{ ''.__class__.__mro__ }}\n",
    "lists of lists": "# 甲\n{% set a = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] %}"
    + "{% set a = [a, a, a, a, a, a, a, a, a, a] %}" * 9
    + "{{ a }}\n",
    "what a macro is given": "# 甲\n{% macro m(depth) %}{% if depth %}{{ m(depth - 1, varargs, varargs) }}"
    "{% else %}{{ varargs }}{% endif %}{% endmacro %}{{ m(40, 1, 1) }}\n",
    "joined": "# 甲\n{% set a = '" + "a" * 40_000 + "' %}{{ a | list | join(a) }}\n",
    "included": "# 甲\n{% include '/etc/passwd' %}\n",
}


@pytest.mark.long
@pytest.mark.parametrize("name", OUTLINES)
def test_outlines(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "提纲.txt").write_text(OUTLINES[name], "utf-8")
    ran = run(
        "表.xlsx", workbook(form_rows()), ["report", "表.xlsx", "--outline", "提纲.txt", "-o", "报告.docx"]
    )
    assert ran.status == 2 or name == "headings", ran.said


@pytest.mark.by_hand
def test_a_bureaus_folder_of_them(tmp_path: Path) -> None:
    """Each is a row of the roll-up, no worker ends by it, and none takes more than it takes alone."""
    home = tmp_path / "自评表"
    home.mkdir()
    for at_, (name, made) in enumerate((BOOKS | DOCUMENTS).items()):
        (home / f"{at_}.{'docx' if name in DOCUMENTS else 'xlsx'}").write_bytes(made())
    command = [sys.executable, "-I", "-m", "jxbook", "batch", home, "-o", tmp_path / "汇总.xlsx", "--reports",
               tmp_path / "报告", "--jobs", "2"]  # fmt: skip
    with (tmp_path / "said.txt").open("w") as said:
        process = subprocess.Popen([*map(str, command)], stdout=said, stderr=said)
    _, status, used = os.wait4(process.pid, 0)  # its memory and that of its workers, and of nothing else
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1, (tmp_path / "said.txt").read_text("utf-8")[-2_000:]
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx", read_only=True, data_only=True)
    told = {str(row[0].value) for row in book["未读"].iter_rows(min_row=4)} | {
        str(cell.value) for row in book["项目"].iter_rows(min_row=4) for cell in row
    }
    assert [one.name for one in home.iterdir() if not any(one.name in text for text in told)] == []
    assert used.ru_maxrss / 1024 <= MOST_MEGABYTES
