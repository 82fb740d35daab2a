"""Which style of a reference document each kind of block gets.

What carries an office's own look must be in its reference: 正文, 标题, 标题 1 and 标题 2. The other styles
derive from 正文; where a reference lacks one, jxbook's own definition is added to it.
"""

from __future__ import annotations

from copy import deepcopy
from html import escape
from typing import TYPE_CHECKING

from jxbook.document.docx.body import StyleIds, W
from jxbook.refusals.reports import styles_missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

# What Word shows → how it is named in files: first Word's name in every language, then what others write.
_REQUIRED = {
    "正文": ("normal", "正文"),
    "标题": ("title", "标题"),
    "标题 1": ("heading 1", "heading1", "标题 1"),
    "标题 2": ("heading 2", "heading2", "标题 2"),
}
_SUPPLIED = {
    "标题 3": ("heading 3", "heading3", "标题 3"),
    "标题 4": ("heading 4", "heading4", "标题 4"),
    "副标题": ("subtitle", "副标题"),
    "正文缩进": ("normal indent", "正文缩进", "body text first indent", "正文首行缩进"),
    "说明文字": ("说明文字",),
    "表题": ("表题",),
    "表题附注": ("表题附注",),
    "表格文字": ("表格文字",),
    "表头文字": ("表头文字",),
    "评价表格": ("评价表格",),
    "图表名称": ("图表名称",),
    "表格单位": ("表格单位",),
    "表格小字": ("表格小字",),
    "表头小字": ("表头小字",),
}


def w(name: str) -> str:
    """The element or attribute `name` of WordprocessingML as lxml spells it."""
    return f"{{{W}}}{name}"


def complete_styles(root: _Element, own: Callable[[], _Element]) -> StyleIds:
    """The styles to use from `root`, a parsed w:styles; adds to `root` those it lacks and may be given.

    `own` gives jxbook's own w:styles. Raises Refusal JX602 naming every required style that is missing.
    """
    known = _by_name(root)
    found = {label: _first(known, names) for label, names in (_REQUIRED | _SUPPLIED).items()}
    if missing := [label for label in _REQUIRED if found[label] is None]:
        raise styles_missing(missing)
    ids = {label: style.get(w("styleId"), "") for label, style in found.items() if style is not None}
    if lacking := [label for label in _SUPPLIED if label not in ids]:
        source = _by_name(own())
        for label in lacking:
            style = source[_SUPPLIED[label][0]]
            ids[label] = _add(root, style, based_on=ids["正文"])
    ids = {label: escape(style_id) for label, style_id in ids.items()}
    return StyleIds(
        title=ids["标题"],
        subtitle=ids["副标题"],
        headings=(ids["标题 1"], ids["标题 2"], ids["标题 3"], ids["标题 4"]),
        body=ids["正文缩进"],
        note=ids["说明文字"],
        caption=ids["表题"],
        subcaption=ids["表题附注"],
        table=ids["评价表格"],
        cell=ids["表格文字"],
        header_cell=ids["表头文字"],
        label=ids["图表名称"],
        unit=ids["表格单位"],
        small_cell=ids["表格小字"],
        small_header_cell=ids["表头小字"],
    )


def _by_name(root: _Element) -> dict[str, _Element]:
    """Paragraph and table styles by id and by name, in lower case; a name wins over an equal id."""
    styles = [style for style in root.iter(w("style")) if style.get(w("type")) in ("paragraph", "table")]
    known = {style.get(w("styleId"), "").lower(): style for style in styles}
    for style in styles:
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
            known["normal"] = style
    for style in styles:
        name = style.find(w("name"))
        if name is not None:
            known[name.get(w("val"), "").lower()] = style
    return known


def _first(known: dict[str, _Element], names: tuple[str, ...]) -> _Element | None:
    return next((known[name] for name in names if name in known), None)


def _add(root: _Element, style: _Element, based_on: str) -> str:
    """Puts a copy of `style` into `root` under an id that is free there, and returns the id."""
    taken = {other.get(w("styleId")) for other in root.iter(w("style"))}
    style_id = style.get(w("styleId"), "")
    while style_id in taken:
        style_id += "Jx"
    copy = deepcopy(style)
    copy.set(w("styleId"), style_id)
    for tag in ("next", "link"):
        for element in copy.findall(w(tag)):
            copy.remove(element)
    if (base := copy.find(w("basedOn"))) is not None:
        if copy.get(w("type")) == "paragraph":
            base.set(w("val"), based_on)
        else:
            copy.remove(base)
    root.append(copy)
    return style_id
