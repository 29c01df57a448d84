"""Amounts as both faces show them, always with their currency: prices in full, credits to the cent.

An account has euros unless it was changed; no answer that is read here says which it has (facts/vonage 3).
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

_TIGHT = "\N{NO-BREAK SPACE}"
"""Keeps the sign and its amount on one line."""


def euros(amount: str | float, times: int = 1) -> str:
    """Write a price in full, as `€ 0.0721`; the vendor's own text where it is not a number."""
    try:
        value = Decimal(str(amount)) * times
        exact = f"{value:.2f}" if value == round(value, 2) else f"{value.normalize():f}"
    except InvalidOperation:  # also for what is a number but no price, such as 1e99
        return str(amount)
    return f"€{_TIGHT}{exact}"


def rounded(amount: str | float) -> str:
    """Write a credit to the cent, as `€ 8.42`."""
    try:
        return f"€{_TIGHT}{Decimal(str(amount)):.2f}"
    except InvalidOperation:
        return str(amount)


_WRITTEN = {"balance": rounded, "price": euros}
"""The blanks of findings that hold a figure of Vonage's."""


def with_currency(blanks: Mapping[str, str]) -> dict[str, str]:
    """Write the amounts among the blanks of a finding; the others stay as they are."""
    return {name: _WRITTEN[name](value) if name in _WRITTEN else value for name, value in blanks.items()}
