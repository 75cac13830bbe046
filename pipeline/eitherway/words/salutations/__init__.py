"""Names as people type them, and how a letter greets whom they name."""
