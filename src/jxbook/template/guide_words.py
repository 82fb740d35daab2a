"""What 填报说明 says of filling in the form: it depends on what the form asks for and on who gives the points."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.policy import Policy
from jxbook.scoring import UNFINISHED
from jxbook.template.layout import Layout
from jxbook.workbook import names

GuideLine = tuple[str, str]

_ORDINALS = "一二三四五六七八九"


def steps(policy: Policy, layout: Layout) -> tuple[GuideLine, ...]:
    """How to fill in the workbook, step by step."""
    texts = _steps(policy, layout)
    return tuple((f"第{ordinal}步", text) for ordinal, text in zip(_ORDINALS, texts, strict=False))


def _steps(policy: Policy, layout: Layout) -> Iterator[str]:
    source, columns = policy.word("scoring.source"), layout.columns
    sheets = policy.values("layout.sheets")
    yield f"在“{names.FACTS}”填写评价年度等项目信息{'，包括第三方评价的得分和等级' if source == 'total' else ''}。"
    several = (
        f"有多个年度目标的逐行填写，在指标表中分别列在“目标1”至“目标{layout.goals}”之下；"
        if layout.goals > 1
        else ""
    )
    yield (
        f"在“{names.FORM}”上半部分填写项目名称、单位、项目资金和年度总体目标。{several}金额只填数字，"
        f"单位为{policy.word('layout.money_unit')}。"
    )
    asked = ("name", "nature", "target", "unit", "actual", "points")
    headings = [columns.headings[field] for field in asked if field in columns]
    points = "分值为预填的参考值，按本项目情况调整；" if "points" in columns and source == "computed" else ""
    none = "不适用的指标填“无”。" if "target" in columns else ""
    yield f"逐行填写{_listed(headings)}。{points}{none}点选单元格时会显示填写提示。"
    if names.KEY_POINTS in sheets:
        yield f"在“{names.KEY_POINTS}”逐条选择是否符合，相应指标的指标值和完成值由此得出，不需填写。"
    if names.REVIEWS in sheets:
        yield f"有评委评分的，填在“{names.REVIEWS}”，该项指标的得分取评委评分；没有的留空。"
    if source == "rows":
        yield f"填写各项指标的得分，{'不超过分值；' if 'points' in columns else ''}总分自动合计。"
    elif source == "computed":
        yield "查看得分和“本行校验”。" + _reasons(layout)
    elif "target" in columns:
        yield "查看“本行校验”。" + _reasons(layout)
    if layout.boxes:
        yield f"填写表末的{_listed([label for label, _ in layout.boxes])}。有字数限制的，点选时会提示。"
    yield f"在“{names.PASSAGES}”补充报告中需要由本单位说明的内容，可以留空。"
    settled = "总分无误后" if layout.scored else ""
    yield f"校验并改正问题（见“{names.FINDINGS}”），{settled}打印自评表、生成报告。"


def _reasons(layout: Layout) -> str:
    heading = layout.columns.headings.get("reason")
    if heading is None:
        return ""
    short = "或得分低于分值" if "earned" in layout.columns else ""
    return f"未完成指标值{short}的，在“{heading}”写明具体原因和措施。"


def colours(layout: Layout) -> tuple[tuple[str, str, str], ...]:
    """Style trait, name and meaning of every colour."""
    meanings = (
        ("input", "浅黄色", "由填报人填写。"),
        ("computed", "浅蓝色", "由公式计算，不需填写。"),
        ("", "白色", "固定文字。一级、二级指标的名称和增减行可按实际调整，其余已锁定（不设密码）。"),
        ("flagged", "红色", f"校验发现问题，原因和处理办法见“{names.FINDINGS}”。"),
    )
    return (*meanings, ("waiting", "橙黄色", "总分尚不能得出。")) if layout.scored else meanings


def questions(policy: Policy, layout: Layout) -> tuple[GuideLine, ...]:
    """What people ask about the form."""
    source = policy.word("scoring.source")
    known: list[GuideLine] = []
    if source == "computed":
        known.append(
            (
                "得分",
                "按评价政策，由年度指标值、实际完成值和分值计算。三项未填齐时为空；指标值填“无”的行显示“—”，不计分。",
            )
        )
    if layout.scored:
        missing = "“基本信息”中还没有填写第三方评价得分"
        if source != "total":
            execution = "，或执行率还没有得分" if "points" in layout.funding else ""
            missing = f"有已填写的指标行还没有得分{execution}"
        known.append(
            (
                f"总分“{UNFINISHED}”",
                f"{missing}。补齐后自动显示总分{'' if source == 'total' else '，不会以部分得分充当总分'}。",
            )
        )
    dragged = [
        name
        for name, there in (("得分", source == "computed"), ("本行校验", "target" in layout.columns))
        if there
    ]
    copied = (
        f"，再把上一行的{'和'.join(f'“{name}”' for name in dragged)}单元格向下拖动填充" if dragged else ""
    )
    above = "不要紧靠“总分”上方插入。" if layout.scored else ""
    known.append(
        (
            "增加一行指标",
            f"选中某一指标行的行号，右键“插入”{copied}。{above}多余的行可以留空，也可以整行删除。",
        )
    )
    if source == "computed":
        known.append(("填写后不再变化", "得分公式可能被覆盖。把相邻行的“得分”单元格拖动填充过来即可恢复。"))
    return tuple(known)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{'、'.join(words[:-1])}和{words[-1]}"
