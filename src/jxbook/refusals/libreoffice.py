"""LibreOffice cannot be set up, or a command of its menu cannot do its work."""

from __future__ import annotations

from jxbook.refusals.entry import Words, refusal


@refusal("JX960")
def libreoffice_runs(place: str) -> Words:
    """LibreOffice 正在运行

    何时出现
        装入或移除函数时 LibreOffice 还开着。它退出时会重写配置，装入的内容会丢失，所以没有改动。

    怎么办
        关闭所有 LibreOffice 窗口后重试。已经关闭的，删除提示的文件夹中的 .lock 文件。
    """
    return Words(
        place,
        "它退出时会重写配置，装入的内容会丢失",
        "请关闭所有 LibreOffice 窗口后重试；如果已经关闭，请删除该文件夹中的 .lock 文件",
    )


@refusal("JX961")
def unknown_settings(place: str) -> Words:
    """LibreOffice 的配置文件无法识别

    何时出现
        配置文件已损坏，或被其他程序改写。没有改动。

    怎么办
        先打开并关闭一次 LibreOffice；仍不行时，将该文件改名后重试。
    """
    return Words(
        place,
        "文件已损坏，或被其他程序改写；没有作任何修改",
        "请先打开并关闭一次 LibreOffice；仍不行时，将该文件改名后重试",
    )


@refusal("JX962")
def no_access_to_profile(place: str) -> Words:
    """LibreOffice 的用户配置无法读写

    何时出现
        没有该文件夹的权限，或磁盘空间不足。没有改动。

    怎么办
        用使用 LibreOffice 的那个用户运行；磁盘已满的，先清理空间。
    """
    return Words(
        place,
        "没有该文件夹的权限，或磁盘空间不足；没有作任何修改",
        "请用使用 LibreOffice 的那个用户运行，或清理磁盘空间后重试",
    )


@refusal("JX963")
def macro_of_others(place: str) -> Words:
    """已有同名的宏

    何时出现
        LibreOffice 里已有一个同名的宏，不是 jxbook 写的。为避免覆盖，没有写入。

    怎么办
        在 LibreOffice 中把这个宏改名后重试。
    """
    return Words(
        place, "该文件不是 jxbook 写的，为避免覆盖，没有写入", "请在 LibreOffice 中把这个宏改名后重试"
    )


@refusal("JX967")
def findings_of_others(sheet: str) -> Words:
    """不能写入校验结果

    何时出现
        文档里已有一张同名的工作表，不是 jxbook 的，或设有密码。为避免覆盖，没有写入。

    怎么办
        将那张工作表改名；设有密码的，撤销工作表保护，再校验一次。
    """
    return Words(sheet, "这张工作表不是 jxbook 的，为避免覆盖，没有写入", "请将它改名后重试")


@findings_of_others.also
def findings_locked(sheet: str) -> Words:
    """The sheet has a password."""
    return Words(sheet, "这张工作表设有密码，不能写入", "请撤销工作表保护，或将它改名后重试")


@refusal("JX968")
def not_loaded(version: str, error: str) -> Words:
    """找不到 jxbook

    何时出现
        在 LibreOffice 中点了菜单，而它自带的 Python 无法载入 jxbook：版本太旧，或 jxbook 已被移动、删除。

    怎么办
        使用 Python 3.11 以上的 LibreOffice，并重新运行 jxbook install --libreoffice。
    """
    return Words(
        "LibreOffice",
        f"LibreOffice 自带的 Python {version} 无法载入（{error}）",
        "请使用 Python 3.11 以上的 LibreOffice，并重新运行 jxbook install --libreoffice",
    )
