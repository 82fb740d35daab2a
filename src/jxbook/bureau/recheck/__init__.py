"""抽查复核: a sample with its reasons, the workpaper for a form, and what self-evaluation and re-check differ in."""
