"""A folder whose workbooks Excel opens with macros enabled, for this user alone: no administrator is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from jxbook.refusals.machine import nothing_to_trust, too_wide_to_trust, trust_elsewhere
from jxbook.setup.machine import Machine

KEY = r"Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\jxbook"
"""Office 2016 and all later ones share this number."""


def trust(machine: Machine, folder: PurePath) -> Iterator[str]:
    """Make a folder with all below it a trusted location. Raises Refusal JX976, JX996."""
    if not machine.is_windows:
        raise trust_elsewhere(str(folder))
    if not folder.is_absolute() or not machine.disk.exists(folder):
        raise nothing_to_trust(str(folder))
    if folder == machine.home or folder == folder.parent or str(folder).startswith("\\\\"):
        raise too_wide_to_trust(str(folder))
    values: dict[str, str | int] = {
        "Path": f"{folder}\\",
        "AllowSubFolders": 1,
        "Description": "jxbook 绩效评价",
    }
    machine.registry.write(KEY, values)
    yield f"已把 {folder} 设为 Excel 的受信任位置：其中的工作簿打开就能用，不再询问。只放自己的自评表。"


def distrust(machine: Machine) -> Iterator[str]:
    """Take it back."""
    if machine.is_windows and machine.registry.read(KEY, "Path"):
        machine.registry.remove(KEY)
        yield "已撤销 Excel 的受信任位置"
