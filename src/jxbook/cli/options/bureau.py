"""The commands of a finance bureau, over the forms of many units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.cli.options.shared import add_policy, add_store, day, path, run

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.cli.chinese import Commands


def _batch(commands: Commands) -> None:
    batch = commands.add_parser("batch", help="读取文件夹里所有的自评表，写出汇总表")
    batch.add_argument(
        "folders", nargs="+", metavar="文件夹", help="自评表所在的文件夹，可以写几个；或 fsspec 网址"
    )
    batch.add_argument(
        "-o", "--output", type=path, required=True, metavar="汇总表", help="写到哪个文件（.xlsx）"
    )
    batch.add_argument(
        "--merge", action="store_true", help="把下属各单位的自评表合并成一份：绝对数相加，相对数按资金加权"
    )
    batch.add_argument("--reports", type=path, metavar="文件夹", help="每份自评表的报告写到哪里")
    batch.add_argument("--returns", type=path, metavar="文件夹", help="给每个单位的退回意见写到哪里")
    batch.add_argument("--notice", type=path, metavar="通报", help="汇总情况的通报写到哪个文件（.docx）")
    batch.add_argument(
        "--expected",
        type=path,
        metavar="清单",
        help="应报送的项目清单（.xlsx），用来列出未报、迟报的项目",
    )
    batch.add_argument(
        "--deadline", type=day, default="", metavar="日期", help="重新报送的期限，如 2025-03-31"
    )
    add_policy(batch, "所有的表都改用这个评价政策：编号，或政策文件（.toml）")
    batch.add_argument("--jobs", type=int, metavar="个数", help="同时用几个进程；省略时按处理器个数")
    batch.add_argument(
        "--cluster", default="", metavar="地址", help="Dask 调度程序的地址，如 tcp://10.0.0.5:8786"
    )
    add_store(batch)
    batch.add_argument("--fresh", action="store_true", help="不用以前的结果，全部重新读取")
    batch.set_defaults(run=run("batch"))


def _recheck(commands: Commands) -> None:
    recheck = commands.add_parser("recheck", help="抽查复核，后面写 draw、paper 或 compare")
    recheck.set_defaults(run=run("recheck"))


def _recheck_draw(commands: Commands) -> None:
    draw = commands.add_parser("recheck draw", help="从汇总表里抽取要复核的项目，写明理由")
    draw.add_argument("rollup", type=path, metavar="汇总表", help="jxbook batch 写的汇总表")
    draw.add_argument("-n", dest="count", type=int, required=True, metavar="份数", help="抽多少份")
    draw.add_argument(
        "--by",
        choices=("chance", "money", "risk"),
        default="chance",
        help="怎样抽：chance 随机（默认），money 金额大的多抽，risk 疑点多的先抽",
    )
    draw.add_argument("--seed", type=int, metavar="种子", help="写上次显示的种子，抽到的是同样的项目")
    add_store(draw)
    draw.set_defaults(run=run("recheck"))


def _recheck_paper(commands: Commands) -> None:
    paper = commands.add_parser("recheck paper", help="为一份自评表写出复核底稿")
    paper.add_argument("file", type=path, metavar="自评表", help="要复核的自评表")
    add_policy(paper, "改用另一个评价政策：编号，或政策文件（.toml）")
    paper.add_argument("--sheet", metavar="名称", help="文件里有几张自评表时，复核哪一张")
    paper.add_argument(
        "-o", "--output", type=path, required=True, metavar="底稿", help="写到哪个文件（.xlsx）"
    )
    paper.set_defaults(run=run("recheck"))


def _recheck_compare(commands: Commands) -> None:
    compare = commands.add_parser("recheck compare", help="比较自评与复核：完成值、得分、等级、文字")
    compare.add_argument("file", type=path, metavar="自评表", help="单位报送的自评表")
    compare.add_argument("reviewed", type=path, metavar="复核", help="填好的复核底稿，或复核后的自评表")
    compare.add_argument("--rollup", type=path, metavar="汇总表", help="把复核得分记入这份汇总表")
    add_store(compare)
    compare.set_defaults(run=run("recheck"))


ADD: Mapping[str, Callable[[Commands], None]] = {
    "batch": _batch,
    "recheck": _recheck,
    "recheck draw": _recheck_draw,
    "recheck paper": _recheck_paper,
    "recheck compare": _recheck_compare,
}
"""Command → what adds it with its options."""
