"""A file dropped on 校验, 得分写入, 生成报告: the commands of the same name, their words in a window."""

import shutil

import pytest

from jxbook.cli.dropped import main
from jxbook.setup.desk_folder import ACTIONS


@pytest.fixture
def shown():
    return []


@pytest.fixture
def drop(shown):
    """Drop files on an action; the exit status."""
    return lambda action, *files: main(
        [action, *map(str, files)], lambda title, text: shown.append((title, text))
    )


@pytest.fixture
def form(sunhe, tmp_path):
    """A form with a name that a command line would stumble over."""
    return shutil.copy(sunhe, tmp_path / "a&b^c 表%1.xlsx")


def test_checking_shows_what_the_command_says(drop, shown, form, capsys):
    from jxbook.cli import main as jxbook

    status = drop("check", form)
    assert jxbook(["check", str(form)]) == status
    assert shown == [("校验", capsys.readouterr().out.strip())]


def test_scoring_writes_into_the_file(drop, shown, form):
    before = form.read_bytes()
    drop("score", form)
    assert form.read_bytes() != before or "总分" in shown[0][1]
    assert "总分" in shown[0][1]


def test_a_report_is_written_beside_under_a_free_name(drop, shown, form):
    drop("report", form)
    drop("report", form)
    names = sorted(path.name for path in form.parent.glob("*.docx"))
    assert len([name for name in names if "核对单" not in name]) == 2
    assert "已生成报告" in shown[0][1]


def test_what_cannot_be_read_is_told_with_its_code(drop, shown, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"x")
    assert drop("check", tmp_path / "坏.xlsx") == 2
    assert shown[0][1].startswith("JX9")


def test_several_files_are_told_by_their_names(drop, shown, form, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"x")
    assert drop("check", form, tmp_path / "坏.xlsx") == 2
    assert form.name in shown[0][1] and "坏.xlsx\nJX9" in shown[0][1]


@pytest.mark.parametrize("action", ACTIONS)
def test_opened_without_a_file_it_says_what_it_is_for(drop, shown, action):
    assert drop(action) == 2
    assert "拖到这里" in shown[0][1]
