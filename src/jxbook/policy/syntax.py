"""Why a policy file is no TOML, in the words of somebody who edits it with 记事本."""

from __future__ import annotations

import re
import tomllib

from jxbook.pattern import pattern
from jxbook.policy.fault import Fault

_AT = pattern(r"\(at line (\d+), column \d+\)")
_STRING = pattern(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_WIDE = {
    "“”„‟＂": ("中文引号", '请改成英文引号 "'),
    "‘’＇": ("中文单引号", '请改成英文引号 "'),
    "，、": ("中文逗号或顿号", "请改成英文逗号 ,"),
    "＝": ("全角等号", "请改成英文等号 ="),
    "：:": ("冒号", "名称和值之间请写英文等号 ="),
    "【】［］〔〕": ("中文方括号", "请改成英文方括号 [ ]"),
    "｛｝": ("全角花括号", "请改成英文花括号 { }"),
    "＃": ("全角井号", "请改成英文井号 #"),
    "。": ("中文句号", "请改成英文的点 ."),
    "\u3000": ("全角空格", "请改成英文空格，或删去"),
}
_KNOWN = (
    (r"Cannot declare .*|Cannot overwrite a value|Duplicate .*|Cannot mutate .*", "同一项或同一节写了两次", "请删去或合并其中一处"),
    (r"Unclosed array", "方括号没有配对", "请在上一个值的末尾补上 ]"),
    (r"Unclosed inline table", "花括号没有配对", "请补上 }，并检查各项之间有没有逗号"),
    (r"Expected '\]+' .*", "节的名称没有写完", "请写成 [名称]"),
    (r"Unescaped .*|Invalid hex.*", "文字里有反斜杠 \\", "请改成 /，或者写两个 \\\\"),
    (r"Invalid (?:initial|statement).*|Expected '=' .*", "这一行不是“名称 = 值”", "说明文字请在行首加 #"),
    (r"Invalid date.*", "日期写得不对", "请写成 2024-01-31"),
)  # fmt: skip
_BARE = pattern(r"=\s*([\u4e00-\u9fff][^,}\]]*|[A-Za-z_][\w-]*)\s*(?:[,}\]]|\Z)")
_LONG = pattern(r"[\d_.]{41}|\d[eE][+-]?\d{2}")
_LIMIT = 30


def decoded(data: bytes) -> str | Fault:
    """The text of a policy file, or why it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return Fault(0, "文件不是 UTF-8 编码的文字", "请在记事本中“另存为”，编码选 UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Fault(line, "文件不是 UTF-8 编码", "请在记事本中“另存为”，编码选 UTF-8")


def syntax_fault(text: str, error: Exception) -> Fault:
    """What stands in the way of reading the text as TOML. `error` is what tomllib raised."""
    if isinstance(error, RecursionError):
        return Fault(0, "括号嵌套太深", "请删去多余的括号")
    at = _AT.search(str(error))
    lines = text.splitlines()
    number = int(at[1]) if at else _line_of_number(lines)
    line = lines[number - 1] if number <= len(lines) else ""
    what, fix = _cause(
        line, str(error).partition(" (at ")[0], broken=isinstance(error, tomllib.TOMLDecodeError)
    )
    shown = line.strip()
    quoted = f"“{shown if len(shown) <= _LIMIT else shown[: _LIMIT - 1] + '…'}”" if shown else "文件末尾"
    return Fault(number, f"{quoted}写法有误：{what}", fix)


def _line_of_number(lines: list[str]) -> int:
    """The line of the first number that is too long or too large, else the last one."""
    return next((number for number, line in enumerate(lines, 1) if _LONG.search(line)), max(len(lines), 1))


def _cause(line: str, message: str, *, broken: bool) -> tuple[str, str]:
    outside = _STRING.sub("", line).partition("#")[0]
    if not broken:
        return "数太长或太大", "请改成平常写的数"
    doubled = re.fullmatch(_KNOWN[0][0], message)
    if doubled:
        return _KNOWN[0][1:]
    if outside.count('"') % 2:
        mixed = "，可能一头用了中文引号" if re.search("[“”]", line) else ""
        return f"引号没有配对{mixed}", '请在文字两头各写一个英文引号 "'
    for characters, cause in _WIDE.items():
        if any(one in outside for one in characters):
            return cause
    bare = _BARE.search(line)
    if message == "Invalid value" and bare and bare[1] not in ("true", "false"):
        return f"“{bare[1].strip()}”没有加引号", '文字请写在英文引号里，如 "ratio"；是和否写 true、false'
    for known, what, fix in _KNOWN:
        if re.fullmatch(known, message):
            return what, fix
    return "括号、引号、逗号可能不全", "请对照 jxbook policy new 写出的文件改正"
