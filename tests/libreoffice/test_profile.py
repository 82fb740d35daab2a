"""Installing into a LibreOffice profile and removing from it: what was there before stays as it was."""

from pathlib import Path

import pytest

from jxbook.finding import Refusal
from jxbook.functions.registry import FUNCTIONS
from jxbook.libreoffice import profile as profiles
from jxbook.libreoffice.profile import default_profile, install, needed_paths, remove
from jxbook.refusals.writing import cannot_save

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
SET_UP = '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>'
XLB = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>"""
XLB_EMPTY = XLB.replace('>\n <library:element library:name="Module1"/>\n</library:library>', "/>")
XLC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Mine" library:link="false"/>
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
XBA = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Function MINE(x)
  MINE = x * 2
End Function
</script:module>"""


def write(folder, files):
    for name, text in files.items():
        path = folder / "user" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


@pytest.fixture
def used(tmp_path):
    """A profile in which the user has a module and settings."""
    write(
        tmp_path,
        {
            "registrymodifications.xcu": SETTINGS,
            "basic/script.xlc": XLC,
            "basic/dialog.xlc": XLC,
            "basic/Standard/script.xlb": XLB,
            "basic/Standard/Module1.xba": XBA,
            "Scripts/python/mine.py": "def mine(*_): pass\n",
        },
    )
    return tmp_path


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def code(call, *arguments):
    with pytest.raises(Refusal) as caught:
        call(*arguments)
    return caught.value.finding.code


def test_remove_gives_every_file_back_as_it_was(used):
    before = contents(used)
    install(used)
    assert contents(used) != before
    remove(used)
    assert contents(used) == before


@pytest.mark.parametrize(
    "change",
    [
        {"basic/Standard/script.xlb": XLB_EMPTY},
        {"basic/script.xlc": XLC.replace("\n", "\r\n")},
        {"registrymodifications.xcu": SETTINGS.replace("\n", "\r\n")},
        {"basic/Standard/script.xlb": XLB + "\n"},
    ],
    ids=["no modules", "list with CRLF", "settings with CRLF", "with a line end"],
)
def test_so_it_does_however_the_files_are_written(used, change):
    write(used, change)
    test_remove_gives_every_file_back_as_it_was(used)


def test_remove_leaves_nothing_of_a_profile_that_did_not_exist(tmp_path):
    folder = tmp_path / "libreoffice/4"
    install(folder)
    assert folder.exists()
    remove(folder)
    assert not folder.exists()


def test_installing_keeps_what_the_user_has(used):
    install(used)
    after = contents(used)
    for name, text in {
        "basic/script.xlc": XLC,
        "basic/dialog.xlc": XLC,
        "basic/Standard/Module1.xba": XBA,
    }.items():
        assert after[f"user/{name}"] == text.encode()
    assert b'library:name="Module1"' in after["user/basic/Standard/script.xlb"]
    kept = SETTINGS.encode().rstrip().removesuffix(b"</oor:items>")
    assert after["user/registrymodifications.xcu"].startswith(kept)


def test_installing_twice_is_installing_once(used):
    install(used)
    once = contents(used)
    install(used)
    assert contents(used) == once


def test_removing_what_is_not_there_changes_nothing(used):
    before = contents(used)
    assert remove(used) == [f"LibreOffice 中没有 jxbook：{used}"]
    assert contents(used) == before


def test_it_tells_what_was_done_and_every_function(used):
    said = "\n".join(install(used))
    assert str(used) in said
    assert all(function.name in said for function in FUNCTIONS)
    assert "校验、生成报告" in said


def test_setup_that_was_done_is_not_said_again(used):
    done = SETTINGS.replace("</oor:items>", f"{SET_UP}\n</oor:items>")
    write(used, {"registrymodifications.xcu": done})
    install(used)
    assert contents(used)["user/registrymodifications.xcu"].count(b"ooSetupInstCompleted") == 1
    remove(used)
    assert contents(used)["user/registrymodifications.xcu"] == done.encode()


def test_the_script_knows_where_jxbook_is(used):
    install(used, [Path("/甲/乙"), Path("C:\\x")])
    script = (used / "user/Scripts/python/jxbook_functions.py").read_text("utf-8")
    assert f"PYTHON_PATHS = {['/甲/乙', 'C:' + chr(92) + 'x']!r}  #" in script
    compile(script, "jxbook_functions.py", "exec")


def test_the_paths_hold_all_that_is_needed():
    for name in ("jxbook", "jinja2", "markupsafe", "lxml"):
        assert any((path / name).is_dir() for path in needed_paths())


# Refusals


def test_it_is_refused_while_libreoffice_runs(used):
    (used / ".lock").touch()
    before = contents(used)
    assert code(install, used) == code(remove, used) == "JX960"
    assert contents(used) == before


@pytest.mark.parametrize(
    "name", ["registrymodifications.xcu", "basic/script.xlc", "basic/Standard/script.xlb"]
)
@pytest.mark.parametrize("text", ["", "<a", "<a/>", "\x00"])
def test_a_file_that_cannot_be_understood_is_refused_and_left_alone(used, name, text):
    write(used, {name: text})
    before = contents(used)
    assert code(install, used) == "JX961"
    assert contents(used) == before


def test_a_profile_that_cannot_be_written_to_is_left_as_it_was(used, monkeypatch):
    before = contents(used)
    calls = []

    def fail_at_the_third(path, data, _):
        calls.append(path)
        if len(calls) == 3:
            raise cannot_save("")
        path.write_bytes(data)

    monkeypatch.setattr(profiles, "replace_read", fail_at_the_third)
    assert code(install, used) == "JX962"
    assert len(calls) > 3  # it was put back
    assert contents(used) == before


@pytest.mark.parametrize("done", [install, remove])
def test_what_is_saved_meanwhile_is_not_written_over(used, monkeypatch, done):
    """All else is put back, so that what LibreOffice saved stands in the profile as it was."""
    if done is remove:
        install(used)
    before, saved = contents(used), b"<saved meanwhile/>"
    apply = profiles._apply

    def after_another(profile, plan):
        (profile / "user/registrymodifications.xcu").write_bytes(saved)
        return apply(profile, plan)

    monkeypatch.setattr(profiles, "_apply", after_another)
    assert code(done, used) == "JX915"
    now = contents(used)
    assert {name for name in before | now if before.get(name) != now.get(name)} == {
        name for name in now if now[name] == saved
    }


def test_a_profile_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "user").write_text("")
    assert code(install, tmp_path) == "JX962"


@pytest.mark.parametrize("name", ["basic/Standard/Jx.xba", "Scripts/python/jxbook_functions.py"])
def test_a_file_of_our_name_that_is_somebody_elses_is_left_alone(used, name):
    write(used, {name: XBA})
    before = contents(used)
    assert code(install, used) == "JX963"
    remove(used)
    assert contents(used) == before


# Where the profile is


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.config/libreoffice/4"),
        ("linux", {"HOME": "/home/a", "XDG_CONFIG_HOME": "/c"}, "/c/libreoffice/4"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Application Support/LibreOffice/4"),
        ("win32", {"APPDATA": "/A/Roaming"}, "/A/Roaming/LibreOffice/4"),
    ],
)
def test_the_profile_of_each_system(monkeypatch, system, variables, expected):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(profiles.sys, "platform", system)
    assert default_profile().as_posix() == expected


# What LibreOffice makes of it


def test_libreoffice_keeps_the_users_own_and_gives_it_back(start, used):
    install(used)
    with start(used) as office:
        assert office.modules() == ["Module1", "Jx"]
        assert office.setting("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode") == 0
        title, context, entries = office.menu()
        assert (title, context) == ("绩效评价", "com.sun.star.sheet.SpreadsheetDocument")
        assert list(entries) == ["校验", "生成报告"]
        office.open("")
        assert office.formula("", "A1", "=MINE(JX_RATE(200;150))") == 1.5
    remove(used)  # LibreOffice has written its settings anew by now
    after = contents(used)
    settings = after["user/registrymodifications.xcu"]
    assert b"cn.jxbook" not in settings
    assert b"OOXMLRecalcMode" in settings
    assert after["user/basic/Standard/script.xlb"] == XLB.encode()
    ours = [name for name in after if "jx" in name.lower()]
    assert [name for name in ours if not name.startswith("user/pack/")] == []  # LibreOffice's own backups
    with start(used) as office:
        assert office.modules() == ["Module1"]
        office.open("")
        assert office.formula("", "A1", "=MINE(4)") == 8
        assert office.formula("", "A2", "=JX_RATE(200;150)")["shown"] == "#NAME?"


def test_a_profile_that_was_never_used_works_from_the_first_start(start, tmp_path):
    install(tmp_path)
    with start(tmp_path) as office:
        office.open("")
        assert office.formula("", "A1", "=JX_RATE(200;150)") == 0.75


def test_without_the_python_of_jxbook_a_cell_is_an_error_and_the_menu_says_why(start, tmp_path):
    install(tmp_path, [tmp_path / "nowhere"])
    with start(tmp_path) as office:
        office.open("")
        assert "error" in office.formula("", "A1", "=JX_RATE(200;150)")
        assert "error" in office.formula("", "A2", "=SUM(A1;5)")
        assert office.run("check_document").startswith("JX968 [LibreOffice] 找不到 jxbook — ")


def test_promise_6_nothing_is_imported_from_the_folder_in_which_libreoffice_was_started(start, tmp_path):
    """With PYTHONPATH set but empty, LibreOffice's own Python looks for modules in the current folder first."""
    folder, marks = tmp_path / "别人的文件夹", tmp_path / "marks"
    folder.mkdir()
    marks.mkdir()
    for name in ("jxbook", "jinja2", "lxml", "markupsafe"):
        code = f"import os\nos.close(os.open(os.path.join({str(marks)!r}, __name__), os.O_CREAT))\n"
        (folder / f"{name}.py").write_text(code)
    install(tmp_path / "profile")
    with start(tmp_path / "profile", folder, PYTHONPATH="") as office:
        office.open("")
        assert office.formula("", "A1", "=JX_RATE(200;150)") == 0.75
        assert office.run("check_document").startswith("JX930 ")
    assert [one.name for one in marks.iterdir()] == []
