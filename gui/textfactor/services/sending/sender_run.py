"""The sender run here, before it goes into a tenant: the very code, against the practice Vonage."""

from dataclasses import dataclass

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.inputs import Fault, clean_countries, clean_digits
from textfactor.domain.login import ReceivedSms
from textfactor.domain.running import RunResult
from textfactor.domain.tenant import SENDER_SECRETS
from textfactor.services.container import Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.messages.preview import SAMPLE, render

HANDLERS = {
    TenantPath.UNIFIED: "onExecuteCustomPhoneProvider",
    TenantPath.LEGACY: "onExecuteSendPhoneMessage",
}
"""The function that Auth0 calls for the path's trigger (facts/auth0 1.7)."""
_LEGACY_TENANT = {"name": "example", "friendly_name": SAMPLE["friendly_name"]}
"""What `tenant` is in the words of the legacy path; on the unified one it is a text (facts/auth0 2.2)."""
_NOBODY = "447700900123"
"""A number that is set aside for fiction in the United Kingdom, where any sender is taken."""


@dataclass(frozen=True, slots=True)
class SenderRun:
    """How the code ended, and what came to the practice phone (None: nothing, or there is no such phone)."""

    result: RunResult
    received: ReceivedSms | None


def run_sender(workspace: Workspace, code: str, answers: Answers, ctx: CallContext) -> SenderRun:
    """Run the code with a sample event, both being those of the tenant's path (unified while it is not known).

    It can reach the practice Vonage alone; a real secret is not handed to it.
    """
    handler = HANDLERS[answers.tenant_path or TenantPath.UNIFIED]
    ctx.doing(Doing.RUNNING_SENDER, subject=workspace.runtime.describe())
    phone = workspace.phone
    before = len(phone.messages()) if phone else 0
    result = workspace.runtime.run(code, handler, sample_event(workspace, answers), workspace.sender_hosts)
    fresh = phone.messages()[before:] if phone else ()
    return SenderRun(result, fresh[-1] if fresh else None)


def sample_event(workspace: Workspace, answers: Answers) -> dict[str, object]:
    """Make an event like Auth0's on this path: a login code in the chosen words, to the test number."""
    key = workspace.sender_key()
    secrets = (key.api_key, key.secret.reveal(), answers.sender or "Textfactor")
    legacy = answers.tenant_path is TenantPath.LEGACY
    sample = {**SAMPLE, "tenant": _LEGACY_TENANT} if legacy else SAMPLE
    text = render(answers.verify_text, sample).text or f"{SAMPLE['code']} is your code."
    recipient = f"+{_recipient(answers, practice=workspace.profile.practice)}"
    return {
        **(_message_options(recipient, text) if legacy else _notification(recipient, text)),
        "secrets": dict(zip(SENDER_SECRETS, secrets, strict=True)),
        "tenant": {"id": "example", "friendly_name": SAMPLE["friendly_name"]},
        "user": {"user_id": "auth0|example"},
        "client": {"client_id": "exampleclient", "name": "Example Web"},
        "request": {"ip": "192.0.2.1", "method": "POST"},
        "transaction": {"correlation_id": "example-correlation-id"},
    }


def _notification(recipient: str, text: str) -> dict[str, object]:
    """Make what only the event of `custom-phone-provider` has."""
    told = {
        "recipient": recipient,
        "as_text": text,
        "as_voice": text,
        "code": SAMPLE["code"],
        "delivery_method": "text",
        "message_type": "otp_verify",
        "locale": "en",
    }
    return {"notification": told}


def _message_options(recipient: str, text: str) -> dict[str, object]:
    """Make what only the event of `send-phone-message` has."""
    told = {
        "recipient": recipient,
        "text": text,
        "code": SAMPLE["code"],
        "action": "second-factor-authentication",
        "message_type": "sms",
    }
    return {"message_options": told}


def _recipient(answers: Answers, *, practice: bool) -> str:
    """Take the test number, else a made-up one under the first allowed prefix; a real person's number stays here."""
    digits = clean_digits(answers.test_number)
    if practice and digits.isdigit():
        return digits
    allowed = clean_countries(answers.countries)
    if isinstance(allowed, Fault) or not allowed or _NOBODY.startswith(allowed):
        return _NOBODY
    return f"{allowed[0]}5550100"
