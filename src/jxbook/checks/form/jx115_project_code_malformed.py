"""JX115 项目编码不像编码

查什么
    填了项目编码的，看它像不像编码：有没有数字，是不是太短、全是同一个字符，是不是把项目名称、电话填了进来；
    按预算管理一体化系统的样子写的（6位区划、2位年份、1个字母、12位流水号，共21位），位数对不对。

为什么
    编码对不上，批复、支付和自评就对不到同一个项目。

示例
    会报：项目编码：11010524T00000295876
    会报：项目编码：暂无编号
    不报：项目编码：11010524T000002958766

怎么改
    从预算批复或一体化系统里复制项目编码；没有编码的，空着。

依据
    实践：编码的样子见公开的自评表，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.values import fold

_SYSTEM = pattern(r"\d{6,10}[A-Za-z]\d{8,16}\Z")
_DIVISION, _LENGTH = 9, 21
"""The letter is the ninth of 21 characters."""
_MOBILE = pattern(r"(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})\Z")
_SHORTEST = 4


def check(case: Case) -> Iterator[Flaw]:
    code = case.form.project.code
    if code.blank or code.none:
        return
    if why := _wrong(fold(code.text), fold(case.form.project.name.text)):
        yield warning(
            code,
            f"项目编码{quote(code.text)}{why}",
            f"编码应与预算批复一致，是{grounds.REVIEWED}",
            "请从预算批复或一体化系统复制项目编码；没有编码的，空着",
        )


def _wrong(code: str, name: str) -> str:
    signs = [one for one in code if one.isalnum()]
    if not any(one.isdecimal() for one in code):
        return "没有数字，不是编码"
    if code == name:
        return "与项目名称相同"
    if _MOBILE.match(code):
        return "像是电话号码"
    if len(signs) < _SHORTEST:
        return "太短，不像编码"
    if len(set(signs)) == 1:
        return "全是同一个字符，不是编码"
    if _SYSTEM.match(code) and not (len(code) == _LENGTH and code[_DIVISION - 1].isalpha()):
        return f"有{len(code)}位，一体化系统的编码是{_LENGTH}位（6位区划、2位年份、1个字母、12位流水号）"
    return ""
