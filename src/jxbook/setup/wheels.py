"""All wheels that jxbook needs on another computer.

`pip download --platform` chooses files for that platform but reads the conditions of requirements
("only on Windows") for the computer it runs on, and so leaves out pywin32. Hence the requirements are
followed here, their conditions judged for the target, and pip only fetches.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

from jxbook.dataclass import dataclass
from jxbook.refusals.machine import contradictory, no_pip
from jxbook.setup.pip import Pip, call

if TYPE_CHECKING:
    from pip._vendor.packaging.requirements import Requirement


@dataclass(frozen=True, slots=True)
class Platform:
    """A system with its processor, as pip and the conditions of requirements know it."""

    name: str
    tags: tuple[str, ...]
    """For which names of a platform pip takes a wheel."""
    sys_platform: str
    system: str
    os_name: str
    machine: str


def _linux(machine: str) -> Platform:
    """With glibc 2.28 or later: UOS 20, Kylin V10."""
    tags = tuple(f"manylinux_2_{minor}_{machine}" for minor in (28, 27, 26, 24, 17))
    name = f"linux_{machine}"
    return Platform(name, (*tags, f"manylinux2014_{machine}"), "linux", "Linux", "posix", machine)


_WINDOWS = Platform("win_amd64", ("win_amd64",), "win32", "Windows", "nt", "AMD64")
PLATFORMS = {one.name: one for one in (_WINDOWS, _linux("x86_64"), _linux("aarch64"))}
"""For win32 and win_arm64 there is no xlwings with its DLLs."""
WINDOWS = (_WINDOWS.name,)
LINUX = tuple(name for name in PLATFORMS if name.startswith("linux_"))

_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class TargetPython:
    """The Python of the other computer."""

    python: str
    platform: str
    """The name of one of PLATFORMS."""
    extras: tuple[str, ...] = ()
    """The parts of jxbook that are asked for besides its base, as `bureau`."""

    @property
    def is_windows(self) -> bool:
        """Or Linux."""
        return self.platform in WINDOWS

    @property
    def requirements(self) -> str:
        """The file in the bundle that lists its wheels; Linux has one for each processor."""
        machine = PLATFORMS[self.platform].machine
        return "requirements.txt" if self.is_windows else f"requirements-{machine}.txt"

    def environment(self) -> dict[str, str]:
        """What a requirement's condition may ask about."""
        platform = PLATFORMS[self.platform]
        return {
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "platform_python_implementation": "CPython",
            "sys_platform": platform.sys_platform,
            "platform_system": platform.system,
            "platform_machine": platform.machine,
            "platform_release": "10" if self.is_windows else "",
            "platform_version": "",
            "os_name": platform.os_name,
            "extra": "",
        }

    def pip_options(self) -> list[str]:
        """How pip is told what to fetch."""
        return [
            "--only-binary=:all:",
            "--no-deps",
            *(f"--platform={tag}" for tag in PLATFORMS[self.platform].tags),
            f"--python-version={self.python}",
            "--implementation=cp",
        ]


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel in the folder: what it is and what it needs on the target."""

    path: Path
    name: str
    version: str
    asks: tuple[Requirement, ...]
    """All that it says it needs, whatever the condition."""

    def needs(self, target: TargetPython, extras: Iterable[str]) -> Iterator[Requirement]:
        """What it needs on the target, with these extras of its own."""
        for one in self.asks:
            cases = (target.environment() | {"extra": extra} for extra in ("", *extras))
            if one.marker is None or any(map(one.marker.evaluate, cases)):
                yield one

    @property
    def pin(self) -> str:
        """The line of a requirements.txt that this very file fits, and no other."""
        return (
            f"{self.name}=={self.version} --hash=sha256:{hashlib.sha256(self.path.read_bytes()).hexdigest()}"
        )


def collect(folder: Path, target: TargetPython, pip: Pip) -> list[Wheel]:
    """Fetch into `folder` whatever the wheels in it need, until nothing is missing.

    Raises Refusal JX970, JX971 or JX972.
    """
    for _ in range(_ROUNDS):
        wheels = {one.name: one for one in _read(folder)}
        wanted = _combined(wheels, target)
        missing = [one for name, one in wanted.items() if not _met(one, wheels.get(name))]
        if not missing:
            return sorted(wheels.values(), key=lambda one: one.name)
        for one in missing:
            if (unfit := wheels.get(_name(one.name))) is not None:
                unfit.path.unlink()
        call(
            pip,
            ["download", *target.pip_options(), f"--dest={folder}", *map(str, missing)],
            "、".join(one.name for one in missing),
        )
    raise contradictory("、".join(one.name for one in missing))


def _read(folder: Path) -> Iterator[Wheel]:
    try:
        from pip._vendor.packaging.requirements import Requirement
    except ImportError:
        raise no_pip(sys.executable) from None
    for path in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(path) as wheel:
            part = next(one for one in wheel.namelist() if one.endswith(".dist-info/METADATA"))
            about = HeaderParser().parsestr(wheel.read(part).decode("utf-8"))
        asked = tuple(map(Requirement, about.get_all("Requires-Dist", [])))
        yield Wheel(path, _name(about["Name"]), about["Version"], asked)


def _combined(wheels: Mapping[str, Wheel], target: TargetPython) -> dict[str, Requirement]:
    """Name → all that the wheels together ask of this package. An extra that one asks of another counts there."""
    wanted: dict[str, Requirement] = {}
    extras = {"jxbook": set(target.extras)}
    waiting = list(wheels)
    while waiting:
        wheel = wheels[waiting.pop(0)]
        for need in wheel.needs(target, extras.get(wheel.name, ())):
            name = _name(need.name)
            if new := need.extras - extras.setdefault(name, set()):
                extras[name] |= new
                waiting += [name] if name in wheels else []
            ask = type(need)(str(need))
            ask.marker = None
            if name in wanted:
                ask.specifier &= wanted[name].specifier
            wanted[name] = ask
    return wanted


def _met(need: Requirement, wheel: Wheel | None) -> bool:
    return wheel is not None and need.specifier.contains(wheel.version, prereleases=True)


def _name(text: str) -> str:
    """A package's name as all its spellings have it."""
    return text.lower().replace("_", "-").replace(".", "-")
