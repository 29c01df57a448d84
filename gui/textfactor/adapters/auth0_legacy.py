"""What only an older tenant has: the legacy path's texts, and Hooks that were left behind."""

from dataclasses import replace
from urllib.parse import quote

from textfactor.adapters import auth0_parse_legacy as parse
from textfactor.adapters.auth0_lists import pages
from textfactor.adapters.auth0_wire import Auth0Wire
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import HookFacts, LegacyTemplates

_TEXTS = "/guardian/factors/phone/templates"
_NOT_IMPLEMENTED = 501
_NOT_TOLD = (ProblemKind.NOT_FOUND, ProblemKind.REFUSED, ProblemKind.PLAN_GATE, ProblemKind.MISSING_SCOPE)


def legacy_templates(wire: Auth0Wire) -> LegacyTemplates | None:
    """Read both texts; the body is empty while they were never set (the OpenAPI file)."""
    return parse.legacy_templates(wire.get(_TEXTS))


def set_legacy_templates(wire: Auth0Wire, templates: LegacyTemplates) -> None:
    """Write both texts; each is required and may not be empty."""
    body = {
        "enrollment_message": templates.enrollment,
        "verification_message": templates.verification,
    }
    wire.write("PUT", _TEXTS, body)


def hooks(wire: Auth0Wire, trigger: str) -> tuple[HookFacts, ...]:
    """List the Hooks of a trigger with the names of their secrets, which have a call of their own.

    What Auth0 answers since Hooks ended is not on record; its own tools take 403, 404 and 501 all for "there
    are no Hooks" (facts/auth0 1.1). A 501 is told as NOT_FOUND, since it is no fault that may pass.
    """
    try:
        rows = pages(wire, "/hooks", {"triggerId": trigger}, "hooks")
    except ProblemError as error:
        if error.problem.status == _NOT_IMPLEMENTED:
            raise ProblemError(replace(error.problem, kind=ProblemKind.NOT_FOUND)) from None
        raise
    found = (parse.hook(row) for row in rows)
    return tuple(replace(one, secrets=_secrets(wire, one.id)) for one in found if one.trigger == trigger)


def _secrets(wire: Auth0Wire, hook_id: str) -> tuple[str, ...]:
    """Read the names of a Hook's secrets; none where Auth0 does not tell, as the Hook matters more."""
    try:
        answer = wire.get(f"{_hook(hook_id)}/secrets")
    except ProblemError as error:
        if error.problem.kind in _NOT_TOLD or error.problem.status == _NOT_IMPLEMENTED:
            return ()
        raise
    return tuple(sorted(answer)) if isinstance(answer, dict) else ()


def set_hook(wire: Auth0Wire, hook_id: str, *, enabled: bool) -> None:
    """Switch a Hook, the one thing about it that could still be written when Hooks became read-only."""
    wire.write("PATCH", _hook(hook_id), {"enabled": enabled})


def _hook(hook_id: str) -> str:
    return f"/hooks/{quote(hook_id, safe='')}"
