"""Word documents drawn from rows of texts."""

from word_tables import beijing, word

__all__ = ["beijing", "word"]
