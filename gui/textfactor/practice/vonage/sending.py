"""`POST /sms/json`: takes a message or says why not. A refusal is HTTP 200 too, as Vonage does it."""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.vonage import steering
from textfactor.practice.vonage.access import body_fields, presented, unauthorized
from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.dispatch import Dispatch
from textfactor.practice.vonage.rules import first_refusal
from textfactor.practice.vonage.sms import Refusal, SmsFields
from textfactor.practice.vonage.steering import ending, steered_refusal
from textfactor.practice.vonage.throttle import Throttle
from textfactor.practice.web.messages import HangUpError, Reply, Request, json_reply

SERVER_ERROR: Final = {"error-code": "500", "error-code-label": "Internal Server Error"}
TOO_MANY: Final = {"error-code": "429", "error-code-label": "Too many requests"}

_FAULTS: Final = {
    "wrong_secret": steering.BAD_CREDENTIALS,
    "signature_required": steering.BAD_SIGNATURE,
    "http_not_enabled": steering.refusal("0011"),
    "account_suspended": steering.refusal("0008"),
    "vonage_fault": steering.refusal("0005"),
    "throttled": steering.THROTTLED,
    "no_credit": steering.NO_CREDIT,
    "sender_refused": steering.ILLEGAL_SENDER,
    "unroutable": steering.refusal("0006"),
    "number_barred": steering.refusal("0007"),
    "burst_limit": steering.refusal("0022"),
    "trial": steering.TRIAL,
}


@dataclass(slots=True)
class Sending:
    """The send call of one account."""

    core: Core
    account: Account
    dispatch: Dispatch
    throttle: Throttle = field(default_factory=Throttle)

    def send(self, request: Request) -> Reply:
        """Answer `POST /sms/json`. Call with the lock held."""
        body = body_fields(request)
        fields = SmsFields({**request.query, **(body or {})})
        if self._holds("auth_401", request):
            return unauthorized()
        refusal = self._credentials(request, fields) or self._fault(request) or self._too_fast(fields)
        if refusal is None and body is None:
            refusal = Refusal("3", "Invalid message body")
        refusal = refusal or first_refusal(fields, self.dispatch.account_now(request.path))
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
        if not shown.fits(self.account):
            return steering.BAD_CREDENTIALS
        return steering.BAD_SIGNATURE if self.account.signed_only else None

    def _fault(self, request: Request) -> Refusal | None:
        """Return the refusal that a fault asks for."""
        return next((refusal for name, refusal in _FAULTS.items() if self._holds(name, request)), None)

    def _too_fast(self, fields: SmsFields) -> Refusal | None:
        """Return the refusal of one message too many, with the wait in milliseconds."""
        wait = self.throttle.wait(fields, self.account, self.core.clock())
        return steering.throttled(wait) if wait else None

    def _steered(self, request: Request, fields: SmsFields) -> Reply:
        """Do what the number's ending asks for; an ordinary number gets its message."""
        end = ending(fields.to)
        if end == steering.HTTP_401:
            return unauthorized()
        if end == steering.HTTP_429:
            return json_reply(TOO_MANY, 429)
        if end == steering.HTTP_500:
            return json_reply(SERVER_ERROR, 500)
        refusal = steered_refusal(fields.to)
        if refusal is not None:
            return _answer([refusal.as_json()])
        second_fails = end == steering.SECOND_PART or self._holds("second_part_failed", request)
        reply = _answer(self.dispatch.deliver(fields, request.path, second_fails=second_fails))
        if end == steering.HANG_UP:
            raise HangUpError
        return reply

    def _holds(self, fault: str, request: Request) -> bool:
        return self.core.faults.holds(fault, VONAGE, request.path)


def _answer(entries: list[dict[str, object]]) -> Reply:
    """Return the answer to a send; the count is text, like all its figures."""
    return json_reply({"message-count": str(len(entries)), "messages": entries})
