"""Charts as values: measured, written as a part of the file, placed in the text."""
