"""Keeps what was sent as a test, and looks up at Vonage what became of it when a person asks."""

from dataclasses import dataclass

from textfactor.domain.problems import Problem, ProblemError
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.domain.sent_tests import Fate, SentTest, masked
from textfactor.services.container import VonageKey, Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.sending.test_message import Prepared, send_test
from textfactor.services.storing import SentTests

LOOK_UP_FROM = 10.0
"""Seconds after a send before which a look-up tells nothing yet, and would be paid for all the same."""


@dataclass(frozen=True, slots=True)
class NotedSend:
    """What became of one send, and how it was written down.

    `kept` is None for what was not sent; `trouble` is why the history could not be written.
    """

    result: SendResult
    kept: SentTest | None
    trouble: Problem | None = None


def send_and_note(workspace: Workspace, key: VonageKey, prepared: Prepared, ctx: CallContext) -> NotedSend:
    """Send the SMS with one request and write it down; a history that cannot be written changes no result."""
    result = send_test(workspace, key, prepared, ctx)
    try:
        return NotedSend(result, note_sent(workspace.sent_tests, workspace.profile.id, prepared, result))
    except ProblemError as error:
        return NotedSend(result, None, error.problem)


def note_sent(history: SentTests, profile: str, prepared: Prepared, result: SendResult) -> SentTest | None:
    """Write a test down; None for one that never left this machine. Raises FILE_FAILED."""
    if result.outcome is SendOutcome.NOT_SENT:
        return None
    kept = SentTest(
        id=prepared.reference,
        at=history.now(),
        profile=profile,
        to=masked(prepared.number.digits),
        country=prepared.number.country,
        sender=prepared.sender,
        encoding=prepared.measured.encoding.value,
        outcome=result.outcome,
        parts=result.parts,
        balance=result.balance,
    )
    history.add(kept)
    return kept


def look_up(workspace: Workspace, key: VonageKey, sent: SentTest, ctx: CallContext) -> tuple[Fate, ...]:
    """Ask Vonage's Reports for each accepted part: one request, which Vonage charges for by the record.

    Raises what Vonage refused with; nothing is asked where no part has an id.
    """
    ids = tuple(part.message_id for part in sent.parts if part.message_id)
    if not ids:
        return ()
    ctx.doing(Doing.READING_REPORTS)
    return workspace.sms(key).fates(ids)
