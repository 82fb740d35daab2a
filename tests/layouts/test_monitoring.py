"""A 绩效运行监控表 of the middle of the year is read as what it is: no self-evaluation."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import drawn

from jxbook.assess import assess, assess_all
from jxbook.cli import main
from jxbook.finding import Refusal

HEAD = [
    ["项目支出绩效运行监控表（2024年度）"],
    ["项目名称", "河道保洁", "实施单位", "某所"],
    ["", "年初预算数", "1-7月执行数", "执行率"],
    ["年度资金总额", "50", "30", "60%"],
]
ROWS = [
    ["产出指标", "数量指标", "保洁河段", "≥20段", "12段", "20段", "确定能", ""],
    ["效益指标", "社会效益指标", "水质改善", "明显改善", "正在改善", "明显改善", "有可能", "雨季"],
]
HEADINGS = {
    "possible": [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "1-7月执行情况",
        "全年预计完成情况",
        "完成目标可能性",
        "备注",
    ],
    "actual": [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "全年预计完成值",
        "完成目标可能性",
        "备注",
    ],
}


def padded(rows):
    return [row + [""] * (8 - len(row)) for row in rows]


@pytest.fixture(params=HEADINGS)
def monitored(request):
    return padded([*HEAD, HEADINGS[request.param], *ROWS])


@pytest.mark.parametrize("command", ["score", "check", "report", "import", "new"])
def test_no_command_takes_it_for_a_self_evaluation(monitored, command, tmp_path, capsys):
    path = drawn.write_xlsx(tmp_path / "监控.xlsx", monitored)
    output = ["-o", str(tmp_path / ("出.docx" if command == "report" else "出.xlsx"))]
    more = output if command in ("report", "import", "new") else []
    options = ["--like", str(path)] if command == "new" else [str(path)]
    assert main([command, *options, *more]) == 2
    assert "运行监控表" in capsys.readouterr().err
    assert not Path(more[-1] if more else tmp_path / "x").exists()


def test_its_heading_is_pointed_at(monitored, tmp_path):
    with pytest.raises(Refusal, match="JX937") as refused:
        assess(drawn.write_xlsx(tmp_path / "监控.xlsx", monitored))
    assert refused.value.finding.place.endswith("Sheet!F5")


def test_beside_a_self_evaluation_it_is_passed_over(monitored, tmp_path):
    _, form = drawn.read("m01_weight_as_heading")
    path = drawn.write_xlsx(tmp_path / "两张.xlsx", monitored, form, titles=("监控", "自评"))
    assert [name for name, _ in assess_all(path)] == ["自评"]
