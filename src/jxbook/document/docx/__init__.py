"""A Document as a Word file, and the styles it is written in."""
