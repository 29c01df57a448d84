"""The reasons for which Vonage refuses a message, one function each, in the order in which they are tried.

Statuses: Vonage's SMS API error page; texts: as users quote them, and own words where nobody did. Clients
must go by the status, never by the text.
"""

import re
from typing import Final

from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.sms import TEXT_LIMIT, Refusal, Rule, SmsFields

_TO = re.compile(r"[0-9]{7,15}")
_TYPES: Final = frozenset({"", "text", "unicode"})


def missing_field(fields: SmsFields, account: Account) -> Refusal | None:
    """2: one of `to`, `from`, `text` is missing or empty."""
    del account
    for name in ("to", "from", "text"):
        if not fields.get(name):
            return Refusal("2", f"Missing {name} param")
    return None


def bad_destination(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `to` is not 7 to 15 digits: no plus, blanks or hyphens (Vonage SMS OpenAPI)."""
    del account
    return None if _TO.fullmatch(fields.to) else Refusal("3", "Invalid value for param: to")


def bad_type(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `type` is none of text and unicode (binary messages are no part of the practice world)."""
    del account
    return None if fields.get("type") in _TYPES else Refusal("3", "Invalid value for param: type")


def bad_ttl(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `ttl` is not between 20,000 and 604,800,000 milliseconds."""
    del account
    ttl = fields.get("ttl")
    if not ttl or (ttl.isascii() and ttl.isdigit() and 20_000 <= int(ttl[:12]) <= 604_800_000):
        return None
    return Refusal("3", "Invalid value for param: ttl")


def too_long_reference(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `client-ref` or `callback` has more than 100 characters."""
    del account
    for name in ("client-ref", "callback"):
        if len(fields.get(name)) > 100:
            return Refusal("3", f"Invalid value for param: {name}")
    return None


def bad_message_class(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `message-class` is not 0 to 3."""
    del account
    if fields.get("message-class") in ("", "0", "1", "2", "3"):
        return None
    return Refusal("3", "Invalid value for param: message-class")


def no_country_code(fields: SmsFields, account: Account) -> Refusal | None:
    """6: the number begins with a zero: a trunk zero, or 00 instead of the bare country code."""
    del account
    return Refusal("6", "Unroutable message - rejected") if fields.to.startswith("0") else None


def too_long(fields: SmsFields, account: Account) -> Refusal | None:
    """12: the text has more than `TEXT_LIMIT` characters."""
    del account
    return Refusal("12", "Message too long") if len(fields.get("text")) > TEXT_LIMIT else None


def illegal_sender(fields: SmsFields, account: Account) -> Refusal | None:
    """15: a sender that is neither a number of up to 15 digits nor a name of up to 11 letters and digits."""
    del account
    if fields.sender_is_number or fields.sender_is_name:
        return None
    return Refusal("15", "Illegal Sender Address - rejected")


def north_american_sender(fields: SmsFields, account: Account) -> Refusal | None:
    """15: to the US and Canada only a number of the account may send (Vonage support)."""
    if not fields.to.startswith("1") or account.owns_sender(fields.sender):
        return None
    return Refusal("15", "Illegal Sender Address - rejected")


def no_credit(fields: SmsFields, account: Account) -> Refusal | None:
    """9: nothing is left."""
    del fields
    return Refusal("9", "Quota Exceeded - rejected") if account.balance <= 0 else None


RULES: Final[tuple[Rule, ...]] = (
    missing_field,
    bad_destination,
    bad_type,
    bad_ttl,
    too_long_reference,
    bad_message_class,
    no_country_code,
    too_long,
    illegal_sender,
    north_american_sender,
    no_credit,
)


def first_refusal(fields: SmsFields, account: Account) -> Refusal | None:
    """Return the first objection, or None when Vonage would take the message."""
    return next((refusal for rule in RULES if (refusal := rule(fields, account)) is not None), None)
