"""Checks of a form against another one: `check(pair: Pair)`."""
