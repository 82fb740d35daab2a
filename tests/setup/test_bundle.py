"""`jxbook bundle` with a pip that fetches from a small index in memory."""

import hashlib
import os
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from jxbook.excel.settings import DLLS
from jxbook.finding import Refusal
from jxbook.policy import policy_ids
from jxbook.policy.places import SHIPPED
from jxbook.setup import bundle as module
from jxbook.setup.bundle import bundle
from jxbook.setup.ownwheel import repack
from jxbook.setup.pip import PipOutcome, call
from jxbook.setup.wheels import LINUX, TargetPython, collect

TARGET = TargetPython("3.11", "win_amd64")


def write_wheel(
    folder: Path,
    name: str,
    version: str,
    needs: Sequence[str] = (),
    dlls: Sequence[str] = tuple(DLLS.values()),
) -> None:
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    about += "".join(f"Requires-Dist: {need}\n" for need in needs)
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}-{version}.dist-info/METADATA", about)
        for dll in dlls if name == "xlwings" else ():
            wheel.writestr(f"{name}-{version}.data/data/{dll.format(version)}", b"MZ")


class Index:
    """pip over a few packages: name → (version, needs); the last one that fits is fetched."""

    def __init__(self, **packages: Sequence[tuple[str, Sequence[str]]]) -> None:
        self.packages = packages
        self.calls: list[list[str]] = []

    def __call__(self, arguments: Sequence[str]) -> PipOutcome:
        from pip._vendor.packaging.requirements import Requirement

        self.calls.append(list(arguments))
        folder = Path(
            next(one for one in arguments if one.startswith(("--dest=", "--wheel-dir="))).split("=")[1]
        )
        if arguments[0] == "wheel":
            write_wheel(folder, "jxbook", "0.1.0", ["alpha>=1"])
        for text in (
            (one for one in arguments[1:] if not one.startswith("-")) if arguments[0] == "download" else ()
        ):
            wanted = Requirement(text)
            fit = [one for one in self.packages.get(wanted.name, ()) if wanted.specifier.contains(one[0])]
            if not fit:
                return PipOutcome(1, f"ERROR: No matching distribution found for {text}\n")
            write_wheel(folder, wanted.name, *fit[-1])
        return PipOutcome(0, "")


def collected(folder: Path, index: Index, *needs: str) -> dict[str, str]:
    write_wheel(folder, "jxbook", "0.1.0", needs)
    return {one.name: one.version for one in collect(folder, TARGET, index)}


def test_requirements_are_followed_to_the_end(tmp_path):
    index = Index(alpha=[("1.0", ["beta"])], beta=[("2.0", ["gamma>=1"])], gamma=[("1.5", [])])
    assert collected(tmp_path, index, "alpha") == {
        "jxbook": "0.1.0", "alpha": "1.0", "beta": "2.0", "gamma": "1.5"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "fetched"),
    [
        ('platform_system == "Windows"', True),
        ('sys_platform == "win32" and python_version < "3.12"', True),
        ('platform_machine == "AMD64"', True),
        ('platform_system == "Darwin"', False),
        ('sys_platform == "linux"', False),
        ('extra == "test"', False),
        ('extra == "bureau"', False),
    ],
)
def test_conditions_are_judged_for_the_other_computer(tmp_path, condition, fetched):
    """pip itself judges them for the computer it runs on, and leaves out pywin32."""
    index = Index(pywin32=[("312", [])])
    assert ("pywin32" in collected(tmp_path, index, f"pywin32>=224; {condition}")) is fetched


def test_a_version_that_another_package_does_not_accept_is_replaced(tmp_path):
    index = Index(alpha=[("1.0", [])], beta=[("1.0", []), ("2.0", [])])
    index.packages["alpha"] = [("1.0", ["beta<2"])]
    assert collected(tmp_path, index, "alpha", "beta")["beta"] == "1.0"
    assert [one.name for one in tmp_path.glob("beta*")] == ["beta-1.0-py3-none-any.whl"]


def test_versions_that_contradict_each_other_are_refused(tmp_path):
    index = Index(alpha=[("1.0", ["beta<2"])], beta=[("1.0", []), ("2.0", [])])
    with pytest.raises(Refusal, match="JX972"):
        collected(tmp_path, index, "alpha", "beta>=2")


def test_pip_only_fetches_wheels_for_the_target(tmp_path):
    index = Index(alpha=[("1.0", [])])
    collected(tmp_path, index, "alpha")
    assert index.calls == [
        ["download", "--only-binary=:all:", "--no-deps", "--platform=win_amd64", "--python-version=3.11",
         "--implementation=cp", f"--dest={tmp_path}", "alpha"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("output", "code", "said"),
    [
        ("/usr/bin/python: No module named pip\n", "JX970", "ensurepip"),
        ("WARNING: Retrying … 'NewConnectionError(…)': /simple/lxml/\nERROR: No matching\n", "JX971", "网络"),
        ("ERROR: Could not find a version that satisfies lxml\n", "JX972", "satisfies lxml"),
        ("", "JX972", "没有说明"),
    ],
)
def test_why_pip_failed(output, code, said):
    with pytest.raises(Refusal, match=rf"{code} .*{said}"):
        call(lambda _: PipOutcome(1, output), ["download"], "lxml")


# The whole folder


@pytest.fixture
def index() -> Index:
    return Index(alpha=[("1.0", [])], xlwings=[("0.37.8", []), ("0.99", [])], pip=[("26.3", [])])


def test_the_folder_holds_all_that_a_clerk_needs(tmp_path, linux, index):
    said = list(bundle(tmp_path / "包", [TARGET], linux, index))
    assert sorted(
        path.relative_to(tmp_path / "包").as_posix() for path in (tmp_path / "包").rglob("*.*")
    ) == [
        "install.cmd",
        "requirements.txt",
        "wheels/alpha-1.0-py3-none-any.whl",
        "wheels/jxbook-0.1.0-py3-none-any.whl",
        "wheels/pip-26.3-py3-none-any.whl",
        "wheels/xlwings-0.37.8-py3-none-any.whl",
        *sorted(f"模板/{policy}.{ending}" for policy in policy_ids() for ending in ("xlsm", "xlsx")),
        "说明.txt",
    ]
    assert [line[:3] for line in said[:3]] == ["1/3", "2/3", "3/3"]
    assert "双击其中的 install.cmd" in said[-1]


def test_the_macros_and_the_wheel_are_of_one_xlwings(tmp_path, linux, index):
    list(bundle(tmp_path / "包", [TARGET], linux, index))
    assert "xlwings==0.37.8" in index.calls[1]


def test_an_xlwings_without_its_dlls_is_refused(tmp_path, linux, index):
    """On a system or a Python that xlwings has no wheel of its own for, pip takes the general one."""

    def bare(arguments: Sequence[str]) -> PipOutcome:
        ran = index(arguments)
        if "xlwings==0.37.8" in arguments:
            folder = Path(next(one for one in arguments if one.startswith("--dest=")).split("=")[1])
            write_wheel(folder, "xlwings", "0.37.8", dlls=())
        return ran

    with pytest.raises(Refusal, match=r"JX972 .*缺 DLL"):
        list(bundle(tmp_path / "包", [TARGET], linux, bare))


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, linux, index):
    (tmp_path / "旧.txt").write_text("旧")
    with pytest.raises(Refusal, match="JX973"):
        list(bundle(tmp_path, [TARGET], linux, index))
    assert index.calls == []


@pytest.mark.parametrize("python", ["3", "3.10", "2.7", "4.0", "3.11.2", "今年"])
def test_a_python_that_jxbook_does_not_run_on(tmp_path, linux, index, python):
    with pytest.raises(Refusal, match=rf"JX974 \[{python}\]"):
        list(bundle(tmp_path / "包", [TargetPython(python, "win_amd64")], linux, index))


def test_where_a_download_fails_nothing_is_left(tmp_path, linux):
    with pytest.raises(Refusal, match="JX972"):
        list(bundle(tmp_path / "包", [TARGET], linux, Index()))
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written(tmp_path, linux, index, monkeypatch):
    def full(*_, **__):
        raise OSError("No space left")

    monkeypatch.setattr(module.shutil, "copytree", full)
    with pytest.raises(Refusal, match="JX976"):
        list(bundle(tmp_path / "包", [TARGET], linux, index))


def test_an_installed_package_becomes_a_wheel_again(tmp_path):
    """On a package that is surely here: every file of it, and a RECORD that pip accepts."""
    installed = metadata.distribution("pytest")
    path = repack(installed, tmp_path)
    with zipfile.ZipFile(path) as wheel:
        names = set(wheel.namelist())
        record = wheel.read(next(one for one in names if one.endswith("RECORD"))).decode()
    assert {line.split(",")[0] for line in record.splitlines()} == names
    assert {"pytest/__init__.py", "_pytest/config/__init__.py"} < names
    assert not [one for one in names if ".." in one or "__pycache__" in one or one.endswith("INSTALLER")]


def test_every_file_is_installed_by_its_hash(tmp_path, linux, index):
    list(bundle(tmp_path / "包", [TARGET], linux, index))
    lines = (tmp_path / "包" / "requirements.txt").read_text("ascii").splitlines()
    named = {line.split("==")[0] for line in lines}
    assert named == {"alpha", "jxbook", "xlwings"}
    for line in lines:
        name, _, rest = line.partition("==")
        version, _, digest = rest.partition(" --hash=sha256:")
        data = (tmp_path / "包" / "wheels" / f"{name}-{version}-py3-none-any.whl").read_bytes()
        assert digest == hashlib.sha256(data).hexdigest()
    told = (tmp_path / "包" / "install.cmd").read_text("gbk")
    pip = next((tmp_path / "包" / "wheels").glob("pip-*.whl"))
    assert pip.name in told and hashlib.sha256(pip.read_bytes()).hexdigest() in told


def test_the_policies_of_the_office_and_their_workbooks_come_along(tmp_path, linux, index, monkeypatch):
    monkeypatch.setenv("JXBOOK_POLICIES", str(tmp_path))
    own = tmp_path / "本市.toml"
    own.write_text((SHIPPED / "shanghai.toml").read_text("utf-8").replace('"shanghai"', '"本市"', 1), "utf-8")
    list(bundle(tmp_path / "包", [TARGET], linux, index))
    assert (tmp_path / "包" / "政策" / "本市.toml").read_bytes() == own.read_bytes()
    assert (tmp_path / "包" / "模板" / "本市.xlsm").is_file()
    assert "本市.xlsm：" in (tmp_path / "包" / "说明.txt").read_text("utf-8-sig")


def test_the_extra_of_a_bureau_is_followed_where_it_is_asked_for(tmp_path):
    """Also an extra that one package asks of another."""
    needs = ('alpha>=1; extra == "bureau"', 'beta[fast]; extra == "bureau"')
    index = Index(alpha=[("1.0", [])], beta=[("1.0", ['gamma; extra == "fast"', 'delta; extra == "slow"'])],
                  gamma=[("1.0", [])], delta=[("1.0", [])])  # fmt: skip
    write_wheel(tmp_path, "jxbook", "0.1.0", needs)
    assert {one.name for one in collect(tmp_path, TARGET, index)} == {"jxbook"}
    bureau = replace(TARGET, extras=("bureau",))
    assert {one.name for one in collect(tmp_path, bureau, index)} == {"jxbook", "alpha", "beta", "gamma"}


# For Linux


LINUX_TARGETS = [TargetPython("3.11", one) for one in LINUX]


def test_the_folder_for_linux_serves_both_processors(tmp_path, linux, index):
    said = list(bundle(tmp_path / "包", LINUX_TARGETS, linux, index))
    assert sorted(
        path.relative_to(tmp_path / "包").as_posix() for path in (tmp_path / "包").rglob("*.*")
    ) == [
        "install.sh",
        "requirements-aarch64.txt",
        "requirements-x86_64.txt",
        "wheels/alpha-1.0-py3-none-any.whl",
        "wheels/jxbook-0.1.0-py3-none-any.whl",
        *sorted(f"模板/{policy}.xlsx" for policy in policy_ids()),
        "说明.txt",
    ]
    if os.name != "nt":  # which has no such permission; 说明.txt says sh install.sh
        assert (tmp_path / "包/install.sh").stat().st_mode & 0o111
    assert "sh install.sh" in said[-1]
    asked = [[one for one in call if one.startswith("--platform=")] for call in index.calls[1:]]
    for machine, options in zip(("x86_64", "aarch64"), asked, strict=True):
        assert f"--platform=manylinux_2_28_{machine}" in options  # UOS 20, Kylin V10
        assert {one.rpartition(machine)[1] for one in options} == {machine}


@pytest.mark.parametrize(
    ("condition", "fetched"),
    [
        ('platform_system == "Windows"', False),
        ('sys_platform == "linux" and os_name == "posix"', True),
        ('platform_machine == "aarch64"', True),
        ('platform_machine == "x86_64"', False),
    ],
)
def test_conditions_are_judged_for_an_arm64_linux(tmp_path, condition, fetched):
    index = Index(other=[("1.0", [])])
    write_wheel(tmp_path, "jxbook", "0.1.0", [f"other; {condition}"])
    assert ("other" in {one.name for one in collect(tmp_path, LINUX_TARGETS[1], index)}) is fetched
