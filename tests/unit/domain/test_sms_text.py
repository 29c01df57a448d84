"""Counting against a plain, slow reading of the rules, and rewriting."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain.sms_text import BASIC, EXTENSION, Encoding, Offending, is_gsm7, measure, rewrite

GSM = st.text(alphabet=BASIC + EXTENSION, max_size=700)
ANY = st.text(alphabet=st.characters(codec=None), max_size=300) | st.text(
    alphabet="a😀é€\ud83d\ude00", max_size=300
)


def slow_parts(widths, single, several):
    """Fill part after part, one whole character at a time."""
    if sum(widths) <= single:
        return (1 if widths else 0), single - sum(widths)
    parts, used = 1, 0
    for width in widths:
        if used + width > several:
            parts, used = parts + 1, 0
        used += width
    return parts, several - used


@given(GSM)
def test_gsm7_is_counted_as_by_hand(text):
    found = measure(text)
    widths = [2 if char in EXTENSION else 1 for char in text]
    assert found.encoding is Encoding.GSM7
    assert found.units == sum(widths)
    assert (found.parts, found.units_left) == slow_parts(widths, 160, 153)
    assert found.offending == ()
    assert found.safe is None


@given(st.text(alphabet="日本😀🎉a", min_size=1, max_size=300).filter(lambda t: not is_gsm7(t)))
def test_ucs2_is_counted_as_by_hand(text):
    found = measure(text)
    widths = [2 if ord(char) > 0xFFFF else 1 for char in text]
    assert found.encoding is Encoding.UCS2
    assert found.units == sum(widths)
    assert (found.parts, found.units_left) == slow_parts(widths, 70, 67)


@given(ANY)
def test_offending_characters_are_all_and_only_those_that_gsm7_lacks(text):
    found = measure(text)
    assert [(o.index, o.char) for o in found.offending] == [
        (i, c) for i, c in enumerate(text) if c not in BASIC + EXTENSION
    ]
    assert (found.encoding is Encoding.GSM7) == (not found.offending)


@given(ANY)
def test_what_is_rewritten_is_gsm7_and_stays_as_it_is(text):
    safe = measure(text).safe
    if safe is not None:
        assert is_gsm7(safe)
        assert rewrite(safe) == safe


@given(GSM)
def test_gsm7_composed_text_is_left_alone(text):
    assert rewrite(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "units", "parts", "left"),
    [
        ("", 0, 0, 160),
        ("a", 1, 1, 159),
        ("a" * 160, 160, 1, 0),
        ("a" * 161, 161, 2, 145),
        ("a" * 306, 306, 2, 0),
        ("a" * 307, 307, 3, 152),
        ("€" * 80, 160, 1, 0),
        ("€" * 81, 162, 2, 143),
        # The escape at place 153 goes into the second part along with its character.
        ("a" * 152 + "€" + "a" * 152, 306, 3, 152),
        ("日" * 70, 70, 1, 0),
        ("日" * 71, 71, 2, 63),
        ("😀" * 35, 70, 1, 0),
        ("日" * 66 + "😀" + "日" * 66, 134, 3, 66),
    ],
)
def test_the_edges(text, units, parts, left):
    found = measure(text)
    assert (found.units, found.parts, found.units_left) == (units, parts, left)


def test_offending_characters_are_named():
    assert measure("a\u2019\x01").offending == (
        Offending("\u2019", 1, "RIGHT SINGLE QUOTATION MARK"),
        Offending("\x01", 2, "U+0001"),
    )


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\u201cHi\u201d \u2013 it\u2019s\u00a05\u20ac\u2026", '"Hi" - it\'s 5\u20ac...'),
        ("ça coûte où", "ca coute où"),
        ("e\u0301te\u0301", "été"),
        ("Łódź, Kraków", "Lódz, Kraków".replace("ó", "o")),
        ("œuvre ﬁn №5 ½", "oeuvre fin No5 1/2"),
        ("\u200bcode\u200d: １２３", "code: 123"),
        ("ΑΒΓΔ", "ABΓΔ"),
        ("x\u0301", "x"),
        ("tab\there\u2028next", "tab here\nnext"),
        ("Ⓐ", "A"),
    ],
)
def test_rewriting(text, safe):
    assert measure(text).safe == safe


@pytest.mark.parametrize("text", ["😀", "日本", "ok 👍🏽", "\ufffd", "Привет", "\x01", "α"])
def test_what_cannot_be_rewritten(text):
    assert measure(text).safe is None
