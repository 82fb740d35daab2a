"""A policy cannot be found, or its file is no good."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.refusals.entry import Words, refusal
from jxbook.refusals.nearest import perhaps

_NAME = "请换一个文件名，如 本单位-2025.toml"


@refusal("JX920")
def unknown_policy(name: str, known: Sequence[str], called_so: Sequence[str] = ()) -> Words:
    """没有这个评价政策

    何时出现
        命令、自评表的“评价政策”一栏或政策文件的 parent 写的编号，自带的和登记的政策中都没有；
        或者写的政策文件不在那个位置。没有计分，也没有改动文件。

    怎么办
        运行 jxbook policy 查看现有的编号，改用其中一个。是本单位的政策文件的，用 jxbook policy add 登记。
    """
    if name.lower().endswith(".xlsx"):
        fix = f"请先运行 jxbook policy add {name}，再写编号 {name[:-5]}"
        return Words(name, "写成工作簿的政策，登记后按编号使用", fix)
    own = "本单位的政策文件，请先用 jxbook policy add 登记" if name else "写在“基本信息”的评价政策一栏"
    if called_so:
        why = f"政策要写编号，名称或适用范围里有“{name}”的是 {'、'.join(called_so)}"
        return Words(name, why, f"请改用其中一个编号，全部政策见 jxbook policy；{own}")
    return Words(
        name or "评价政策",
        f"{perhaps(name, known)}现有的政策是：{'、'.join(known)}",
        f"请改用其中一个；{own}",
    )


@unknown_policy.also
def unknown_policy_in_cell(place: str, name: str, why: str) -> Words:
    """The name stands in a cell; `why` is that of the refusal without it."""
    fix = "请改正该单元格；是本单位的政策，请把它的文件放在同一文件夹，或用 jxbook policy add 登记"
    return Words(place, why, fix, f"没有“{name}”这个评价政策")


@unknown_policy.also
def unknown_policy_made_for(place: str, name: str, why: str) -> Words:
    """The cell is empty, and the policy that the workbook was made with is not on this computer."""
    fix = "请在该单元格写明评价政策；是本单位的政策，请把它的文件放在同一文件夹，或用 jxbook policy add 登记"
    return Words(place, f"这一栏是空的；{why}", fix, f"制表时的政策“{name}”在本机找不到")


@unknown_policy.also
def no_policy_file(place: str) -> Words:
    """A path that leads to no file."""
    return Words(
        place,
        "该位置没有这个文件，或者没有读取权限",
        "请核对文件名和所在的文件夹；按编号选用政策时不写 .toml",
        "没有这个政策文件",
    )


@unknown_policy.also
def parent_not_registered(parent: str) -> Words:
    """A parent that only lies beside the file."""
    return Words(
        parent,
        "登记后的政策只在登记的和自带的政策中查找上级",
        f"请先运行 jxbook policy add {parent}.toml",
        "上级政策还没有登记",
    )


@unknown_policy.also
def not_registered(name: str, registered: Sequence[str]) -> Words:
    """The policy to take away."""
    known = f"登记的政策是：{'、'.join(registered)}" if registered else "本机没有登记本单位的政策"
    return Words(name, perhaps(name, registered) + known, "请用 jxbook policy 查看", "没有登记这个政策")


@unknown_policy.also
def shipped_stays(name: str) -> Words:
    """A policy of jxbook, which cannot be taken away."""
    return Words(name, "程序自带的政策不能取走", "请核对编号；登记的政策见 jxbook policy", "这不是登记的政策")


@refusal("JX921")
def faulty_policy(place: str, faults: str) -> Words:
    """政策文件有误

    何时出现
        政策文件中有不认识的名称、缺少的项目、前后矛盾的值或写法错误，逐处写明第几行。没有按它计分。

    怎么办
        用记事本打开该文件，按提示逐处改正，保存为 UTF-8 编码，再运行 jxbook policy 加文件名检查。
    """
    with_what = "Excel 或 WPS " if place.lower().endswith(".xlsx") else "记事本"
    return Words(place, faults, f"请用{with_what}打开该文件，按提示改正后重试")


@refusal("JX922")
def no_template(place: str) -> Words:
    """找不到这个政策的工作簿模板

    何时出现
        安装不完整，或模板文件已被移动、删除。

    怎么办
        重新安装 jxbook。
    """
    return Words(
        place,
        "安装不完整，或模板文件已被移动、删除",
        "请重新安装 jxbook；在源码目录中可运行 python -m jxbook.templates 重新生成",
    )


@refusal("JX928")
def shadows_shipped(place: str, name: str, path: str) -> Words:
    """本单位的政策文件与程序自带的政策重名

    何时出现
        本单位的政策文件用了自带政策的编号。两者规则不同，无法判断应按哪一个计分，所以哪一个都没有用。

    怎么办
        把文件改名，文件中的 id 一并修改；要在自带政策上修改的，在文件中用 parent 写明沿用它。
    """
    return Words(
        place,
        f"{name} 是自带政策的编号，两者规则不同，无法判断应按哪一个计分",
        f"请把 {path} 改名，文件中的 id 一并修改；要在自带政策上修改的，用 parent 写明沿用它",
    )


@shadows_shipped.also
def name_is_taken(place: str) -> Words:
    """The name for a new policy file."""
    return Words(place, "与程序自带的政策重名", _NAME, "这个文件名不能作政策编号")


@refusal("JX929")
def not_a_policy_name(place: str) -> Words:
    """这个文件名不能作政策编号

    何时出现
        政策文件的文件名就是政策编号，由汉字、字母、数字、横线和点组成，不超过64个字，以 .toml 结尾。

    怎么办
        把文件改名，例如 本单位-2025.toml。
    """
    return Words(place, "编号由汉字、字母、数字、横线和点组成，不超过64个字", _NAME)


@not_a_policy_name.also
def cannot_be_registered(place: str) -> Words:
    """The file to register."""
    return Words(
        place,
        f"{place} 不是以 .toml 结尾的文件，或者文件名中有空格、符号",
        "请核对文件名，如 本单位-2025.toml",
        "不能登记这个文件",
    )


@not_a_policy_name.also
def not_an_outline_name(place: str) -> Words:
    """The name for an outline of an office's own."""
    return Words(
        place,
        "提纲的文件名由汉字、字母、数字、横线和点组成，不超过64个字，以 .txt 结尾",
        "请换一个文件名，如 本单位提纲.txt",
        "这个文件名不能作提纲",
    )


@name_is_taken.also
def outline_is_taken(place: str, policy: str) -> Words:
    """Another registered policy has an outline of this name that says something else."""
    return Words(
        place,
        f"登记的政策 {policy} 也用名为 {place} 的提纲，内容不同，登记后会替换它的提纲",
        "请把提纲文件改名，政策文件中的 outline 一并修改",
        "提纲文件重名",
    )
