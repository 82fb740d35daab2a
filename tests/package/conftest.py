"""What the tests of this folder share: workbooks by independent writers."""

from written_workbooks import form, remake, written

__all__ = ["form", "remake", "written"]
