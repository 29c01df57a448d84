"""The reasons for which Vonage refuses a message, one function each, in the order in which they are tried.

Statuses: Vonage's SMS API error page; texts: as users quote them, and own words where nobody did. Clients
must go by the status, never by the text.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.alphabet import BINARY_ONE
from textfactor.practice.vonage.prices import country_of, is_landline
from textfactor.practice.vonage.senders import judge
from textfactor.practice.vonage.sms import TEXT_LIMIT, Refusal, Rule, SmsFields

_TO = re.compile(r"[0-9]{7,15}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_TTL = re.compile(r"[0-9]{1,12}")
_TYPES: Final = frozenset({"text", "unicode", "binary"})
_YES_OR_NO: Final = frozenset({"", "true", "false", "1", "0"})
_CALLBACK_LIMIT: Final = 100


def _bad(name: str) -> Refusal:
    return Refusal("3", f"Invalid value for param: {name}")


def missing_field(fields: SmsFields, account: Account) -> Refusal | None:
    """2: `to`, `from` or the text (a binary message's body) is missing or empty."""
    del account
    for name in ("to", "from", "body" if fields.kind == "binary" else "text"):
        if not fields.get(name):
            return Refusal("2", f"Missing {name} param")
    return None


def bad_destination(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `to` is not 7 to 15 digits: no plus, blanks or hyphens, one recipient (Vonage SMS OpenAPI)."""
    del account
    return None if _TO.fullmatch(fields.to) else _bad("to")


def bad_type(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `type` is none of text, unicode and binary; WAP push and the like went with version 1.2.0."""
    del account
    return None if fields.kind in _TYPES else _bad("type")


def bad_ttl(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `ttl` is not between 20,000 and 604,800,000 milliseconds."""
    del account
    ttl = fields.get("ttl")
    if not ttl or (_TTL.fullmatch(ttl) and 20_000 <= int(ttl) <= 604_800_000):
        return None
    return _bad("ttl")


def too_long_reference(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `client-ref` has more than 100 characters."""
    del account
    return _bad("client-ref") if len(fields.get("client-ref")) > 100 else None


def bad_callback(fields: SmsFields, account: Account) -> Refusal | None:
    """23: `callback` is no web address, or has more than 100 characters."""
    del account
    address = fields.get("callback")
    if not address:
        return None
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    good = good and len(address) <= _CALLBACK_LIMIT and address.isascii() and address.isprintable()
    return None if good and " " not in address else Refusal("23", "Invalid Callback Url")


def bad_switch(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `status-report-req` or `trusted-number` is neither true nor false."""
    del account
    for name in ("status-report-req", "trusted-number"):
        if fields.get(name).lower() not in _YES_OR_NO:
            return _bad(name)
    return None


def bad_message_class(fields: SmsFields, account: Account) -> Refusal | None:
    """3: `message-class` is not 0 to 3."""
    del account
    return None if fields.get("message-class") in ("", "0", "1", "2", "3") else _bad("message-class")


def bad_binary(fields: SmsFields, account: Account) -> Refusal | None:
    """3: body or header of a binary message are not hexadecimal; 12: together they exceed 140 octets."""
    del account
    if fields.kind != "binary":
        return None
    for name in ("body", "udh"):
        if fields.get(name) and not _HEX.fullmatch(fields.get(name)):
            return _bad(name)
    octets = (len(fields.get("body")) + len(fields.get("udh"))) // 2
    return Refusal("12", "Message too long") if octets > BINARY_ONE else None


def no_way(fields: SmsFields, account: Account) -> Refusal | None:
    """6: a number that begins with a zero (a trunk zero, or 00 before the country code), or a landline."""
    del account
    lost = fields.to.startswith("0") or is_landline(fields.to)
    return Refusal("6", "Unroutable message - rejected") if lost else None


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


def refused_sender(fields: SmsFields, account: Account) -> Refusal | None:
    """15: a sender that the destination's country refuses at once (see `senders`)."""
    owned = account.owns_sender(fields.sender)
    country = country_of(fields.to).code
    fate = judge(country, fields.sender, owned=owned, registered=fields.is_registered).fate
    return Refusal("15", "Illegal Sender Address - rejected") if fate == "refused" else None


def not_a_test_number(fields: SmsFields, account: Account) -> Refusal | None:
    """29: a trial account sends to its test numbers only."""
    if not account.trial or fields.to in account.test_numbers:
        return None
    return Refusal("29", "Non White-listed Destination - rejected")


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
    bad_callback,
    bad_switch,
    bad_message_class,
    bad_binary,
    no_way,
    too_long,
    illegal_sender,
    refused_sender,
    not_a_test_number,
    no_credit,
)


def first_refusal(fields: SmsFields, account: Account) -> Refusal | None:
    """Return the first objection, or None when Vonage would take the message."""
    return next((refusal for rule in RULES if (refusal := rule(fields, account)) is not None), None)
