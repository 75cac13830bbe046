"""Which of Harper's rules are on, and what their findings are called here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from eitherway.model.codes import FindingCode
from eitherway.proof.text.language.reading import lexicon


def rule_settings(rules: Iterable[str]) -> dict[str, bool | None]:
    """On or off for each of Harper's own rule names, as `Linter.set_lint_config` takes it."""
    return {rule: rule in rule_codes() for rule in rules}


@cache
def rule_codes() -> dict[str, FindingCode]:
    """The code for each rule that is on."""
    codes: dict[str, FindingCode] = {}
    code = FindingCode.GRAMMAR
    for line in lexicon.lines("harper_rules.txt"):
        if line.startswith("["):
            code = FindingCode(line.strip("[]"))
        else:
            codes.update(dict.fromkeys(line.split(), code))
    return codes
