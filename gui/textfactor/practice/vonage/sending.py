"""`POST /sms/json`: takes a message or says why not. A refusal is HTTP 200 too, as Vonage does it."""

from dataclasses import dataclass
from typing import Final

from textfactor.practice.clock import iso
from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.phone import Message
from textfactor.practice.vonage import steering
from textfactor.practice.vonage.access import body_fields, presented, unauthorized
from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.alphabet import Encoded, encode
from textfactor.practice.vonage.prices import country_of
from textfactor.practice.vonage.rules import first_refusal
from textfactor.practice.vonage.sms import Refusal, SmsFields
from textfactor.practice.vonage.steering import ending, steered_refusal
from textfactor.practice.web.messages import HangUpError, Reply, Request, json_reply

SERVER_ERROR: Final = {"error-code": "500", "error-code-label": "Internal Server Error"}
_TOO_MANY: Final = {"error-code": "429", "error-code-label": "Too many requests"}

_FAULTS: Final = {
    "wrong_secret": steering.BAD_CREDENTIALS,
    "throttled": steering.THROTTLED,
    "no_credit": steering.NO_CREDIT,
    "sender_refused": steering.ILLEGAL_SENDER,
    "trial": steering.TRIAL,
}


@dataclass(slots=True)
class Sending:
    """The send call of one account."""

    core: Core
    account: Account

    def send(self, request: Request) -> Reply:
        """Answer `POST /sms/json`. Call with the lock held."""
        body = body_fields(request)
        fields = SmsFields({**request.query, **(body or {})})
        if self._holds("auth_401", request):
            return unauthorized()
        refusal = self._credentials(request, fields) or self._fault(request)
        if refusal is None and body is None:
            refusal = Refusal("3", "Invalid message body")
        refusal = refusal or first_refusal(fields, self.account)
        if refusal is not None:
            return _answer([refusal.as_json()])
        return self._steered(request, fields)

    def _credentials(self, request: Request, fields: SmsFields) -> Refusal | None:
        """Return what is wrong with key, secret or signature."""
        shown = presented(request, dict(fields.values))
        if fields.get("sig"):
            return steering.BOTH_METHODS if shown.secret else steering.BAD_SIGNATURE
        if not shown.key:
            return Refusal("2", "Missing api_key")
        if not shown.secret:
            return Refusal("2", "Missing api_secret")
        return None if shown.fits(self.account) else steering.BAD_CREDENTIALS

    def _fault(self, request: Request) -> Refusal | None:
        """Return the refusal that a fault asks for."""
        return next((refusal for name, refusal in _FAULTS.items() if self._holds(name, request)), None)

    def _steered(self, request: Request, fields: SmsFields) -> Reply:
        """Do what the number's ending asks for; an ordinary number gets its message."""
        end = ending(fields.to)
        if end == steering.HTTP_401:
            return unauthorized()
        if end == steering.HTTP_429:
            return json_reply(_TOO_MANY, 429)
        if end == steering.HTTP_500:
            return json_reply(SERVER_ERROR, 500)
        refusal = steered_refusal(fields.to)
        if refusal is not None:
            return _answer([refusal.as_json()])
        reply = _answer(self._deliver(fields, second_fails=self._second_fails(request, end)))
        if end == steering.HANG_UP:
            raise HangUpError
        return reply

    def _second_fails(self, request: Request, end: str) -> bool:
        return end == steering.SECOND_PART or self._holds("second_part_failed", request)

    def _deliver(self, fields: SmsFields, *, second_fails: bool) -> list[dict[str, object]]:
        """Charge and send part by part; return one entry a part."""
        encoded = encode(fields.get("text"), unicode=fields.is_unicode)
        entries: list[dict[str, object]] = []
        arrived: list[str] = []
        for index, part in enumerate(encoded.parts):
            broke = self.account.balance <= 0
            if broke or (second_fails and index == 1):
                entries.append(steering.NO_CREDIT.as_json())
                continue
            entries.append(self._sent_part(fields))
            arrived.append(part)
        if arrived and ending(fields.to) != steering.NEVER_DELIVERED:
            self._ring(fields, encoded, "".join(arrived), entries)
        return entries

    def _sent_part(self, fields: SmsFields) -> dict[str, object]:
        """Return the entry of a part that was taken: all figures are text (Vonage SMS OpenAPI 1.2.0)."""
        country = country_of(fields.to)
        left = self.account.charge(country.price)
        entry: dict[str, object] = {
            "to": fields.to,
            "message-id": self.account.next_message_id(),
            "status": "0",
            "remaining-balance": f"{left:.8f}",
            "message-price": f"{country.price:.8f}",
            "network": country.network,
        }
        for name in ("client-ref", "account-ref"):
            if fields.get(name):
                entry[name] = fields.get(name)
        return entry

    def _ring(self, fields: SmsFields, encoded: Encoded, text: str, entries: list[dict[str, object]]) -> None:
        """Put the message on the practice phone."""
        sent = [entry for entry in entries if entry["status"] == "0"]
        self.core.phone.receive(
            Message(
                id=str(sent[0]["message-id"]),
                sender=fields.sender,
                to=fields.to,
                text=text,
                parts=len(encoded.parts),
                encoding=encoded.encoding,
                price=f"{country_of(fields.to).price * len(sent):.8f}",
                at=iso(self.core.clock()),
                client_ref=fields.get("client-ref"),
            )
        )

    def _holds(self, fault: str, request: Request) -> bool:
        return self.core.faults.holds(fault, VONAGE, request.path)


def _answer(entries: list[dict[str, object]]) -> Reply:
    """Return the answer to a send; the count is text, like all its figures."""
    return json_reply({"message-count": str(len(entries)), "messages": entries})
