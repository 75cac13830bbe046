"""A page for each client of a batch, in the folder that its user named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from eitherway.batch.changes import Before, change
from eitherway.batch.report import client_of
from eitherway.batch.results import Result, State
from eitherway.letters.owed.paths import safe_name
from eitherway_workbook.caseload.names import Names

LONGEST = 80


def write_briefs(
    folder: Path, results: Sequence[Result], as_of: date, earlier: Before
) -> tuple[list[Path], list[str]]:
    """Write the page of each workbook that was done: the files, and what was left as its user changed it.

    Raises LockedWorkbook.
    """
    from eitherway.send.pages.brief import brief  # noqa: PLC0415 - only where a page is wanted
    from eitherway.send.pages.document import paper_of  # noqa: PLC0415 - as above
    from eitherway.send.paper.printing import place  # noqa: PLC0415 - as above

    done = [each for each in results if each.state is State.DONE]
    clients = [client_of(each, change(each, earlier)) for each in done]
    names = Names(clients, folder.resolve())
    files: dict[str, bytes] = {}
    for client, result in zip(clients, done, strict=True):
        label = names.label(client)
        stem, number = safe_name(label.replace("/", " - "), LONGEST), 2
        taken = {name.casefold() for name in files}
        name = f"{stem}.docx"
        while name.casefold() in taken:
            name, number = f"{stem} ({number}).docx", number + 1
        files[name] = brief(client, label, as_of, paper_of(result.country))
    return place(files, folder, dry_run=False)
