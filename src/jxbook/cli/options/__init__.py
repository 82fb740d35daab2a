"""The commands with their options, by who uses them. What is said of each, all in Chinese, is the user's help."""
