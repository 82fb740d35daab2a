"""Scores where no Python is: a policy compiled into worksheet formulas, for WPS, blocked macros and phones.

A row earns what the core gives it, or says 待核对: the vocabulary is closed, and every list of it is the core's own.
`words` are the lists, `entry` how a cell is read, `place` what the labels and the name tell, `quantity` and `wording`
what a row is worth, `row` all of it; `money` 执行率 and 等级, `sheets` the two hidden sheets that hold the row formulas.
"""
