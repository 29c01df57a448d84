"""Reads the dated country rules from their data file."""

from __future__ import annotations

from dataclasses import dataclass

from textfactor.domain.sending_rules import CountryRule, SendingRules


@dataclass(frozen=True, slots=True)
class _File:
    dated: str
    remark: str
    generic_words: tuple[str, ...]
    countries: tuple[CountryRule, ...]


def load_rules(data: bytes) -> SendingRules:
    """Build the rules of the bytes of `resources/sending/countries.json`; raises ValueError for a broken file."""
    import msgspec  # the window paints first

    read = msgspec.json.decode(data, type=_File)
    return SendingRules(
        read.dated, {rule.country: rule for rule in read.countries}, frozenset(read.generic_words)
    )
