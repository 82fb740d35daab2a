"""Checks of running text: the text cells of a form, and the paragraphs of a report."""
