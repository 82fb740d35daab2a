"""What every host says when something fails that nobody foresaw. A cell says #VALUE! instead, which no sum skips."""

from __future__ import annotations

from jxbook.refusals.entry import Words, refusal

_LONGEST = 300
_REPORT = "仍不成功的，把这段文字发给维护人员"


def _told(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}：{error}".split())[:_LONGEST]


@refusal("JX950")
def failed_in_excel(doing: str, error: Exception) -> Words:
    """操作没有完成（Excel）

    何时出现
        点了按钮，程序遇到没有料到的情况。已经保存的内容不受影响。

    怎么办
        保存工作簿，关闭其他对话框后重试；仍不成功的，把提示的全文发给维护人员。
    """
    fix = f"请保存工作簿，关闭其他对话框后重试；{_REPORT}"
    return Words(doing, _told(error), fix, "操作没有完成")


@refusal("JX969")
def failed_in_libreoffice(error: Exception) -> Words:
    """操作没有完成（LibreOffice）

    何时出现
        点了菜单，程序遇到没有料到的情况。已经保存的内容不受影响。

    怎么办
        保存文档，重新打开 LibreOffice 后重试；仍不成功的，把提示的全文发给维护人员。
    """
    fix = f"请保存文档，重新打开 LibreOffice 后重试；{_REPORT}"
    return Words("绩效评价", _told(error), fix, "操作没有完成")


@refusal("JX999")
def failed_in_command(error: Exception) -> Words:
    """程序内部出错

    何时出现
        命令遇到没有料到的情况而中止。已有的文件只会整份替换，不会写坏。

    怎么办
        把提示的那一行和所用的文件发给维护人员。
    """
    return Words("jxbook", _told(error), "请把这一行和所用的文件发给维护人员；文件只会整份替换，不会只写一半")
