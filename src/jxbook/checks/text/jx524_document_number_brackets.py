"""JX524 文号的括号不对

查什么
    发文字号里的年份用了【】、[ ]或（），没有用六角括号〔〕；年份和顺序号之间多写了“第”。会计师事务所等单位的报告文号
    （…报字[2024]…）不查。

为什么
    公文的发文字号，年份用六角括号〔〕括入，顺序号不加“第”。

示例
    会报：按照《资金使用管理指引》（京社委发[2019]97号）执行。
    会报：依据财预【2020】10号文件。
    不报：依据财预〔2020〕10号文件。
    不报：见某会计师事务所报告（中审报字[2024]第0135号）。

怎么改
    改成〔〕，可以直接改；网上复制来的文号，对照原文核对。

依据
    实践：公文格式的通行写法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_NUMBER = pattern(
    r"([一-龥]{1,14}+)\s{0,4}([\[【［〖])\s{0,4}((?:19|20)\d\d)\s{0,4}[\]】］〗]\s{0,4}(第?)\s{0,4}(\d{1,6})\s{0,4}号"
)
_ROUND = pattern(
    r"([一-龥]{1,14}+)(?<=[发函预字财教建农社绩办规综资税企行经投采监评政府令])\s{0,4}([（(])((?:19|20)\d\d)[）)]\s{0,4}(第?)(\d{1,6})\s{0,4}号"
)
"""文号 in round brackets; a court writes （2024）京0105民初12号, with letters between."""
_ORDER = pattern(r"([一-龥]{1,14}+)[〔﹝]((?:19|20)\d\d)[〕﹞]第(\d+)号")
_SQUARE_YEAR, _ROUND_YEAR = pattern(r"[\[【［〖]\s{0,4}(?:19|20)"), pattern(r"[（(](?:19|20)\d\d[）)]")
"""What stands in them, and is found sooner than the words before it."""
_FIRM = pattern(
    r"(?:报字|审字|验字|咨字|专字|评字|鉴字|会师|事务所|内审|造价|咨询|合同|招|采购|ZB|评报)[一-龥]*\Z"
)


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.holding("号"):
        text = passage.text
        square = _NUMBER.finditer(text) if _SQUARE_YEAR.search(text) else ()
        for match in (*square, *(_ROUND.finditer(text) if _ROUND_YEAR.search(text) else ())):
            if _FIRM.search(match[1]):
                continue
            right = f"〔{match[3]}〕{match[5]}号"
            yield note(
                passage.at(match.start(2), match.end()),
                f"文号写作{quote(text[match.start(2) : match.end()])}",
                f"发文字号的年份用六角括号〔〕；{grounds.PRUDENT}",
                f"请改为“{right}”",
            )
        for match in _ORDER.finditer(text) if "〕第" in text or "﹞第" in text else ():
            if _FIRM.search(match[1]):
                continue
            yield note(
                passage.at(match.start(2) - 1, match.end()),
                f"文号写作{quote(f'〔{match[2]}〕第{match[3]}号')}",
                f"发文字号的顺序号不加“第”；{grounds.PRUDENT}",
                f"请改为“〔{match[2]}〕{match[3]}号”",
            )
