"""A bureau's folder on Windows: many files, deep in folders with long Chinese names, read by two processes."""

from __future__ import annotations

from pathlib import Path

from clerks import Clerk

from handed_in import hand_in, sheet
from jxbook.assess import assess

FILES = 200


def test_two_hundred_files_and_two_workers(clerk: Clerk, desk: Path) -> None:
    """And again, when nothing is read twice. A path has more than the 260 characters of old programs."""
    deep = "/".join(("各区县报送的项目支出绩效自评表" * 4,) * 4)
    home = desk / "自评表"
    for at in range(FILES):
        hand_in(
            home / f"{at % 7}局" / (deep if at % 3 else "") / f"修路项目（第{at}段）自评表.xlsx",
            project=f"修路{at}段",
        )
    paths = [*home.rglob("*.xlsx")]
    assert max(len(str(clerk.windows.there(path))) for path in paths) > 260
    (home / "坏.xlsx").write_bytes(b"PK\3\4, and no workbook")
    there, out = clerk.windows.there(home), clerk.windows.there(desk / "汇总.xlsx")
    command = ("batch", there, "-o", out, "--reports", clerk.windows.there(desk / "报告"), "--jobs", 2)
    status, said = clerk.jxbook(*command, bureau=True, seconds=400)
    assert status == 1, said
    unread = sheet(desk / "汇总.xlsx", "未读")
    assert [row["文件"] for row in unread] == ["坏.xlsx"], unread
    told = sheet(desk / "汇总.xlsx", "项目")
    assert len(told) == FILES
    total = assess(paths[0]).scoring.total
    assert total is not None and {row["总分"] for row in told} == {float(total)}
    reports = [*(desk / "报告").rglob("*.docx")]
    assert sum("核对单" not in path.name for path in reports) == FILES
    status, said = clerk.jxbook(*command, bureau=True, seconds=400)
    assert f"其中{FILES + 1}个没有变化" in said, said
