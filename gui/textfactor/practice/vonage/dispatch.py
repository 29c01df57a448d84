"""Charges for a message that was taken, remembers its parts, and lets the practice phone ring."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from textfactor.practice.clock import iso
from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.phone import Message
from textfactor.practice.shapes import JsonObject
from textfactor.practice.vonage.account import TRIAL_BALANCE, Account
from textfactor.practice.vonage.alphabet import Encoded, encode, encode_binary, questioned
from textfactor.practice.vonage.fates import Fate, fate_of
from textfactor.practice.vonage.prices import Country, country_of
from textfactor.practice.vonage.records import Record, Records
from textfactor.practice.vonage.senders import Judgement, judge
from textfactor.practice.vonage.sms import SmsFields
from textfactor.practice.vonage.steering import NO_CREDIT

REMARK: Final = " [FREE SMS DEMO, TEST MESSAGE]"
"""What a trial account's texts end in; it counts as text (seen by several users, 2026)."""

_REPLACEMENT: Final = "38080"


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """A message on its way: what was asked for, in which parts it travels, and what becomes of it."""

    fields: SmsFields
    encoded: Encoded
    country: Country
    sender: str
    fate: Fate


@dataclass(slots=True)
class Dispatch:
    """Sends for one account."""

    core: Core
    account: Account
    records: Records

    def account_now(self, path: str) -> Account:
        """Return the account as faults make it look: on trial, without credit, without numbers."""
        account = self.account
        if self._holds("trial_account", path):
            account = replace(account, trial=True, balance=min(account.balance, TRIAL_BALANCE))
        if self._holds("no_credit", path):
            account = replace(account, balance=Decimal(0))
        return replace(account, numbers=()) if self._holds("no_numbers", path) else account

    def deliver(self, fields: SmsFields, path: str, *, second_fails: bool = False) -> list[JsonObject]:
        """Charge and send part by part; return one entry a part."""
        outgoing = self._outgoing(fields, path)
        entries: list[JsonObject] = []
        arrived: list[str] = []
        for index, part in enumerate(outgoing.encoded.parts):
            if self.account.balance <= 0 or (second_fails and index == 1):
                entries.append(NO_CREDIT.as_json())
                continue
            entries.append(self._sent_part(outgoing))
            arrived.append(part)
        if arrived and outgoing.fate.rings is not None:
            text = "".join(arrived)
            sent = [entry for entry in entries if entry["status"] == "0"]
            self._ring(outgoing, questioned(text) if self._holds("characters_lost", path) else text, sent)
        return entries

    def _outgoing(self, fields: SmsFields, path: str) -> _Outgoing:
        """Return how the message will travel, and what will become of it."""
        country, judgement = country_of(fields.to), self._judgement(fields, path)
        dropped = judgement.error if judgement.fate == "dropped" else ""
        fate = fate_of(fields.to, fields.get("ttl"), self.core.faults, path, dropped)
        sender = _REPLACEMENT if self._holds("sender_replaced", path) else judgement.shown
        return _Outgoing(fields, self._encoded(fields, path), country, sender, fate)

    def _encoded(self, fields: SmsFields, path: str) -> Encoded:
        """Return the message in parts; a trial account's remark is in them."""
        if fields.kind == "binary":
            return encode_binary(fields.get("body"))
        remark = REMARK if self.account_now(path).trial else ""
        return encode(fields.get("text") + remark, unicode=fields.is_unicode)

    def _judgement(self, fields: SmsFields, path: str) -> Judgement:
        owned = self.account_now(path).owns_sender(fields.sender)
        country = country_of(fields.to).code
        return judge(country, fields.sender, owned=owned, registered=fields.is_registered)

    def _sent_part(self, outgoing: _Outgoing) -> JsonObject:
        """Return the entry of a part that was taken: all figures are text (Vonage SMS OpenAPI 1.2.0)."""
        fields, country, fate = outgoing.fields, outgoing.country, outgoing.fate
        message_id = self.account.next_message_id()
        left = self.account.charge(Decimal(0) if fate.free else country.price)
        split = len(outgoing.encoded.parts) > 1
        self.records.add(
            Record(message_id, fields.kept(), country, country.price, fate, self.core.clock(), split)
        )
        entry: JsonObject = {
            "to": fields.to,
            "message-id": message_id,
            "status": "0",
            "remaining-balance": f"{left:.8f}",
            "message-price": f"{country.price:.8f}",
            "network": country.network,
        }
        for name in ("client-ref", "account-ref"):
            if fields.get(name):
                entry[name] = fields.get(name)
        return entry

    def _ring(self, outgoing: _Outgoing, text: str, sent: list[JsonObject]) -> None:
        """Put the message on the practice phone."""
        due = self.core.clock() + (outgoing.fate.rings or 0.0)
        message = Message(
            id=str(sent[0]["message-id"]),
            sender=outgoing.sender,
            to=outgoing.fields.to,
            text=text,
            parts=len(outgoing.encoded.parts),
            encoding=outgoing.encoded.encoding,
            price=f"{outgoing.country.price * len(sent):.8f}",
            at=iso(due),
            client_ref=outgoing.fields.get("client-ref"),
        )
        self.core.phone.receive(message, due)

    def _holds(self, fault: str, path: str) -> bool:
        return self.core.faults.holds(fault, VONAGE, path)
