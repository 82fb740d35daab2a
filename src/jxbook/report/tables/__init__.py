"""The tables and charts of a report."""
