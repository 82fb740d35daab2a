"""部门.xlsx: the parent's form in a workbook of ours, with a sheet that tells the origin of each figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jxbook.assess import assess_all, source_in
from jxbook.atomic import replace_file
from jxbook.bureau.merging.merge import UnitForm, merge
from jxbook.bureau.run_result import UnreadFile
from jxbook.bureau.tasks import remark_of
from jxbook.bureau.walk import walk
from jxbook.dataclass import dataclass
from jxbook.finding import Refusal
from jxbook.making.account.line import AccountLine, Outcome
from jxbook.making.account.sheet import with_account
from jxbook.making.filled import fill_workbook
from jxbook.package.file import read_bounded
from jxbook.refusals.bureau import nothing_to_merge


@dataclass(frozen=True, slots=True)
class MergedBook:
    """What a merge came to: the units whose forms went in, what a person has to decide, what could not be read."""

    units: tuple[str, ...]
    open: tuple[str, ...]
    unread: tuple[UnreadFile, ...]


def merge_folders(folders: Sequence[str], output: Path, policy: str | Path | None = None) -> MergedBook:
    """Merge all forms below some folders into `output`.

    Raises Refusal JX980 and JX981 for the folders, JX993 for fewer than two forms, JX934, JX911, JX914.
    """
    units: list[UnitForm] = []
    unread = []
    for file in walk(folders, (output,)).files:
        path = Path(file.path)
        try:
            source = source_in(read_bounded(path), path.name, path.parent)
            units += (UnitForm(file.name, one) for _, one in assess_all(source, policy))
        except Refusal as refusal:
            unread.append(UnreadFile(file.name, remark_of(refusal.finding)))
    if len(units) < 2:
        raise nothing_to_merge("、".join(folders), len(units))
    made = merge(units)
    data = fill_workbook(made.form, units[0].assessed.whole).data
    lines = [
        AccountLine(
            f"{one.file}：{one.entry.cell or '—'}",
            one.entry.text,
            Outcome.CHECK if one.open else Outcome.MOVED,
            one.about,
            one.how,
        )
        for one in made.origins
    ]
    names = "、".join(dict.fromkeys(one.file for one in units))
    replace_file(output, with_account(data, lines, names), new=True)
    open_ = dict.fromkeys(f"{one.about}：{one.how}" for one in made.origins if one.open)
    return MergedBook(tuple(one.unit for one in units), tuple(open_), tuple(unread))
