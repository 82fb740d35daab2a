"""Zip files and Open Packaging, the one home for .xlsx and .docx: bounded on the way in, the same bytes on
every system on the way out. What a package holds, a workbook or a document, is not asked here."""

from jxbook.package.opened import Package, open_zip

__all__ = ["Package", "open_zip"]
