"""The triggers that a tenant has: 20 rows in 2026, two of them about phone messages (wire 16)."""

from typing import Final

SENDER: Final = "custom-phone-provider"
"""The trigger of the unified path."""

LEGACY_SENDER: Final = "send-phone-message"
"""The trigger of the legacy path: v2 is current, v1 deprecated."""

HANDLERS: Final = {
    "post-login": "onExecutePostLogin",
    "credentials-exchange": "onExecuteCredentialsExchange",
    "pre-user-registration": "onExecutePreUserRegistration",
    "post-user-registration": "onExecutePostUserRegistration",
    "post-change-password": "onExecutePostChangePassword",
    LEGACY_SENDER: "onExecuteSendPhoneMessage",
    "password-reset-post-challenge": "onExecutePostChallenge",
    SENDER: "onExecuteCustomPhoneProvider",
    "custom-email-provider": "onExecuteCustomEmailProvider",
    "custom-token-exchange": "onExecuteCustomTokenExchange",
    "event-stream": "onExecuteEventStream",
    "login-post-identifier": "onExecuteLoginPostIdentifier",
    "signup-post-identifier": "onExecuteSignupPostIdentifier",
    "mcp-tool": "onExecuteMcpTool",
}
"""The function that an Action for each trigger exports."""

_RUNTIMES: Final = ("node18-actions", "node22")
_ROWS: Final = (
    ("post-login", "v2", "DEPRECATED"),
    ("post-login", "v3", "CURRENT"),
    ("credentials-exchange", "v1", "DEPRECATED"),
    ("credentials-exchange", "v2", "CURRENT"),
    ("pre-user-registration", "v1", "DEPRECATED"),
    ("pre-user-registration", "v2", "CURRENT"),
    ("post-user-registration", "v1", "DEPRECATED"),
    ("post-user-registration", "v2", "CURRENT"),
    ("post-change-password", "v1", "DEPRECATED"),
    ("post-change-password", "v2", "CURRENT"),
    ("send-phone-message", "v1", "DEPRECATED"),
    ("send-phone-message", "v2", "CURRENT"),
    ("password-reset-post-challenge", "v1", "CURRENT"),
    ("custom-phone-provider", "v1", "CURRENT"),
    ("custom-email-provider", "v1", "CURRENT"),
    ("custom-token-exchange", "v1", "CURRENT"),
    ("event-stream", "v1", "CURRENT"),
    ("login-post-identifier", "v1", "CURRENT"),
    ("signup-post-identifier", "v1", "CURRENT"),
    ("mcp-tool", "v1", "CURRENT"),
)
_ENTITY_BOUND: Final = frozenset({"custom-token-exchange", "event-stream", "mcp-tool"})


def trigger_rows() -> list[dict[str, object]]:
    """Return the rows of `GET /actions/triggers`."""
    return [
        {
            "id": name,
            "version": version,
            "status": status,
            "runtimes": list(_RUNTIMES),
            "default_runtime": "node22",
            "binding_policy": "entity-bound" if name in _ENTITY_BOUND else "trigger-bound",
            "compatible_triggers": [],
        }
        for name, version, status in _ROWS
    ]


def has_trigger(name: str, version: str = "") -> bool:
    """Tell whether there is a trigger of that name and version; without a version, of that name."""
    return any(name == known and version in ("", known_version) for known, known_version, _ in _ROWS)


def current_version(name: str) -> str:
    """Return the newest version of a trigger."""
    return next(version for known, version, status in _ROWS if known == name and status == "CURRENT")
