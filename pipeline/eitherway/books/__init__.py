"""Where a workbook lives: a closed file on disk, or a workbook that is open in Excel or LibreOffice."""
