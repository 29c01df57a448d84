"""This computer: what runs the sender here, whether the clock is right, and the keyring."""

from textfactor.domain.findings import Finding
from textfactor.domain.problems import Problem, ProblemError
from textfactor.services.context import CallContext
from textfactor.services.doctor.finding import (
    FAIL,
    PASS,
    UNKNOWN,
    WARNING,
    found,
    of_problem,
    skipped,
)
from textfactor.services.doctor.patient import Patient
from textfactor.services.secrets.keyring_doctor import check_keyring
from textfactor.services.storing import SecretKeeper

_OFF, _FAR_OFF = 60.0, 300.0
"""Seconds; from the second on, tokens count as expired or as not valid yet."""
KEYRING_IDS = (
    "keyring.mode",
    "keyring.bus",
    "keyring.backend",
    "keyring.entry",
    "keyring.long_entry",
    "keyring.forget",
)


def check_keys(secrets: SecretKeeper, patient: Patient, ctx: CallContext) -> tuple[Finding, ...]:
    """Check the keyring; the practice world keeps its secrets in memory and does not touch it."""
    workspace = patient.workspace
    if workspace is not None and workspace.profile.practice:
        return tuple(skipped(one, "practice") for one in KEYRING_IDS)
    return check_keyring(secrets, ctx)


def check_runtime(patient: Patient, runtime: str) -> Finding:
    """Say what runs the sender here, beside the Action's `runtime` (`node22`).

    The tenant has its own, so without one here only a try is not to be had.
    """
    if patient.workspace is None:
        return skipped("local.runtime", "no_world")
    try:
        engine = patient.workspace.runtime.describe()
    except ProblemError as error:
        return of_problem("local.runtime", error.problem)
    if not engine:
        return found("local.runtime", WARNING, "none")
    if not engine.startswith("Node"):
        return found("local.runtime", PASS, "embedded", engine=engine)
    major = engine.removeprefix("Node").strip().partition(".")[0]
    case = "node" if runtime.partition("-")[0] == f"node{major}" else "other_node"
    return found("local.runtime", PASS, case, engine=engine, runtime=runtime)


def check_clock(patient: Patient) -> Finding:
    """Compare with the time that Auth0's last answer bore, to the second; the way is part of the difference."""
    key, workspace = patient.tenant, patient.workspace
    if patient.offline:
        return skipped("local.clock", "offline")
    if key is None or isinstance(key, Problem) or workspace is None:
        return skipped("local.clock", "no_tenant")
    try:
        ahead = workspace.tenant(key).clock_ahead()
    except ProblemError:
        return found("local.clock", UNKNOWN, "untold")
    if ahead is None:
        return found("local.clock", UNKNOWN, "untold")
    if abs(ahead) < _OFF:
        return found("local.clock", PASS, "right")
    case, status = ("ahead" if ahead > 0 else "behind"), FAIL if abs(ahead) >= _FAR_OFF else WARNING
    return found("local.clock", status, case, seconds=round(abs(ahead)))
