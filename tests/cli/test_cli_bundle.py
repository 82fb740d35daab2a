"""`jxbook bundle`: what is passed on and what is refused; pip itself does not run here."""

import pytest

from jxbook.setup import pip
from jxbook.setup.pip import PipOutcome


def test_without_pip_it_is_refused_and_nothing_is_written(jxbook, tmp_path, monkeypatch):
    monkeypatch.setattr(pip, "run_pip", lambda _: PipOutcome(1, "python: No module named pip"))
    ran = jxbook("bundle", "-o", tmp_path / "包")
    assert ran.status == 2
    assert ran.out.startswith("1/3 ")
    assert ran.err.startswith("JX970 [")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it(jxbook, tmp_path):
    (tmp_path / "旧.txt").touch()
    ran = jxbook("bundle", "-o", tmp_path)
    assert (ran.status, ran.out, ran.err[:6]) == (2, "", "JX973 ")


@pytest.mark.parametrize(
    ("options", "code"),
    [(["--python", "3.8"], "JX974"), (["--platform", "win32"], "JX900"), ([], "JX900")],
)
def test_a_wrong_call(jxbook, tmp_path, options, code):
    output = ["-o", tmp_path / "包"] if options else []
    ran = jxbook("bundle", *output, *options)
    assert (ran.status, ran.out, ran.err[:5]) == (2, "", code)
