"""The state of the one Vonage account: secrets, money, numbers, and what kind of account it is."""

import hmac
import itertools
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from textfactor.practice.shapes import JsonObject, list_of, texts_of

START_BALANCE: Final = Decimal("10.0000")
"""What a fresh account holds, in euros."""

TRIAL_BALANCE: Final = Decimal("2.0000")
"""What a trial account is given, in euros (Vonage's guide to its dashboard, 2022)."""

TEST_NUMBERS_MOST: Final = 10
TEST_NUMBERS: Final = ("447700900123", "12025550123")
"""The numbers that a trial account may send to, until the control API names others."""

SECRETS_MOST: Final = 2
"""An account has two secrets at most, so that one can be exchanged for another (secret management)."""


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

    def as_json(self) -> JsonObject:
        """Return the number as `GET /account/numbers` lists it."""
        return {
            "country": self.country,
            "msisdn": self.msisdn,
            "type": self.kind,
            "features": list(self.features),
        }


@dataclass(frozen=True, slots=True)
class StoredSecret:
    """One of the account's secrets; its value is never shown again. `created` is in seconds since 1970."""

    value: str = field(repr=False)
    created: float
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


def _ids() -> "itertools.count[int]":
    return itertools.count(0x123ABCD1)


@dataclass(slots=True)
class Account:
    """One account. `balance` is in euros and falls with each part that was sent."""

    api_key: str
    secrets: list[StoredSecret]
    numbers: tuple[OwnedNumber, ...]
    balance: Decimal = START_BALANCE
    trial: bool = False
    test_numbers: tuple[str, ...] = TEST_NUMBERS
    signed_only: bool = False
    callbacks: dict[str, str] = field(default_factory=lambda: {"mo": "", "dr": ""})
    _numbers: "itertools.count[int]" = field(default_factory=_ids)

    def accepts(self, secret: str) -> bool:
        """Tell whether `secret` is one of the account's."""
        return any([hmac.compare_digest(secret.encode(), one.value.encode()) for one in self.secrets])

    def next_message_id(self) -> str:
        """Return a new message id in the classic hexadecimal form; clients must not rely on its shape."""
        return f"0A{next(self._numbers):014X}"

    def owns_sender(self, sender: str) -> bool:
        """Tell whether `sender` is one of the account's numbers that can send an SMS."""
        return any(number.msisdn == sender and number.sends_sms for number in self.numbers)

    def charge(self, price: Decimal) -> Decimal:
        """Take `price` off the balance and return what is left."""
        self.balance -= price
        return self.balance

    def terms(self) -> JsonObject:
        """Return what kind of account this is, in the words of the control API."""
        return {
            "balance": f"{self.balance:.4f}",
            "trial": self.trial,
            "test_numbers": list(self.test_numbers),
            "signed_only": self.signed_only,
        }

    def change_terms(self, body: Mapping[str, object]) -> None:
        """Change what kind of account this is. Raises ValueError, and then changes nothing."""
        unknown = set(body) - {"balance", "trial", "test_numbers", "signed_only"}
        if unknown:
            raise ValueError(f"unknown field {min(unknown)!r}")
        trial = _switch(body, "trial", self.trial)
        signed_only = _switch(body, "signed_only", self.signed_only)
        test_numbers = _numbers(body["test_numbers"]) if "test_numbers" in body else self.test_numbers
        self.balance = _money(body["balance"]) if "balance" in body else self.balance
        self.trial, self.signed_only, self.test_numbers = trial, signed_only, test_numbers


def new_account(api_key: str, api_secret: str, sender: str, now: float = 0.0) -> Account:
    """Return a fresh account: `sender` and a British number send SMS, a third one is for voice only."""
    return Account(
        api_key=api_key,
        secrets=[StoredSecret(api_secret, now)],
        numbers=(
            OwnedNumber("US", sender, "mobile-lvn", ("SMS", "VOICE")),
            OwnedNumber("GB", "447700900142", "mobile-lvn", ("SMS", "VOICE", "MMS")),
            OwnedNumber("GB", "442079460142", "landline", ("VOICE",)),
        ),
    )


def _switch(body: Mapping[str, object], name: str, now: bool) -> bool:
    value = body.get(name, now)
    if value is True or value is False:
        return value
    raise ValueError(f"{name} must be true or false")


def _money(value: object) -> Decimal:
    """Return an amount in euros. Raises ValueError."""
    try:
        amount = Decimal(value) if isinstance(value, str) else Decimal("NaN")
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or abs(amount) > 1_000_000:
        raise ValueError("balance must be an amount in euros, as a text")
    return amount


def _numbers(value: object) -> tuple[str, ...]:
    """Return up to ten numbers. Raises ValueError."""
    rows, numbers = list_of(value), tuple(texts_of(value))
    well_formed = all(number.isascii() and number.isdigit() and len(number) <= 15 for number in numbers)
    if rows is None or not well_formed or not len(rows) == len(numbers) <= TEST_NUMBERS_MOST:
        raise ValueError(f"test_numbers must be up to {TEST_NUMBERS_MOST} numbers, digits only")
    return numbers
