"""The plan as cell changes: pure, nothing is written here."""

from eitherway.write.edits import edits, problems_rewritten

__all__ = ["edits", "problems_rewritten"]
