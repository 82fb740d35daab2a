"""Excel's errors as they arrive in Python."""

ERROR_CODES = range(-2146826300, -2146826200)
"""The numbers that stand for them. xlwings knows the old ones by name; #SPILL! would pass for a number."""
