"""`calendar` as one meets it: a real workbook in, .ics files out."""

from __future__ import annotations

from pathlib import Path

from tests.command_line.test_mail import made
from tests.command_line.test_main import DAY, eitherway, files, printed


class TestCalendar:
    def test_the_same_workbook_gives_the_same_bytes(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        told = printed("calendar", book, "--as-of", DAY)
        assert [each["summary"] for each in told["entries"]] == [
            "Interview: Northwind, Analyst",
            "Thank-you: Mei Chen, Northwind",
        ]
        before = files(tmp_path)
        eitherway("calendar", book, "--as-of", "2026-11-23")
        assert files(tmp_path) == before

    def test_a_file_for_each(self, tmp_path: Path) -> None:
        told = printed("calendar", made(tmp_path), "--each", "--as-of", DAY)
        assert len(told["files"]) == 2
        assert all(Path(path).is_file() for path in told["files"])

    def test_another_calendar_is_not_overwritten(self, tmp_path: Path) -> None:
        book = made(tmp_path)
        book.with_suffix(".ics").write_bytes(b"BEGIN:VCALENDAR")
        result = eitherway("calendar", book, "--as-of", DAY)
        assert result.exit_code == 3
        assert "is no calendar of Either Way's" in result.stderr

    def test_a_zone_that_is_none(self, tmp_path: Path) -> None:
        assert eitherway("calendar", made(tmp_path), "--time-zone", "Mars/Olympus").exit_code == 2
