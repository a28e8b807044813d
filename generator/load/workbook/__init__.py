"""Reading a workbook: from its bytes to the same trees as YAML gives, with the cell of each value."""

from generator.load.workbook.workbook_loading import LoadedWorkbook, load_workbook, read_workbook

__all__ = ["LoadedWorkbook", "load_workbook", "read_workbook"]
