"""Checks of many forms against each other: `check(case: Many)` yields `Joint`s."""
