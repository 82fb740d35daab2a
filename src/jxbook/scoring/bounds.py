"""An actual that carries a sign: a bound, the sign that a system prints before it on export, or a copied target."""

from __future__ import annotations

from jxbook.values import Actual, Kind, Sign, Target, fold


def is_settled(target: Target, actual: Actual, *, met: bool) -> bool:
    """Does an actual with a sign tell whether the target is reached? `met`: the number that it names reaches it."""
    bound = actual.bound
    if bound is None or is_exported(target, actual):
        return True
    least = target.sign.is_least or target.sign is Sign.EQUAL
    return met and ((least and bound.is_least) or (target.sign.is_most and bound.is_most))


def is_exported(target: Target, actual: Actual) -> bool:
    """Is the sign that of the target, which the official 一体化 system prints before every actual on export? Not where
    the whole entry copies the target, and not before a time."""
    return (
        actual.bound is not None
        and actual.bound is target.sign
        and actual.kind is Kind.NUMBER
        and fold(actual.text) != fold(target.text)
        and fold(actual.text).startswith(str(target.sign))
    )
