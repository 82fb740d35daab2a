"""Checks of a whole report: its parts, their order and numbers, what each part is to say."""
