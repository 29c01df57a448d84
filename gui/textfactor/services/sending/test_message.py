"""One test SMS: made ready, priced, sent once."""

import uuid
from dataclasses import dataclass, field

from textfactor.domain.inputs import Fault, Field, InputIssue, clean_digits, clean_sender, clean_text
from textfactor.domain.sending import OutgoingSms, PhoneNumber, SendResult
from textfactor.domain.sms_text import Encoding, Measured, measure
from textfactor.services.container import VonageKey, Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.ports import NumberPlan


@dataclass(frozen=True, slots=True)
class Prepared:
    """A message that can be sent: where to, from whom, what, and what it takes."""

    number: PhoneNumber
    sender: str
    text: str
    measured: Measured
    reference: str = field(default_factory=lambda: f"textfactor-{uuid.uuid4().hex[:12]}")
    """Goes along as `client-ref` and joins the message with Vonage's log and our history."""

    def message(self) -> OutgoingSms:
        """Make the SMS."""
        unicode = self.measured.encoding is Encoding.UCS2
        return OutgoingSms(self.number.digits, self.sender, self.text, unicode, self.reference)


def wrong_inputs(number: str, text: str) -> tuple[InputIssue, ...]:
    """Name what is wrong with number and text as typed, at once: without the numbering plans, which load slowly."""
    found = ((Field.NUMBER, clean_digits(number)), (Field.TEXT, clean_text(text)))
    return tuple(InputIssue(field, value) for field, value in found if isinstance(value, Fault))


def prepare(numbers: NumberPlan, typed: str, sender: str, text: str) -> Prepared | InputIssue:
    """Make a message ready, or say which input stands in the way (in the order of the page)."""
    digits = clean_digits(typed)
    if isinstance(digits, Fault):
        return InputIssue(Field.NUMBER, digits)
    number = numbers.parse(f"+{digits}")
    if number is None:
        return InputIssue(Field.NUMBER, Fault.NOT_A_NUMBER, f"+{digits}")
    clean = clean_sender(sender)
    if isinstance(clean, Fault):
        return InputIssue(Field.SENDER, clean)
    body = clean_text(text)
    if isinstance(body, Fault):
        return InputIssue(Field.TEXT, body)
    return Prepared(number, clean, body, measure(body))


def send_test(workspace: Workspace, key: VonageKey, prepared: Prepared, ctx: CallContext) -> SendResult:
    """Send the SMS with one request.

    A stop is heeded before it and never after; nothing is ever sent again.
    """
    gateway = workspace.sms(key)
    ctx.doing(Doing.SENDING)
    return gateway.send(prepared.message())


def price_for(workspace: Workspace, key: VonageKey, country: str, ctx: CallContext) -> str | None:
    """Say what one part to a country (ISO-2) costs in the account's currency; None when nobody knows."""
    ctx.cancel.check()
    return workspace.sms(key).price(country) if country else None
