"""A batch in a few sentences, which never make it look more than it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitherway.batch.results import Result, State, in_words, not_run
from eitherway.batch.summary import summary


def done(path: str, *, before: bool = False) -> Result:
    flags, letters = {"Overdue": 2, "Due": 1, "Waiting": 4}, {"written": 3}
    return Result(path, State.DONE, flags=flags, letters=letters, errors=1, done_before=before)


def test_what_could_not_be_read_is_not_counted_as_nothing_owed() -> None:
    results = [done("a"), Result("b", State.REFUSED), Result("c", State.FAILED), Result("d", State.NOT_OURS)]
    assert summary(results) == [
        "4 workbooks: 1 done, 1 refused, 1 failed, 1 not ours.",
        "Follow-ups: 2 overdue, 1 due today in 1 workbook; 2 could not be read.",
        "Letters: 3 written.",
        "To mend: 1 in 1 of the workbooks; each lists its own in Problems.",
    ]


def test_letters_of_an_earlier_run_are_not_told_again_and_what_is_owed_is() -> None:
    assert summary([done("a", before=True), done("b", before=True), Result("c", State.REFUSED)])[:3] == [
        "3 workbooks: 2 done before and passed over, 1 refused.",
        "Follow-ups: 4 overdue, 2 due today in 2 workbooks; 1 could not be read.",
        "Letters: none.",
    ]


def test_a_batch_that_was_stopped_says_how_much_is_missing() -> None:
    assert summary([done("a"), not_run("b"), not_run("c")])[:2] == [
        "Stopped: 1 of 3 workbooks. 2 were not run; run it again with --resume.",
        "1 workbook: 1 done.",
    ]
    assert summary([not_run("a")])[1:] == ["No workbook was run."]


def test_where_nothing_could_be_read_nothing_is_said_of_what_is_owed() -> None:
    assert summary([Result("a", State.REFUSED)]) == ["1 workbook: 1 refused.", "Letters: none."]


@pytest.mark.parametrize(("seconds", "words"), [(1.0, "1 second"), (120, "120 seconds"), (0.1, "0 seconds")])
def test_seconds_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_a_template_that_cannot_be_used_is_told_once() -> None:
    broken = {"code": "broken-template", "message": 'The letter template "warm/x.docx" cannot be used: why.'}
    other = {"code": "not-a-date", "message": '"soon" is not a date.'}
    of_two = [replace(done(path), problems=[broken, broken, other]) for path in "ab"]
    assert summary([*of_two, done("c"), replace(done("d", before=True), problems=[broken])])[-1] == (
        'The letter template "warm/x.docx" cannot be used: why. So it is in 2 workbooks.'
    )
    assert len(summary([done("c")])) + 1 == len(summary(of_two))
