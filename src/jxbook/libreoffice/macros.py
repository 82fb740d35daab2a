"""校验 and 生成报告 on the open document. The script in the profile adds the windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from jxbook.assess import Source
from jxbook.dataclass import dataclass
from jxbook.desk import check, make_report
from jxbook.finding import Finding, Refusal
from jxbook.libreoffice.document import read_source
from jxbook.libreoffice.result import write_formulas, write_result
from jxbook.place import CellRef
from jxbook.refusals.last_resort import failed_in_libreoffice
from jxbook.workbook.names import FINDINGS


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A `Host`. `document` is UNO's; the script supplies the windows."""

    document: Any
    confirm: Callable[[str], bool]
    inform: Callable[[str], object]
    load: Callable[[Path], bool]

    def source(self) -> Source:
        """All that stands in the document."""
        self.document.calculate()
        return read_source(self.document)

    def put_findings(self, findings: Sequence[Finding], status: str) -> None:
        """Write 校验结果."""
        write_result(self.document, findings, status)

    def put_formulas(self, formulas: Mapping[CellRef, str]) -> None:
        """Write formulas into the form."""
        write_formulas(self.document, formulas)

    def turn_to_findings(self) -> None:
        """Show 校验结果."""
        with suppress(AttributeError):  # the controller of a print preview shows no sheet
            self.document.getCurrentController().setActiveSheet(self.document.Sheets.getByName(FINDINGS))

    def ask(self, question: str) -> bool:
        """A box with 是 and 否."""
        return self.confirm(question)

    def tell(self, message: str) -> None:
        """A box."""
        self.inform(message)

    def show(self, path: Path) -> bool:
        """Open a file in Writer."""
        return self.load(path)


def check_document(opened: OpenDocument) -> str:
    """校验; whatever goes wrong ends in a sentence too."""
    return _guarded(check, opened)


def write_report(opened: OpenDocument) -> str:
    """生成报告; whatever goes wrong ends in a sentence too."""
    return _guarded(make_report, opened)


def _guarded(command: Callable[[OpenDocument, datetime], str], opened: OpenDocument) -> str:
    try:
        return command(opened, datetime.now())
    except Refusal as refusal:
        return str(refusal)
    except Exception as error:
        return str(failed_in_libreoffice(error))
