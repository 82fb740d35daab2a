"""Problems and advice that were generated and those of staff's own passage as one list: 一是… to the last."""

from __future__ import annotations

from itertools import chain

from jxbook.document.marks import bare, veiled
from jxbook.facts.everything import Facts
from jxbook.facts.problems import Problem
from jxbook.facts.words import numbered, to_settle, unstopped
from jxbook.pattern import pattern
from jxbook.prose import figures, names, sentences
from jxbook.scoring import half_up
from jxbook.values import plain

_LISTED = ("问题", "建议")
_ITEM = pattern(
    r"(?:\A|(?<=[：:；;。\n\u2028]))[ \t]{0,4}(?:\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}[是、]|[（(]\ue00f*(?:\d{1,2}|[一二三四五六七八九十])\ue00f*[）)]|[①-⑳])"
)
_BREAK = pattern(r"[\n\u2028]")
"""Between two lines of what an outline has made."""
_NUMBER = pattern(r"\A[一二三四五六七八九十]{1,3}是")
_SHORT_OF = pattern(r"(?:少|差|欠|缺|未完成)[^，。；0-9]{0,6}\Z")
"""Before how much less was done."""
_RATE = "执行率"
_OF_MONEY = pattern(r"执行率|支出进度|资金(?:支付|支出)")
_LEAD, _SENTENCES, _QUOTED = 24, 2, 30
"""Characters of a lead, 项目存在的主要问题是：, that goes; sentences of a text without numbers that is one item, and
characters of an item that a marker quotes."""


def in_one_list(section: str, made: str, written: list[str], facts: Facts) -> list[str] | None:
    """The paragraphs of one list; None where the section is none, or staff's text is more than items.

    An item that names the indicator of a generated one, or speaks of the same money, stands with it; the others follow.
    """
    if not any(word in section for word in _LISTED) or not made.strip():
        return None
    found = [_items(text) for text in written if text.strip()]
    if not found or not all(found):
        return None
    lines = [line for line in _BREAK.split(made) if line.strip()]
    leads = sum(1 for line in lines[:1] if bare(line).endswith("以下建议。"))
    head, items = lines[:leads], [_NUMBER.sub("", line) for line in lines[leads:]]
    for text in chain.from_iterable(found):
        at = next(
            (at for at, one in enumerate(facts.problems) if at < len(items) and _is_of(one, text)), None
        )
        if at is None:
            items.append(f"{text.removeprefix('建议')}。")  # 提出以下建议 stands above
        else:
            items[at] = f"{items[at].rstrip('。')}。{text}{_against(facts.problems[at], text, facts)}。"
    return [*head, *numbered(items)]


def _items(text: str) -> list[str]:
    """The items of a text without their numbers; [] where it is more than a list, or than a sentence or two."""
    found = list(_ITEM.finditer(veiled(text)))
    if not found:
        short = not _BREAK.search(text.strip()) and len(sentences(bare(text))) <= _SENTENCES
        return [unstopped(text)] if short and text.strip() else []
    lead = bare(text[: found[0].start()]).strip()
    if lead and not (len(lead) <= _LEAD and lead.endswith(("：", ":"))):
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [unstopped(text[one.end() : end]) for one, end in zip(found, ends, strict=True)]


def _is_of(one: Problem, text: str) -> bool:
    """Is it about the same: does it name an indicator of the problem, or speak of its money?"""
    said = bare(text)
    if any(names(said, bare(row.name)) for row in one.rows):
        return True
    return (one.about_money or one.over is not None) and bool(_OF_MONEY.search(said))


def _against(one: Problem, text: str, facts: Facts) -> str:
    """A marker where staff tell the same matter with a number that is not the form's: 少300人, where it is 285."""
    said = bare(text)
    found = [each for each in figures(said) if each.exact]
    for row in one.rows:
        short = [
            each for each in found if each.unit == row.unit != "" and _SHORT_OF.search(said[: each.start])
        ]
        if row.gap is not None and any(each.number != abs(row.gap.number) for each in short):
            gap = f"{plain(abs(row.gap.number))}{row.unit}"
            return _to_settle(f"{bare(row.name)}的差额自评表为{gap}", said, row.reason_where)
    rate, places = facts.funds.rate, facts.funds.places
    if one.about_money and rate is not None and _RATE in said:
        own = half_up(rate.number * 100, places)
        shares = [each.number for each in found if each.unit == "%"]
        if shares and own not in shares:
            return _to_settle(f"预算执行率自评表为{bare(rate.as_rate(places))}", said, "")
    return ""


def _to_settle(stated: str, said: str, where: str) -> str:
    return to_settle(f"{stated}，此处写“{said[:_QUOTED]}”，核定后改为一致", where)
