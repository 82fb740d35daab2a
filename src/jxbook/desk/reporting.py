"""生成报告: the Word file beside the document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jxbook.atomic import replace_file
from jxbook.desk.checking import checked
from jxbook.desk.host import Host
from jxbook.file_names import allowed_name, free_names
from jxbook.workbook.names import FINDINGS

_QUESTION = "自评表还有{}项错误（见“{}”）。\n\n报告将按现有内容生成，改正后需要重新生成。现在仍要生成报告吗？"
_NOT_BESIDE = "工作簿还没有保存在本机的文件夹里，或者存放在网盘、SharePoint 上，报告不能写在它旁边。"


def make_report(host: Host, now: datetime, home: Callable[[], Path] = Path.home) -> str:
    """Check, ask where errors remain, write the report and the 核对单, open the report; the outcome in a sentence.

    The report lies beside the document, under the project's name and the day; without a folder of its own, among
    the user's documents, which is told. No file is written over. Raises Refusal as `assess` and writing do.
    """
    from jxbook.document import render
    from jxbook.slip import products, slip_name

    assessed = checked(host, now)
    if assessed.errors and not host.ask(_QUESTION.format(assessed.errors, FINDINGS)):
        return f"没有生成报告。请按“{FINDINGS}”改正后重新生成。"
    made = products(assessed.form, assessed.policy, assessed.scoring, assessed.findings)
    folder = assessed.source.folder or _documents(home())
    project = allowed_name(assessed.form.project.name.text, "项目")
    name = f"{project}_绩效评价报告_{now:%Y%m%d}.docx"
    path, slip = free_names(folder, name, slip_name(name))
    replace_file(path, render(made.report), new=True)
    replace_file(slip, render(made.slip), new=True)
    problem = "" if assessed.source.folder else _NOT_BESIDE
    if not host.show(path):
        problem += "没有找到能打开 Word 文件的程序，请自行打开报告。"
    if problem:
        host.tell(f"{problem}\n\n报告已保存到：\n{path}")
    return f"报告已生成：{path}，旁边另有核对单。{made.told()}评价政策：{assessed.by}。"


def _documents(home: Path) -> Path:
    documents = home / "Documents"
    return documents if documents.is_dir() else home
