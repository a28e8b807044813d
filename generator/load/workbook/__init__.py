"""Reading a workbook: from its bytes to the same trees as YAML gives, with the cell of each value."""

from generator.load.workbook.grids import Grid
from generator.load.workbook.sheets_as_text import grid_of_text
from generator.load.workbook.workbook_loading import LoadedWorkbook, load_workbook, read_workbook

__all__ = ["Grid", "LoadedWorkbook", "grid_of_text", "load_workbook", "read_workbook"]
