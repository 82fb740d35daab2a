"""JX107 公式没有算出值

查什么
    填报栏里的公式，文件中有没有保存算好的值；值是不是“#REF!”“#VALUE!”一类的错误。

为什么
    由其他软件生成的文件可能只有公式、没有结果，读取时等于空白，不能据此计分。

示例
    会报：年度资金总额：10、10、公式没有结果
    会报：三级指标：举办活动场次｜实际完成值：#REF!
    不报：年度资金总额：10、10、10

怎么改
    用 Excel 或 WPS 打开文件，等公式算完后保存一次；显示错误的，先改正公式。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：内容完整、数据真实；部门评价、财政评价：报告应当依据充分）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, note

_ERRORS = frozenset("#REF! #VALUE! #N/A #DIV/0! #NAME? #NUM! #NULL! #SPILL! #CALC!".split())
_UNKNOWN_FUNCTION = "#NAME?"


def check(case: Case) -> Iterator[Flaw]:
    funding, form = case.form.funding, case.form
    stated = [
        ("执行率", funding.rate),
        ("得分", funding.earned),
        ("总分", form.total),
        ("分值", form.total_points),
    ]
    stated += [("得分", row.indicator.earned) for row in case.rows]
    for label, entry in case.entries:
        if entry.unknown:
            yield error(
                entry,
                f"{label}是公式，文件里没有保存算好的值",
                f"读不到值就不能计分和校验；{grounds.COMPLETE.cite(case.policy)}",
                "请用 Excel 或 WPS 打开文件，等公式算完后保存一次",
            )
    unnamed = [entry for _, entry in stated if entry.raw == _UNKNOWN_FUNCTION]
    if unnamed:
        yield note(
            unnamed[0],
            f"有{len(unnamed)}个计算结果显示为{_UNKNOWN_FUNCTION}，这台电脑没有装载计算函数",
            f"填写的内容不受影响，仍按填写的内容校验；{grounds.READING}",
            "运行 jxbook score 文件名 --write，把计算结果写入这些单元格",
        )
    stated = [one for one in stated if isinstance(one[1].raw, str) and one[1].raw != _UNKNOWN_FUNCTION]
    written = [(label, entry) for label, entry, text in case.texts if text in _ERRORS]
    for label, entry in written + [one for one in stated if one[1].raw in _ERRORS]:
        yield error(
            entry,
            f"{label}的公式出错，显示为{entry.raw}",
            f"公式出错就没有可用的值；{grounds.TRUE.cite(case.policy)}",
            "请改正公式，或直接填写数值后重新校验",
        )
