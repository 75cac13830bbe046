"""What several rows say of one thing, put together and laid beside what the workbook holds."""
