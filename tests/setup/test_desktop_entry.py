"""A starter of Linux' desktops: whatever its program and the files are called, they arrive as they are."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from starting import started

from jxbook.setup.desktop_entry import desktop_entry, program_of

FOLDERS = ["bin", "我的 程序", "a&b", "100%F", "$HOME`id`", 'a"b', "a\\b", "it's", "a;b|c>d", "~x#y?"]
FILES = ["a&b^c %U.xlsx", "第二 份.xlsx", "$(touch x).xlsx", 'it\'s "so".xlsx', "-o.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="the desktop of Linux")
@pytest.mark.parametrize("folder", FOLDERS)
def test_the_program_and_the_files_arrive(folder):
    program = PurePosixPath("/home/wang") / folder / "python"
    entry = desktop_entry("校验", program, "-I -m jxbook check", "把自评表拖到这里")
    words = started(entry, [f"/表/{name}" for name in FILES])
    if words[0] == "/usr/bin/env":
        words.pop(0)
    assert words == [str(program), *"-I -m jxbook check".split(), *(f"/表/{name}" for name in FILES)]
    assert program_of(entry) == str(program)


@pytest.mark.skipif(not shutil.which("gio"), reason="gio（libglib2.0-bin）没有安装")
@pytest.mark.parametrize("folder", FOLDERS)
def test_the_desktop_of_this_computer_starts_it_so(tmp_path, folder):
    """GLib, on which the desktops of Kylin and UOS stand too."""
    program = tmp_path / folder / "python"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport json, sys\n"
        f"open({str(tmp_path / 'seen')!r}, 'w').write(json.dumps(sys.argv))\n"
    )
    program.chmod(0o755)
    files = [str(tmp_path / name) for name in FILES]
    for file in files:
        Path(file).touch()
    entry = tmp_path / "校验.desktop"
    entry.write_bytes(desktop_entry("校验", program, "-I -m jxbook", "拖到这里"))
    ran = subprocess.run(
        ["gio", "launch", str(entry), *files], capture_output=True, env={"PATH": os.environ["PATH"]}
    )
    assert ran.returncode == 0, ran.stderr
    seen = tmp_path / "seen"
    for _ in range(100):
        if seen.exists() and seen.read_text():
            break
        subprocess.run(["sleep", "0.05"])
    assert json.loads(seen.read_text()) == [str(program), "-I", "-m", "jxbook", *files]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils 没有安装")
@pytest.mark.parametrize("folder", FOLDERS)
def test_freedesktops_own_validator_finds_nothing(tmp_path, folder):
    path = tmp_path / "x.desktop"
    path.write_bytes(desktop_entry("校验", PurePosixPath("/opt") / folder / "python", "-I -m jxbook", "拖"))
    ran = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize("data", [b"", b"Exec=", b"\xff\xfe", b'Exec="never closed'])
def test_what_is_no_starter_names_nothing_that_exists(data):
    named = program_of(data)
    assert not named or not Path(named).exists()
