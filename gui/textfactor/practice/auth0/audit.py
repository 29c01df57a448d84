"""Who changed the set-up: the `sapi` row that each successful write leaves, as on a tenant.

A change of second factors leaves `gd_tenant_update` besides (log event type codes).
"""

from typing import Final

from textfactor.practice.auth0.call import Route
from textfactor.practice.masking import mask_body
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, Request

AUDITED: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})
"""The methods that leave a row."""

_VERBS: Final = {"POST": "Create", "PUT": "Set", "PATCH": "Update", "DELETE": "Delete"}
_THINGS: Final = (
    ("/actions/triggers", "trigger bindings"),
    ("/actions/modules", "an actions module"),
    ("/actions/actions", "an action"),
    ("/branding/phone/providers", "a phone provider"),
    ("/branding/phone/templates", "a phone template"),
    ("/guardian/factors", "a multi-factor authentication factor"),
    ("/guardian/policies", "multi-factor authentication policies"),
    ("/guardian/enrollments", "a multi-factor authentication enrollment"),
    ("/attack-protection", "attack protection"),
    ("/tenants/settings", "tenant settings"),
    ("/hooks", "a hook"),
    ("/users", "a user's authentication methods"),
)
_DOINGS: Final = {"deploy": "Deploy an action", "test": "Test an action", "reset": "Reset a phone template"}


def title(route: Route) -> str:
    """Return what a call does, in a few words."""
    last = route.path.rpartition("/")[2]
    if last == "try":
        return "Send a test notification"
    if last in _DOINGS:
        return _DOINGS[last]
    thing = next((words for path, words in _THINGS if route.path.startswith(path)), route.path)
    return f"{_VERBS[route.method]} {thing}"


def audit_row(request: Request, reply: Reply, scopes: frozenset[str]) -> JsonObject:
    """Return the `details` of a row about one call, without secrets."""
    seen: JsonObject = {
        "method": request.method.lower(),
        "path": request.path,
        "query": request.query,
        "userAgent": request.headers.get("user-agent", ""),
        "body": mask_body(request.body, request.content_type),
        "ip": "127.0.0.1",
        "auth": {"user": {}, "strategy": "jwt", "credentials": {"scopes": sorted(scopes)}},
    }
    return {"request": seen, "response": {"statusCode": reply.status}}
