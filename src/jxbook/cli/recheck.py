"""`jxbook recheck draw | paper | compare`: a sample, its workpaper, and what the re-check changed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from jxbook.atomic import replace_file
from jxbook.cli import FINE, FOUND
from jxbook.cli.batch import require_bureau
from jxbook.cli.columns import table
from jxbook.cli.output import refuse_existing
from jxbook.refusals.bureau import recheck_what
from jxbook.refusals.writing import not_a_rollup_name
from jxbook.values import plain

if TYPE_CHECKING:
    from decimal import Decimal

    from jxbook.bureau.recheck.compare import RecheckResult

_SEEDS = 1_000_000


def run(options: argparse.Namespace) -> int:
    """Run the one that was asked for."""
    require_bureau("pandas")
    match options.command:
        case "recheck draw":
            return _draw(options)
        case "recheck paper":
            return _paper(options)
        case "recheck compare":
            return _compare(options)
    raise recheck_what("jxbook recheck")


def _draw(options: argparse.Namespace) -> int:
    import secrets

    from jxbook.bureau.order import store_of
    from jxbook.bureau.recheck.draw import By, draw
    from jxbook.bureau.writing import last_run

    seed = secrets.randbelow(_SEEDS) if options.seed is None else options.seed
    with store_of(options.rollup, options.store) as store:
        told = last_run(options.rollup, store)
    drawn = draw(told.counted, max(0, options.count), By(options.by), seed)
    rows = [("主管部门", "项目名称", "总分", "预算（万元）", "理由", "文件")]
    rows += [
        (
            one.form.department,
            one.form.project,
            "—" if one.form.total is None else f"{one.form.total:g}",
            "—" if one.form.budget is None else f"{one.form.budget:g}",
            one.reason,
            one.form.place,
        )
        for one in drawn
    ]
    print(table(rows, right=(2, 3)))
    print(
        f"从{len(told.counted)}个项目中抽取{len(drawn)}个，种子{seed}（加 --seed {seed} 可以重复这次抽取）。"
    )
    return FINE


def _paper(options: argparse.Namespace) -> int:
    from jxbook.assess import assess
    from jxbook.bureau.recheck.paper import paper

    if options.output.suffix.lower() != ".xlsx":
        raise not_a_rollup_name(options.output.name)
    refuse_existing(options.output)
    assessed = assess(options.file, options.policy, options.sheet)
    replace_file(options.output, paper(assessed, options.file.name), new=True)
    print(f"已写出复核底稿：{options.output}\n评价政策：{assessed.by}")
    return FINE


def _compare(options: argparse.Namespace) -> int:
    from jxbook.bureau.recheck.compare import compare

    found = compare(options.file, options.reviewed)
    _print(found)
    if options.rollup is not None:
        from jxbook.bureau.recheck.record import record

        record(options.rollup, options.store, options.file, found)
        print(f"已记入：{options.rollup}")
    return FOUND if found.rows or found.texts else FINE


def _print(found: RecheckResult) -> None:
    rows = [("指标", "自评完成值", "复核完成值", "自评得分", "复核得分", "差值")]
    for one in found.rows:
        own, new = one.own.score, one.reviewed.score
        gap = "" if own is None or new is None else plain(new - own)
        rows.append((one.name, one.own.actual, one.reviewed.actual, _shown(own), _shown(new), gap))
    rows.append(
        (
            "总分",
            "",
            "",
            _shown(found.own_total),
            _shown(found.total),
            "" if found.own_total is None or found.total is None else plain(found.total - found.own_total),
        )
    )
    rows.append(("等级", "", "", found.own_grade or "—", found.grade or "—", ""))
    print(table(rows, right=(3, 4, 5)))
    if found.texts:
        print(f"文字不同：{'、'.join(found.texts)}")
    print(found.paragraph)


def _shown(value: Decimal | None) -> str:
    return "—" if value is None else plain(value)
