"""Promise 5: nothing is written beneath a program that has the file open."""

from __future__ import annotations

from pathlib import Path

import pytest

from jxbook.finding import Refusal
from jxbook.workbook.locks import require_closed

LOCKS = ("~$自评表.xlsx", ".~自评表.xlsx", ".~lock.自评表.xlsx#")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_of_excel_wps_or_libreoffice_is_refused_by_its_name(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(b"PK")
    require_closed(path)
    (tmp_path / lock).touch()
    with pytest.raises(Refusal, match="JX916") as refused:
        require_closed(path)
    assert lock in str(refused.value)
    assert "--while-open" in str(refused.value)


def test_the_lock_of_another_file_is_none(tmp_path: Path) -> None:
    path = tmp_path / "自评表.xlsx"
    (tmp_path / "~$别的表.xlsx").touch()
    require_closed(path)


def test_of_a_link_the_file_it_leads_to_counts_too(tmp_path: Path) -> None:
    (tmp_path / "共享").mkdir()
    real, link = tmp_path / "共享" / "自评表.xlsx", tmp_path / "快捷.xlsx"
    real.write_bytes(b"PK")
    link.symlink_to(real)
    real.with_name("~$自评表.xlsx").touch()
    with pytest.raises(Refusal, match="JX916"):
        require_closed(link)
