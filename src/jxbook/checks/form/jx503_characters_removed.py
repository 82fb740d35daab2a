"""JX503 单元格里有不能使用的字符

查什么
    单元格里有没有文件格式不允许的控制字符。这些字符看不见，读取时已经略去，原文件没有改动。

为什么
    多半是从其他系统复制时带来的，可能连同少了几个字，也可能使文件在别处打不开。

示例
    会报：看不见的字符：举办活动场次
    不报：三级指标：举办活动场次

怎么改
    核对这一格的文字是否完整，删去后重新录入。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning


def check(case: Case) -> Iterator[Flaw]:
    for cell in case.form.cleaned:
        yield warning(
            cell,
            "这一格里有看不见的控制字符，读取时已略去",
            f"文字可能不完整，文件在别处可能打不开；{grounds.READING}",
            "请核对文字是否完整，删去后重新录入",
        )
