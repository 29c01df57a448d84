"""What a person can lay hands on while a fault holds: rows, answers, receipts, reports, errors, settings.

Each piece is what a copy from a terminal or a dashboard looks like: a line with the call, then the body.
"""

import json
import traceback
from collections.abc import Iterator
from pathlib import Path

import requests
from tests.unit.practice.kit import NUMBER, Client, FakeClock

FOLDER = Path(__file__).parents[4] / "resources" / "sender"
SENDER = (FOLDER / "custom-phone-provider.js").read_text("utf-8")
QUICK = SENDER.replace('"timeout_ms":8000', '"timeout_ms":2000')
SETTINGS = (
    "/guardian/factors", "/guardian/policies", "/guardian/factors/phone/message-types", "/branding/phone/providers",
    "/actions/actions", "/actions/triggers/custom-phone-provider/bindings", "/branding/phone/templates",
)  # fmt: skip


def set_up(client: Client, clock: FakeClock, code: str = QUICK, text: str = "") -> None:
    """Make the tenant send by the very sender, in the way that the wizard does it."""
    vonage = client.info["vonage"]
    secrets = {
        "VONAGE_API_KEY": vonage["api_key"],
        "VONAGE_API_SECRET": vonage["api_secret"],
        "VONAGE_FROM_NUMBER": vonage["from"],
    }
    rows = [{"name": name, "value": value} for name, value in secrets.items()]
    action = client.deployed_action(clock, code=code, secrets=rows)
    client.bind(action)
    provider = {
        "name": "custom", "disabled": False, "configuration": {"delivery_methods": ["text"]}, "credentials": {},
    }  # fmt: skip
    assert client.api("POST", "/branding/phone/providers", provider).status_code == 201
    client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    client.api("PUT", "/guardian/factors/phone/message-types", {"message_types": ["sms"]})
    client.api("PUT", "/guardian/policies", ["all-applications"])
    if text:
        body = {"type": "otp_enroll", "content": {"body": {"text": text}}}
        assert client.api("POST", "/branding/phone/templates", body).status_code == 201


def _shown(call: str, answer: requests.Response) -> str:
    status = f" -> HTTP {answer.status_code}" if answer.status_code >= 400 else ""
    return f"{call}{status}\n{answer.text}"


def rows(client: Client) -> Iterator[str]:
    """The tenant's log, page by page, and the records of the Actions' runs that it names."""
    answer = client.api("GET", "/logs", params={"take": "100"})
    while answer.status_code == 200 and answer.json():
        found = answer.json()
        yield answer.text
        for row in found:
            details = row["details"] or {}
            for execution in (details.get("actions") or {}).get("executions", []):
                yield client.api("GET", f"/actions/executions/{execution}").text
        answer = client.api("GET", "/logs", params={"take": "100", "from": found[-1]["log_id"]})


def sent(client: Client, to: str = NUMBER, sender: str = "Acme") -> Iterator[str]:
    """One message sent directly, and what Vonage answered or the client threw."""
    data = {"from": sender, "to": to, "text": "hello 123456"}
    url = client.control("GET", "/info").json()["vonage"]["url"]
    try:
        answer = client.http.post(f"{url}/sms/json", data=data, auth=client.basic, timeout=1.5)
    except requests.RequestException:
        yield traceback.format_exc()
        return
    yield _shown("POST /sms/json", answer)


def reports(client: Client, clock: FakeClock) -> Iterator[str]:
    """What became of all messages: receipts and reports."""
    clock.forward(260_000)
    receipts = client.control("GET", "/receipts").json()["receipts"]
    yield from (json.dumps(one) for one in receipts)
    query = {
        "account_id": client.basic[0], "product": "SMS", "direction": "outbound", "include_message": "true",
        "date_start": "2020-01-01T00:00:00Z", "date_end": "2030-01-01T00:00:00Z",
    }  # fmt: skip
    yield _shown("GET /v2/reports/records", client.vonage("GET", "/v2/reports/records", params=query))


def settings(client: Client) -> Iterator[str]:
    """What the Management API says about the tenant."""
    for path in SETTINGS:
        yield _shown(f"GET /api/v2{path}", client.api("GET", path))


def refusals(client: Client) -> Iterator[str]:
    """What a token, a write and the call of the old path are refused with."""
    auth0 = client.info["auth0"]
    body = {
        "grant_type": "client_credentials", "client_id": auth0["client_id"],
        "client_secret": auth0["client_secret"], "audience": f"https://{auth0['domain']}/api/v2/",
    }  # fmt: skip
    token = client.http.post(f"{auth0['url']}/oauth/token", json=body, timeout=10)
    if token.status_code != 200:
        yield _shown("POST /oauth/token", token)
    answer = client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    if answer.status_code != 200:
        yield _shown("PUT /api/v2/guardian/factors/sms", answer)


def selected_provider(client: Client) -> Iterator[str]:
    """The answer to the old path's call."""
    path = "/guardian/factors/phone/selected-provider"
    yield _shown(f"GET /api/v2{path}", client.api("GET", path))


def new_build(client: Client, clock: FakeClock) -> Iterator[str]:
    """The Action saved once more, so that it is built again."""
    action = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    client.api("PATCH", f"/actions/actions/{action}", {"code": SENDER + "\n"})
    client.api("GET", "/actions/actions")
    clock.forward(60)
    yield _shown("GET /api/v2/actions/actions", client.api("GET", "/actions/actions"))
    yield _shown("POST /deploy", client.api("POST", f"/actions/actions/{action}/deploy"))


def use_legacy_sender(client: Client, clock: FakeClock) -> None:
    """Put the wizard's sender of the legacy path into the Action that is there."""
    action = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    vonage = client.info["vonage"]
    secrets = {
        "VONAGE_API_KEY": vonage["api_key"],
        "VONAGE_API_SECRET": vonage["api_secret"],
        "VONAGE_FROM_NUMBER": vonage["from"],
    }
    rows = [{"name": name, "value": value} for name, value in secrets.items()]
    code = (FOLDER / "send-phone-message.js").read_text("utf-8")
    assert (
        client.api("PATCH", f"/actions/actions/{action}", {"code": code, "secrets": rows}).status_code == 200
    )
    clock.forward(1)
    assert client.api("POST", f"/actions/actions/{action}/deploy").status_code == 200
