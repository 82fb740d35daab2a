"""replace_file: all of the new bytes or all of the old ones, and nothing beside."""

import os
from pathlib import Path

import pytest

from jxbook.atomic import replace_file
from jxbook.finding import Refusal


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    (tmp_path / "ordinary").touch()
    assert path.stat().st_mode == (tmp_path / "ordinary").stat().st_mode
    assert {p.name for p in tmp_path.iterdir()} == {"报告.docx", "ordinary"}


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError("in use"), "JX911"), (OSError("disk"), "JX914"), (KeyboardInterrupt(), "")],
)
def test_when_the_move_fails_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: str
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Refusal if code else KeyboardInterrupt) as caught:
        replace_file(path, b"new")
    if code:
        assert isinstance(caught.value, Refusal)
        assert caught.value.finding.code == code
        assert caught.value.finding.place == "form.xlsx"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_when_the_disk_is_full_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="JX914"):
        replace_file(tmp_path / "form.xlsx", b"new")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["missing/form.xlsx", "nul\0.xlsx", "a" * 300 + "/x"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="JX914"):
        replace_file(tmp_path / name, b"new")


def test_promise_5_a_file_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"read")
    replace_file(path, b"mine", b"read")
    assert path.read_bytes() == b"mine"
    path.write_bytes(b"theirs")
    with pytest.raises(Refusal, match="JX915"):
        replace_file(path, b"mine again", b"mine")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["form.xlsx"]
