"""What surrounds every button: the status bar while it works, and a sentence when it fails."""

from __future__ import annotations

import re
from contextlib import suppress
from importlib import import_module
from typing import Any

from jxbook.excel.journal import note_failure
from jxbook.finding import Refusal
from jxbook.refusals.last_resort import failed_in_excel

TITLE = "绩效评价"


def press(book: Any, doing: str, module: str, work: str) -> None:
    """Run the function `work` of a module of this package on the book (None: the one whose button was pressed).

    It is imported here, so that an incomplete installation ends in a sentence too. What it returns stays in
    the status bar; without that, and after a failure, Excel has its bar back.
    """
    app: Any = None
    left: str | bool = False
    try:
        if book is None:
            import xlwings

            app = xlwings.apps.active
            book = xlwings.Book.caller()
        app = book.app
        app.status_bar = f"{doing}，请稍候……"
        left = getattr(import_module(f"jxbook.excel.buttons.{module}"), work)(book) or False
    except Refusal as refusal:
        _complain(app, str(refusal))
    except Exception as error:  # the last resort: whatever we overlooked still ends in a sentence
        note_failure(doing, error)
        _complain(app, str(failed_in_excel(doing, error)))
    finally:
        with suppress(Exception):  # a busy Excel must not hide the message above
            app.status_bar = left


def tell(app: Any, message: str) -> None:
    """Say something that the user has to know."""
    app.alert(message, TITLE, mode="info")


def ask(app: Any, question: str) -> bool:
    """Ask; True for yes."""
    return bool(app.alert(question, TITLE, buttons="yes_no", mode="info") == "yes")


def _complain(app: Any, message: str) -> None:
    with suppress(Exception):  # where Excel shows no box, nothing else can be shown either
        app.alert(re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", message), TITLE, mode="critical")
