"""What Jinja says of a mistake, in Chinese."""

from __future__ import annotations

import re

_MESSAGES = (
    (
        r"Unexpected end of template\. .*innermost block that needs to be closed is '(.*?)'.*",
        r"{% \1 … %} 没有写结束的 {% end\1 %}",
    ),
    (r"Encountered unknown tag 'end(.*?)'.*", r"{% end\1 %} 前面没有与它成对的 {% \1 … %}"),
    (r"Encountered unknown tag '(.*?)'.*", r"不认识的标签 \1"),
    (r"[Uu]nexpected end of template.*", "提纲到末尾还没有写完"),
    (r"No filter named '(.*?)'.*", r"不认识的过滤器 \1"),
    (r"No test named '(.*?)'.*", r"不认识的条件 \1"),
    (r"expected token '(.*?)', got '(.*?)'", r"此处应为 \1，写的是 \2"),
    (r"unexpected char '(.*?)'.*", r"不能用的字符 \1"),
    (r"unexpected '(.*?)'.*", r"此处不应有 \1"),
    (r"Missing end of (comment|raw).*", "注释 {# 没有写结束的 #}"),
    (r"'(.*?)' is undefined", r"没有 \1 这个名称"),
    (r".* has no attribute '(.*?)'", r"没有 \1 这一项"),
    (r"access to attribute '(.*?)' .*", r"不能用 \1"),
    (r"division by zero", "除数是0"),
)
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
}


def translated(message: str) -> str:
    """A message of Jinja or Python about an outline, in Chinese where it is a known one."""
    for token, sign in _TOKENS.items():
        message = message.replace(token, sign)
    for pattern, words in _MESSAGES:
        if match := re.match(pattern, message, re.DOTALL):
            return match.expand(words)
    return message if re.search(r"[\u4e00-\u9fff]", message) else f"写法有误（{message[:100]}）"
