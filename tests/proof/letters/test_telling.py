"""Which letters wait for what was found in them, and what Problems says of it."""

from __future__ import annotations

from pathlib import Path

from eitherway.letters.merging import merge_letters
from eitherway.letters.owed.plan import plan_letters
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import LetterState
from eitherway.proof.letters.reading import proofread
from eitherway.proof.letters.telling import Judgement, judged
from eitherway.proof.text.copies import near_copies
from tests.letters.merging import own_template
from tests.letters.workbooks import AS_OF, panel, workbook
from tests.proof.letters.stub import DOUBTFUL, MISSPELT, Stub, Wrong, one_by_one


def judgement(folder: Path, wrong: Wrong, *accepted: str) -> Judgement:
    plan, tables = workbook(panel("Rachel Vilsack", "Mei Chen"))
    merged = merge_letters(plan_letters(plan, tables), folder, folder, AS_OF)
    return judged(proofread(merged, plan, tables, one_by_one(Stub(wrong)), Stub(wrong)), frozenset(accepted))


def problems(made: Judgement) -> list[Problem]:
    return list(dict.fromkeys(problem for letter in made.letters for problem in letter.problems))


def test_an_error_holds_its_letter_and_names_the_cell(tmp_path: Path) -> None:
    made = judgement(tmp_path, {"monthly": MISSPELT})
    for number, letter in enumerate(made.letters, start=2):
        assert letter.result.state is LetterState.HELD
        assert letter.content == b""
        held = letter.result.letter.held
        assert held is not None
        assert str(held) == (
            f"Interviews!G{number} (What we talked about): “monthly” is not right. "
            'Did you mean "better"? Correct this cell, or add the word to the sheet Words if it is right; '
            "the letter waits for it."
        )


def test_a_warning_holds_nothing(tmp_path: Path) -> None:
    made = judgement(tmp_path, {"monthly": DOUBTFUL})
    assert {letter.result.state for letter in made.letters} == {LetterState.WRITTEN}
    assert [problem.severity for problem in problems(made)] == [Severity.WARNING] * 2
    assert "type OK beside this in Problems" in problems(made)[0].fix


def test_one_cause_in_two_letters_is_told_once(tmp_path: Path) -> None:
    (only,) = problems(judgement(tmp_path, {"Dear": DOUBTFUL}))
    assert only.message == 'In letters from "warm/thank-you.email.docx": “Dear” is not right.'
    assert str(only.where) == "Cadence!B2 (Letter)"
    assert only.fingerprints == ("spelling-Dear",)


def test_an_info_stands_in_no_problem(tmp_path: Path) -> None:
    made = judgement(tmp_path, {"Dear": (FindingCode.TONE, Severity.INFO)})
    assert problems(made) == []
    assert [len(each.findings) for each in made.checked] == [1, 1]


def test_what_was_accepted_is_not_told_again_unless_it_is_an_error(tmp_path: Path) -> None:
    made = judgement(tmp_path, {"Dear": DOUBTFUL}, "spelling-Dear")
    assert (problems(made), [each.findings for each in made.checked]) == ([], [[], []])
    assert len(problems(judgement(tmp_path, {"Dear": MISSPELT}, "spelling-Dear"))) == 1


ASK = "I would very much like this job, and I am asking you to choose me. Please let me know either way."
POINT = "Thank you for {{ point }}."


def of_ones_own(folder: Path, *wording: str) -> Judgement:
    """A panel's letters from a template with these paragraphs."""
    own_template(folder, "Dear {{ recipient.greeting }},", POINT, *wording, "{{ sender.name }}")
    plan, tables = workbook(panel("Rachel Vilsack", "Mei Chen"))
    merged = merge_letters(plan_letters(plan, tables), folder, folder / "letter_templates", AS_OF)
    return judged(proofread(merged, plan, tables, one_by_one(Stub({}), near_copies)), frozenset())


def test_a_template_of_one_wording_is_the_cause_of_letters_alike(tmp_path: Path) -> None:
    made = of_ones_own(tmp_path, ASK)
    assert {letter.result.state for letter in made.letters} == {LetterState.HELD}
    (only,) = problems(made)
    assert str(only) == (
        'Cadence!B2 (Letter): Your letter template "warm/thank-you.docx" has one wording for everybody, so '
        "a panel's letters read alike. Give it a {% pick %}, as docs/templates.md shows; the letter waits "
        "for it."
    )


def test_where_the_template_has_wordings_the_cell_is_the_cause(tmp_path: Path) -> None:
    made = of_ones_own(tmp_path, ASK, "{% pick %}Yours,{% or %}Best,{% endpick %}")
    assert {problem.where.sheet for problem in problems(made)} == {"Interviews"}
