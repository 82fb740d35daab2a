"""A shipped outline as an office may change it: what it may use stands before it, as a comment that is not printed."""

from __future__ import annotations

from jxbook.report.offered import described
from jxbook.report.outline import Outline

_HEAD = """\
{{#- 本单位的报告提纲，由自带的提纲 {name} 复制。这一段是说明，不会印出来。

   怎样改：
     1. 章节的标题、顺序和固定的文字直接改。编号自动生成，不要手写。
     2. # 标题（连写几行就分几行，以（开头的是副标题），## 一、，### （一），#### 1.，空行分段，> 说明，
        === 单独一行表示另起一页。
     3. 两重花括号里的名称换成自动生成的内容，见下表；不要的整行删去。表里没有的不能用，数字不要手写。
     4. 用记事本保存，编码选 UTF-8。写错的地方，运行时逐处指明第几行、怎样改。
     5. 长期使用的，与政策文件放在同一文件夹，在政策文件的 [report] 下写：
        outline = {{ value = "{file}", basis = "本单位的报告格式", mark = "practice" }}
     6. 改了章节的名称，“报告素材”里的行名也要相应修改，最好用 jxbook new 重新生成空表。

   可以使用的内容：
"""


def commented(outline: Outline, file: str) -> str:
    """The text of the copy; `file` is its name. It gives the same report as the outline it was taken from."""
    rows = "\n".join(f"     {_plain(line)}" for line in described())
    return f"{_HEAD.format(name=outline.name, file=file)}{rows}\n-#}}\n{outline.text}"


def _plain(line: str) -> str:
    """A line inside a comment, which the sign of its end would close."""
    return line.replace("#}", "# }")
