"""A notification in the morning, by the system's own scheduler; it reads the workbook and never writes."""
