"""Numbers as people type them."""

import pytest

from textfactor.adapters.numbers import Numbers
from textfactor.domain.sending import PhoneNumber


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+49 170 1234567", PhoneNumber("491701234567", "+49 170 1234567", "DE", "Germany", "mobile")),
        ("+1 (202) 555-0156", PhoneNumber("12025550156", "+1 202-555-0156", "US", "United States", "either")),
        (
            "+44 20 7946 0958",
            PhoneNumber("442079460958", "+44 20 7946 0958", "GB", "United Kingdom", "fixed"),
        ),
        ("+39 06 1234 5678", PhoneNumber("390612345678", "+39 06 1234 5678", "IT", "Italy", "fixed")),
        ("+800 1234 5678", PhoneNumber("80012345678", "+800 1234 5678", "", "", "toll-free")),
    ],
)
def test_numbers_are_understood(typed, number):
    assert Numbers().parse(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["", "hello", "0170 1234567", "+49", "+999 123456789", "+1 202 555 0156 ext 5", "+4917"],
)
def test_what_is_none(typed):
    assert Numbers().parse(typed) is None


def test_a_range_that_nobody_knows_is_not_refused():
    number = Numbers().parse("+49 10000 12345")
    assert number is not None
    assert number.line == "unknown"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "Deutschland"),
        ("de_AT", "Deutschland"),
        ("en_US", "Germany"),
        ("C", "Germany"),
        ("zz_ZZ", "Germany"),
    ],
)
def test_countries_are_named_in_the_language_of_the_window(language, name):
    numbers = Numbers()
    numbers.name_in(language)
    found = numbers.parse("+49 170 1234567")
    assert found is not None
    assert found.country_name == name
