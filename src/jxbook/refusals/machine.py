"""A machine cannot be set up, or a bundle cannot be made."""

from __future__ import annotations

from jxbook.refusals.entry import Words, refusal


@refusal("JX970")
def no_pip(place: str) -> Words:
    """这个 Python 里没有 pip

    何时出现
        制作安装包时，所需的文件由 pip 下载，而运行 jxbook 的 Python 里没有它。

    怎么办
        先运行 python -I -m ensurepip，再重新运行 jxbook bundle。
    """
    return Words(
        place, "安装包里的文件由 pip 下载", "请先运行 python -I -m ensurepip，再重新运行 jxbook bundle"
    )


@refusal("JX971")
def no_network(what: str) -> Words:
    """下载失败，连接不上软件源

    何时出现
        制作安装包的机器连不上 Python 软件源。填报用的机器不需要网络。

    怎么办
        检查网络和代理后重试；用单位镜像的，先设置环境变量 PIP_INDEX_URL。
    """
    return Words(
        what,
        "制作安装包的这台机器需要能访问 Python 软件源（pypi.org 或单位的镜像）",
        "请检查网络和代理后重试；用镜像的，请先设置环境变量 PIP_INDEX_URL",
    )


@refusal("JX972")
def cannot_be_had(what: str, told: str) -> Words:
    """取不到安装所需的文件

    何时出现
        软件源里没有那个 Python 版本、那种系统所用的文件，或各个组件所需的版本互相矛盾。没有写入安装包。

    怎么办
        核对 --python；软件源里没有对应版本的，换一个 Python 版本，如 3.11。
    """
    return Words(
        what,
        f"pip 报告：{told}",
        "请核对 --python；软件源里没有对应版本的，请换一个 Python 版本",
    )


_OTHER_PYTHON = "请换一个 --python 版本，如 3.11"


@cannot_be_had.also
def contradictory(what: str) -> Words:
    """Versions that exclude each other."""
    return Words(what, "所需的各个版本互相矛盾", _OTHER_PYTHON)


@cannot_be_had.also
def without_dlls(what: str) -> Words:
    """An xlwings that Excel cannot load."""
    why = "xlwings 没有供这个 Python 版本用的 Windows 文件（缺 DLL），Excel 里的函数用不了"
    return Words(what, why, _OTHER_PYTHON)


@refusal("JX973")
def folder_not_empty(place: str) -> Words:
    """文件夹不是空的

    何时出现
        安装包要写到的文件夹里已有文件。为避免混入旧文件，没有写入。

    怎么办
        换一个文件夹，或先清空它。
    """
    return Words(place, "为避免混入旧文件，没有写入", "请换一个文件夹，或先清空它")


@refusal("JX974")
def python_too_old(version: str, oldest: int) -> Words:
    """不能为这个 Python 版本制作安装包

    何时出现
        --python 写的版本太旧，或不是“3.11”这样的写法。

    怎么办
        改正 --python 后面的版本，如 3.11。
    """
    return Words(version, f"需要 Python 3.{oldest} 或更新的版本", "请改正 --python 后面的版本，如 3.11")


@refusal("JX975")
def no_own_wheel(error: str) -> Words:
    """做不出 jxbook 自己的安装文件

    何时出现
        安装的 jxbook 缺少文件，不能由它还原出安装文件。

    怎么办
        重新安装 jxbook，或在源码文件夹中运行 jxbook bundle。
    """
    return Words("jxbook", f"安装不完整（{error}）", "请重新安装 jxbook，或在源码文件夹中运行")


@refusal("JX976")
def cannot_change(place: str) -> Words:
    """文件未能写入或删除

    何时出现
        设置本机或写入安装包时，没有写入权限，磁盘空间不足，或 Excel 正在使用其中的文件。

    怎么办
        关闭所有 Excel 窗口后重试；仍然不行的，检查该文件夹的权限，或换一个文件夹。
    """
    return Words(
        place,
        "该位置没有写入权限、磁盘空间不足，或 Excel 正在使用其中的文件",
        "请关闭所有 Excel 窗口后重试；仍然不行的，请检查该文件夹的权限",
    )


@cannot_change.also
def bundle_not_written(place: str) -> Words:
    """The bundle's folder."""
    return Words(
        place, "没有写入权限，或磁盘空间不足", "请换一个可以写入的文件夹，清空它后重试", "安装包未能写入"
    )


@refusal("JX977")
def no_excel(command: str) -> Words:
    """本系统没有 Excel

    何时出现
        在 Windows、Mac、Linux 以外的系统上运行 jxbook install。Excel 只有 Windows 和 Mac 版本，这里没有可做的设置。

    怎么办
        要在 LibreOffice 中使用，运行 jxbook install --libreoffice；命令行不需要设置。
    """
    return Words(
        command,
        "Excel 只有 Windows 和 Mac 版本，这里没有可做的设置",
        f"在 LibreOffice 中使用请运行 {command} --libreoffice",
    )


@refusal("JX978")
def macros_unreadable(place: str, error: str) -> Words:
    """文件中的宏读不出来

    何时出现
        jxbook doctor 检查工作簿时，宏的部分已损坏，或没有安装 pyOpenVBA。

    怎么办
        用 jxbook new 重新生成工作簿，再抄入填报内容；没有安装 pyOpenVBA 的，重新安装 jxbook。
    """
    return Words(
        place,
        f"宏的部分已损坏，或没有安装 pyOpenVBA（{error}）",
        "请用 jxbook new 重新生成工作簿；没有安装 pyOpenVBA 的，请重新安装 jxbook",
    )


_OWN_FOLDER = "请写一个只放自评表的文件夹的完整位置，如 D:\\绩效评价"


@refusal("JX996")
def too_wide_to_trust(place: str) -> Words:
    """这个文件夹不能设为受信任位置

    何时出现
        jxbook install --trust 后面写的文件夹不存在，或者太宽（整个磁盘、整个用户文件夹、网络位置）。没有改动。

    怎么办
        写一个只放自评表的文件夹的完整位置，如 D:\\绩效评价。
    """
    why = "整个磁盘、整个用户文件夹、网络位置都太宽，别人放进去的文件也会得到信任"
    return Words(place, why, _OWN_FOLDER)


@too_wide_to_trust.also
def nothing_to_trust(place: str) -> Words:
    """A folder that is not there."""
    return Words(place, "没有这个文件夹，或没有写完整位置", _OWN_FOLDER)


@too_wide_to_trust.also
def trust_elsewhere(place: str) -> Words:
    """Another system."""
    return Words(place, "只有 Windows 的 Excel 有受信任位置", "在这个系统上不需要设置")


@refusal("JX979")
def installed_by_others(place: str) -> Words:
    """这里已经装有另一份 jxbook

    何时出现
        自评表要找的位置已有一份安装包装好的 jxbook。为避免破坏它，没有改动。

    怎么办
        继续使用那一份，不需要处理。要改用这一份的，先关闭 Excel，把该文件夹删除或改名，再重试。
    """
    return Words(
        place,
        "自评表现在使用的是那一份，为避免破坏它，没有改动",
        "要改用本程序所在的 Python，请先关闭 Excel，把该文件夹删除或改名，再重试",
    )
