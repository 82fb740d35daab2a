"""Worksheet formulas that print themselves and evaluate themselves.

`contents` is what stands in cells, `expression` what formulas are made of, `worksheet` the functions in them and
`function` how such a one is made.
"""
