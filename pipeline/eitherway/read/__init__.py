"""Raw cells in, typed tables and problems out: `read.workbook.read_tables`."""
