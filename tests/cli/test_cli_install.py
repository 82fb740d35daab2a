"""`jxbook install`: on this system there is no Excel, so machines in memory stand in for it."""

import sys

import pytest

from jxbook.libreoffice import profile
from jxbook.setup import desk_folder, excel


@pytest.fixture
def calls(monkeypatch):
    """What the command asks for on a Mac, in place of doing it."""
    found = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(excel, "install", lambda _: found.append("install") or iter(["已建立"]))
    monkeypatch.setattr(excel, "remove", lambda _: found.append("remove") or iter(["已删除"]))
    return found


def test_it_says_what_was_done_and_what_is_next(jxbook, calls):
    ran = jxbook("install")
    assert (ran.status, ran.err, calls) == (0, "", ["install"])
    assert ran.out.splitlines()[0] == "已建立"
    assert "下一步：" in ran.out
    assert ran.out.endswith("jxbook doctor\n")


def test_remove_takes_it_back(jxbook, calls):
    assert jxbook("install", "--remove") == (0, "已删除\n", "")
    assert calls == ["remove"]


def test_without_excel_and_without_a_desktop_it_is_refused_and_libreoffice_named(jxbook, monkeypatch):
    monkeypatch.setattr("sys.platform", "freebsd14")
    ran = jxbook("install")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX977 [jxbook install] 本系统没有 Excel — ")
    assert "jxbook install --libreoffice" in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="只在 Linux 上")
def test_on_linux_three_starters_lie_on_the_desktop_and_can_be_started(jxbook, tmp_path, monkeypatch):
    monkeypatch.setattr(desk_folder, "_workbooks", lambda with_macros: iter([("甲.xlsx", b"1")]))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "桌面").mkdir()
    ran = jxbook("install")
    assert (ran.status, ran.err) == (0, "") and "右键单击" in ran.out
    starters = sorted((tmp_path / "桌面/绩效评价").glob("*.desktop"))
    assert [path.stem for path in starters] == sorted(["校验", "得分写入", "生成报告"])
    assert all(path.stat().st_mode & 0o111 for path in starters)
    assert jxbook("install", "--remove").status == 0
    assert list(tmp_path.rglob("*.desktop")) == []
    assert (tmp_path / "桌面/绩效评价/空表/甲.xlsx").exists()


def test_libreoffice_in_a_profile_and_out_again(jxbook, tmp_path, contents):
    assert jxbook("install", "--libreoffice", "--profile", tmp_path).status == 0
    assert "JX_SCORE" in str(contents(tmp_path))
    assert jxbook("install", "--libreoffice", "--profile", tmp_path, "--remove").status == 0
    assert "JX_SCORE" not in str(contents(tmp_path))


def test_libreoffice_in_the_users_own_profile(jxbook, tmp_path, monkeypatch):
    monkeypatch.setattr(profile, "default_profile", lambda: tmp_path / "4")
    ran = jxbook("install", "--libreoffice")
    assert (ran.status, ran.err, str(tmp_path / "4") in ran.out) == (0, "", True)


def test_a_profile_without_libreoffice_is_a_wrong_call(jxbook, tmp_path, calls):
    ran = jxbook("install", "--profile", tmp_path)
    assert (ran.status, ran.out, calls) == (2, "", [])
    assert ran.err.startswith("JX900 [jxbook install] 命令写法有误 — ")
