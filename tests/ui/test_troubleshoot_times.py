"""Times in this computer's zone, which is said once, and numbers that nobody asked for are masked."""

import json
import time

import pytest

from textfactor.domain.bulk import SmsRow
from textfactor.domain.row_kind import RowKind
from textfactor.ui.panels.troubleshoot.piecemeal import import_in_pieces
from textfactor.ui.panels.troubleshoot.row_model import _CELLS, NUMBER, TEXT, USER
from textfactor.ui.panels.troubleshoot.sayings import masked_text
from textfactor.ui.panels.troubleshoot.times import moment, short_moment, span, zone

SUMMER, WINTER = "2026-10-24T22:30:00.123Z", "2026-11-24T22:30:05Z"


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
def test_times_are_local_and_the_zone_is_said_once():
    assert moment(WINTER) == "2026-11-24 23:30:05"
    assert short_moment(SUMMER) == "2026-10-25 00:30"
    assert span(WINTER, "2026-11-24T22:45:00Z") == "2026-11-24 23:30:05 – 23:45:00 UTC+01:00"
    assert span(WINTER, WINTER) == "2026-11-24 23:30:05 UTC+01:00"
    assert span(SUMMER, WINTER).endswith("local time")
    assert (zone(SUMMER), zone(WINTER)) == ("UTC+02:00", "UTC+01:00")
    assert moment("2026-11-24T22:30:05") == moment(WINTER)


def test_what_is_no_time_stays_as_it_came():
    assert (moment("yesterday"), short_moment(""), span("", "")) == ("yesterday", "", "")
    assert zone("yesterday").startswith("UTC")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Number +4915123456789 is not allowed", "Number +49 ••• 789 is not allowed"),
        ("to 447700900123: unroutable", "to +44 ••• 123: unroutable"),
        ("call +1 (202) 555-0147 now", "call +12 ••• 147 now"),
        ("vonage status=4 part=1/1 ref=tf-123456789012", "vonage status=4 part=1/1 ref=tf-123456789012"),
        ("at 2026-11-24 10:00:00, error 60204", "at 2026-11-24 10:00:00, error 60204"),
    ],
)
def test_numbers_in_words_are_masked(text, shown):
    assert masked_text(text) == shown


def test_no_cell_of_the_rows_shows_a_whole_number():
    row = SmsRow(
        0, WINTER, "gd_send_sms_failure", RowKind.FAILED, "", "+4915123456789", "+4915123456789", "DE", "Shop", "Acme",
        "Number +4915123456789 is barred", json.dumps({"to": "+4915123456789"}),
    )  # fmt: skip
    cells = [cell(row) for cell in _CELLS]
    assert not any("15123456789" in cell for cell in cells)
    assert cells[NUMBER] == "+49 ••• 789"
    assert cells[TEXT] == "Number +49 ••• 789 is barred"
    assert "•••" in cells[USER]


def package(tmp_path, monkeypatch, first, **more):
    folder = tmp_path / "piecewise"
    folder.mkdir()
    (folder / "__init__.py").write_text(first, "utf-8")
    for name, content in more.items():
        (folder / f"{name}.py").write_text(content, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))


def test_a_package_is_imported_a_statement_at_a_time(tmp_path, monkeypatch):
    import sys

    package(tmp_path, monkeypatch, "one = 1\nfrom .two import two\nthree = one + two\n", two="two = 2\n")
    pieces = import_in_pieces("piecewise")
    next(pieces)
    assert not hasattr(sys.modules["piecewise"], "two")
    assert len(list(pieces)) == 2
    import piecewise  # pyright: ignore[reportMissingImports]

    assert piecewise.three == 3
    assert list(import_in_pieces("piecewise")) == []
    del sys.modules["piecewise"], sys.modules["piecewise.two"]


def test_a_package_that_fails_is_not_half_there(tmp_path, monkeypatch):
    import sys

    package(tmp_path, monkeypatch, "one = 1\nraise RuntimeError('no')\n")
    with pytest.raises(RuntimeError):
        list(import_in_pieces("piecewise"))
    assert "piecewise" not in sys.modules
    with pytest.raises(ImportError):
        list(import_in_pieces("piecewise_of_nobody"))


def test_what_has_no_source_is_imported_at_once():
    import sys

    sys.modules.pop("_bisect", None)
    assert list(import_in_pieces("_bisect")) == []
    assert "_bisect" in sys.modules
