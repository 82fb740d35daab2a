"""Checks of one indicator row: `check(row: Row)`."""
