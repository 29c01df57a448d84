"""What the test page has done beside the window: the send, a price, a look at the practice phone."""

from dataclasses import dataclass

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import InputIssue
from textfactor.domain.login import ReceivedSms
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import vonage_key
from textfactor.services.ports import NumberPlan
from textfactor.services.practice_ports import PracticePhone
from textfactor.services.sending.history import NotedSend, send_and_note
from textfactor.services.sending.test_message import prepare, price_for

_EXAMPLE = "+4915123456789"
_LOOKS = 12
_PAUSE = 0.25


@dataclass(frozen=True, slots=True)
class Sent:
    """One send: what became of it, and how many messages lay on the practice phone before it."""

    noted: NotedSend
    before: int


def sending(workspace: Workspace, numbers: NumberPlan, answers: Answers) -> Call[Sent | InputIssue]:
    """Make the call that sends one SMS, or names the input that stands in the way."""

    def send(ctx: CallContext) -> Sent | InputIssue:
        prepared = prepare(numbers, answers.test_number, answers.sender, answers.test_text)
        if isinstance(prepared, InputIssue):
            return prepared
        key = vonage_key(workspace, answers)
        before = len(workspace.phone.messages()) if workspace.phone is not None else 0
        return Sent(send_and_note(workspace, key, prepared, ctx), before)

    return send


def pricing(workspace: Workspace, answers: Answers, country: str) -> Call[tuple[str, str | None]]:
    """Make a call that asks what one part to a country costs; the country comes back with the answer."""

    def ask(ctx: CallContext) -> tuple[str, str | None]:
        return country, price_for(workspace, vonage_key(workspace, answers), country, ctx)

    return ask


def warming(numbers: NumberPlan) -> Call[None]:
    """Make a call that loads the numbering plans, so that parsing in the window is quick afterwards."""

    def warm(ctx: CallContext) -> None:
        ctx.cancel.check()
        numbers.parse(_EXAMPLE)

    return warm


def watching(phone: PracticePhone, before: int) -> Call[ReceivedSms | None]:
    """Make a call that waits a few seconds for the next message on the practice phone."""

    def watch(ctx: CallContext) -> ReceivedSms | None:
        for _ in range(_LOOKS):
            messages = phone.messages()
            if len(messages) > before:
                return messages[-1]
            ctx.cancel.sleep(_PAUSE)
        return None

    return watch
