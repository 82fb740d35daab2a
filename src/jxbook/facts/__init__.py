"""What a report may say: the figures of a form and its scoring, written as they are to be read.

Every text here is taken from the form or computed by the scoring; nothing is made up.
"""
