"""The one list of JX_ functions: everything a host needs to offer them is derived from it."""

from __future__ import annotations

from collections.abc import Callable

from jxbook.dataclass import dataclass
from jxbook.functions import calls

CATEGORY = "绩效评价"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument as the function wizard shows it; to an `area` belong all its cells, not one value."""

    name: str
    description: str
    optional: bool = False
    area: bool = False


@dataclass(frozen=True, slots=True)
class CellFunction:
    """A cell function: its Python call, its Chinese description and its arguments in order."""

    call: Callable[..., object]
    description: str
    arguments: tuple[Argument, ...]

    @property
    def name(self) -> str:
        """The name that stands in the cell."""
        return self.call.__name__

    @property
    def least(self) -> int:
        """How many arguments must be given."""
        return sum(not argument.optional for argument in self.arguments)


_TARGET = Argument("target", "年度指标值，如 ≥200人次、=100%、≤12月")
_ACTUAL = Argument("actual", "实际完成值，如 300人次、100%、11月")
_POINTS = Argument("points", "分值")
_INDICATOR = Argument(
    "indicator", "二级指标名称，或从指标表首行到本行的一级、二级、三级指标区域", optional=True, area=True
)
_POLICY = Argument("policy", "评价政策编号，如 mof-2020-10；省略时按财预〔2020〕10号", optional=True)
_YEAR = Argument("year", "评价年度，用于只写月份的时效指标", optional=True)
_BUDGET = Argument("budget", "全年预算数")
_SPENT = Argument("spent", "全年执行数")

FUNCTIONS: tuple[CellFunction, ...] = (
    CellFunction(
        calls.JX_SCORE,
        "计算一项绩效指标的得分；未填完时为空，不适用时为“—”",
        (_TARGET, _ACTUAL, _POINTS, _INDICATOR, _POLICY, _YEAR),
    ),
    CellFunction(
        calls.JX_COMPLETION,
        "计算指标的完成率，1表示完成指标值",
        (_TARGET, _ACTUAL, _INDICATOR, _POLICY, _YEAR),
    ),
    CellFunction(
        calls.JX_DEVIATION,
        "计算完成值对指标值的偏离度",
        (_TARGET, _ACTUAL, _INDICATOR, _POLICY, _YEAR),
    ),
    CellFunction(calls.JX_RATE, "计算预算执行率：全年执行数÷全年预算数", (_BUDGET, _SPENT, _POLICY)),
    CellFunction(
        calls.JX_EXECUTION,
        "计算预算执行率的得分",
        (
            _BUDGET,
            _SPENT,
            Argument("points", "分值，省略时按评价政策", optional=True),
            _POLICY,
            Argument("finished", "项目是否完成：是、否；政策按区间计分时使用", optional=True),
        ),
    ),
    CellFunction(calls.JX_GRADE, "由总分得出等级：优、良、中、差", (Argument("total", "总分"), _POLICY)),
    CellFunction(
        calls.JX_CHECK,
        "校验一行指标：没有问题时为“通过”，否则说明问题和处理办法",
        (
            _TARGET,
            _ACTUAL,
            _POINTS,
            Argument("score", "表中的得分", optional=True),
            Argument("reason", "偏差原因分析及改进措施", optional=True),
            _INDICATOR,
            _POLICY,
            _YEAR,
        ),
    ),
    CellFunction(
        calls.JX_EXPLAIN,
        "说明得分是怎样算出来的，附依据",
        (_TARGET, _ACTUAL, _POINTS, _INDICATOR, _POLICY, _YEAR),
    ),
    CellFunction(
        calls.JX_SATISFACTION,
        "由满意度问卷各选项的份数计算满意度，1表示100%；没有答卷时为空",
        (
            Argument("counts", "各选项的份数，从最满意到最不满意", area=True),
            Argument(
                "weights",
                "各选项的权重，与份数一一对应；省略时从1到0等距递减（假定）",
                optional=True,
                area=True,
            ),
        ),
    ),
    CellFunction(
        calls.JX_REVIEW,
        "汇总多名评委的评分，按评价政策取平均分；没有评分时为空",
        (Argument("scores", "各评委的评分，空白的不计", area=True), _POLICY),
    ),
    CellFunction(
        calls.JX_POLICY,
        "查询评价政策中的一个值及其依据",
        (Argument("key", "值的名称，如 预算执行率分值"), _POLICY),
    ),
    CellFunction(calls.JX_VERSION, "返回 jxbook 的版本号", ()),
)
