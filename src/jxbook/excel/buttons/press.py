"""What surrounds every button: the status bar while it works, and a sentence when it fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from jxbook.finding import Refusal

TITLE = "绩效评价"


def press(book: Any, doing: str, work: Callable[[Any], str | None]) -> None:
    """Run `work` on the book (None: the one whose button was pressed).

    What it returns stays in the status bar; without that, and after a failure, Excel has its bar back.
    """
    if book is None:
        import xlwings

        book = xlwings.Book.caller()
    app = book.app
    left: str | bool = False
    try:
        app.status_bar = f"{doing}，请稍候……"
        left = work(book) or False
    except Refusal as refusal:
        _complain(app, str(refusal))
    except Exception as error:  # the last resort: whatever we overlooked still ends in a sentence
        what = " ".join(f"{type(error).__name__}：{error}".split())[:300]
        _complain(
            app,
            f"JX950 [{doing}] 操作没有完成 — {what} — 请保存工作簿，关闭其他对话框后重试；"
            "仍不成功的，把这段文字发给维护人员",
        )
    finally:
        with suppress(Exception):  # a busy Excel must not hide the message above
            app.status_bar = left


def tell(app: Any, message: str) -> None:
    """Say something that the user has to know."""
    app.alert(message, TITLE, mode="info")


def ask(app: Any, question: str) -> bool:
    """Ask; True for yes."""
    return bool(app.alert(question, TITLE, buttons="yes_no", mode="critical") == "yes")


def _complain(app: Any, message: str) -> None:
    with suppress(Exception):  # where Excel shows no box, nothing else can be shown either
        app.alert(re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", message), TITLE, mode="critical")
