"""oletools' olevba as a function: an independent reader of the macros in a workbook."""

from __future__ import annotations

import warnings
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it speaks of old names of pyparsing
    from oletools.olevba import VBA_Parser, decompress_stream

__all__ = ["decompress_stream", "modules"]


def modules(path: Path | str) -> dict[str, str]:
    """Every VBA module of a workbook, by name, with plain line ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = VBA_Parser(str(path))
        try:
            found = list(parser.extract_macros())
        finally:
            parser.close()
    return {stream.rpartition("/")[2]: code.replace("\r\n", "\n") for _, stream, _, code in found}
