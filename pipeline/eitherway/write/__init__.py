"""The plan as cell changes: pure, nothing is written here."""

from eitherway.write.edits import edits

__all__ = ["edits"]
