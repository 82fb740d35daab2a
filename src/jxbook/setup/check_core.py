"""Does jxbook itself work: policies, templates, a trial scoring, a folder to write into."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from jxbook.finding import Refusal
from jxbook.setup.line import Diagnosis, broken, fine
from jxbook.setup.machine import Machine
from jxbook.values import plain

_REINSTALL = "安装不完整，请重新安装 jxbook"
_EXPECTED = Decimal(100)


def check_policies(_: Machine) -> Diagnosis:
    """Every rule set loads."""
    from jxbook.policy import load_policy, shipped_policies, user_policies

    try:
        names = [one.id for one in shipped_policies()]
        names += [f"{load_policy(path).id}（本单位）" for path in user_policies()]
    except Refusal as refusal:
        return broken("评价政策", f"{refusal.finding.place}：{refusal.finding.what}", refusal.finding.fix)
    return fine("评价政策", "、".join(names)) if names else broken("评价政策", "一个也没有", _REINSTALL)


def check_templates(_: Machine) -> Diagnosis:
    """Every rule set has its workbook."""
    from jxbook.policy import policy_ids
    from jxbook.templates import template_path

    try:
        paths = [template_path(one) for one in policy_ids()]
    except Refusal as refusal:
        return broken("模板", f"{refusal.finding.place}：{refusal.finding.what}", refusal.finding.fix)
    return fine("模板", f"{len(paths)}个，在 {paths[0].parent}")


def check_trial(_: Machine) -> Diagnosis:
    """The sample, filled into its template, read and scored, gets the points it must get."""
    try:
        total = _trial_total()
    except Refusal as refusal:
        return broken("试算", f"{refusal.finding.place}：{refusal.finding.what}", refusal.finding.fix)
    if total != _EXPECTED:
        got = "没有得出总分" if total is None else f"总分为{plain(total)}"
        return broken("试算", f"样例应得{plain(_EXPECTED)}分，{got}", _REINSTALL)
    return fine("试算", f"样例得{plain(total)}分，正确")


def _trial_total() -> Decimal | None:
    from jxbook.making.sample import write_workbook
    from jxbook.policy import load_policy
    from jxbook.recognition import open_form
    from jxbook.samples import DEFAULT_SAMPLE, load_sample
    from jxbook.scoring import score

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "trial.xlsx"
        write_workbook(load_sample(DEFAULT_SAMPLE), path)
        form = open_form(path)
    return score(form, load_policy(form.policy_id)).total


def check_folder(machine: Machine, folder: PurePath) -> Diagnosis:
    """Results and reports are written beside the workbook."""
    if machine.disk.writable(folder):
        return fine("文件夹", f"{folder} 可以写入")
    return broken(
        "文件夹", f"{folder} 不能写入，报告无法保存", "请把自评表移到可以写入的文件夹，如“文档”或桌面"
    )
