"""All that a tenant shows through its API about SMS, to compare two moments byte for byte."""

import http.client
import json
import ssl
from contextlib import closing
from typing import Any

READS = (
    "tenants/settings",
    "actions/actions?per_page=100",
    "actions/triggers/custom-phone-provider/bindings",
    "actions/triggers/send-phone-message/bindings",
    "actions/triggers/post-login/bindings",
    "branding/phone/providers",
    "branding/phone/templates",
    "guardian/factors",
    "guardian/factors/phone/message-types",
    "guardian/factors/phone/selected-provider",
    "guardian/factors/phone/templates",
    "guardian/policies",
    "hooks",
)
MADE_BY_THE_VENDOR = frozenset(
    {"id", "action_id", "created_at", "updated_at", "built_at", "build_time", "number"}
)
"""Ids, times and counters, which nobody can choose."""


def export(info: Any, *, without: tuple[str, ...] = ()) -> str:
    """Read everything, in the order of `READS`; `without` leaves reads out by the start of their names."""
    auth0 = info["auth0"]
    trust = ssl.create_default_context(cafile=info["ca_file"])
    line = http.client.HTTPSConnection(auth0["url"].removeprefix("https://"), context=trust, timeout=10)
    with closing(line):
        # A token of its own each time: worlds with a quick clock outlive the day of the one in `info`.
        token = _token(line, auth0)
        paths = [path for path in READS if not (without and path.startswith(without))]
        found = {path: _get(line, path, token) for path in paths}
    return json.dumps(found, indent=1, sort_keys=True)


def _token(line: http.client.HTTPSConnection, auth0: Any) -> str:
    wish = {
        "grant_type": "client_credentials",
        "client_id": auth0["client_id"],
        "client_secret": auth0["client_secret"],
        "audience": f"https://{auth0['domain']}/api/v2/",
    }
    line.request("POST", "/oauth/token", json.dumps(wish), {"Content-Type": "application/json"})
    return json.loads(line.getresponse().read())["access_token"]


def _get(line: http.client.HTTPSConnection, path: str, token: str) -> Any:
    line.request("GET", f"/api/v2/{path}", headers={"Authorization": f"Bearer {token}"})
    answer = line.getresponse()
    body = answer.read()
    assert answer.status != 401, path
    return _plain(json.loads(body or b"null")) if answer.status < 400 else answer.status


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name not in MADE_BY_THE_VENDOR}
    if isinstance(value, list):
        rows = [_plain(one) for one in value]
        # Texts that were edited are listed behind those that were not; their order means nothing.
        return sorted(rows, key=lambda row: row["type"]) if all(_is_template(row) for row in rows) else rows
    return value


def _is_template(row: object) -> bool:
    return isinstance(row, dict) and {"type", "content"} <= row.keys()
