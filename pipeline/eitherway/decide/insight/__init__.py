"""What the workbook tells beside the follow-ups: pure functions of its tables, frozen results."""
