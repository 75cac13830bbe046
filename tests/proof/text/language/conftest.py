"""One set of engines for all tests of the language: they take a second to load."""

from __future__ import annotations

import pytest

from eitherway.proof.text.language.engines.engines import Engines


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines()
