"""Worksheet formulas that print themselves and evaluate themselves.

`expression` is what they are made of, `worksheet` the functions, `contents` what stands in cells.
"""
