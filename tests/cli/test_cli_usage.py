"""How a command is called: help and mistakes in Chinese, exit statuses, encodings of the console."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module

import pytest

from jxbook import __version__
from jxbook.cli.columns import width
from jxbook.cli.options import COMMANDS as BY_USER
from jxbook.cli.parser import build_parser

COMMANDS = "demo new import score check report batch recheck policy rule renew install doctor bundle".split()

WORDS = {*COMMANDS, *"jxbook help version output policy year list json JSON write format reference".split()}
WORDS |= set(
    "docx html xlsx xlsm Excel LibreOffice Windows Python libreoffice remove profile python platform".split()
)
WORDS |= set(
    "win amd arm from txt md annotate handbook xls toml add remove examples Word sheet approved form slip force out dir Mac mac trust folder bureau like".split()
)
WORDS |= set("outline national Dask SQLAlchemy cluster fresh fsspec jobs reports sqlite store tcp".split())
WORDS |= {"WPS", "while", "open", "linux", "Linux", "UOS"}
"""The Latin words that a Chinese help may hold: names of commands, options and formats."""


WORDS |= set(
    "returns notice expected deadline merge draw paper compare chance money risk seed rollup".split()
)
"""Those of the bureau's commands."""


def latin(text):
    return set(re.findall("[A-Za-z]{3,}", text))


@pytest.mark.parametrize("command", [[], *([one] for one in COMMANDS)], ids=" ".join)
def test_help_is_in_chinese(jxbook, command):
    ran = jxbook(*command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("用法：")
    assert latin(ran.out) - WORDS == set()


def test_help_lists_every_command_with_what_it_does(jxbook):
    lines = [line.split() for line in jxbook("--help").out.splitlines()]
    told = {line[0]: line[1] for line in lines if len(line) > 1 and line[0] in COMMANDS}
    assert list(told) == COMMANDS


def test_the_version(jxbook):
    assert jxbook("--version") == (0, f"jxbook {__version__}\n", "")


WRONG = [
    # what is typed                    the command       what its message says
    ("scroe 表.xlsx", "jxbook", "命令不能是“scroe”，可以是 demo, new, import, score, "),
    ("score", "jxbook score", "缺少：自评表"),
    ("new", "jxbook new", "缺少：-o/--output"),
    ("new -o", "jxbook new", "-o/--output 后面要写一个值"),
    ("new -o 表.xlsx --year 今年", "jxbook new", "--year 应为整数，不能是“今年”"),
    ("report 表.xlsx -o 告.pdf --format pdf", "jxbook report", "--format 不能是“pdf”，可以是 docx"),
    ("score 表.xlsx 乙.xlsx --all", "jxbook", "不认识的参数：--all"),
    ("score 表.xlsx --json=3", "jxbook score", "--json 后面不写值，不能写“3”"),
]


@pytest.mark.parametrize(("typed", "command", "why"), WRONG, ids=[one[0] or "nothing" for one in WRONG])
def test_a_wrong_call_is_answered_in_chinese_with_code_and_remedy(jxbook, typed, command, why):
    ran = jxbook(*typed.split())
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"JX900 [{command}] 命令写法有误 — {why}")
    assert ran.err.endswith(f" — 请用 {command} --help 查看用法\n")
    assert latin(ran.err) - WORDS <= {"scroe", "pdf", "all"}


def test_the_nearest_command_is_named(jxbook):
    assert "，最接近的是“score” — " in jxbook("scroe", "表.xlsx").err


def test_jxbook_alone_shows_the_help(jxbook):
    assert jxbook() == jxbook("--help")


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("command", [[], *([one] for one in COMMANDS)], ids=" ".join)
def test_help_fits_the_terminal(jxbook, monkeypatch, command, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = jxbook(*command, "--help").out.splitlines()
    assert max(map(width, lines)) <= columns


def test_as_a_process_too(process):
    ran = process("score")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode().startswith("JX900 [jxbook score] ")


@pytest.mark.parametrize("command", ["score", "check"])
def test_json_is_utf8_whatever_the_console_speaks(process, sunhe, command):
    chinese = process(command, sunhe, "--json", PYTHONIOENCODING="cp936")
    assert chinese.stderr == b""
    assert chinese.stdout == process(command, sunhe, "--json").stdout
    assert "参与公众满意度" in json.dumps(json.loads(chinese.stdout.decode("utf-8")), ensure_ascii=False)


@pytest.mark.parametrize("console", ["cp936", "cp437", "ascii"])
@pytest.mark.parametrize("command", ["score", "check"])
def test_characters_that_the_console_lacks_do_not_end_in_an_error(process, mine, type_into, command, console):
    type_into(mine, {"项目数": {"name": "绿化面积㎡𠮷"}})
    ran = process(command, mine, PYTHONIOENCODING=console)
    assert ran.returncode in (0, 1)
    assert b"100" in ran.stdout
    if console == "cp936":
        assert ran.stderr == b"" and "评价政策" in ran.stdout.decode("gbk")


@pytest.mark.parametrize("console", ["cp437", "ascii"])
@pytest.mark.parametrize("command", ["score", "check"])
def test_a_terminal_without_chinese_is_told_so_instead_of_question_marks(process, sunhe, command, console):
    ran = process(command, sunhe, PYTHONIOENCODING=console)
    assert ran.stderr.decode("ascii").startswith(
        f"jxbook: this terminal is set to {console}, which has no Chinese"
    )
    assert ran.stdout == process(command, sunhe).stdout


def test_also_when_it_is_a_refusal(process):
    note, refusal = process("score", "没有㎡.xlsx", PYTHONIOENCODING="ascii").stderr.decode().splitlines()
    assert note.startswith("jxbook: this terminal") and refusal.startswith("JX901 [没有㎡.xlsx] ")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_is_no_error(unbuffered):
    """jxbook … | head -1"""
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [sys.executable, "-m", "jxbook", "rule"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        timeout=60,
    )
    os.close(writer)
    assert ran.stderr == b""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no file names that are no text")
def test_a_file_whose_name_is_no_text(process, mine):
    strange = mine.with_name(os.fsdecode(b"\xff.xlsx"))
    mine.rename(strange)
    ran = process("score", strange, "--json")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert os.fsencode(json.loads(ran.stdout)["file"]) == b"\xff.xlsx"
    assert process("score", strange).returncode == 0


def test_promise_4_whatever_goes_wrong_inside_ends_in_one_sentence(jxbook, sunhe, monkeypatch):
    def fail(*_):
        raise RuntimeError("line one\nline two")

    monkeypatch.setattr("jxbook.assess.source.read_foreign", fail)
    ran = jxbook("score", sunhe)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX999 [jxbook] 程序内部出错 — RuntimeError：line one line two — ")
    assert ran.err.count("\n") == 1


def test_being_stopped_by_the_user(jxbook, sunhe, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("jxbook.assess.source.read_foreign", stop)
    assert jxbook("score", sunhe) == (2, "", "已停止。\n")


@pytest.mark.parametrize("user", BY_USER)
def test_the_commands_of_a_user_are_those_that_are_said_to_be(user):
    """Only their module is loaded when one of them is called."""
    assert tuple(import_module(f"jxbook.cli.options.{user}").ADD) == BY_USER[user]


def test_who_scores_waits_for_the_options_of_no_other_command():
    (subcommands,) = (one.choices for one in build_parser(["score"])._actions if one.dest == "command")
    assert list(subcommands) == ["score"]
