"""核对单: what the person who made a report has to settle before it is handed in, and where each figure comes from.

It stays in the office. What is doubtful, assumed or not proven is said here and nowhere in the report.
"""

from __future__ import annotations

from jxbook.slip.products import Products, products, slip_name

__all__ = ["Products", "products", "slip_name"]
