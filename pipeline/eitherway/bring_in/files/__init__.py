"""A foreign file from the disk to grids: text with separators, spreadsheets."""
