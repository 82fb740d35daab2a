"""Slips of the pen that are seen in official papers again and again; the list is data, slips.toml."""

from __future__ import annotations

from pathlib import Path

from jxbook.prose.wordlist import WordList

SLIPS = WordList(Path(__file__).with_suffix(".toml"))
