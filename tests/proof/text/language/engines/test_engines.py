from __future__ import annotations

import pickle
import subprocess
import sys

from eitherway.proof.prose.manuscript import Dialect
from eitherway.proof.text.language.engines.engines import Engines


def test_each_engine_is_loaded_once() -> None:
    engines = Engines()
    assert engines.linter(Dialect.US) is engines.linter(Dialect.US)
    assert engines.linter(Dialect.US) is not engines.linter(Dialect.UK)
    assert engines.counts is engines.counts
    assert engines.counts.has("thank", "you")


def test_a_copy_for_another_process_loads_its_own() -> None:
    engines = Engines()
    assert engines.counts
    assert "counts" not in vars(pickle.loads(pickle.dumps(engines)))


def test_only_the_rules_that_are_named_are_on() -> None:
    settings = Engines().linter(Dialect.US).get_lint_config()
    assert settings["SpellCheck"]
    assert not settings["PossessiveYour"]


def test_nothing_heavy_is_loaded_before_a_letter_is_read() -> None:
    code = (
        "import sys; from eitherway.proof.text.language.engines.engines import Engines; Engines();"
        "print({'harper', 'hunspell'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
