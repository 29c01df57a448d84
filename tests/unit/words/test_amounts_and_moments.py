"""Amounts with their currency, and times with their zone, as both faces show them."""

import time
from collections.abc import Iterator

import pytest

from textfactor.words.amounts import euros, rounded, with_currency
from textfactor.words.moments import local_time

_E = "€\N{NO-BREAK SPACE}"


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer is in Berlin, whose winter is an hour ahead and whose summer two."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows takes its time zone from the system alone")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-24T12:02:07.469Z", "2026-11-24T13:02:07+01:00"),
        ("2026-07-01T22:30:00Z", "2026-07-02T00:30:00+02:00"),
        ("2026-11-24T12:02:07-05:00", "2026-11-24T18:02:07+01:00"),
        ("2026-11-24 12:02:07", "2026-11-24T13:02:07+01:00"),  # Vonage's own form, which is UTC
        ("yesterday", "yesterday"),
        ("", ""),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_a_time_is_local_and_says_its_zone(at: str, shown: str) -> None:
    assert local_time(at) == shown


def test_amounts_have_their_currency() -> None:
    assert (euros("0.0721"), euros("0.5", 3), rounded(9.928)) == (f"{_E}0.0721", f"{_E}1.50", f"{_E}9.93")
    assert (euros("free"), rounded("free")) == ("free", "free")
    found = with_currency({"case": "few", "balance": "1.93", "price": "0.07", "messages": "27"})
    assert found == {"case": "few", "balance": f"{_E}1.93", "price": f"{_E}0.07", "messages": "27"}
