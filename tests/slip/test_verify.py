"""A report that was edited, or whose form was: which figures no longer agree."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from forms import model_form
from jxbook.document import Document, render
from jxbook.document.bookmarks import printed
from jxbook.finding import Refusal
from jxbook.form import Entry, Form
from jxbook.policy import load_policy, policy_ids
from jxbook.report import compose
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import score
from jxbook.slip.verify import Mismatch, disagreements, read_bookmarks


def composed(form: Form, policy_id: str = "") -> Document:
    policy = load_policy(policy_id or form.policy_id)
    return compose(form, policy, score(form, policy))


def edited(report: bytes, pattern: str, by: str) -> bytes:
    """The report with its text changed as somebody would in Word."""
    out = BytesIO()
    with ZipFile(BytesIO(report)) as before, ZipFile(out, "w") as after:
        for item in before.infolist():
            data = before.read(item)
            if item.filename == "word/document.xml":
                text, count = re.subn(pattern, by, data.decode(), count=1)
                assert count == 1
                data = text.encode()
            after.writestr(item, data)
    return out.getvalue()


@pytest.mark.parametrize("name", sample_names())
def test_a_report_agrees_with_the_form_it_was_made_from(name: str) -> None:
    document = composed(load_sample(name).form)
    assert disagreements(render(document), document) == ()


@pytest.mark.parametrize("policy", policy_ids())
def test_whatever_the_policy(policy: str) -> None:
    document = composed(model_form(), policy)
    assert disagreements(render(document), document) == ()


def test_every_figure_has_a_bookmark_of_its_own_as_python_docx_reads_it() -> None:
    document = composed(model_form())
    names = [one.bookmark for one in printed(document)]
    assert len(set(names)) == len(names) > 200
    body = docx.Document(BytesIO(render(document))).element.body
    starts = [
        one.get(f"{{{body.nsmap['w']}}}name") for one in body.iter(f"{{{body.nsmap['w']}}}bookmarkStart")
    ]
    assert starts == names


def test_a_figure_changed_in_the_report_is_found() -> None:
    document = composed(model_form())
    report = edited(render(document), r"(>)367(</w:t></w:r><w:bookmarkEnd)", r"\g<1>376\g<2>")
    (one,) = disagreements(report, document)
    assert (one.way, one.report, one.form) == (Mismatch.CHANGED, "376", "367")
    assert one.name == "全年执行数" and "376万元" in one.sentence
    assert "报告写“376”，按表应为“367”" in one.finding.what


def test_a_figure_changed_in_the_form_is_found_with_all_that_follows_from_it() -> None:
    form = model_form()
    total = replace(form.funding.total, spent=Entry(Decimal(370)))
    now = composed(replace(form, funding=replace(form.funding, total=total)))
    found = {
        one.name: one for one in disagreements(render(composed(form)), now) if one.way is Mismatch.CHANGED
    }
    assert (found["全年执行数"].report, found["全年执行数"].form) == ("367", "370")
    assert (found["全年预算数－全年执行数"].report, found["全年预算数－全年执行数"].form) == ("133", "130")
    assert found["全年执行数÷全年预算数"].form == "74%" and "总分" in found


def test_a_figure_of_staffs_own_text_is_found_too() -> None:
    form = model_form()
    own = tuple(
        replace(one, text=Entry(one.text.text.replace("14份", "15份"))) if "过程" in one.section else one
        for one in form.passages
    )
    (one,) = disagreements(render(composed(form)), composed(replace(form, passages=own)))
    assert (one.way, one.report, one.form) == (Mismatch.CHANGED, "14", "15")


@pytest.mark.parametrize("keep", ["", "约"])
def test_a_bookmark_deleted_with_its_number_is_said(keep: str) -> None:
    document = composed(model_form())
    whole = r'<w:bookmarkStart w:id="(\d+)"[^>]*/><w:r><w:t xml:space="preserve">14</w:t></w:r><w:bookmarkEnd w:id="\1"/>'
    report = edited(render(document), whole, f"<w:r><w:t>{keep}</w:t></w:r>")
    (one,) = disagreements(report, document)
    assert (one.way, one.form) == (Mismatch.MISSING, "14") and "签订合同14份" in one.sentence


def test_a_number_emptied_inside_its_bookmark_is_said() -> None:
    document = composed(model_form())
    report = edited(render(document), r"(preserve\">)14(</w:t></w:r><w:bookmarkEnd)", r"\g<1>\g<2>")
    assert [one.way for one in disagreements(report, document)] == [Mismatch.MISSING]


def test_a_figure_that_the_form_no_longer_gives_is_said() -> None:
    form = model_form()
    now = composed(replace(form, passages=tuple(one for one in form.passages if "过程" not in one.section)))
    found = disagreements(render(composed(form)), now)
    assert [(one.way, one.report) for one in found] == [(Mismatch.GONE, "14")]


@pytest.mark.parametrize(
    ("written", "same"), [("1 000", False), ("367.0", True), ("367.00", True), ("３６７", False)]
)
def test_idle_zeros_are_no_change(written: str, same: bool) -> None:
    document = composed(model_form())
    report = edited(render(document), r"(>)367(</w:t></w:r><w:bookmarkEnd)", rf"\g<1>{written}\g<2>")
    assert (disagreements(report, document) == ()) is same


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"\xef\xbb\xbf<html>", "不是文档".encode()])
def test_promise_6_a_file_that_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        disagreements(content, composed(model_form()))
    assert refused.value.finding.code == "JX606"


def test_a_word_file_without_bookmarks_is_refused() -> None:
    out = BytesIO()
    docx.Document().save(out)
    assert read_bookmarks(out.getvalue()) == {}
    with pytest.raises(Refusal, match="JX606"):
        disagreements(out.getvalue(), composed(model_form()))
