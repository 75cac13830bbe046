"""Either Way: interview follow-ups from one Excel workbook."""

__version__ = "0.1.0"
