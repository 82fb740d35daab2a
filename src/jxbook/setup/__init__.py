"""Setting a machine up: `install` for Excel, `doctor`, and the `bundle` for machines without internet."""
