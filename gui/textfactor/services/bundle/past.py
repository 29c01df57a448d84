"""What the journal keeps of runs, for the bundle: which parts were written when, and how it ended; no value of any."""

from textfactor.domain.history import RunRecord
from textfactor.domain.plan import Change, Receipt
from textfactor.services.bundle.tokens import Tokens, time

Json = dict[str, object]


def describe_run(run: RunRecord, tokens: Tokens) -> Json:
    """Describe one run."""
    receipt = run.receipt
    return {
        "began": time(run.began),
        "ended": time(run.ended),
        "who": tokens.user(run.who),
        "purpose": receipt.plan.purpose.value,
        "takes_back": receipt.plan.takes_back,
        "path": receipt.plan.path.value,
        "planned": [_change(change) for change in receipt.plan.changes],
        "applied": [change.resource.value for change in receipt.applied],
        "complete": receipt.complete,
        "cancelled": receipt.cancelled,
        "stopped_by": _stop(receipt),
    }


def _change(change: Change) -> Json:
    """Name the part and what is done to it; its path may hold ids, and its states are the tenant's own."""
    secrets = {name: fate.value for name, fate in change.secrets if name.startswith("VONAGE_")}
    return {
        "part": change.resource.value,
        "method": change.method,
        "new": change.before is None,
        "removes": change.removes,
        "secrets": secrets,
    }


def _stop(receipt: Receipt) -> Json | None:
    problem = receipt.stopped_by
    if problem is None:
        return None
    return {"kind": problem.kind.value, "where": problem.where.value, "status": problem.status}
