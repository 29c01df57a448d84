"""Text from outside is shown without what turns, hides or blanks other text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain.harmless import harmless, unseen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\nof two lines", "plain\ttext\nof two lines"),
        ("invoice\u202egnp.exe", "invoice\ufffdgnp.exe"),
        ("a\u200bb\ufeffc\u2066d\u2069", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("\x00\x1b[31m\x7f", "\N{SYMBOL FOR NULL}\N{SYMBOL FOR ESCAPE}[31m\N{SYMBOL FOR DELETE}"),
        ("windows\r\nline", "windows \nline"),
        ("old\rmac", "old\N{SYMBOL FOR CARRIAGE RETURN}mac"),
        ("half \ud800 of one", "half \ufffd of one"),
        ("two\u2028lines\u2029", "two\ufffdlines\ufffd"),
        ("Größe 日本 😀", "Größe 日本 😀"),
    ],
)
def test_it_shows_what_would_not_be_seen(text, shown):
    assert harmless(text) == shown


def test_it_counts_what_would_not_be_seen():
    assert unseen("a\r\nb") == 0
    assert unseen("a\u202eb\x00") == 2


@given(st.text(st.characters()))
def test_places_stay_and_nothing_turns_or_controls(text):
    shown = harmless(text)
    assert len(shown) == len(text)
    assert harmless(shown) == shown
    for char in shown:
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(char) not in {
            "RLO",
            "LRO",
            "RLE",
            "LRE",
            "PDF",
            "RLI",
            "LRI",
            "FSI",
            "PDI",
        }
