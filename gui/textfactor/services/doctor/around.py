"""What stands around the way of a code: protection of the phone provider, and what earlier set-ups left behind."""

from textfactor.domain.findings import Finding
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import Observed
from textfactor.services.doctor.finding import PASS, UNKNOWN, WARNING, found, skipped

AROUND_IDS = ("auth0.protection", "auth0.leftovers")
PROTECTION = "https://manage.auth0.com/#/security/attack-protection"
"""Where it is switched on: this program has no plan for it. The page of the tenant that is open in the dashboard."""
_GONE = (ProblemKind.NOT_FOUND, ProblemKind.REFUSED, ProblemKind.PLAN_GATE)
"""How a tenant answers that has no Hooks any more (facts/auth0 1.1)."""


_NOT_OFFERED = (ProblemKind.NOT_FOUND, ProblemKind.PLAN_GATE)


def judge_around(observed: Observed) -> tuple[Finding, ...]:
    """Judge protection and leftovers."""
    return (_protection(observed), _leftovers(observed))


def _protection(observed: Observed) -> Finding:
    """Judge the back-off per number: on, off, not offered to this tenant, or not known, each with its reason.

    Auth0 offers it to some tenants only (403 or 404 elsewhere: facts/auth0 8), and a tenant that cannot have it has
    nothing to mend: the check is skipped, so that it says nothing against the others.
    """
    check, now = "auth0.protection", observed.phone_protection
    if now is None:
        reason = dict(observed.unknown).get("phone_protection", "")
        if reason.partition(": ")[0] in _NOT_OFFERED:
            return skipped(check, "not_offered")
        return found(check, UNKNOWN, "unread", field="phone_protection", reason=reason)
    if now == "none":
        return found(check, WARNING, "off", PROTECTION)
    return found(check, PASS, "on", kind=now)


def _leftovers(observed: Observed) -> Finding:
    check, unknown = "auth0.leftovers", dict(observed.unknown)
    hooks = sum(hook.enabled for hook in observed.hooks)
    if hooks:
        return found(check, WARNING, "hook", "setup.move", count=hooks)
    if observed.other_bindings:
        return found(check, WARNING, "action", "setup.move", count=len(observed.other_bindings))
    for field in ("hooks", "other_actions", "other_bindings"):
        kind = unknown.get(field, "").partition(": ")[0]
        if field in unknown and not (field == "hooks" and kind in _GONE):
            return found(check, UNKNOWN, "unread", field=field, reason=unknown[field])
    return found(check, PASS, "none")
