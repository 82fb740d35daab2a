"""The bureau: a folder of forms → one roll-up, a notice, returns, a merged form; and the re-check of a sample.

`walk` finds the files, `reading` takes each through the one door in a process of its own (`executors`), `store` keeps
what came of it, and everything that is written (`rollup`, `notice`, `returns`) is made from the store alone.
"""
