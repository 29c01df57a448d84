"""The Action that sends: is it there, built, deployed, bound, on a runtime that lives, and does it read the answer."""

import re

from textfactor.domain.diagnosis import ClueKind
from textfactor.domain.findings import Finding
from textfactor.domain.tenant import SENDER_SECRETS, ActionFacts, Observed
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.doctor.finding import FAIL, PASS, UNKNOWN, WARNING, found, skipped
from textfactor.services.setup.ours import carries_our_code
from textfactor.services.setup.standing import rivals

ACTION_IDS = (
    "auth0.action.exists",
    "auth0.action.built",
    "auth0.action.deployed",
    "auth0.action.bound",
    "auth0.action.runtime",
    "auth0.secrets",
    "auth0.action.reads_answer",
)
_OPENS = "setup.plan"
CURRENT_RUNTIME, _OLDER = "node22", ("node18-actions", "node18")
"""Runtimes that Actions may have; 12 and 16 ended on 15 Aug 2025 (facts/auth0 1.1, 1.3)."""
_BAD_TRAITS = ("hook_signature", "ignores_answer", "does_not_wait", "sends_nothing")
"""What a look at the code may show, worst first (services.diagnosis.readers.code)."""
_SECRET = re.compile(r"\bevent\s*\.\s*secrets\s*(?:\?\s*)?(?:\.\s*(\w{1,64})|\[\s*['\"](\w{1,64})['\"]\s*\])")


def judge_action(observed: Observed) -> tuple[Finding, ...]:
    """Judge what the trigger of the tenant's path runs."""
    action = observed.action
    if action is None:
        case = "elsewhere" if observed.other_actions else "none"
        missing = found("auth0.action.exists", FAIL, case, _OPENS)
        return (missing, *(skipped(one, "no_action") for one in ACTION_IDS[1:]))
    ours = carries_our_code(action)
    return (
        found("auth0.action.exists", PASS, "ours" if ours else "foreign", name=action.name),
        _built(action),
        _deployed(action),
        _bound(action, observed),
        _runtime(action.runtime),
        _secrets(action, ours=ours),
        _reads(action.deployed_code or action.code),
    )


def _built(action: ActionFacts) -> Finding:
    if action.status == "failed":
        return found("auth0.action.built", FAIL, "failed", _OPENS)
    if action.status == "built":
        return found("auth0.action.built", PASS, "built")
    return found("auth0.action.built", WARNING, "pending", _OPENS, state=action.status)


def _deployed(action: ActionFacts) -> Finding:
    if action.deployed_code is None and action.deployed_version is None:
        return found("auth0.action.deployed", FAIL, "never", _OPENS)
    if not action.all_changes_deployed:
        return found("auth0.action.deployed", WARNING, "draft_newer", _OPENS)
    return found("auth0.action.deployed", PASS, "current")


def _bound(action: ActionFacts, observed: Observed) -> Finding:
    if all(row.action_id != action.id for row in observed.bindings):
        return found("auth0.action.bound", FAIL, "unbound", _OPENS)
    others = rivals(observed)
    if others and carries_our_code(action):
        return found("auth0.action.bound", WARNING, "twice", "setup.senders", count=len(others))
    return found("auth0.action.bound", PASS, "bound")


def _runtime(runtime: str) -> Finding:
    if runtime == CURRENT_RUNTIME:
        return found("auth0.action.runtime", PASS, "current", runtime=runtime)
    if runtime in _OLDER:
        return found("auth0.action.runtime", WARNING, "older", _OPENS, runtime=runtime)
    ended = runtime.startswith("node1")
    return found(
        "auth0.action.runtime",
        FAIL if ended else UNKNOWN,
        "ended" if ended else "new",
        _OPENS,
        runtime=runtime,
    )


def _secrets(action: ActionFacts, *, ours: bool) -> Finding:
    """Our sender needs three; another's those that its code names. Values can never be read."""
    code = action.deployed_code or action.code
    named = {one or other for one, other in _SECRET.findall(code)}
    needed = SENDER_SECRETS if ours else tuple(sorted(named))
    missing = tuple(name for name in needed if name not in action.secrets)
    if missing:
        status = FAIL if ours else WARNING
        return found("auth0.secrets", status, "missing", "setup.rotate", names=", ".join(missing))
    return found("auth0.secrets", PASS, "complete", count=len(action.secrets))


def _reads(code: str) -> Finding:
    """Look how the code treats Vonage's answer; it is read, never run."""
    check = "auth0.action.reads_answer"
    clues = read_input(code, "action.js").clues
    traits = {clue.value for clue in clues if clue.kind is ClueKind.CODE}
    bad = next((trait for trait in _BAD_TRAITS if trait in traits), None)
    if bad is not None:
        return found(check, FAIL if bad == "hook_signature" else WARNING, bad, _OPENS)
    if not any(trait.startswith("handler:") for trait in traits):
        return found(check, UNKNOWN, "unreadable")
    return found(check, PASS, "reads")
