"""What the checks look at: facts of a machine and of a workbook, found by `gather` or made up by a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from eitherway.send.remind.standing import Standing


@dataclass(frozen=True, slots=True)
class Python:
    """The Python that Excel is told to run.

    `setting` is what `xlwings.conf` says, `path` that with its variable filled in, `real` where links on the
    way lead. `size` is the file's, in bytes; None where there is no such file. `in_code_page` says whether
    the system's code page has all letters of the path.
    """

    setting: str
    path: PurePath
    real: PurePath
    size: int | None
    is_this_one: bool
    in_code_page: bool = True


@dataclass(frozen=True, slots=True)
class Workbook:
    """BOOK as it was given, its full path, and what stands in it.

    `trouble` says why it could not be read, and what to do. `settings` are the rows of its hidden sheet, None
    where it has no such sheet. `has_buttons` says whether its macros call Either Way; `xlwings` is the
    version of xlwings' VBA in it, "" where there is none, as in one made for LibreOffice.
    """

    given: str
    path: PurePath
    trouble: tuple[str, str] | None
    settings: Mapping[str, str] | None
    has_macros: bool
    has_buttons: bool
    xlwings: str
    from_the_web: bool

    @property
    def is_address(self) -> bool:
        """Whether it is an address on the web; a path type may have dropped one of its slashes."""
        return self.given.casefold().startswith(("http:", "https:"))

    @property
    def quoted(self) -> str:
        """The path as one types it in a command."""
        return f'"{self.given}"' if " " in self.given else self.given


@dataclass(frozen=True, slots=True)
class Addin:
    """The add-in: the place where Excel looks for it, and the version of xlwings in it ("": not there)."""

    place: PurePath
    xlwings: str


@dataclass(frozen=True, slots=True)
class Machine:
    """One user's machine. Where Excel does not run, `python`, `applescript` and `addin` are None.

    `platform` is `sys.platform`, `prefix` and `base_prefix` are those of the running Python, `xlwings` is the
    version installed in it. `applescript` is where Excel for Mac wants xlwings' script. `office_rule` is the
    mode of Defender's rule against programs that Office starts, "" where none could be read. `reminders` are
    all that the system's scheduler has, whatever their workbooks.
    """

    platform: str
    prefix: PurePath
    base_prefix: PurePath
    xlwings: str
    python: Python | None
    excel: PurePath | None
    applescript: PurePath | None
    has_applescript: bool
    addin: Addin | None
    cloud_folders: Sequence[PurePath]
    shipped_templates: Sequence[str]
    own_templates: Sequence[str]
    soffice: PurePath | None
    book: Workbook | None
    office_rule: str = ""
    is_cmd_disabled: bool = False
    reminders: Sequence[Standing] = ()
    word: PurePath | None = None

    @property
    def runs_excel(self) -> bool:
        """Whether Microsoft Excel exists for this system."""
        return self.platform in ("win32", "darwin")

    @property
    def readable_book(self) -> Workbook | None:
        """The workbook, where there is one and it could be read."""
        return self.book if self.book and not self.book.trouble else None

    @property
    def prepare(self) -> str:
        """What to do so that Excel finds the running Python: the commands that make the link to it."""
        book = self.readable_book
        if book and book.xlwings:
            return f"Close the workbook, then type:\neitherway new --refresh-macros {book.quoted}"
        if book and self.addin:
            return f'Close Excel, then type:\neitherway addin "{self.addin.place.parent}"'
        return "Close Excel, then type (for an .xlsx: eitherway addin):\neitherway new --refresh-macros BOOK"
