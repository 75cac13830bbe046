"""What RunPython in LibreOffice calls first: it makes the clicked document the one that xlwings works on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import xlwings

from eitherway.books.libreoffice.bridge import Calc
from eitherway.books.libreoffice.engine import Engine


def attach(pipe: str, program: str, document: str) -> None:
    """Make the document `xlwings.Book.caller()`.

    `pipe` is the name of the pipe on which LibreOffice listens, `program` the URL of its program folder,
    `document` the document's RuntimeUID. Raises CannotAct where LibreOffice cannot be reached.
    """
    folder = Path(url2pathname(urlsplit(program).path))
    engine = Engine(Calc.connect(pipe, folder))
    xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.Book(impl=engine.app.books.at(document)).set_mock_caller()
