"""Files spoilt by chance: bytes turned over, values made absurd, pieces lost, doubled or in each other's place."""

from __future__ import annotations

import random
import re

from drawn_files import parts_of, zipped

ABSURD = [
    "", "0", "-1", "1048577", "4294967296", "99999999999999999999", "1E308", "1E-320", "-1E400", "NaN", "A0", "XFE1",
    "ZZZZ99999999", "$A$1:$XFD$1048576", "rId999", "../../../../etc/passwd", "/dev/zero", "http://a.invalid/x", "true",
    "=1+1", "#REF!", "#DIV/0!", "\u202e倒\u202c", "𠮷", "甲" * 40_000, "9" * 400, "%s%n{0}", "&amp;" * 50, "　", "一",
    "项目支出绩效自评表", "一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "总分", "全年执行数", "≥1个",
    "2024-13-45", "〇年", "45000", "12月", "100%", "1,2,3", "'", '"', "\\", "[", "]]", "{% if %}", "{{ a.b.c }}", "\x00",
]  # fmt: skip
"""What a value is exchanged for."""
_VALUE = re.compile(rb'"[^"<>]{0,200}"|>[^<>]{1,200}<|\d+(?:\.\d+)?')
_ELEMENT = re.compile(rb"<([\w:]+)[^<>]*(?:/>|>[^<>]*</\1>)|\n[^\n]+")


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The file with a few things wrong, inside one of its parts where it is a package."""
    if not data.startswith(b"PK") or chance.random() < 0.1:
        return _in_pieces(data, chance)
    parts = parts_of(data)
    name = chance.choice([*parts])
    turn = chance.random()
    if turn < 0.05:
        del parts[name]
    elif turn < 0.1:
        other = chance.choice([*parts])
        parts[name], parts[other] = parts[other], parts[name]
    else:
        parts[name] = _in_pieces(parts[name], chance)
    return zipped(parts)


def _in_pieces(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 5])):
        data = chance.choice(_WAYS)(data, chance) if data else data
    return data


def _turned_over(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.choice([0, 0x3C, 0x26, 0x22, chance.randrange(256)])
    return bytes(changed)


def _made_absurd(data: bytes, chance: random.Random) -> bytes:
    found = list(_VALUE.finditer(data))
    if not found:
        return _turned_over(data, chance)
    one = chance.choice(found)
    value, old = chance.choice(ABSURD).encode(), one.group()
    begun, ended = (old[:1], old[-1:]) if old[:1] in b'">' else (b"", b"")
    return data[: one.start()] + begun + value + ended + data[one.end() :]


def _without_a_piece(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted((_edge(data, chance), _edge(data, chance)))
    return data[:first] + data[second:]


def _with_a_piece_twice(data: bytes, chance: random.Random) -> bytes:
    found = list(_ELEMENT.finditer(data))
    if not found:
        return data + data[: chance.randrange(len(data))]
    one, to = chance.choice(found), chance.choice(found)
    return data[: to.end()] + one.group() * chance.choice([1, 1, 300]) + data[to.end() :]


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if chance.random() < 0.3 else data


def _edge(data: bytes, chance: random.Random) -> int:
    """A place between two elements or lines, near where a die fell."""
    at = chance.randrange(len(data))
    return max(data.find(b"<", at), at) if b"<" in data else max(data.find(b"\n", at), at)


_WAYS = (_turned_over, _made_absurd, _made_absurd, _without_a_piece, _with_a_piece_twice, _cut_off)
