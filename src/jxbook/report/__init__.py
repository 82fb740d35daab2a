"""Form × Policy × Scoring → the report, by an outline."""

from jxbook.report.compose import compose, compose_facts

__all__ = ["compose", "compose_facts"]
