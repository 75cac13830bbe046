"""Hand a draft to the user's mail program: a link, a file, or Outlook's Drafts. None of them sends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eitherway.machine import opening
from eitherway.machine.opening import CannotOpen
from eitherway.model.choices import MAIL_PROGRAM, OUTLOOK
from eitherway.send.draft_files import Drafted
from eitherway.send.eml import one_line
from eitherway.send.mailto import mailto
from eitherway.send.messages import Message

HandOver = Callable[[Message, Path], None]
"""Gives a message, whose .eml stands at the path, to a program. Raises CannotOpen."""

MOST = 10
"""Windows that are opened at once: more bury the screen."""

_MAIL_ITEM = 0  # OlItemType.olMailItem


def to_mail_program(open_target: Callable[[str], None]) -> HandOver:
    """A window of the system's mail program: by mailto where it fits, else the .eml itself."""

    def hand_over(message: Message, path: Path) -> None:
        open_target(mailto(message) or str(path))

    return hand_over


def to_outlook(dispatch: Callable[[str], Any]) -> HandOver:
    """Into the Drafts of classic Outlook for Windows, by COM; `dispatch` is win32com's.

    The new Outlook has no COM. Save puts a new item into Drafts
    (learn.microsoft.com/office/vba/api/outlook.mailitem.save).
    """

    def hand_over(message: Message, path: Path) -> None:
        try:
            item = dispatch("Outlook.Application").CreateItem(_MAIL_ITEM)
            item.To, item.Subject, item.Body = message.mailbox, one_line(message.subject), message.text
            with TemporaryDirectory(prefix="eitherway-") as folder:
                for each in message.attachments:
                    file = Path(folder, each.name)
                    file.write_bytes(each.content)
                    item.Attachments.Add(str(file))
                item.Save()
        except Exception as trouble:  # COM raises what it likes: no Outlook, a new Outlook, a refusal
            raise CannotOpen(
                "Classic Outlook could not be reached; the new Outlook takes no drafts from other programs."
            ) from trouble

    return hand_over


def by_setting(way: str, *, opens: bool = False) -> HandOver | None:
    """What Settings' "E-mail with" says; None where drafts stay files, unless `opens` asks for windows."""
    if way == OUTLOOK:
        return to_outlook(_dispatch)
    return to_mail_program(opening.open_with_system) if opens or way == MAIL_PROGRAM else None


def hand_over_all(drafted: Sequence[Drafted], folder: Path, hand_over: HandOver) -> list[str]:
    """Hand over each draft, at most MOST; what could not be, as sentences."""
    ready = [each.draft for each in drafted if each.draft.message]
    said = []
    for draft in ready[:MOST]:
        assert draft.message
        try:
            hand_over(draft.message, (folder / draft.path).absolute())
        except CannotOpen as trouble:
            return [f"{trouble} The drafts stand as files beside the letters: open them from there."]
    if more := ready[MOST:]:
        said.append(
            f"{len(more)} more were not opened, so as not to bury your screen: ask for them by themselves."
        )
    return said


def _dispatch(name: str) -> Any:
    import win32com.client  # noqa: PLC0415 - comes with xlwings on Windows; elsewhere there is no Outlook

    return win32com.client.Dispatch(name)
