"""The bodies of Auth0's refusals, as they are on the wire.

`errorCode` is not always there: the 404s of actions, executions and phone providers carry none (wire, 2023 to
2026).
"""

from typing import Final

from textfactor.practice.web.messages import Reply, json_reply

_NAMES: Final = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    412: "Precondition Failed",
    414: "URI Too Long",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


class ApiError(Exception):
    """A refusal on its way to the client."""

    def __init__(self, status: int, message: str, code: str = "") -> None:
        """Keep the HTTP status, the message and the error code, if it has one."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code

    def reply(self) -> Reply:
        """Return the refusal as an answer."""
        return error_reply(self.status, self.message, self.code)


def error_reply(status: int, message: str, code: str = "") -> Reply:
    """Return `{statusCode, error, message, errorCode?}`."""
    body: dict[str, object] = {"statusCode": status, "error": _NAMES[status], "message": message}
    if code:
        body["errorCode"] = code
    return json_reply(body, status)


def invalid_body(message: str) -> ApiError:
    """Return the refusal of a body that does not fit the schema."""
    return ApiError(400, f"Payload validation error: '{message}'.", "invalid_body")


def invalid_query(message: str) -> ApiError:
    """Return the refusal of a query that does not fit the schema."""
    return ApiError(400, f"Query validation error: '{message}'.", "invalid_query_string")


def not_found(message: str = "Not Found", code: str = "") -> ApiError:
    """Return a 404."""
    return ApiError(404, message, code)


def plan_gate(words: str) -> ApiError:
    """Return one way in which a plan refuses: it says `insufficient_scope`, only the message tells (wire 12)."""
    return ApiError(403, f"Please upgrade your subscription to {words}.", "insufficient_scope")


def not_entitled() -> ApiError:
    """Return the other way in which a plan refuses, with an error code of its own (wire 12)."""
    return ApiError(403, "Please upgrade your subscription to use this feature", "insufficient_entitlement")


def legacy_gate() -> ApiError:
    """Return what legacy phone calls answer on a unified tenant: it looks like a missing scope."""
    return ApiError(
        403,
        "Insufficient privileges to use this deprecated feature. To handle Phone Provider/Templates refer to "
        "Tenant Phone Settings",
        "legacy_mfa_phone_provider_not_allowed",
    )
