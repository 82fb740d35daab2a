"""偏差原因分析及改进措施 → the cause, the measure, and what says nothing."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.answers import is_vague, says_no_cause
from jxbook.prose.clauses import clauses
from jxbook.prose.words import BEGINNINGS

_NOTHING = frozenset({"", "无", "—", "-", "/", "暂无", "不适用"})
_BEGINS = pattern(rf"(?:已(?!经)|{'|'.join(BEGINNINGS)}|(?:现|目前)已)")
_DUE = pattern(r"(?<!未)(?<!未在)20\d\d年.{0,8}(?:底前|月前|季度前|前|内|季度)(?!.*未)")
_NEXT = pattern(r"20\d\d年(?!.*(?:未|才|仅|只|始|因|[为共]))")
_DONE = pattern(r"(?:任务|工作|项目|培训|活动)?已(?:全部)?完成")
_LABEL = pattern(
    r"\A(?:(?:偏差)?原因(?:分析)?|(?:改进|整改)?措施|(?:下一?步|今后)(?:工作)?(?:打算|计划|措施|安排))[:：]"
)
_AS_ABOVE = frozenset({"同上", "同上一项", "同前", "同前项", "原因同上", "见上", "见上项"})
_LEAD = pattern(r"\A(?:(?:主要)?是?(?:由于|因为)|主要原因是|原因是|原因为)")
_NUMBER = pattern(
    r"\A(?:[①-⑳]|[（(](?:\d{1,2}|[一二三四五六七八九十])[）)]|\d{1,2}(?:[、．]|\.(?!\d))|[一二三四五六七八九]是)"
)
_BECAUSE = pattern(r"因(?![此而素公病故地人数子果缘灾伤事])")
_DATE = pattern(r"\d{4}年|\d{1,2}月|季度|年底")
_LACK = pattern(r"未|没有|缺|不[足够全健完]")
_WHEN = pattern(
    r"20\d\d年(?:\d{1,2}月|[一二三四上下]?季度|[上下]半年)?(?:底|末|中旬|[上下]旬)?(?:之?前)?(?:全部|再)?"
)
_FINISHED, _SHORTEST, _FEWEST = ("完成", "出台", "印发", "建成"), 6, 4
_STEPS = ("征地", "拆迁", "征收", "审批", "手续", "招标", "合同", "协议", "用地", "资金")
_WORKS = ("完工", "竣工", "建成", "通车", "投用", "投入使用")
"""What has to be settled before works, and how works end."""
_NOT = pattern(r"(?:尚|仍|还)?未.*\Z")


@dataclass(frozen=True, slots=True)
class Reason:
    """What a cell says: `causes` and `measures` are its clauses in order, `vague` those that say nothing: what
    names neither a cause nor a step, and what stands for a cause and is none."""

    causes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()

    @property
    def cause(self) -> str:
        """The causes in one sentence without its full stop."""
        return "，".join(self.causes)

    @property
    def measure(self) -> str:
        """The measures in one sentence without its full stop, with their subject where the causes name it.

        运营补贴办法已印发，星级评定细则未印发，计划…出台 → 星级评定细则计划…出台.
        """
        text = "，".join(self.measures)
        subject = next((one for one in reversed(self.causes) if "未" in one), "")
        last = bool(subject) and subject == self.causes[-1]
        if subject and text and (text.startswith("计划") or _is_when(self.measures[0], subject, last)):
            text = f"{_NOT.sub('', subject)}{text}"
        return text

    @property
    def taken(self) -> tuple[str, ...]:
        """The measures that lie behind: 已按程序变更."""
        return tuple(one for one in self.measures if one.startswith("已"))

    @property
    def ahead(self) -> tuple[str, ...]:
        """The measures that are still to be taken."""
        return tuple(one for one in self.measures if not one.startswith("已"))

    @property
    def short(self) -> str:
        """The first cause; where it only leads up to the next, 5个小区因意见征集未通过，开工推迟, without its 因."""
        first = self.causes[0] if self.causes else ""
        cut = _BECAUSE.sub("", first, count=1) if len(self.causes) > 1 and "原因" not in first else first
        return cut if len(cut) >= _FEWEST else first

    @property
    def undone(self) -> str:
        """The cause that says what was not done, else all of them."""
        return next((one for one in self.causes if _LACK.search(one)), self.cause)

    @property
    def dated(self) -> bool:
        """Does the measure say until when?"""
        return dated(self.measure)

    @property
    def due(self) -> str:
        """The clause of what is still to be done that says until when; "" where none does."""
        return next((one for one in reversed(self.ahead) if dated(one)), "")


def points_above(text: str) -> bool:
    """Is a reason that of the row above: 同上?"""
    return text.strip().rstrip("。") in _AS_ABOVE


def _is_when(measure: str, undone: str, last: bool) -> bool:
    """Does a measure only say when what was not done will be: 2025年6月底前接入 of 系统未接入数据? By its very word, where
    that is not the `last` cause."""
    when = _WHEN.match(measure)
    verb = measure[when.end() :] if when else ""
    at = undone.rindex("未")
    missing = undone[at:]
    if undone[:at].endswith("期"):
        return False  # 证书到期未换证: what stands before is more than a subject
    if undone[:at].endswith(_STEPS) and verb in _WORKS:
        return False  # 征地未完成，5月底前完工: it is the works that are done then
    if not last:
        return 0 < len(verb) <= _SHORTEST and verb[-2:] in missing
    return 0 < len(verb) <= _SHORTEST and (verb.endswith(_FINISHED) or any(one in missing for one in verb))


def dated(text: str) -> bool:
    """Does a measure say until when?"""
    return bool(_DATE.search(text))


def split_reason(text: str) -> Reason:
    """Split a reason. The first clause is always a cause, unless a label before it says 措施."""
    causes: list[str] = []
    measures: list[str] = []
    vague: list[str] = []
    inside, before = False, ""
    for at, clause in enumerate(clauses(text)):
        label = _LABEL.match(clause.text)
        if label:
            inside = "原因" not in label[0]
        said = _NUMBER.sub("", clause.text[label.end() :] if label else clause.text)
        inside = inside or (
            at > 0
            and bool(
                _BEGINS.match(said)
                or _DUE.search(said)
                or ((before in "。；" or (causes and "未" in causes[-1])) and _NEXT.match(said))
            )
        )
        before = clause.mark
        if said in _NOTHING:
            continue
        if (is_vague(said) or _DONE.fullmatch(said)) if inside else says_no_cause(said):
            vague.append(said)
        else:
            (measures if inside else causes).append(said if inside else _bare(said))
    return Reason(tuple(causes), tuple(measures), tuple(vague))


def _bare(clause: str) -> str:
    """A cause without 由于, which the sentence around it says anew."""
    return _LEAD.sub("", clause) or clause
