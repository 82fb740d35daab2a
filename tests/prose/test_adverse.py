"""Clauses that admit something, and those that only hold the words for it."""

from __future__ import annotations

import pytest

from jxbook.prose import adverse, befell, settles
from jxbook.prose.adverse import still_to_do


@pytest.mark.parametrize(
    "clause",
    "其中1座小桥推迟通车 另有3个未开工 星级评定细则尚未出台 2台设备未到货 3名对象重复享受补贴 平台12月宕机2次 1名对象不符合条件 第二期验收未通过 "
    "设备闲置5台 部分点位信号中断 首次招标流标 参训人员积极性不高 系统与省平台未对接 发生安全事故1起 补贴错发2人 个别台账未及时登记 "
    "其余184户完成评估尚未改造 进度滞后 村级管护力量不足 2处井盖损坏 2处破损未修复 实施办法未出台 培训计划未完成 名册未按月核对 1名工人受伤".split(),
)
def test_what_is_adverse(clause: str) -> None:
    assert adverse(clause)


@pytest.mark.parametrize(
    "clause",
    "未发生安全事故 全年零投诉 解决了路面破损问题 避免二次开挖 发现并整改问题11处 安全事故起数下降 制定应急预案 216户改造后无返工 "
    "完成改造486户 缩短停工时间 对逾期的单位发出通知 未成年人参加活动 盘活闲置房屋2处 故障率低于1% 项目未调整预算 如期完成 抢修故障设备 "
    "减少事故2起 建立追回制度 开展违规排查 安全事故为零 事故发生率0 确保不发生事故 及时处理故障26起 更换破损井盖30个 为农民工追回工资230万元 查处违规行为12起 利用闲置农房5处 资金不足部分由镇自筹 受伤人员救助32人 克服人员不足等困难 覆盖面不断扩大 应急处置突发故障3次 接到设施损坏报修27起".split(),
)
def test_what_is_not(clause: str) -> None:
    assert not adverse(clause)


@pytest.mark.parametrize(
    ("clause", "right"),
    [
        ("已追回0.9万元", True),
        ("均已整改到位", True),
        ("现已恢复", True),
        ("计划6月追回", False),
        ("影响2户", False),
    ],
)
def test_what_was_put_right(clause: str, right: bool) -> None:
    assert settles(clause) is right


@pytest.mark.parametrize(
    ("clause", "what", "happened"),
    [
        ("1座小桥推迟通车", "1座小桥", "推迟通车"),
        ("星级评定细则尚未出台", "星级评定细则", "尚未出台"),
        ("3号线发生故障2次", "3号线", "故障2次"),
        ("全部完成", "", "全部完成"),
    ],
)
def test_what_it_befell_and_what_happened(clause: str, what: str, happened: str) -> None:
    assert befell(clause) == (what, happened)


@pytest.mark.parametrize(
    ("clause", "left"),
    [
        ("1座小桥推迟通车", "推动1座小桥尽快通车"),
        ("星级评定细则尚未出台", "推动星级评定细则尽快出台"),
        ("3处未按期完工", "推动3处尽快完工"),
        ("第二期尚未完成验收", "推动第二期尽快完成验收"),
        ("3号线发生故障2次", ""),
        ("推迟通车", ""),  # of what?
    ],
)
def test_what_is_still_to_be_done_is_said_in_its_own_terms(clause: str, left: str) -> None:
    assert still_to_do(clause) == left
