"""A user's text as an official paper prints it: not a word is changed, only how digits, marks and items are written."""

from __future__ import annotations

import pytest

from jxbook.prose import as_printed

WRITTEN = [
    ("完成１２场,覆盖３个社区", "完成12场，覆盖3个社区"),
    ("惠及１，２００户,(含２户困难户)", "惠及1,200户，（含2户困难户）"),
    ("满意度９８．５％", "满意度98.5%"),
    ("1、改造道路 2、安装路灯", "1.改造道路；2.安装路灯"),
    ("1、改造道路。2、安装路灯。", "1.改造道路。2.安装路灯。"),
    ("(1)改造道路;(2)安装路灯", "（1）改造道路；（2）安装路灯"),
    ("1．改造道路", "1.改造道路"),
    ("1．改造道路 2．安装路灯", "1.改造道路；2.安装路灯"),
    ("为什么?因为缺人!", "为什么？因为缺人！"),
    ("惠及1200户(含困难户2户(低保))", "惠及1200户（含困难户2户（低保））"),
    ("每人(次)(含税)补助", "每人（次）（含税）补助"),
    ("单价120元／人，工期３－５月", "单价120元/人，工期3-5月"),
    ("城南－城北线", "城南—城北线"),
    ("Ａ－１标段", "A-1标段"),
    ('"三公"经费下降', "“三公”经费下降"),
    ("三公经费控制率", "“三公”经费控制率"),
    ('开展"送戏下乡"活动', "开展“送戏下乡”活动"),
    ("网址https://a.gov.cn/b,c,邮箱a.b@c.cn,请联系", "网址https://a.gov.cn/b,c，邮箱a.b@c.cn，请联系"),
]
AS_IT_STANDS = [
    "",
    "完成12场，覆盖3个社区。",
    "上午10:30开会，比例1:3",
    "支出1,200.50元",
    "见 https://example.gov.cn/a,b?c=1 的公告",
    "改造3、5、7号楼",
    "见http://a.gov.cn/公告?id=1,2(3)的附件",
    "编号ZC2024(1)号、GB/T 9704-2012",
    "“三公”经费、《三公经费管理办法》",
    '6"水管2根',
    "第 3、四标段",
    "附件 1、附件 2、附件 3",
    "见附件 2.项目清单",
    "版本 2.x系列",
    "完成。3、四号楼未完",
    "工期：3、五天",
    "1、五号楼未完",
]


@pytest.mark.parametrize(("typed", "printed"), WRITTEN)
def test_a_text_typed_in_any_style_is_printed_in_one(typed: str, printed: str) -> None:
    assert as_printed(typed) == printed


@pytest.mark.parametrize("text", AS_IT_STANDS)
def test_what_is_right_stays(text: str) -> None:
    assert as_printed(text) == text


@pytest.mark.parametrize("typed", [typed for typed, _ in WRITTEN])
def test_printing_twice_changes_nothing_more(typed: str) -> None:
    once = as_printed(typed)
    assert as_printed(once) == once
