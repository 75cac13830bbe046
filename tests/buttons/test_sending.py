"""E-mail and Print letters, from the click to the message: real workbooks in, files and words out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from eitherway.buttons import actions, paper
from eitherway.send.paper.printing import Made
from eitherway_workbook import build
from tests.buttons.conftest import User
from tests.command_line.test_main import ONE_CONVERSATION
from tests.engines.openpyxl_engine import contents

TODAY = datetime(2026, 11, 20)  # noqa: DTZ001 (a workbook holds no time zone)
MEI = {"Interviewer": "Mei Chen", "Company": "Northwind", "Email": "mei@northwind.example"}
ADDRESS = {"Address": "200 River Road\nSaint Paul, MN 55102"}

Sit = Callable[..., User]


@pytest.fixture
def with_mei(sit_down: Callable[[Path], User], tmp_path: Path) -> Sit:
    """`with_mei({"Email": ""}, "Mail program")`: a workbook with one thank-you to Mei Chen."""

    def sit(person: dict[str, object] | None = None, way: str = "A file") -> User:
        settings = [*ONE_CONVERSATION["Settings"], {"Name": "E-mail with", "Value": way}]
        people: dict[str, Sequence[Mapping[str, object]]] = {
            "Interviewers": [{**MEI, **(person or {})}],
            "Settings": settings,
        }
        (tmp_path / "made").mkdir()
        build(tmp_path / "made" / "search.xlsx", {**ONE_CONVERSATION, **people})
        user = sit_down(tmp_path / "made" / "search.xlsx")
        (tmp_path / "made" / "search.xlsx").unlink()
        return user

    return sit


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the mail program was handed."""
    handed: list[str] = []
    monkeypatch.setattr("eitherway.machine.opening.open_with_system", handed.append)
    return handed


def sent(user: User, row: int) -> object:
    """The day on which the row's thank-you was sent."""
    headers: list[object] = user.book.sheets["Interviews"].range("A2:Z2").value
    return user.book.sheets["Interviews"].range((row, headers.index("Thank-you sent") + 1)).value


def drafts(user: User) -> list[Path]:
    return sorted(user.path.parent.rglob("*.eml"))


class TestEmail:
    def test_without_a_selection_all_that_are_owed_are_drafted_and_nothing_is_marked(
        self, user: User
    ) -> None:
        user.clicks(actions.flag_overdue)
        before = [sent(user, row) for row in range(3, 40)]
        said = user.clicks(actions.email, "no")
        assert said.startswith(f"{len(drafts(user))} drafts: ")
        assert "Carmen Delgado Ruiz, Northwind Analytics (Thank-you)" in said
        assert "The files stand beside their letters, in Letters." in said
        assert "No draft to Elif Yılmaz: there is no e-mail address." in said
        assert "A letter by post goes there too: Dr. Chidi Okafor" in said
        assert "\n\nNothing was sent.\n\nHave you sent them yourself by now?" in said
        assert [sent(user, row) for row in range(3, 40)] == before
        assert len(user.excel.alerts) == 1
        assert user.cell("Today", "F8") == "Carmen Delgado Ruiz"
        assert user.cell("Today", "K8") == "Thank-you e-mail"
        assert (user.path.parent / str(user.cell("Today", "N8"))).suffix == ".eml"
        user.clicks(actions.undo)
        assert not user.cell("Today", "N8")

    def test_the_selected_rows_of_today_are_drafted_and_marked_if_their_user_says_so(
        self, user: User
    ) -> None:
        user.clicks(actions.flag_overdue)
        name = str(user.cell("Today", "F8"))
        row = user.row_of("Interviews", name)
        user.selects("Today", "C8")
        said = user.clicks(actions.email, "yes")
        asked, done = user.excel.alerts
        (draft,) = drafts(user)
        assert asked.startswith(f"1 draft: {name}, ")
        assert draft.relative_to(user.path.parent).as_posix() in asked
        assert done == said
        assert said.startswith(f"{name}'s thank-you: sent on Fri 20 Nov.")
        assert sent(user, row) == TODAY
        assert user.excel.selection.address == "$B$7"
        assert user.clicks(actions.undo).startswith(f"Undone: {name}'s thank-you: sent on")

    def test_a_row_of_interviews_counts_as_well(self, user: User) -> None:
        user.clicks(actions.flag_overdue)
        user.selects("Interviews", f"A{user.row_of('Interviews', 'Carmen Delgado Ruiz')}")
        assert user.clicks(actions.email, "no").startswith("1 draft: Carmen Delgado Ruiz, ")

    def test_a_selected_row_that_goes_by_post_is_named_and_not_asked_about(self, user: User) -> None:
        user.clicks(actions.flag_overdue)
        user.selects("Today", f"F{user.row_of('Today', 'Dan Whitfield')}")
        said = user.clicks(actions.email)
        assert said.startswith(
            "No draft was made.\n\nBy post, or not due yet, so without a draft: Dan Whitfield"
        )
        assert not drafts(user)

    def test_a_row_that_is_owed_nothing_is_refused_and_nothing_is_written(self, user: User) -> None:
        user.clicks(actions.flag_overdue)
        user.selects("Interviews", "A3")
        before = contents(user.book)
        assert user.clicks(actions.email).startswith("Row 3 of Interviews (Rachel Goldberg) has no follow-up")
        assert contents(user.book) == before
        assert not [*user.path.parent.rglob("*.docx")]

    @pytest.mark.parametrize("typed", ["", "mei@", "a@b.com, c@d.com"])
    def test_an_address_that_cannot_be_used_is_told_at_its_cell(self, with_mei: Sit, typed: str) -> None:
        user = with_mei({"Email": typed})
        said = user.clicks(actions.email)
        assert said.startswith("No draft was made.\n\nWaits: Interviewers!E3 (Email): No draft to Mei Chen:")
        assert not drafts(user)

    def test_nothing_owed_by_e_mail(self, with_mei: Sit) -> None:
        assert with_mei({"Channel": "Post", **ADDRESS}).clicks(actions.email) == "No e-mail is owed now."

    def test_a_draft_that_its_user_changed_is_kept(self, with_mei: Sit, opened: list[str]) -> None:
        user = with_mei(None, "Mail program")
        user.clicks(actions.email, "no")
        (draft,) = drafts(user)
        draft.write_bytes(draft.read_bytes() + b"P.S.")
        assert "1 draft that you changed: kept as a file" in user.clicks(actions.email, "no")
        assert draft.read_bytes().endswith(b"P.S.")
        assert len(opened) == 1

    def test_the_mail_program_opens_them_at_each_click(self, with_mei: Sit, opened: list[str]) -> None:
        user = with_mei(None, "Mail program")
        for _ in range(2):
            assert "1 draft is open in your mail program." in user.clicks(actions.email, "no")
        assert [link.partition("?")[0] for link in opened] == ["mailto:mei@northwind.example"] * 2

    def test_outlook_that_is_not_there_leaves_the_files(self, with_mei: Sit) -> None:
        user = with_mei(None, "Outlook")
        said = user.clicks(actions.email, "no")
        assert "Classic Outlook could not be reached" in said
        assert "saved in Outlook" not in said
        assert len(drafts(user)) == 1

    def test_a_draft_already_in_outlook_is_not_saved_there_twice(
        self, with_mei: Sit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        saved: list[Path] = []
        monkeypatch.setattr(
            "eitherway.send.hand_over.to_outlook", lambda _: lambda message, path: saved.append(path)
        )
        user = with_mei(None, "Outlook")
        assert "1 draft is saved in Outlook's Drafts." in user.clicks(actions.email, "no")
        assert "1 draft made before, so not given to Outlook again." in user.clicks(actions.email, "no")
        assert len(saved) == 1

    def test_a_workbook_that_changed_behind_the_question_is_not_marked(self, with_mei: Sit) -> None:
        user = with_mei()
        answer = user.excel.alert

        def and_meanwhile(prompt: str, title: str, buttons: str, mode: str | None, callback: None) -> str:
            user.book.sheets["Interviews"].range("F3").value = "Somebody Else"
            return answer(prompt, title, buttons, mode, callback)

        user.excel.alert = and_meanwhile  # type: ignore[method-assign]  # one click of this user
        assert user.clicks(actions.email, "yes").startswith("Interviews has changed since")
        assert sent(user, 3) is None


class TestPrintLetters:
    @pytest.fixture(autouse=True)
    def _without_libreoffice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A PDF that says how many letters it has."""

        def make(letters: Sequence[bytes], *_: object) -> Made:
            return Made({"2026-11-20 letters.pdf": b"/Producer (Either Way) %d" % len(letters)})

        monkeypatch.setattr(paper, "make", make)

    def test_the_pdf_is_opened_and_nothing_is_marked(self, user: User) -> None:
        user.clicks(actions.flag_overdue)
        said = user.clicks(actions.print_letters)
        pdf = user.path.parent / "Print" / "2026-11-20 letters.pdf"
        assert said.startswith("2 letters by post: Dan Whitfield, Northwind Analytics (Thank-you); Dr. Chidi")
        assert str(pdf) in said
        assert user.files == [pdf]
        assert pdf.read_bytes().endswith(b" 2")

    def test_the_selected_rows_alone(self, user: User) -> None:
        user.clicks(actions.flag_overdue)
        user.selects("Today", "B8:B17")
        said = user.clicks(actions.print_letters)
        assert "By e-mail, or not due yet, so not in it: " in said
        user.selects("Today", f"F{user.row_of('Today', 'Dan Whitfield')}")
        assert user.clicks(actions.print_letters).startswith("1 letter by post: Dan Whitfield, ")

    def test_no_letter_by_post(self, with_mei: Sit) -> None:
        user = with_mei()
        assert user.clicks(actions.print_letters) == "No letter by post is owed now."
        assert not user.files

    def test_somebody_without_an_address_is_told(self, with_mei: Sit) -> None:
        said = with_mei({"Channel": "Post"}).clicks(actions.print_letters)
        assert said.startswith("1 letter by post: Mei Chen")
        assert "Interviewers!" in said

    def test_a_pdf_of_somebody_elses_is_left_alone(self, with_mei: Sit) -> None:
        user = with_mei({"Channel": "Post", **ADDRESS})
        pdf = user.path.parent / "Print" / "2026-11-20 letters.pdf"
        pdf.parent.mkdir()
        pdf.write_bytes(b"%PDF of my own")
        assert "was changed since, and is left as you changed it." in user.clicks(actions.print_letters)
        assert (pdf.read_bytes(), user.files) == (b"%PDF of my own", [])


def test_print_letters_without_libreoffice(with_mei: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "pdf_maker", lambda system: None)
    user = with_mei({"Channel": "Post", **ADDRESS})
    said = user.clicks(actions.print_letters)
    assert "Neither LibreOffice nor Word was found. There are no PDFs" in said
    assert not user.files


@pytest.mark.libreoffice
@pytest.mark.slow
def test_print_letters_makes_a_real_pdf(with_mei: Sit) -> None:
    user = with_mei({"Channel": "Post", **ADDRESS})
    assert user.clicks(actions.print_letters).startswith("1 letter by post: Mei Chen, Northwind (Thank-you).")
    (pdf,) = user.files
    assert pdf.read_bytes().startswith(b"%PDF")
