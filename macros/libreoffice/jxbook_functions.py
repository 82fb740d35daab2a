"""jxbook in LibreOffice: the cell functions and the commands of the menu 绩效评价.

Written by `jxbook install --libreoffice`, please do not edit. LibreOffice's own Python runs this, so the
search path of jxbook is appended to its own. All that is more than a window on the screen is in jxbook.
"""

import os
import sys

PYTHON_PATHS = []  # where jxbook and what it needs are installed; filled in by the installation
NOT_LOADED = ""  # what to say when it cannot be imported; as above

# The current folder, in which LibreOffice may have been started beside a document of others, is no place for modules.
_HERE = os.getcwd()  # noqa: PTH109 - pathlib itself could be one from there
sys.path[:] = [path for path in sys.path if path not in ("", _HERE) or path in PYTHON_PATHS]
sys.path += [path for path in PYTHON_PATHS if path not in sys.path]


def answer(function, given):
    """What a cell shows; Basic calls it for every JX_ function."""
    from jxbook.libreoffice.cells import answer

    return answer(function, given)


def check_document(*_):
    """校验"""
    return _run("正在校验……", "check_document")


def write_report(*_):
    """生成报告"""
    return _run("正在生成报告……", "write_report")


def _run(status, command):
    """Run a command of jxbook.libreoffice.macros on the open document, and say how it ended."""
    document = _office().getDocument()
    indicator = document.CurrentController.Frame.createStatusIndicator()
    indicator.start(status, 0)
    try:
        try:
            from jxbook.libreoffice import macros
        except (ImportError, SyntaxError) as error:
            text = NOT_LOADED.format(version=sys.version.split()[0], error=error)
        else:
            opened = macros.OpenDocument(document, _confirm, _inform, _load)
            text = getattr(macros, command)(opened)
    finally:
        indicator.end()
    _inform(text)
    return text


def _load(path):
    """Open a file; without a window of its own the document is nobody's to look at."""
    if _window() is None:
        return True
    try:
        return _office().getDesktop().loadComponentFromURL(path.as_uri(), "_blank", 0, ()) is not None
    except Exception:  # without Writer the file is there all the same
        return False


def _inform(text):
    _show("INFOBOX", 1, text)


def _confirm(question):
    """The user's yes; where there is no window nobody can be asked, and the work goes on."""
    yes_no, yes = 3, 2
    return _show("QUERYBOX", yes_no, question) in (None, yes)


def _show(kind, buttons, text):
    import uno

    window = _window()
    if window is None:
        return None
    box = window.getToolkit().createMessageBox(
        window, uno.Enum("com.sun.star.awt.MessageBoxType", kind), buttons, "绩效评价", text
    )
    return box.execute()


def _office():
    """The open document and the desktop; LibreOffice gives them to the module when it has loaded it."""
    return XSCRIPTCONTEXT  # noqa: F821


def _window():
    """The document's window where there is one on the screen."""
    window = _office().getDocument().CurrentController.Frame.ContainerWindow
    return window if window.isVisible() else None


g_exportedScripts = (check_document, write_report)
