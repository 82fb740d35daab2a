"""校验 and 生成报告 on the open document. The script in the profile adds the windows."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from jxbook.assess import Assessed, assess, summary
from jxbook.atomic import replace_file
from jxbook.finding import Refusal
from jxbook.free_names import free_names
from jxbook.libreoffice.document import path_of, read_grid
from jxbook.libreoffice.result import write_result
from jxbook.workbook.names import FINDINGS

Answer = tuple[str, Path | None]
"""What to tell the user, and the file that was written."""


def guarded(command: Callable[[Any, Any], Answer], document: Any) -> Answer:
    """Run `command(this module, document)`; whatever goes wrong ends in a sentence."""
    try:
        return command(sys.modules[__name__], document)
    except Refusal as refusal:
        return str(refusal), None
    except Exception as error:
        what = " ".join(f"{type(error).__name__}：{error}".split())[:300]
        text = (
            f"JX969 [绩效评价] 操作没有完成 — {what} — "
            "请保存文档，重新打开 LibreOffice 后重试；仍不成功的，把这段文字发给维护人员"
        )
        return text, None


def check_document(document: Any) -> str:
    """校验: write 校验结果 into the document and turn to it; what was found, in a sentence."""
    assessed = _assessed(document, datetime.now())
    with suppress(AttributeError):  # the controller of a print preview shows no sheet
        document.getCurrentController().setActiveSheet(document.Sheets.getByName(FINDINGS))
    return f"校验完成：{summary(assessed.findings)}。"


def write_report(document: Any, confirm: Callable[[str], bool]) -> Answer:
    """生成报告: check, ask whether to go on when errors remain, and write the report beside the document."""
    source = path_of(document)
    now = datetime.now()
    assessed = _assessed(document, now)
    question = f"自评表还有{assessed.errors}项错误（见“{FINDINGS}”）。现在仍要按现有内容生成报告吗？"
    if assessed.errors and not confirm(question):
        return f"没有生成报告。请按“{FINDINGS}”改正后重新生成。", None
    from jxbook.report import products, render, slip_name

    name = f"{source.stem}_绩效评价报告_{now:%Y%m%d}.docx"
    path, slip = free_names(source.parent, name, slip_name(name))
    made = products(assessed.form, assessed.policy, assessed.scoring, assessed.findings)
    replace_file(path, render(made.report))
    replace_file(slip, render(made.slip))
    return f"报告已生成：{path}。{made.told}", path


def _assessed(document: Any, now: datetime) -> Assessed:
    """The document's form, scored and checked as it stands, its 校验结果 written."""
    document.calculate()
    assessed = assess(read_grid(document), document.getTitle())
    write_result(document, assessed.findings, now)
    return assessed
