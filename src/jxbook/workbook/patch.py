"""Changing cells of a workbook file in place: the sheets' XML at those cells, and nothing else.

The XML is edited as bytes, at offsets that the parser tells: whatever jxbook does not know
(extensions, alternate content, prefixes, the order of attributes) stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from jxbook.atomic import replace_file
from jxbook.package import Package
from jxbook.package.writer import with_contents
from jxbook.refusals.writing import no_such_sheet, signed
from jxbook.workbook.calcchain import without_cells
from jxbook.workbook.grid import Change
from jxbook.workbook.opening import open_workbook, workbook_in
from jxbook.workbook.parts import SheetPart, WorkbookParts, read_plan
from jxbook.workbook.sheetpatch import SheetChanges, patch_sheet


def write_changes(
    path: Path, changes: Sequence[Change], target: Path | None = None, read: bytes | None = None
) -> None:
    """Put `changes` into the workbook at `path`, or into a copy of it at `target`.

    `read` are the bytes that the changes were reckoned from: these are patched, and the file must still hold them.
    Of several changes to one cell the last one counts. Every part but the changed sheets is copied
    byte for byte; a constant written over a formula also takes that cell off the calculation chain,
    as Excel would otherwise repair the file. Excel recalculates what depends on the cells when the
    workbook is set to do so on opening; nothing is changed there.

    Raises Refusal: what opening raises (JX901 to JX910), the file is in use (JX911) or cannot be
    saved (JX914), was changed since `read` (JX915), is signed (JX912), or a cell cannot be written (JX913). Then no
    file has changed.
    """
    package = open_workbook(path) if read is None else workbook_in(read, path.name)
    if any(part.startswith("_xmlsignatures/") for part in package.by_name):
        raise signed(package.name)
    replace_file(target or path, changed_package(package, changes), read)


def changed_package(package: Package, changes: Sequence[Change]) -> bytes:
    """The bytes of a workbook file with `changes` put in. Raises Refusal as `write_changes`."""
    plan = read_plan(package)
    sheets = {sheet.name: sheet for sheet in plan.sheets}
    by_sheet: dict[str, SheetChanges] = defaultdict(dict)
    for change in changes:
        if change.cell.sheet not in sheets:
            place = f"{package.name}：{change.cell}"
            raise no_such_sheet(place, change.cell.sheet)
        by_sheet[change.cell.sheet][change.cell.row, change.cell.column] = change
    contents: dict[str, bytes] = {}
    freed: list[tuple[SheetPart, str]] = []
    for name, wanted in by_sheet.items():
        part = sheets[name].part
        patched, overwritten = patch_sheet(package.part(part), wanted, package.name)
        contents[package.entry(part).name] = patched
        freed += [(sheets[name], address) for address in overwritten]
    contents |= _shortened_chain(package, plan, freed)
    return with_contents(package.data, package.entries, contents)


def _shortened_chain(
    package: Package, plan: WorkbookParts, freed: list[tuple[SheetPart, str]]
) -> dict[str, bytes]:
    """The calculation chain without the cells that are no formulas any more, by its entry's name."""
    part = plan.calculation_chain
    if not freed or part not in package:
        return {}
    gone = {(sheet.sheet_id, address) for sheet, address in freed}
    return {package.entry(part).name: without_cells(package.part(part), gone, package.name)}
