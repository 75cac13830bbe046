"""The plan as cell changes: pure, nothing is written here."""

from eitherway.write.edits import edits
from eitherway.write.lists import problem_rows

__all__ = ["edits", "problem_rows"]
