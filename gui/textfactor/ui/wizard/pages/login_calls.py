"""What the try-it page has done beside the window: a practice login, or a look at a real tenant's log."""

from dataclasses import dataclass, replace

from textfactor.domain.answers import Answers
from textfactor.domain.login import HopResult, LoginAttempt, ReceivedSms
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import tenant_key
from textfactor.services.login.login import last_log_id, read_hops, start_login, submit_code, watch

Hops = tuple[HopResult, ...]


@dataclass(frozen=True, slots=True)
class LoginStep:
    """How a practice login stands; `after` is the log row and `before` the number of messages when it began."""

    attempt: LoginAttempt
    hops: Hops
    messages: tuple[ReceivedSms, ...]
    after: str
    before: int


def starting(workspace: Workspace, answers: Answers, user: str, phone: str) -> Call[LoginStep]:
    """Make the call that starts a login; `phone` is digits."""

    def start(ctx: CallContext) -> LoginStep:
        tenant = workspace.tenant(tenant_key(workspace, answers))
        after = last_log_id(tenant)
        before = len(_messages(workspace))
        attempt = start_login(workspace, user, phone, ctx)
        messages = _messages(workspace)[before:]
        return LoginStep(attempt, read_hops(tenant, after, attempt, messages), messages, after, before)

    return start


def checking(workspace: Workspace, answers: Answers, step: LoginStep, code: str) -> Call[LoginStep]:
    """Make the call that hands a code in."""

    def check(ctx: CallContext) -> LoginStep:
        tenant = workspace.tenant(tenant_key(workspace, answers))
        attempt = submit_code(workspace, step.attempt.id, code, ctx)
        messages = _messages(workspace)[step.before :]
        hops = read_hops(tenant, step.after, attempt, messages)
        return replace(step, attempt=attempt, hops=hops, messages=messages)

    return check


def watching(workspace: Workspace, answers: Answers, seen: list[Hops]) -> Call[Hops]:
    """Make a call that watches the log for the next login; the newest reading is the last one in `seen`."""

    def look(ctx: CallContext) -> Hops:
        tenant = workspace.tenant(tenant_key(workspace, answers))
        return watch(tenant, last_log_id(tenant), seen.append, ctx)

    return look


def inviting(workspace: Workspace, answers: Answers, user_id: str) -> Call[str]:
    """Make the call that creates an enrolment link for a user; Auth0 sends no mail by itself."""

    def invite(ctx: CallContext) -> str:
        ctx.cancel.check()
        return workspace.tenant(tenant_key(workspace, answers)).enrollment_ticket(user_id)

    return invite


def _messages(workspace: Workspace) -> tuple[ReceivedSms, ...]:
    return workspace.phone.messages() if workspace.phone is not None else ()
