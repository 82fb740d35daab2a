"""Checks of a whole form: `check(case: Case)`."""
