"""退回意见: for each office what to mend in its forms, by cell, and until when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from jxbook.bureau.notice.words import day
from jxbook.bureau.run_result import RunResult, Shared, UnreadFile
from jxbook.bureau.saving import digest_of, no_room, save, unwritten, whole
from jxbook.checks.submission import UNNAMED, Remark, Submission
from jxbook.document import render
from jxbook.document.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    TableCell,
    Title,
)
from jxbook.facts.words import marker
from jxbook.file_names import allowed_name
from jxbook.finding import Refusal
from jxbook.report.markup import number_of
from jxbook.values import plain

_TO_MEND = ("错误", "提醒")


def returns(run: RunResult, deadline: str) -> dict[str, Document]:
    """The papers by their path below the folder; an office whose forms need nothing has none."""
    shared: dict[int, list[Shared]] = {}
    for one in run.shared:
        if one.remark.severity in _TO_MEND:
            for form in one.forms:
                shared.setdefault(id(form), []).append(one)
    offices: dict[tuple[str, str], list[Submission]] = {}
    folders: dict[PurePosixPath, set[tuple[str, str]]] = {}
    for form in run.forms:
        own = (form.department, form.office)
        offices.setdefault(own, []).append(form)
        folders.setdefault(PurePosixPath(form.file).parent, set()).add(own)
    unread: dict[tuple[str, str], list[UnreadFile]] = {}
    for file in run.unread:
        folder = PurePosixPath(file.file).parent
        near = folders.get(folder, set())
        office = next(iter(near)) if len(near) == 1 else ("", folder.name or "没有读出的文件")
        unread.setdefault(office, []).append(file)
    found = {}
    for office in dict.fromkeys((*offices, *unread)):
        forms = offices.get(office, [])
        parts = [(form, _mending(form) if id(form) not in run.instead else []) for form in forms]
        across = {id(one): one for form in forms for one in shared.get(id(form), [])}
        if any(remarks for _, remarks in parts) or across or office in unread:
            paper = _paper(office[1], parts, [*across.values()], unread.get(office, []), deadline)
            found[_path(*office)] = paper
    return found


def write_returns(
    papers: Mapping[str, Document], folder: Path, made: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Remark, ...]]:
    """Write those that say something new. What the store is to remember, `made` with path → digest of each paper and
    `path#` → digest of what it says; and why some were not written, as somebody has them open.

    One that an office no longer needs is removed, if it is as it was written. Raises Refusal JX914 where there is no
    more room.
    """
    before = {path for path in made if f"{path}#" in made and Path(path).is_relative_to(folder)}
    kept = {path: digest for path, digest in made.items() if path.removesuffix("#") not in before}
    left = []
    for path in before - {str(folder / name) for name in papers}:
        with suppress(OSError):  # somebody has it open, or has moved it
            if digest_of(Path(path).read_bytes()) == made[path]:
                Path(path).unlink()
    for name, paper in papers.items():
        path = str(folder / name)
        says = digest_of(repr(paper).encode("utf-8", "backslashreplace"))
        digest = made.get(path, "")
        if not (digest and made.get(f"{path}#") == says and whole(path)):
            try:
                _, digest = save(Path(path), render(paper), made.values())
            except Refusal as refusal:
                if no_room(refusal):
                    raise
                left.append(unwritten(Path(path), refusal))
                says = ""
        kept |= {path: digest, f"{path}#": says}
    return kept, tuple(left)


def _mending(form: Submission) -> list[Remark]:
    """What is to be mended or explained in a form."""
    return [one for one in form.remarks if one.severity in _TO_MEND]


def _paper(
    office: str,
    parts: list[tuple[Submission, list[Remark]]],
    across: list[Shared],
    unread: list[UnreadFile],
    deadline: str,
) -> Document:
    faulty = [(form, remarks) for form, remarks in parts if remarks]
    title = "项目支出绩效自评表退回意见"
    own = {id(form) for form, _ in parts}
    concerned = {id(form) for form, _ in faulty} | {id(form) for one in across for form in one.forms} & own
    files = f"，另有{len(unread)}个文件没有读出" if unread else ""
    came = (
        f"你单位报送的自评表共{len(parts)}份，其中{len(concerned)}份需要修改或说明"
        if parts
        else "你单位报送的文件"
    )
    came += files if parts else f"有{len(unread)}个没有读出"
    blocks: list[Block] = [
        Title(title),
        Paragraph(f"{'有关单位' if office == UNNAMED else office}："),
        Paragraph(
            f"{came}。“错误”须改正，“提醒”请核实，无误的写明理由。请于{day(deadline, '重新报送的日期')}前重新报送。"
        ),
    ]
    at = 0
    for at, (form, remarks) in enumerate(faulty, 1):
        blocks.append(Heading(1, number_of(1, at), form.project or form.file))
        blocks.append(Paragraph(f"文件：{form.place}。{_result(form)}"))
        blocks.append(
            _table(
                ("序号", "级别", "单元格", "问题", "处理办法"),
                (40, 50, 130, 330, 320),
                [
                    (str(number), one.severity, one.where, _said(one), one.fix)
                    for number, one in enumerate(remarks, 1)
                ],
            )
        )
    if across:
        at += 1
        blocks.append(Heading(1, number_of(1, at), "各表之间的问题"))
        across_rows = [
            (str(number), one.remark.severity, _projects(one, own), _said(one.remark), one.remark.fix)
            for number, one in enumerate(sorted(across, key=lambda one: one.remark.severity != "错误"), 1)
        ]
        heads = ("序号", "级别", "涉及的自评表", "问题", "处理办法")
        blocks.append(_table(heads, (40, 50, 190, 310, 280), across_rows))
    if unread:
        blocks.append(Heading(1, number_of(1, at + 1), "没有读出的文件"))
        rows = [
            (str(number), one.remark.code, one.file, f"{one.remark.what}：{one.remark.why}", one.remark.fix)
            for number, one in enumerate(unread, 1)
        ]
        heads = ("序号", "代码", "文件", "问题", "处理办法")
        blocks.append(_table(heads, (40, 60, 200, 290, 280), rows))
    blocks += (Signature(marker("审核单位")), Signature(marker("成文日期")))
    return Document(title, tuple(blocks))


def _said(remark: Remark) -> str:
    return f"{remark.what}（{remark.code}）"


def _projects(one: Shared, own: Collection[int]) -> str:
    """The files of an office that something is about; how many there are beside them is told, not whose."""
    files = [form.file for form in one.forms if id(form) in own]
    others = len(one.forms) - len(files)
    return "\n".join([*files, *([f"另有其他单位的{others}份"] if others else [])])


def _result(form: Submission) -> str:
    from decimal import Decimal

    if form.total is None:
        return form.note
    grade = f"，等级“{form.grade}”" if form.grade else ""
    return f"按表中内容计算总分{plain(Decimal(str(form.total)))}分{grade}。"


def _table(heads: tuple[str, ...], widths: tuple[int, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    body = tuple(
        tuple(TableCell(text, align=Align.LEFT if at > 1 else Align.CENTER) for at, text in enumerate(row))
        for row in rows
    )
    return Table("", "", widths, (tuple(TableCell(one) for one in heads), *body), header_rows=1, small=True)


def _path(department: str, office: str) -> str:
    """交通局/公路站.docx."""
    parts = [department] if department and department != office else []
    return "/".join(allowed_name(one) for one in (*parts, office)) + ".docx"
