"""The state of the one Vonage account: credentials, money, numbers."""

import itertools
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

START_BALANCE: Final = Decimal("10.0000")
"""What a fresh account holds, in euros."""


@dataclass(frozen=True, slots=True)
class OwnedNumber:
    """A rented number; only one with SMS among its features can send."""

    country: str
    msisdn: str
    kind: str
    features: tuple[str, ...]

    @property
    def sends_sms(self) -> bool:
        """Whether the number can send an SMS."""
        return "SMS" in self.features

    def as_json(self) -> dict[str, object]:
        """Return the number as `GET /account/numbers` lists it."""
        return {
            "country": self.country,
            "msisdn": self.msisdn,
            "type": self.kind,
            "features": list(self.features),
        }


@dataclass(slots=True)
class Account:
    """One account. `balance` is in euros and falls with each part that was sent."""

    api_key: str
    api_secret: str
    numbers: tuple[OwnedNumber, ...]
    balance: Decimal = START_BALANCE
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(0x123ABCD1))

    def next_message_id(self) -> str:
        """Return a new message id in the classic hexadecimal form; clients must not rely on its shape."""
        return f"0A{next(self._ids):014X}"

    def owns_sender(self, sender: str) -> bool:
        """Tell whether `sender` is one of the account's numbers that can send an SMS."""
        return any(number.msisdn == sender and number.sends_sms for number in self.numbers)

    def charge(self, price: Decimal) -> Decimal:
        """Take `price` off the balance and return what is left."""
        self.balance -= price
        return self.balance


def new_account(api_key: str, api_secret: str, sender: str) -> Account:
    """Return a fresh account: `sender` and a British number send SMS, a third one is for voice only."""
    return Account(
        api_key=api_key,
        api_secret=api_secret,
        numbers=(
            OwnedNumber("US", sender, "mobile-lvn", ("SMS", "VOICE")),
            OwnedNumber("GB", "447700900142", "mobile-lvn", ("SMS", "VOICE", "MMS")),
            OwnedNumber("GB", "442079460142", "landline", ("VOICE",)),
        ),
    )
