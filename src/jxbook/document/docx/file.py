"""A Document as a Word file."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from html import escape

from jxbook.document.blocks import Chart, Document
from jxbook.document.docx.body import document_xml
from jxbook.document.docx.chart import CHART_TYPE, DATA, WORKBOOK_TYPE, chart_id, chart_workbook, chart_xml
from jxbook.document.docx.skeleton import CORE_PATH, Skeleton, own_skeleton, read_skeleton
from jxbook.document.layout import allowed_in_xml
from jxbook.package.opc import (
    CONTENT_TYPES,
    HEAD,
    MADE_BY,
    OFFICE,
    PACKAGE,
    relations_path,
    relations_xml,
)
from jxbook.package.writer import Member, deflated, deflated_stretches, stored, zip_bytes

_FAST = 3  # level 6 would make document.xml a tenth smaller and take five times as long


def render_docx(document: Document, reference: bytes | None = None) -> bytes:
    """The bytes of a .docx; the same document gives the same bytes.

    `reference` is the content of a Word document whose styles, page set-up, headers, footers and settings
    the report takes; None stands for jxbook's own, after GB/T 9704—2012. Characters that XML forbids are
    left out. Raises Refusal JX601 (reference cannot be used) or JX602 (it lacks a style), and ValueError for
    a table whose cells do not fit together.
    """
    skeleton = own_skeleton() if reference is None else read_skeleton(reference)
    text = document_xml(document, skeleton.styles, skeleton.section, skeleton.text_width)
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    return zip_bytes(
        (
            *(_with_charts(skeleton, charts) if charts else skeleton.members),
            deflated_stretches(skeleton.document_path, text, _FAST),
            stored(CORE_PATH, core_xml(document.title, document.policy)),
        )
    )


def _with_charts(skeleton: Skeleton, charts: list[Chart]) -> tuple[Member, ...]:
    """The constant parts, the charts, and the parts that must name them."""
    members, links = _naming_charts(skeleton, len(charts))
    found = [*members]
    for chart, (path, link, behind) in zip(charts, links, strict=True):
        found += (
            deflated(path, chart_xml(chart), _FAST),
            link,
            deflated(behind, chart_workbook(chart), _FAST),
        )
    return tuple(found)


@lru_cache(maxsize=8)  # as a skeleton is: packed once per process
def _naming_charts(
    skeleton: Skeleton, count: int
) -> tuple[tuple[Member, ...], tuple[tuple[str, Member, str], ...]]:
    """The constant parts, of which two name so many charts; for each its path, the part that names its workbook, and
    the path of that."""
    folder = posixpath.dirname(skeleton.document_path)
    types, relations = skeleton.types, skeleton.relations
    links = []
    for number in range(1, count + 1):
        path = posixpath.join(folder, "charts", f"jxChart{number}.xml")
        types = _appended(types, f'<Override PartName="/{path}" ContentType="{CHART_TYPE}"/>', "Types")
        relation = f'<Relationship Id="{chart_id(number)}" Type="{OFFICE}/chart" Target="/{path}"/>'
        relations = _appended(relations, relation, "Relationships")
        behind = posixpath.join(folder, "embeddings", f"jxChart{number}.xlsx")
        types = _appended(types, f'<Override PartName="/{behind}" ContentType="{WORKBOOK_TYPE}"/>', "Types")
        link = f'<Relationship Id="{DATA}" Type="{OFFICE}/package" Target="/{behind}"/>'
        links.append((path, deflated(relations_path(path), relations_xml([link]), _FAST), behind))
    grown = {CONTENT_TYPES: types, relations_path(skeleton.document_path): relations}
    members = [
        deflated(name, grown[name], _FAST) if (name := member.name.decode()) in grown else member
        for member in skeleton.members
    ]
    return tuple(members), tuple(links)


def _appended(part: bytes, element: str, root: str) -> bytes:
    """The part with one more element at the end of its root."""
    return part.replace(f"</{root}>".encode(), f"{element}</{root}>".encode())


def core_xml(title: str, policy: str = "") -> bytes:
    """docProps/core.xml: the title, and by which policy it was made; no author and no date: a paper that is handed in
    is the office's own."""
    made_by = f"<dc:identifier>{MADE_BY}{escape(policy, quote=False)}</dc:identifier>" if policy else ""
    return allowed_in_xml(
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:creator></dc:creator>{made_by}</cp:coreProperties>"
    )
