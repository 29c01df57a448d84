"""Does the keyring work: which one there is, and a try with an entry that is removed again."""

import time
import uuid

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret, SecretRef
from textfactor.services.context import CallContext, Doing
from textfactor.services.storing import SecretKeeper

_OPENS = "settings"
_LONG = 1800
"""Characters of the long try: as many as a private key has, and more than some stores take in one entry."""
_IDS = ("keyring.bus", "keyring.backend", "keyring.entry", "keyring.long_entry", "keyring.forget")


def check_keyring(secrets: SecretKeeper, ctx: CallContext) -> tuple[Finding, ...]:
    """Check the keyring that our secrets lie in. Never raises a keyring problem: each is a finding.

    The ids are `keyring.mode`, `keyring.bus`, `keyring.backend`, `keyring.entry`, `keyring.long_entry` and
    `keyring.forget`; all are always there. The keyring may ask the person for a password meanwhile. Where secrets
    are kept for the session only, it is not touched.
    """
    ctx.doing(Doing.CHECKING_KEYRING)
    if secrets.session_only:
        mode = Finding("keyring.mode", FindingStatus.WARNING, opens=_OPENS)
        return (mode, *(_skipped(name, "session_only") for name in _IDS))
    began = time.monotonic()
    try:
        facts = secrets.facts()
    except ProblemError as error:
        failed = _failed("keyring.backend", error.problem, began)
        others = (_skipped(name, "no_answer") for name in _IDS if name != failed.id)
        return (_skipped("keyring.mode", "no_answer"), failed, *others)
    bus, backend = _bus(facts), _backend(facts, time.monotonic() - began)
    ctx.cancel.check()
    if not facts.backend:
        mode = _skipped("keyring.mode", "in_memory")
        return (mode, bus, backend, *(_skipped(name, "no_keyring") for name in _IDS[2:]))
    return (Finding("keyring.mode", FindingStatus.PASS), bus, backend, *_tries(secrets))


def _bus(facts: KeyringFacts) -> Finding:
    """Judge the session's D-Bus, which a Secret Service is reached by."""
    if facts.bus is None:
        return _skipped("keyring.bus", "not_needed")
    if facts.bus:
        return Finding("keyring.bus", FindingStatus.PASS)
    return Finding("keyring.bus", FindingStatus.FAIL, opens=_OPENS)


def _backend(facts: KeyringFacts, seconds: float) -> Finding:
    """Judge which store there is; blanks: backend, priority, refused, named_by, desktop."""
    blanks = (
        ("backend", facts.backend),
        ("priority", facts.priority),
        ("refused", facts.refused),
        ("named_by", facts.named_by),
        ("desktop", facts.desktop),
    )
    status = FindingStatus.PASS if facts.backend else FindingStatus.FAIL
    return Finding("keyring.backend", status, blanks, seconds, "" if facts.backend else _OPENS)


def _tries(secrets: SecretKeeper) -> tuple[Finding, ...]:
    """Keep, read and remove an entry, short and long; what follows a failure is skipped."""
    ref = SecretRef(f"check-{uuid.uuid4().hex}", "probe")
    entry = _try("keyring.entry", secrets, ref, "probe")
    if entry.status is not FindingStatus.PASS:
        return (entry, _skipped("keyring.long_entry", "no_entry"), _skipped("keyring.forget", "no_entry"))
    long_entry = _try("keyring.long_entry", secrets, ref, "0123456789" * (_LONG // 10))
    return (entry, long_entry, _forget(secrets, ref))


def _try(name: str, secrets: SecretKeeper, ref: SecretRef, value: str) -> Finding:
    """Keep a value and read it back."""
    began = time.monotonic()
    try:
        secrets.put(ref, Secret(value))
        found = secrets.get(ref)
    except ProblemError as error:
        return _failed(name, error.problem, began)
    if secrets.state is KeyringState.MISSING:  # memory took its place
        return _failed(name, Problem(ProblemKind.KEYRING_MISSING, Service.KEYRING), began)
    same = found == Secret(value)
    blanks = () if same else (("problem", ProblemKind.KEYRING_FAILED.value),)
    status = FindingStatus.PASS if same else FindingStatus.FAIL
    return Finding(name, status, blanks, time.monotonic() - began, "" if same else _OPENS)


def _forget(secrets: SecretKeeper, ref: SecretRef) -> Finding:
    """Remove the entry and see that it is gone."""
    began = time.monotonic()
    try:
        secrets.forget(ref)
        gone = secrets.get(ref) is None
    except ProblemError as error:
        return _failed("keyring.forget", error.problem, began)
    blanks = () if gone else (("problem", ProblemKind.KEYRING_FAILED.value),)
    status = FindingStatus.PASS if gone else FindingStatus.FAIL
    return Finding("keyring.forget", status, blanks, time.monotonic() - began, "" if gone else _OPENS)


def _failed(name: str, problem: Problem, began: float) -> Finding:
    """Make a finding of a problem; blanks: problem (its kind), code, detail."""
    blanks = (("problem", problem.kind.value), ("code", problem.code or ""), ("detail", problem.detail))
    return Finding(name, FindingStatus.FAIL, blanks, time.monotonic() - began, _OPENS)


def _skipped(name: str, why: str) -> Finding:
    return Finding(name, FindingStatus.SKIPPED, (("why", why),))
