"""Keeps what was sent as a test, and looks up at Vonage what became of it when a person asks."""

from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.domain.sent_tests import Fate, SentTest, masked
from textfactor.services.container import VonageKey, Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.sending.test_message import Prepared
from textfactor.services.storing import SentTests


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
