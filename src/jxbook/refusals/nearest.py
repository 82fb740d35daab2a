"""Which of the known words somebody meant who wrote another one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is spelt most like `word`; "" where none is close."""
    from difflib import get_close_matches  # only after a mistake: it is slow to load

    return next(iter(get_close_matches(word[:64].lower(), list(known), n=1, cutoff=0.6)), "")


def perhaps(word: str, known: Iterable[str]) -> str:
    """What a message says of it, ready to stand before the list of the known ones: 最接近的是“score”；"""
    found = nearest(word, known)
    return f"最接近的是“{found}”；" if found else ""


def asked_back(word: str, known: Iterable[str]) -> str:
    """What a message says of it right behind the word: （是不是 score？）."""
    found = nearest(word, known)
    return f"（是不是 {found}？）" if found else ""
