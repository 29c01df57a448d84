"""The countries that most messages go to, by their codes; any other is named by the numbering plan."""

from typing import Final

from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

COUNTRIES: Final[dict[str, Marked]] = {
    "US": QT_TRANSLATE_NOOP("words.countries", "United States"),
    "GB": QT_TRANSLATE_NOOP("words.countries", "United Kingdom"),
    "DE": QT_TRANSLATE_NOOP("words.countries", "Germany"),
    "FR": QT_TRANSLATE_NOOP("words.countries", "France"),
    "ES": QT_TRANSLATE_NOOP("words.countries", "Spain"),
    "IT": QT_TRANSLATE_NOOP("words.countries", "Italy"),
    "NL": QT_TRANSLATE_NOOP("words.countries", "Netherlands"),
    "AT": QT_TRANSLATE_NOOP("words.countries", "Austria"),
    "CH": QT_TRANSLATE_NOOP("words.countries", "Switzerland"),
    "PL": QT_TRANSLATE_NOOP("words.countries", "Poland"),
    "SE": QT_TRANSLATE_NOOP("words.countries", "Sweden"),
    "TR": QT_TRANSLATE_NOOP("words.countries", "Turkey"),
    "CA": QT_TRANSLATE_NOOP("words.countries", "Canada"),
    "BR": QT_TRANSLATE_NOOP("words.countries", "Brazil"),
    "MX": QT_TRANSLATE_NOOP("words.countries", "Mexico"),
    "IN": QT_TRANSLATE_NOOP("words.countries", "India"),
    "JP": QT_TRANSLATE_NOOP("words.countries", "Japan"),
    "AU": QT_TRANSLATE_NOOP("words.countries", "Australia"),
    "SG": QT_TRANSLATE_NOOP("words.countries", "Singapore"),
}
"""Written out, since the tables of a numbering plan take a tenth of a second to load, and a list is made in the
window's thread."""
