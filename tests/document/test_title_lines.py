"""A long title is broken where an official one is: behind a word, into lines of about one length (GB/T 9704-2012 7.3.1)."""

from __future__ import annotations

import pytest

from jxbook.document.marks import mark
from jxbook.document.title import title_lines

YEAR = mark("2024", "评价年度", "自评表!B2")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("孙河乡社会组织参与社会治理项目", ["孙河乡社会组织参与社会治理项目"]),
        (f"{YEAR}年社区居家养老服务能力提升项目", [f"{YEAR}年社区居家养老服务能力提升项目"]),
        (f"{YEAR}年度困难残疾人家庭无障碍改造补贴项目", [f"{YEAR}年度困难残疾人家庭", "无障碍改造补贴项目"]),
        (
            "青石镇农村公路提质改造与安全生命防护工程建设",
            ["青石镇农村公路提质改造与", "安全生命防护工程建设"],
        ),
        (f"关于{YEAR}年度项目支出绩效自评情况的通报", [f"关于{YEAR}年度项目支出绩效自评情况的通报"]),
        ("补" * 20, ["补" * 10, "补" * 10]),
        ("补" * 60, ["补" * 60]),
        ("", [""]),
    ],
)
def test_no_character_of_a_title_is_left_alone_in_a_line(title: str, lines: list[str]) -> None:
    assert title_lines(f"{title}\n绩效评价报告").split("\n") == [*lines, "绩效评价报告"]
