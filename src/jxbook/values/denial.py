"""A thing to be done, and the word that it was not: 完成 and 未完成, 达标 and 未达标."""

from __future__ import annotations

from jxbook.pattern import pattern

_HOW = r"(?P<how>(?:已|均|都|全部|全面|按时|按期|按计划|如期|及时|顺利|成功)*)"
_DONE = pattern(
    _HOW
    + r"(?:完成|通过|公开|公示|建成|建立|实现|达成|达到|交付|投入使用|启用|上线|发放|拨付|落实|到位|验收|签订|备案|竣工|完工|开工|"
    r"及时|规范|合规|齐全|健全|完整|准确|达标|合格|通过验收|验收通过|验收合格|审核通过|评审通过|符合要求|上线运行|正常运行|达到.{0,6}(?:标准|要求)|有)(?:验收|审核|评审|到位|使用)?\Z"
)
_NOT = pattern(r"(?:尚|还|暂){0,3}(?:未能|未|没有|没|不|无)")
_PARTLY = pattern("全部|全面|均|都|完全|部分")
_ALREADY = pattern(r"(?:均|都|全部)?已?(?:经)?")
_WHETHER = "是否"
_LONGEST = 12
_NAYS = {"合格": "不合格", "是": "否", "有": "无"}


def denies(said: str, wanted: str) -> bool:
    """Does an answer say that what was wanted is not so? Only of what is done or not, and nothing between."""
    done = _DONE.match(wanted) if len(wanted) <= _LONGEST else None
    if done is None or len(said) > 2 * _LONGEST:
        return False
    rest = _NOT.sub("", said, count=1)
    if rest == said or _PARTLY.search(said):
        return (said, wanted) == ("无", "有")
    return rest in (wanted, wanted[done.end("how") :]) or (said, wanted) == ("无", "有")


def answers(said: str, name: str) -> bool | None:
    """What 已通过 and 未通过 answer to 是否通过验收; None where they answer nothing that was asked."""
    asked = name.rpartition(_WHETHER)[2] if _WHETHER in name else ""
    for no, rest in ((True, _NOT.sub("", said, count=1)), (False, _ALREADY.sub("", said, count=1))):
        if len(rest) > 1 and asked.startswith(rest) and (not no or rest != said):
            return not no
    return None


def yes_and_no(wanted: str) -> tuple[str, str]:
    """The two answers that such a target has: 达标 and 未达标, and 是 and 否 where they are not told."""
    if wanted in _NAYS:
        return wanted, _NAYS[wanted]
    if wanted == "否" or not _DONE.match(wanted):
        return "是", "否"
    if wanted.endswith("通过") and wanted != "通过":
        return wanted, f"{wanted.removesuffix('通过')}未通过"
    if wanted.endswith("合格") and wanted != "合格":
        return wanted, f"{wanted.removesuffix('合格')}不合格"
    return wanted, f"未{wanted.removeprefix('已')}"
