"""The parts of a form, each found by its printed labels. `workbook.recognise` puts them together."""
