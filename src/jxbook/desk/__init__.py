"""校验 and 生成报告 on an open document, the same in every spreadsheet program.

A program supplies a `Host`: its document as data, a place for findings, and a few windows.
"""

from __future__ import annotations

from jxbook.desk.checking import check
from jxbook.desk.host import Host
from jxbook.desk.reporting import make_report

__all__ = ["Host", "check", "make_report"]
