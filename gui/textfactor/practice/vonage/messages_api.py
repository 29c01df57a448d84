"""`POST /v1/messages`, the newer way to send, as far as an SMS goes: 202 with one id, or problem details.

The statuses that Vonage's send call has are numbers from 1000 on here, at the end of `type`.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.shapes import JsonObject, object_of, parse_json, text_of
from textfactor.practice.vonage.access import Presented
from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.alphabet import is_gsm7
from textfactor.practice.vonage.dispatch import Dispatch
from textfactor.practice.vonage.problems import bad_credentials, invalid_json, problem
from textfactor.practice.vonage.rules import first_refusal
from textfactor.practice.vonage.sms import Refusal, SmsFields
from textfactor.practice.vonage.steering import steered_refusal
from textfactor.practice.web.messages import Reply, Request, json_reply

TEXT_LIMIT: Final = 1000
_CHANNELS: Final = ("sms", "mms", "whatsapp", "messenger", "viber_service")
_CODES: Final = {
    "1": "1000", "2": "1010", "3": "1020", "5": "1030", "6": "1040", "7": "1050", "8": "1060", "9": "1070",
    "11": "1080", "12": "1090", "15": "1120", "29": "1160",
}  # fmt: skip
"""The send call's statuses as the Messages API numbers them (Vonage's two lists, by their meaning)."""


@dataclass(slots=True)
class MessagesApi:
    """The newer send call of one account."""

    core: Core
    account: Account
    dispatch: Dispatch

    def send(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer `POST /v1/messages`."""
        del params
        shown = request.basic()
        faults = ("auth_401", "wrong_secret")
        held = any(self.core.faults.holds(fault, VONAGE, request.path) for fault in faults)
        if shown is None or held or not Presented(*shown).fits(self.account):
            return bad_credentials()
        try:
            body = object_of(parse_json(request.body))
        except ValueError:
            body = None
        if body is None or request.content_type != "application/json":
            return invalid_json()
        return _wrong(body) or self._sent(_fields(body), request.path)

    def _sent(self, fields: SmsFields, path: str) -> Reply:
        """Send, or say why not."""
        account = self.dispatch.account_now(path)
        refusal = first_refusal(fields, account) or steered_refusal(fields.to)
        if refusal is None:
            first = self.dispatch.deliver(fields, path)[0]
            if first["status"] == "0":
                return json_reply({"message_uuid": str(uuid.uuid4())}, 202)
            refusal = Refusal("9", str(first["error-text"]))
        if refusal.status == "9":
            return problem(402, "#low-balance", "Low balance", "This request could not be performed.")
        if refusal.status == "1":
            return problem(429, "/messages#1000", "Throttled", "You have exceeded the submission capacity.")
        code = _CODES.get(refusal.status, "1020")
        return problem(422, f"/messages#{code}", "Unprocessable entity", refusal.text)


def _wrong(body: JsonObject) -> Reply | None:
    """Return the refusal of a body that does not fit; the codes are from Vonage's list."""
    channel = body.get("channel")
    if channel not in _CHANNELS:
        return problem(422, "/messages#1400", "Unsupported channel", "channel must be one that is known")
    if channel != "sms":
        return problem(
            422, "/messages#1410", "Invalid channel parameters", "The practice world sends SMS only"
        )
    if body.get("message_type") != "text":
        return problem(422, "/messages#1440", "Invalid message type", "message_type must be text")
    for name, code, title in (("from", "1420", "Invalid sender"), ("to", "1430", "Invalid recipient")):
        if not text_of(body.get(name)):
            return problem(422, f"/messages#{code}", title, f"{name} must be a text")
    words = text_of(body.get("text"))
    if not 1 <= len(words) <= TEXT_LIMIT:
        wrong = [{"name": "text", "reason": f"must have 1 to {TEXT_LIMIT} characters"}]
        return problem(422, "/messages#1020", "Invalid params", "text is not valid", invalid_parameters=wrong)
    if len(text_of(body.get("client_ref"))) > 100:
        return problem(422, "/messages#1450", "Invalid client reference", "client_ref is too long")
    return None


def _fields(body: JsonObject) -> SmsFields:
    """Return the message in the send call's words; this API chooses the encoding itself."""
    sms = object_of(body.get("sms")) or {}
    wanted = text_of(sms.get("encoding_type"), "auto")
    words = text_of(body["text"])
    unicode = wanted == "unicode" or (wanted != "text" and not is_gsm7(words))
    return SmsFields({
        "from": text_of(body["from"]),
        "to": text_of(body["to"]),
        "text": words,
        "type": "unicode" if unicode else "text",
        "client-ref": text_of(body.get("client_ref")),
        "entity-id": text_of(sms.get("entity_id")),
        "content-id": text_of(sms.get("content_id")),
    })  # fmt: skip
