"""The plan becomes Word letters: which are owed, what goes into each, and the files themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from eitherway.letters.links import existing_links as existing_links
from eitherway.letters.links import link_to as link_to
from eitherway.letters.plan import plan_letters as plan_letters
from eitherway.problems import Problem
from eitherway.records import Letter, LetterResult


def write_letters(
    letters: Sequence[Letter], folder: Path, own_templates: Path, as_of: date, dry_run: bool = False
) -> tuple[list[LetterResult], list[Problem]]:
    """Merge each letter and write it below `folder`; see `files.write_letters`.

    What reads and writes Word's files is loaded here, not before: a run that only flags does not wait for it.
    """
    from eitherway.letters import files  # noqa: PLC0415 - see above

    return files.write_letters(letters, folder, own_templates, as_of, dry_run)
