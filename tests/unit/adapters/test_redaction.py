"""What is shown of a foreign text holds no secret and no number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.adapters.redaction import LONGEST, MASK, redact


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bad Credentials", "Bad Credentials"),
        ("Throughput Rate Exceeded - please wait [ 978 ] and retry", None),
        ("to +49 170 1234567 refused", f"to {MASK} refused"),
        ("to 491701234567", f"to {MASK}"),
        ("to +1-808-555-5555.", f"to {MASK}."),
        ("(202) 555-0156", MASK),
        ("since 2026-11-24 only", "since 2026-11-24 only"),
        ("Authorization: Basic YWJjZGVmZzpoaWo=", f"Authorization: Basic {MASK}"),
        ("bearer abcdef.ghi-jkl", f"bearer {MASK}"),
        ("got eyJhbGciOi.eyJzdWIi.c2ln here", f"got {MASK} here"),
        ("http://user:pw@proxy:8080 failed", f"http://{MASK}@proxy:8080 failed"),
        ("api_secret=abc&to=x", f"api_secret={MASK}&to=x"),
        ('{"client_secret": "a b c", "x": 1}', f'{{"client_secret": {MASK}, "x": 1}}'),
        ("two\r\nlines\x00 and \u202eturned", "two lines and turned"),
    ],
)
def test_examples(text, shown):
    assert redact(text) == (text if shown is None else shown)


def test_known_values_go_wherever_they_stand():
    assert redact("the text hello-you came", "hello-you") == f"the text {MASK} came"
    assert redact("longer first: abcdef abc1", "abc1", "abcdef") == f"longer first: {MASK} {MASK}"


@given(
    st.text(),
    st.text(),
    st.text(min_size=4).filter(lambda value: value.strip() == value and value not in MASK),
)
def test_a_known_value_never_stays(before, after, secret):
    assert secret not in redact(f"{before}{secret}{after}", secret).replace(MASK, "")


@given(st.text(st.characters(codec="utf-8")))
def test_the_result_is_one_short_line_without_numbers(text):
    shown = redact(text)
    assert len(shown) <= LONGEST
    assert not re.search(r"[\x00-\x1f]", shown)
    assert not re.search(r"(?<!\w)\+?[0-9]{7,}(?!\w)", shown)


@given(st.text())
def test_what_was_redacted_stays_redacted(text):
    assert MASK not in text or redact(text)
    assert redact(redact(text)).count(MASK) >= redact(text).count(MASK) - 1
