"""Where a piece of evidence stands, as a person counts."""

import pytest

from textfactor.words.evidence import place_words


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("[5].errorCode", "row 6: errorCode"),
        ("[0]", "row 1"),
        ("[0].messages[0].status", "row 1: messages[0].status"),
        ("details.error", "details.error"),
        ("", ""),
    ],
)
def test_rows_count_from_one(where: str, told: str) -> None:
    assert place_words(where).english() == told
