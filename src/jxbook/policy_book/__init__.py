"""An office's rules as a workbook: written to be filled in, read back as a policy. Nobody has to see TOML."""

from jxbook.policy_book.draft import draft_workbook
from jxbook.policy_book.read import read_policy_workbook

__all__ = ["draft_workbook", "read_policy_workbook"]
