"""What is written where a cause is asked for, and whether it is one."""

from __future__ import annotations

import pytest

from jxbook.prose import answers, says_no_cause, split_reason


@pytest.mark.parametrize(
    "clause",
    [
        *"任务已完成 项目已完成 已完成 工作已全部完成 项目已按期完成 工程已竣工 已验收合格 项目顺利实施 资金已全部支付".split(),
        *"按合同支付 按合同约定支付 已按合同付款 按进度拨付 资金按实际需要支出 据实结算 按实际支出 严格按照规定使用 专款专用 按照合同进度付款".split(),
        *"未完成 未完成年度目标 没有达到指标值 未达标 资金未支出 资金未使用完 资金结余 形成结余 存在偏差 有少量结余 执行率较低 完成率低 无偏差".split(),
        *"结余19.02万元 资金结余3万元 为结余资金 属结余资金 项目资金剩余2,000元 管理不到位 偏差-8%".split(),
    ],
)
def test_what_is_no_cause(clause: str) -> None:
    assert says_no_cause(clause)


@pytest.mark.parametrize(
    "clause",
    [
        *"尾款按合同2025年支付 工程质量保证金 中标价低于预算 招标节约3万元 参训人数少于计划 因验收推迟未支付 3个站点未开工".split(),
        *"二期工程未完成招标 设备未到货 1名人员离职 已完成招标的2个标段未开工 雨季停工 结算审减6万元 供应商未开具发票 管线迁改未完成".split(),
        *"按实际参训人数结算 标准由300元降至260元 项目取消 资金12月下达 按审计结论核减 采购节约".split(),
    ],
)
def test_what_is_one(clause: str) -> None:
    assert not says_no_cause(clause)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("任务已完成，按合同支付。", False),
        ("任务已完成，参训人数少于计划。", True),
        ("", False),
    ],
)
def test_a_text_answers_if_one_of_its_clauses_does(text: str, said: bool) -> None:
    assert answers(text) is said


def test_what_is_no_cause_may_be_a_step_that_was_taken() -> None:
    """现已完成 tells of a late thing that it has been done; as the only answer it says nothing."""
    reason = split_reason("流标两次，现已完成")
    assert (reason.cause, reason.measure, reason.vague) == ("流标两次", "现已完成", ())
    assert split_reason("项目已完成，按合同支付").vague == ("项目已完成", "按合同支付")
