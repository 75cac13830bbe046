"""Where a workbook lives: a closed file on disk or (later) a workbook that is open in Excel."""
