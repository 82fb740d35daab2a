"""The README tells the truth: its test command is what CI runs, its commands and folders exist."""

import re
import tomllib
from pathlib import Path

from jxbook.cli.parser import build_parser
from jxbook.policy import policy_ids

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_the_test_command_of_the_readme():
    [command] = re.findall(r"^python3 -m venv .*pytest$", README, re.MULTILINE)
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_what_the_test_command_leaves_out_runs_on_ci():
    """The markers left out by default are just those that .ci/run asks for, with the benchmarks apart, and the one that
    the README leaves to a person."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    left_out = [one.partition(":")[0] for one in settings["markers"]]
    assert f"-m={' and '.join(f'not {one}' for one in left_out)}" in settings["addopts"]
    assert "by_hand" in README
    left_out.remove("by_hand")
    asked = re.findall(r'pytest -m "(.*?)" (.*)', (ROOT / ".ci" / "run").read_text("utf-8"))
    assert asked == [
        (" or ".join(left_out), "--ignore=tests/benchmarks"),
        (" or ".join(left_out), "-n 0 tests/benchmarks"),
    ]


def test_every_command_it_shows_exists():
    shown = set(re.findall(r"(?:`|\$ |bin/)jxbook ([a-z]+)", README))
    assert {"demo", "new", "score", "check", "report", "policy", "rule"} <= shown
    known = build_parser().format_help()
    assert [command for command in shown if command not in known] == []


def test_every_folder_and_policy_it_names_exists():
    tree = README[README.index("src/jxbook/\n") : README.index("- 加一个地方的规定")]
    named = re.findall(r"^    (\S+?)/? ", tree, re.MULTILINE)
    assert named and all((ROOT / "src" / "jxbook" / name).exists() for name in named)
    assert all(f"`{policy}`" in README for policy in policy_ids())
    assert all((ROOT / path).exists() for path in re.findall(r"\((xlsx_templates/\S+)\)", README))
