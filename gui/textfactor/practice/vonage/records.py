"""Every part that was taken, and what became of it: the source of receipts and reports."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from textfactor.practice.clock import iso
from textfactor.practice.shapes import JsonObject
from textfactor.practice.vonage.fates import ERRORS, Fate
from textfactor.practice.vonage.prices import Country
from textfactor.practice.vonage.sms import SmsFields

KEPT: Final = 5000
"""So many parts are remembered; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Record:
    """One part that was taken. `taken` is in seconds since 1970, `price` in euros."""

    id: str
    fields: SmsFields
    country: Country
    price: Decimal
    fate: Fate
    taken: float
    split: bool

    def is_final(self, now: float) -> bool:
        """Tell whether the part has come to its end."""
        return self.fate.after is not None and now >= self.taken + self.fate.after

    def status(self, now: float) -> str:
        """Return where the part is: accepted, buffered, delivered, expired, failed, rejected, unknown."""
        return self.fate.status if self.is_final(now) else self.fate.meanwhile

    def ended(self) -> float:
        """Return when the part comes to its end; when it was taken if it never does."""
        return self.taken + (self.fate.after or 0.0)

    def cost(self, now: float) -> Decimal:
        """Return what the part costs, in euros."""
        return Decimal(0) if self.fate.free and self.is_final(now) else self.price

    def receipt(self, api_key: str, now: float) -> JsonObject:
        """Return the delivery receipt (Vonage SMS OpenAPI 1.2.0): it spells `messageId`, all figures are text."""
        ended = datetime.fromtimestamp(self.ended(), tz=UTC)
        row: JsonObject = {
            "msisdn": self.fields.to,
            "to": self.fields.sender,
            "network-code": self.country.network,
            "messageId": self.id,
            "price": f"{self.cost(now):.8f}",
            "status": self.status(now),
            "scts": f"{ended:%y%m%d%H%M}",
            "err-code": self.fate.error,
            "api-key": api_key,
            "message-timestamp": iso(self.ended()),
        }
        for name in ("client-ref", "callback"):
            if self.fields.get(name):
                row[name] = self.fields.get(name)
        return row

    def report(self, api_key: str, now: float, *, with_text: bool) -> JsonObject:
        """Return the part's row in a report (Vonage Reports OpenAPI 2.2.2)."""
        final = self.is_final(now)
        error = self.fate.error if final else ""
        row: JsonObject = {
            "account_id": api_key,
            "message_id": self.id,
            "client_ref": self.fields.get("client-ref"),
            "direction": "outbound",
            "from": self.fields.sender,
            "to": self.fields.to,
            "network": self.country.network,
            "network_name": self.country.network_name,
            "country": self.country.code,
            "country_name": self.country.name,
            "date_received": _plain(self.taken),
            "date_finalized": _plain(self.ended()) if final else "",
            "latency": str(int((self.fate.after or 0.0) * 1000)) if final else "",
            "status": self.status(now),
            "error_code": error,
            "error_code_description": ERRORS.get(error, ""),
            "currency": "EUR",
            "total_price": f"{self.cost(now):.8f}",
        }
        if with_text:
            row["message_body"] = self.fields.get("text")
        return row


@dataclass(slots=True)
class Records:
    """What the account sent, oldest first, at most `KEPT` parts."""

    api_key: str
    by_id: dict[str, Record] = field(default_factory=dict[str, Record])

    def add(self, record: Record) -> None:
        """Remember a part."""
        self.by_id[record.id] = record
        while len(self.by_id) > KEPT:
            del self.by_id[next(iter(self.by_id))]

    def receipts(self, now: float) -> list[JsonObject]:
        """Return the receipts that have come by now; none for who asked for none."""
        return [
            record.receipt(self.api_key, now)
            for record in self.by_id.values()
            if record.is_final(now) and record.fields.get("status-report-req").lower() not in ("false", "0")
        ]


def _plain(seconds: float) -> str:
    """Return a time as reports write it."""
    return f"{datetime.fromtimestamp(seconds, tz=UTC):%Y-%m-%dT%H:%M:%S+0000}"
