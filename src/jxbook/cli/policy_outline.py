"""`jxbook policy outline`: a shipped outline as an office's own, to be edited, with the list of what it may use."""

from __future__ import annotations

import argparse

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.output import refuse_existing, with_ending
from jxbook.policy.places import OUTLINE_SUFFIX, is_outline_file
from jxbook.refusals.policies import not_an_outline_name
from jxbook.report.copied import commented
from jxbook.report.outline import shipped


def run(options: argparse.Namespace) -> int:
    """Write the commented copy; over an existing file only when told to."""
    path = with_ending(options.file, OUTLINE_SUFFIX)
    if not is_outline_file(path.name):
        raise not_an_outline_name(path.name)
    refuse_existing(path, force=options.force)
    replace_file(path, commented(shipped(options.shipped), path.name).encode(), new=not options.force)
    print(f"已写出：{path}（与自带的提纲 {options.shipped} 内容相同）")
    print("请用记事本打开，照开头的说明修改，保存为 UTF-8 编码。")
    print(f"试用：jxbook report 自评表.xlsx --outline {path} -o 报告.docx")
    print(
        f"长期使用：与本单位的政策文件放在同一文件夹，在其中写 outline，值为 {path.name}，再运行 jxbook policy add"
    )
    return FINE
