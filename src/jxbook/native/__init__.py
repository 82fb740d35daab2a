"""Scores where no Python is: a policy compiled into worksheet formulas, for WPS, blocked macros and phones.

A row earns what the core gives it, or says 待核对: the vocabulary is closed, and every list of it is the core's own.
`words` and `name_words` are the lists, `entry` how a cell is read, `place` what the labels and the name tell, `odd` what
only the core can read, `comparable` whether two entries are of one kind, `quantity` and `wording` what a row is worth,
`row` all of it; `fallback` 执行率 and 等级, `layer` all formulas of a form, `sheets` the two hidden sheets that hold them.
"""
