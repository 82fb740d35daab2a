"""`jxbook install` on Linux: behind the program that opens workbooks, never before it."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from jxbook.finding import Refusal
from jxbook.setup import desk_folder
from jxbook.setup.associations import opened_by, with_added, without
from jxbook.setup.check_linux import check_actions, check_window
from jxbook.setup.desk_folder import lay_down, take_up
from jxbook.setup.line import Health
from jxbook.setup.linux import IDS, KINDS, desktop, install, openers, remove, starters
from jxbook.setup.local import LocalDisk

XLSX = next(iter(KINDS))
HOME = PurePosixPath("/home/wang")
LIST = HOME / ".config/mimeapps.list"
CACHE = "/usr/share/applications/mimeinfo.cache"
OURS = ";".join(IDS)


@pytest.fixture
def office(linux):
    """A computer with WPS on it, of which a user has said nothing."""
    linux.disk.put(CACHE, data=f"[MIME Cache]\n{XLSX}=wps-office-et.desktop;calc.desktop;\n".encode())
    return linux


def listed(machine) -> str:
    return (machine.disk.read(LIST) or b"").decode()


def test_the_three_stand_behind_what_opens_a_workbook_today(office):
    said = "\n".join(install(office))
    assert listed(office) == f"[Added Associations]\n{XLSX}=wps-office-et.desktop;{OURS};\n"
    assert "双击仍由原来的程序打开" in said and ".xlsx" in said and ".xlsm" not in said
    for path, command in zip(starters(office), ("check", "score", "report"), strict=True):
        entry = office.disk.read(path).decode()
        assert f"Exec=/home/wang/.venv/bin/python -I -m jxbook.cli.dropped {command} %F\n" in entry
        assert "MimeType" not in entry  # it could make ours the one that a double click starts


def test_promise_5_all_that_the_user_has_chosen_stays(office):
    own = f"# 我的\n[Default Applications]\n{XLSX}=calc.desktop\n\n[Added Associations]\n{XLSX}=calc.desktop;vim.desktop;\ntext/plain=vim.desktop;\n"
    office.disk.put(LIST, data=own.encode())
    list(install(office))
    assert openers(office)[XLSX] == "calc.desktop"
    assert f"{XLSX}=calc.desktop;vim.desktop;{OURS};" in listed(office).splitlines()
    list(remove(office))
    assert sorted(listed(office).splitlines()) == sorted(own.splitlines())


def test_a_list_in_another_encoding_is_given_back_byte_for_byte(office):
    office.disk.put(LIST, data=b"[Added Associations]\ntext/plain=\xc4\xe3.desktop;\n")
    list(install(office))
    assert b"text/plain=\xc4\xe3.desktop;\n" in office.disk.read(LIST)


def test_a_list_that_changes_meanwhile_is_not_written_over(office, monkeypatch):
    """A program that is being installed adds to it as well."""
    change = office.disk.change

    def after_another(*arguments):
        office.disk.put(LIST, data="别的程序写的".encode())
        change(*arguments)

    monkeypatch.setattr(office.disk, "change", after_another)
    with pytest.raises(Refusal, match="JX915"):
        list(install(office))
    assert listed(office) == "别的程序写的"


@pytest.mark.parametrize("read", [None, b"older"])
def test_nor_is_a_file_on_the_disk(tmp_path, read):
    path = tmp_path / "mimeapps.list"
    path.write_bytes(b"now")
    with pytest.raises(Refusal, match="JX915"):
        LocalDisk().change(path, b"ours", read)
    assert path.read_bytes() == b"now"
    LocalDisk().change(path, b"ours", b"now")
    assert path.read_bytes() == b"ours"


def test_again_changes_nothing(office):
    list(install(office))
    before = listed(office)
    list(install(office))
    assert listed(office) == before


def test_where_nothing_opens_a_workbook_ours_must_not_become_the_one_that_does(linux):
    said = list(install(linux))
    assert linux.disk.read(LIST) is None
    assert "装好 WPS 或 LibreOffice 后请再运行 jxbook install" in said[-1]
    assert check_actions(linux).state is Health.NOTE


def test_removed_means_all_of_it(office):
    list(install(office))
    assert len(list(remove(office))) == len(IDS)
    assert "jxbook" not in listed(office) and not any(map(office.disk.exists, starters(office)))
    assert list(remove(office)) == []


def test_places_that_a_user_has_moved_and_variables_that_depend_on_the_folder(office):
    moved = replace(office, environ={"XDG_CONFIG_HOME": "/d/配置", "XDG_DATA_HOME": "share"})
    list(install(moved))
    assert moved.disk.exists(PurePosixPath("/d/配置/mimeapps.list"))
    assert starters(moved)[0].parent == HOME / ".local/share/applications"


def test_defaults_come_before_additions_and_the_users_before_the_systems():
    user = f"[Added Associations]\n{XLSX}=a.desktop;\n"
    system = f"[Default Applications]\n{XLSX}=b.desktop;c.desktop\n"
    assert opened_by([user, system], XLSX) == "b.desktop"
    assert opened_by([user], XLSX) == "a.desktop"
    assert opened_by(["", "[Added"], XLSX) is None


def test_a_group_that_is_there_is_used_and_one_that_is_not_is_made():
    assert with_added("", {XLSX: "a.desktop"}, ["x.desktop"]) == (
        f"[Added Associations]\n{XLSX}=a.desktop;x.desktop;\n"
    )
    text = "[Added Associations]\ntext/plain=vim.desktop;\n[Other]\nk=v\n"
    assert without(with_added(text, {}, ["x.desktop"]), ["x.desktop"]) == text


# The desktop


@pytest.fixture
def two_workbooks(monkeypatch):
    monkeypatch.setattr(
        desk_folder, "_workbooks", lambda with_macros: iter([("甲.xlsm" if with_macros else "甲.xlsx", b"1")])
    )


@pytest.mark.parametrize("name", ["桌面", "Desktop"])
def test_empty_workbooks_without_macros_and_three_targets_lie_on_the_desktop(linux, two_workbooks, name):
    linux.disk.put(HOME / name / "x")
    list(lay_down(linux, None))
    place = HOME / name / "绩效评价"
    assert linux.disk.exists(place / "空表/甲.xlsx") and not linux.disk.exists(place / "空表/甲.xlsm")
    started = linux.disk.read(place / "校验.desktop").decode()
    assert started == "/home/wang/.venv/bin/python -I -m jxbook.cli.dropped check"
    assert len(list(take_up(linux))) == 3
    assert linux.disk.exists(place / "空表/甲.xlsx") and not linux.disk.exists(place / "校验.desktop")


def test_a_desktop_by_any_name(linux):
    linux.disk.put(HOME / ".config/user-dirs.dirs", data='# x\nXDG_DESKTOP_DIR="$HOME/我的 桌面"\n'.encode())
    assert desktop(linux) is None
    linux.disk.put(HOME / "我的 桌面/x")
    assert desktop(linux) == HOME / "我的 桌面"


def test_a_server_has_no_desktop_and_gets_none(linux, two_workbooks):
    [said] = lay_down(linux, None)
    assert "--folder" in said and not linux.disk.exists(HOME / "Desktop")
    assert list(take_up(linux)) == []


# The doctor


def test_the_doctor_sees_them(office):
    assert check_actions(office).state is Health.NOTE
    list(install(office))
    line = check_actions(office)
    assert line.state is Health.FINE and "/home/wang/.venv/bin/python" in line.what


def test_the_doctor_sees_that_their_python_is_gone(office):
    list(install(office))
    office.disk.remove(HOME / ".venv")
    assert (check_actions(office).state, check_actions(office).fix) == (
        Health.BROKEN,
        "请运行 jxbook install",
    )


def test_the_doctor_sees_whether_anything_shows_a_result(linux):
    assert check_window(linux).state is Health.NOTE
    with_zenity = replace(linux, which={"zenity": PurePosixPath("/usr/bin/zenity")}.get)
    assert check_window(with_zenity).state is Health.FINE


def test_nothing_of_it_elsewhere(windows):
    assert check_actions(windows) is check_window(windows) is None
