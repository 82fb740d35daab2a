"""The commands with their options, by who uses them. What is said of each, all in Chinese, is the user's help."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "clerk": ("demo", "new", "import", "score", "check", "report"),
    "bureau": ("batch", "recheck", "recheck draw", "recheck paper", "recheck compare"),
    "rules": ("policy", "policy new", "policy add", "policy outline", "policy remove", "rule"),
    "machine": ("renew", "install", "doctor", "bundle"),
}
"""User, which is the module of their commands → the commands, in the order of the help."""
