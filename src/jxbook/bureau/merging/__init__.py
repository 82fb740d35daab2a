"""Sub-units' forms → the parent's: absolute values add, relative ones are weighed by money, all else is for a person."""
