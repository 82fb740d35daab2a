"""The words around a value: the sign before or after it, verbs, and a name in front of a percentage."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.values.kinds import Sign

PREFIXES: tuple[tuple[str, Sign], ...] = (
    ("大于或等于", Sign.AT_LEAST),
    ("小于或等于", Sign.AT_MOST),
    ("大于等于", Sign.AT_LEAST),
    ("小于等于", Sign.AT_MOST),
    ("不少于", Sign.AT_LEAST),
    ("不低于", Sign.AT_LEAST),
    ("不小于", Sign.AT_LEAST),
    ("不超过", Sign.AT_MOST),
    ("不高于", Sign.AT_MOST),
    ("不多于", Sign.AT_MOST),
    ("不得超过", Sign.AT_MOST),
    ("不得高于", Sign.AT_MOST),
    ("不得低于", Sign.AT_LEAST),
    ("不得少于", Sign.AT_LEAST),
    ("不大于", Sign.AT_MOST),
    ("不晚于", Sign.AT_MOST),
    ("不迟于", Sign.AT_MOST),
    ("至少", Sign.AT_LEAST),
    ("达到", Sign.AT_LEAST),
    ("至多", Sign.AT_MOST),
    ("最多", Sign.AT_MOST),
    ("最低", Sign.AT_LEAST),
    ("最少", Sign.AT_LEAST),
    ("最高", Sign.AT_MOST),
    ("不足", Sign.LESS),
    ("不到", Sign.LESS),
    ("未超过", Sign.AT_MOST),
    ("未达到", Sign.LESS),
    ("控制在", Sign.AT_MOST),
    ("超过", Sign.MORE),
    ("大于", Sign.MORE),
    ("高于", Sign.MORE),
    ("多于", Sign.MORE),
    ("小于", Sign.LESS),
    ("低于", Sign.LESS),
    ("少于", Sign.LESS),
    ("等于", Sign.EQUAL),
    ("≥", Sign.AT_LEAST),
    ("≤", Sign.AT_MOST),
    (">", Sign.MORE),
    ("<", Sign.LESS),
    ("=", Sign.EQUAL),
)
"""What signs a value, written before it."""
SUFFIXES: tuple[tuple[str, Sign], ...] = (
    ("及以上", Sign.AT_LEAST),
    ("或以上", Sign.AT_LEAST),
    ("以上", Sign.AT_LEAST),
    ("+", Sign.AT_LEAST),
    ("及以下", Sign.AT_MOST),
    ("或以下", Sign.AT_MOST),
    ("以下", Sign.AT_MOST),
    ("以内", Sign.AT_MOST),
    ("之内", Sign.AT_MOST),
    ("之前", Sign.AT_MOST),
    ("以前", Sign.AT_MOST),
    ("前", Sign.AT_MOST),
    ("内", Sign.AT_MOST),
    ("左右", Sign.EQUAL),
)
"""What signs a value, written behind it."""
_BEYOND = (("突破", Sign.MORE), ("超", Sign.MORE))
"""What signs an actual, and is part of other words: 超额, 超期."""
_SIGNS_BEFORE = (*PREFIXES, *_BEYOND)
_PREFIX_WORDS = tuple(word for word, _ in _SIGNS_BEFORE)
_SUFFIX_WORDS = tuple(word for word, _ in SUFFIXES)
_UPWARD = (Sign.AT_LEAST, Sign.MORE)
VERBS = "完成|达成|达标|实现|完工|竣工|结束|到位|验收|合格"
"""What may follow a value: "12月底前完成"."""
_VERB_WORDS = tuple(VERBS.split("|"))
_VERB = pattern(rf"(?<=.)(?:(?:已|均|全部|全面|按时){{0,4}}(?:{VERBS})){{1,8}}\Z")
_ASIDE = pattern(r"([^,;()]{0,12}\d[^,;()]{1,12})[,;]([\u4e00-\u9fff][^()]{1,40})\Z")
_NAME = pattern(r"[^\d≥≤><=~()]{1,12}[率度](?:达到?|[:为是])?(?=[≥≤><=]?\d[\d.]*%)")


def with_aside(folded: str) -> str:
    """What is said behind a value as the remark that it is: "180人次,完成率90%" → "180人次(完成率90%)"."""
    match = _ASIDE.match(folded) if "," in folded or ";" in folded else None
    return f"{match[1]}({match[2]})" if match else folded


def without_name(folded: str) -> str:
    """Drop the indicator's name where it was repeated before a percentage: "合格率100%" → "100%"."""
    match = _NAME.match(folded) if "率" in folded or "度" in folded else None
    return folded[match.end() :] if match else folded


def signed_before(name: str) -> tuple[Sign | None, str]:
    """Take the sign off what stands before a word: "≥同比" and "同比≥" → (≥, "同比")."""
    for word, meaning in PREFIXES:
        if name.startswith(word):
            return meaning, name.removeprefix(word)
        if name.endswith(word):
            return meaning, name.removesuffix(word)
    return None, name


def without_verb(folded: str) -> str:
    """年内完成 → 年内."""
    return _VERB.sub("", folded)


def split_sign(folded: str) -> tuple[Sign | None, str, tuple[str, ...]]:
    """Take the sign, a word or a symbol, off a folded text: "98%以上" → (≥, "98%", no doubts).

    A verb that follows the value goes with it: "12月底前完成" → (≤, "12月底", no doubts).
    """
    sign: Sign | None = None
    if folded.startswith(_PREFIX_WORDS):
        for word, meaning in _SIGNS_BEFORE:
            if folded.startswith(word) and len(folded) > len(word):
                sign, folded = meaning, folded[len(word) :]
                break
    doubts: tuple[str, ...] = ()
    while True:
        if folded.endswith(_VERB_WORDS):
            folded = _VERB.sub("", folded)
        if not folded.endswith(_SUFFIX_WORDS):
            return sign, folded, doubts
        found = next((s for s in SUFFIXES if folded.endswith(s[0]) and len(folded) > len(s[0])), None)
        if found is None:
            return sign, folded, doubts
        word, meaning = found
        folded = folded.removesuffix(word)
        if word == "左右":
            doubts = ("“左右”没有确定的界限，按等于处理",)
        if sign in (None, Sign.EQUAL):
            sign = meaning
        elif meaning is not Sign.EQUAL and (sign in _UPWARD) != (meaning in _UPWARD):
            doubts = (f"前面是“{sign}”，后面又写“{word}”，按“{sign}”理解",)
