"""`textfactor send`: one test SMS, sent once, and what Vonage said about it part by part."""

from dataclasses import dataclass

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit, exit_for_send
from textfactor.cli.given import given_text
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.answers import DEFAULT_TEST
from textfactor.domain.inputs import InputIssue
from textfactor.domain.problems import Problem
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.services.container import Services
from textfactor.services.context import CallContext
from textfactor.services.sending.test_message import prepare, send_test, wrong_inputs
from textfactor.words.inputs import explain_fault
from textfactor.words.sending import explain_send, part_line, status_name

_IN_THE_AIR = (
    "Interrupted. Whether Vonage took the message is not known: look at the phone before sending again."
)


@dataclass(frozen=True, slots=True)
class Message:
    """What to send: the number as typed, and the text (`-` reads stdin, empty takes the default)."""

    number: str
    text: str

    def body(self) -> str:
        """Give the text to send."""
        return given_text(self.text) if self.text else DEFAULT_TEST


def send(services: Services, message: Message, target: Target, output: Output) -> Exit:
    """Send one SMS. Inputs are checked before a world is opened; nothing is ever sent a second time."""
    body = message.body()
    for issue in wrong_inputs(message.number, body):
        return _bad_input(issue, output)

    def work(opened: Opened, ctx: CallContext) -> Exit:
        prepared = prepare(services.numbers, message.number, opened.answers.sender, body)
        if isinstance(prepared, InputIssue):
            return _bad_input(prepared, output)
        result = send_test(opened.workspace, opened.vonage, prepared, ctx)
        _show(result, output)
        return exit_for_send(result)

    def failed(problem: Problem | None) -> None:
        output.value(_value(SendResult(SendOutcome.NOT_SENT, problem=problem)))

    def cut_off() -> str:
        output.value(_value(SendResult(SendOutcome.UNKNOWN)))
        return _IN_THE_AIR

    return Frame(services, output, target, failed, cut_off).run(work, with_tenant=False)


def _bad_input(issue: InputIssue, output: Output) -> Exit:
    """Say what is wrong with an input; nothing was sent."""
    meaning = explain_fault(issue).english()
    output.note(meaning)
    output.value(
        {
            "outcome": SendOutcome.NOT_SENT.value,
            "parts": [],
            "balance": None,
            "meaning": meaning,
            "next": [],
        }
    )
    return Exit.USAGE


def _value(result: SendResult) -> dict[str, object]:
    told = explain_send(result)
    return {
        "outcome": result.outcome.value,
        "parts": [
            {
                "status": part.status,
                "name": status_name(part.status)[1],
                "message_id": part.message_id,
                "price": part.price,
                "network": part.network,
            }
            for part in result.parts
        ],
        "balance": result.balance or None,
        "meaning": f"{told.title.english()}. {told.meaning.english().removesuffix('.')}.",
        "next": [step.english() for step in told.next],
    }


def _show(result: SendResult, output: Output) -> None:
    """Write the answer, and what it means to stderr."""
    output.value(_value(result))
    if not output.as_json:
        output.answer(result.outcome.value)
        for number, part in enumerate(result.parts, start=1):
            output.answer(f"part {number}: {part_line(part).english()}")
    output.tell(explain_send(result))
