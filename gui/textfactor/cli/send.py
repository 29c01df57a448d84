"""`textfactor send`: one test SMS, sent once, and what Vonage said about it part by part."""

from dataclasses import dataclass, field

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit, exit_for_send
from textfactor.cli.given import given_text
from textfactor.cli.output import Output
from textfactor.cli.preflight import findings_value, has_failed, tell_findings
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.answers import DEFAULT_TEST
from textfactor.domain.inputs import InputIssue
from textfactor.domain.problems import Problem
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.services.container import Services
from textfactor.services.context import CallContext
from textfactor.services.sending.destination import check_destination, takes_no_sms
from textfactor.services.sending.history import NotedSend, send_and_note
from textfactor.services.sending.preflight import preflight
from textfactor.services.sending.test_message import Prepared, prepare, wrong_inputs
from textfactor.words.inputs import explain_fault
from textfactor.words.preflight import count_of, say_finding
from textfactor.words.problems import explain
from textfactor.words.sending import explain_send, part_line, status_name

_IN_THE_AIR = (
    "Interrupted. Whether Vonage took the message is not known: look at the phone before sending again."
)
_ANYWAY = "Give the number of a mobile phone; --anyway sends to this one all the same."


@dataclass(frozen=True, slots=True)
class Message:
    """What to send: the number as typed, and the text (`-` reads stdin, empty takes the default).

    `check_only`: look at everything that can be looked at, and send nothing. `anyway`: send to a landline as well.
    """

    number: str
    text: str
    check_only: bool = False
    anyway: bool = False

    def body(self) -> str:
        """Give the text to send."""
        return given_text(self.text) if self.text else DEFAULT_TEST


@dataclass(slots=True)
class _Course:
    """One run of the command: whether the request may be on its way is what a stop has to tell."""

    services: Services
    message: Message
    output: Output
    body: str
    may_be_out: bool = field(default=False)

    def work(self, opened: Opened, ctx: CallContext) -> Exit:
        """Check, then send once."""
        prepared = prepare(self.services.numbers, self.message.number, opened.answers.sender, self.body)
        if isinstance(prepared, InputIssue):
            return _bad_input(prepared, self.output)
        if takes_no_sms(prepared.number) and not (self.message.anyway or self.message.check_only):
            why = say_finding(check_destination(prepared.number)).english()
            return _refused_here(why, self.output, _ANYWAY)
        rules = self.services.sending_rules()
        findings = preflight(opened.workspace, opened.vonage, prepared, rules, ctx)
        if self.message.check_only:
            tell_findings(findings, self.output, whole=True)
            meaning = f"{count_of(findings).english()}. Nothing was sent."
            self.output.value(_nothing_sent(meaning) | {"preflight": findings_value(findings)})
            return Exit.WRONG if has_failed(findings) else Exit.FINE
        tell_findings(findings, self.output)
        return self._send(opened, prepared, ctx)

    def _send(self, opened: Opened, prepared: Prepared, ctx: CallContext) -> Exit:
        ctx.cancel.check()
        self.may_be_out = True
        noted = send_and_note(opened.workspace, opened.vonage, prepared, ctx)
        _show(noted, self.output)
        if opened.workspace.phone is not None and noted.result.outcome is SendOutcome.ACCEPTED:
            self.output.note(
                "It went to the practice phone: nothing left this computer, and nothing was paid."
            )
        return exit_for_send(noted.result)

    def failed(self, problem: Problem | None) -> None:
        """Answer for what ended it early."""
        self.output.value(_value(SendResult(SendOutcome.NOT_SENT, problem=problem)))

    def cut_off(self) -> str:
        """Answer for a second Ctrl-C."""
        outcome = SendOutcome.UNKNOWN if self.may_be_out else SendOutcome.NOT_SENT
        self.output.value(_value(SendResult(outcome)))
        return _IN_THE_AIR if self.may_be_out else "Interrupted before anything was sent."


def send(services: Services, message: Message, target: Target, output: Output) -> Exit:
    """Send one SMS. Inputs are checked before a world is opened; nothing is ever sent a second time."""
    body = message.body()
    for issue in wrong_inputs(message.number, body):
        return _bad_input(issue, output)
    course = _Course(services, message, output, body)
    frame = Frame(services, output, target, course.failed, course.cut_off)
    return frame.run(course.work, with_tenant=False)


def _bad_input(issue: InputIssue, output: Output) -> Exit:
    """Say what is wrong with an input; nothing was sent."""
    return _refused_here(explain_fault(issue).english(), output)


def _refused_here(meaning: str, output: Output, step: str = "") -> Exit:
    """Say why nothing was sent, and what to do."""
    output.note(f"No SMS was sent. {meaning}")
    if step:
        output.note(f"  - {step}")
    output.value(_nothing_sent(meaning, step))
    return Exit.USAGE


def _nothing_sent(meaning: str, step: str = "") -> dict[str, object]:
    outcome = SendOutcome.NOT_SENT.value
    steps = [step] if step else []
    return {"outcome": outcome, "parts": [], "balance": None, "meaning": meaning, "next": steps}


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


def _show(noted: NotedSend, output: Output) -> None:
    """Write the answer, and what it means to stderr."""
    result = noted.result
    output.value(_value(result))
    if not output.as_json:
        output.answer(result.outcome.value)
        for number, part in enumerate(result.parts, start=1):
            output.answer(f"part {number}: {part_line(part).english()}")
    output.tell(explain_send(result))
    if noted.trouble is not None:
        output.note("It could not be written into the history of test messages.")
        output.tell(explain(noted.trouble))
