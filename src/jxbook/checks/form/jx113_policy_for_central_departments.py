"""JX113 地方单位用了中央部门的指引

查什么
    评价政策是财预〔2021〕101号（mof-2021-101）的，主管部门或实施单位的名称是不是地方单位的（有省、市、县、区、乡、
    镇、街道一类的字，没有国家、中国、某某部一类的字）。看不出的不查，以101号为上级另编本地政策的不查。

为什么
    指引印发中央预算单位，供参考试行。它的及格门槛、执行率和满意度的分档与财预〔2020〕10号不同，同样的完成值得分不同，
    地方单位没有本地规定就采用，得分没有依据。

示例
    会报：评价政策：mof-2021-101｜主管部门：市民政局
    不报：评价政策：mof-2021-101｜主管部门：教育部｜实施单位：某大学

怎么改
    本地有规定的，选用本地的评价政策；没有的，选用财预〔2020〕10号（mof-2020-10）；本地规定采用101号的，在报告中写明
    是哪个文件规定的，或者用 jxbook policy new --from mof-2021-101 编成本地的政策。

依据
    官方：财预〔2021〕101号（中央部门参考试行）（印发通知：有关中央预算单位，供各单位参考试行）
    实践：各地可以制定实施细则，采用与否以本地规定为准
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_CENTRAL = pattern(r"国家|中国|中央|国务院|全国|最高人民|总局|总署|[\u4e00-\u9fff]{2}部(?!队|门)|央[直企]")
_LOCAL = pattern(
    r"(?:省|自治区|市|自治州|州|县|区|旗|乡|镇|街道)[\u4e00-\u9fff]*(?:厅|局|委|办|政府|中心|院|会|处|站|所|队|校|馆|社区|村)"
)


def check(case: Case) -> Iterator[Flaw]:
    if not case.central:
        return
    one, project = case.policy.identity, case.form.project
    names = [entry for entry in (project.supervisor, project.implementer) if entry.text]
    if any(_CENTRAL.search(entry.text) for entry in names):
        return
    local = next((entry for entry in names if _LOCAL.search(entry.text)), None)
    if local:
        yield warning(
            local,
            f"{quote(local.text)}像是地方单位，所用的{one.number}适用于中央部门，供参考试行",
            f"{one.number}印发有关中央预算单位，供各单位参考试行",
            "请选用本地的评价政策，没有的用财预〔2020〕10号；本地规定采用的，写明是哪个文件规定的",
        )
