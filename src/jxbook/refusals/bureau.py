"""A run over many files cannot begin, or cannot go on; what was finished is kept."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.refusals.commands import wrong_call
from jxbook.refusals.entry import Words, refusal

_AGAIN = "再运行一次同样的命令，不带 --fresh，会从停下的地方接着做"


@refusal("JX980")
def no_folder(place: str) -> Words:
    """不是文件夹

    何时出现
        jxbook batch 后面要写文件夹，所写的位置没有文件夹，或者是一个文件。

    怎么办
        核对路径；路径中有空格的加上引号。只处理一个文件的，用 jxbook score、check 或 report。
    """
    return Words(place, "这个位置没有文件夹，或者是一个文件", "请核对路径，有空格的加上引号后重试")


@no_folder.also
def no_files(place: str) -> Words:
    """A folder without any form."""
    return Words(
        place,
        "其中没有可以汇总的文件（.xlsx、.xlsm、.xls、.docx）",
        "请核对文件夹是否正确，压缩包请先解压",
        "文件夹里没有自评表",
    )


@refusal("JX981")
def folder_unreadable(place: str) -> Words:
    """文件夹不能读取

    何时出现
        没有读取权限，网络盘断开，或网址的类型本机不支持。为避免漏掉其中的自评表，没有开始汇总。

    怎么办
        检查权限和网络连接后重试；对象存储的网址（如 s3://）另需安装对应的 fsspec 组件。
    """
    return Words(place, "没有读取权限，网络盘断开，或网址的类型本机不支持", "请检查权限和网络连接后重试")


@refusal("JX982")
def worker_died(place: str) -> Words:
    """读取这个文件时进程中断

    何时出现
        批量处理中，读取这个文件的进程异常退出，或超过了时限；单独再试一次，结果相同。其他文件不受影响。

    怎么办
        用 Excel 或 Word 打开这个文件，另存一份后重试；仍不成功的，把文件发给维护人员。
    """
    return Words(
        place,
        "读取它的进程异常退出或超过时限，单独再试一次结果相同",
        "请用 Excel 或 Word 打开后另存一份，放回文件夹再运行一次",
    )


@worker_died.also
def workers_do_not_start(place: str) -> Words:
    """No worker lives long enough to read a single file."""
    return Words(
        place,
        "每个读取文件的进程一启动就中断，可能被安全软件拦截，或内存不足",
        "请检查安全软件和内存，用 --jobs 1 再试",
        "读取文件的进程不能启动",
    )


@refusal("JX983")
def no_cluster(place: str, error: Exception) -> Words:
    """连接不上集群

    何时出现
        --cluster 后面的地址没有 Dask 调度程序，网络不通，或者中途断开。已经完成的结果保存在结果库里。

    怎么办
        在那台机器上先运行 dask scheduler，再运行 dask worker；核对地址，如 tcp://10.0.0.5:8786。
    """
    told = " ".join(f"{type(error).__name__}：{error}".split())[:200]
    return Words(
        place,
        f"调度程序没有应答（{told}）；已经完成的结果保存在结果库里",
        f"请核对地址，确认 dask scheduler 和 dask worker 已经启动；{_AGAIN}",
    )


@no_cluster.also
def no_workers(place: str) -> Words:
    """A scheduler without workers."""
    return Words(
        place,
        "调度程序在运行，但没有工作进程",
        f"请在各台机器上运行 dask worker {place}",
        "集群里没有工作进程",
    )


@no_cluster.also
def other_version(place: str, theirs: str, ours: str) -> Words:
    """Workers that would answer differently, or not at all."""
    return Words(
        place,
        f"工作进程上的 jxbook 是“{theirs}”，本机是“{ours}”，结果可能不同",
        f"请在各台机器上安装同一版本的 jxbook {ours}，重新启动 dask worker",
        "集群上的 jxbook 版本不同",
    )


@refusal("JX984")
def no_store(place: str, error: Exception | None) -> Words:
    """结果库打不开

    何时出现
        --store 写的数据库连接不上、没有权限、缺少驱动程序，或者汇总表旁边的结果库文件已损坏、里面不是本程序写的内容、正由另一个程序占用。

    怎么办
        核对 --store 的写法，如 postgresql+psycopg://用户@服务器/库名；结果库文件损坏的，删除该文件后重新运行，结果可以重新算出。
    """
    if error is None:
        return Words(
            place,
            "里面的内容不是本程序写的，或者已经损坏",
            "请确认汇总表旁边的结果库没有被别的文件替换；不需要里面往年的结果时，删除后重新运行，结果可以重新算出",
        )
    told = " ".join(f"{error}".split())[:200] or type(error).__name__
    if "database is locked" in told:
        return Words(
            place, f"另一个程序正占用它（{told}）", "请关闭那个程序，或等另一次运行结束，再运行一次同样的命令"
        )
    return Words(
        place,
        f"数据库没有打开（{told}）",
        "请核对 --store 的写法（如 postgresql+psycopg://用户@服务器/库名）和数据库是否已经启动；结果库文件损坏的，删除后重新运行",
    )


@refusal("JX985")
def open_elsewhere(place: str, finished: int = 0) -> Words:
    """要写入的文件正开着

    何时出现
        要写入的汇总表、通报、退回意见或报告旁边有 Excel、Word、WPS 或 LibreOffice 的锁定文件，说明有人正打开着它。
        原来的文件没有改动。

    怎么办
        关闭打开的文件后再运行一次；确实没有人打开的，删除旁边以 ~$ 或 .~lock 开头的文件，或换一个文件名。
    """
    read = f"；{_kept(finished)}，{_AGAIN}" if finished else ""
    return Words(
        place,
        "有人正在 Excel、Word、WPS 或 LibreOffice 中打开它；原来的文件没有改动",
        f"请关闭后重试，或换一个文件名{read}",
    )


@refusal("JX986")
def second_writer(place: str) -> Words:
    """另一次运行正在写同一个汇总表

    何时出现
        同一台机器或网络盘上，另一条 jxbook batch 命令正在用同一个 -o。本次没有开始，没有改动任何文件。

    怎么办
        等那一次结束；要同时汇总另一批文件的，用 -o 换一个文件名。
    """
    return Words(
        place, "另一条 jxbook batch 命令正在写它；本次没有开始", "请等那一次结束，或用 -o 换一个文件名"
    )


@refusal("JX987")
def not_our_rollup(place: str) -> Words:
    """这个位置有一个不是汇总表的文件

    何时出现
        -o 写的文件已经存在，而它不是 jxbook batch 写的汇总表、通报或合并表。为避免覆盖，没有开始汇总。

    怎么办
        换一个文件名，或先把原来的文件移走。
    """
    return Words(place, "它不是本程序写的，为避免覆盖，没有开始", "请用 -o 换一个文件名，或先移走原来的文件")


@refusal("JX988")
def stopped_by_disk(place: str, finished: int) -> Words:
    """写不下去了，已停止

    何时出现
        汇总途中磁盘已满，或文件夹不再能写入，或者按了 Ctrl-C。已经完成的文件的结果保存在结果库里，原有的汇总表没有改动。

    怎么办
        清理磁盘空间、检查文件夹的权限，再运行一次同样的命令，不带 --fresh（它会全部重读），会从停下的地方接着做。
    """
    return Words(
        place,
        f"磁盘已满，或文件夹不再能写入；{_kept(finished)}",
        f"请清理磁盘空间、检查权限；{_AGAIN}",
    )


@stopped_by_disk.also
def interrupted(place: str, finished: int) -> Words:
    """Somebody pressed Ctrl-C."""
    return Words(place, f"按了 Ctrl-C；{_kept(finished)}", _AGAIN, "已停止")


def _kept(finished: int) -> str:
    """What is in the store."""
    return f"本次读完的{finished}份保存在结果库里" if finished else "以前读完的仍在结果库里"


@refusal("JX989")
def no_roster(place: str, heading: str) -> Words:
    """没有认出项目清单

    何时出现
        --expected 后面的工作簿里，没有找到写着“项目名称”和至少另一栏（项目编码、主管部门、实施单位、预算数、
        报送期限、报送日期）的表头，或者表头下面没有项目。

    怎么办
        在清单的第一行写明各栏的名称，每个项目一行；金额栏的名称写明单位，如“年初预算数（万元）”。
    """
    return Words(
        place,
        f"没有找到写着“{heading}”的表头，或者表头下面没有项目",
        "请写明各栏的名称（项目名称、项目编码、主管部门、实施单位、预算数、报送期限、报送日期），每个项目一行",
    )


@refusal("JX990")
def bureau_not_installed(missing: Sequence[str]) -> Words:
    """没有安装汇总所需的组件

    何时出现
        运行 jxbook batch 或 jxbook recheck，而安装 jxbook 时没有带上财政局、主管部门用的组件。

    怎么办
        在安装 jxbook 的文件夹里运行 pip install ".[bureau]"。
    """
    return Words(
        "jxbook", f"缺少：{'、'.join(missing)}", '请在安装 jxbook 的文件夹里运行 pip install ".[bureau]"'
    )


@refusal("JX991")
def no_run(place: str) -> Words:
    """找不到这份汇总表的结果

    何时出现
        jxbook recheck 要用汇总时的结果，而汇总表旁边没有同名的 .sqlite 文件，或结果库里没有这份汇总表。

    怎么办
        核对汇总表的位置；汇总时用了 --store 的，这里也写上；移动过汇总表的，先在新位置重新汇总一次。
    """
    return Words(
        place,
        "结果库里没有这份汇总表",
        "请核对汇总表的位置，汇总时用了 --store 的这里也写上；移动过的请重新汇总一次",
    )


@refusal("JX994")
def not_reviewed(place: str) -> Words:
    """复核底稿还没有填写

    何时出现
        jxbook recheck compare 的复核底稿里，“复核得分”一栏全是空的。

    怎么办
        复核人填写“复核得分”（与自评相同的行可以空着）后再比较。
    """
    return Words(place, "“复核得分”一栏全是空的", "请由复核人填写后再比较，与自评相同的行可以空着")


@not_reviewed.also
def not_in_rollup(place: str) -> Words:
    """A form that the roll-up does not have."""
    return Words(
        place,
        "汇总表里没有名称、单位和年度都相同的项目",
        "请核对自评表与汇总时的是不是同一份",
        "汇总表里没有这个项目",
    )


@wrong_call.also
def recheck_what(command: str) -> Words:
    """Only the first word of a command of two."""
    return Words(
        command,
        "后面要写做什么：draw 抽取项目，paper 写底稿，compare 比较结果",
        f"请用 {command} draw --help 等查看用法",
    )


@refusal("JX993")
def nothing_to_merge(place: str, forms: int) -> Words:
    """没有可以合并的自评表

    何时出现
        jxbook batch --merge 的文件夹里，读出的自评表不到两份。

    怎么办
        核对文件夹；读不出的文件先用 jxbook check 看原因。
    """
    return Words(
        place,
        f"读出的自评表只有{forms}份，合并至少要两份",
        "请核对文件夹；读不出的文件用 jxbook check 查看原因",
    )
