"""What the workbook names, found in a text however many names there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from eitherway.proof.prose.named import Kind, Named, Place, index, places
from eitherway.proof.prose.passages import Word, words

NAMES = st.lists(
    st.builds(Named, st.text("aB'’s- .&", max_size=5), st.sampled_from(Kind), st.just("whole")), max_size=30
)


@given(st.text("aB'’s- .&", max_size=30), NAMES)
def test_they_stand_where_a_scan_of_all_names_finds_them(text: str, names: Sequence[Named]) -> None:
    assert list(places(text, index(names))) == list(scanned(text, names))


def scanned(text: str, names: Sequence[Named]) -> Iterator[Place]:
    """The same by trying every name at every word, the longest first."""
    longest_first = sorted(names, key=lambda named: -len(named.text))
    for word in words(text):
        bare = word.text[:-2] if word.text.endswith(("'s", "’s")) else word.text
        tried = (named for first in (word.text, bare) for named in longest_first if begins(named, first))
        if named := next((named for named in tried if stands(named, text, word)), None):
            yield Place(named, word.start, word.start + len(named.text))


def begins(named: Named, first: str) -> bool:
    return [word.text for word in words(named.text)[:1]] == [first]


def stands(named: Named, text: str, word: Word) -> bool:
    after = text[word.start + len(named.text) :]
    goes_on = after[:1].isalnum() or (after[:1] == "-" and after[1:2].isalnum())
    return text.startswith(named.text, word.start) and not goes_on
