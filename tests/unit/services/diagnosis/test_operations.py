# ruff: noqa: E501
"""What calls of the Management API do to the sending of codes, and what follows from the rows that tell of them."""

import json
from typing import Any

import pytest

from textfactor.domain.diagnosis import Confidence
from textfactor.services.diagnosis.operations import SUBJECTS, Operation, operation_of
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

FACTOR, POLICIES = "/api/v2/guardian/factors/sms", "/api/v2/guardian/policies"
TYPES, SELECTED = (
    "/api/v2/guardian/factors/phone/message-types",
    "/api/v2/guardian/factors/phone/selected-provider",
)
PROVIDER, ACTION = "/api/v2/branding/phone/providers/pro_1", "/api/v2/actions/actions/4711"
BINDINGS = "/api/v2/actions/triggers/send-phone-message/bindings"
SENDER = {"supported_triggers": [{"id": "custom-phone-provider"}]}
OTHER = {"supported_triggers": [{"id": "post-login"}]}

CALLS: list[tuple[str, str, Any, Any, str | None, str]] = [
    ("put", FACTOR, {"enabled": False}, None, "factor_switched_off", "auth0.factor_off"),
    ("put", f"https://t.eu.auth0.com{FACTOR}/?x=1", {"enabled": "False"}, None, "factor_switched_off", "auth0.factor_off"),
    ("put", FACTOR, {"enabled": True}, None, "factor_switched_on", ""),
    ("put", FACTOR, {}, None, None, ""),
    ("get", FACTOR, {"enabled": False}, None, None, ""),
    ("put", "/api/v2/guardian/factors/sms/templates", {"x": 1}, None, "template_changed", "auth0.settings_changed"),
    ("put", "/api/v2/guardian/factors/sms/providers/x", {}, None, None, ""),
    ("put", POLICIES, [], None, "policy_emptied", "auth0.nobody_asks"),
    ("put", POLICIES, ["all-applications"], None, "policy_set", "auth0.settings_changed"),
    ("put", TYPES, {"message_types": []}, None, "types_emptied", "auth0.no_message_types"),
    ("put", TYPES, {"message_types": ["voice"]}, None, "types_voice_only", "auth0.voice_only"),
    ("put", TYPES, {"message_types": ["sms"]}, None, "types_set", "auth0.settings_changed"),
    ("put", TYPES, {}, None, None, ""),
    ("put", SELECTED, {"provider": "twilio"}, None, "provider_twilio", "auth0.twilio_selected"),
    ("put", SELECTED, {"provider": "auth0"}, None, "provider_built_in", "auth0.builtin_limit"),
    ("put", SELECTED, {"provider": "phone-message-hook"}, None, "provider_changed", "auth0.settings_changed"),
    ("delete", PROVIDER, None, None, "provider_deleted", "auth0.provider_missing"),
    ("patch", PROVIDER, {"disabled": True}, None, "provider_switched_off", "auth0.provider_disabled"),
    ("patch", PROVIDER, {"disabled": False}, None, "provider_switched_on", ""),
    ("patch", PROVIDER, {"configuration": {}}, None, "provider_changed", "auth0.settings_changed"),
    ("post", "/api/v2/branding/phone/providers", {"name": "twilio"}, None, "provider_twilio", "auth0.twilio_selected"),
    ("post", f"{PROVIDER}/try", {"to": "+1"}, None, None, ""),
    ("patch", "/api/v2/branding/phone/templates/tem_1", {}, None, "template_changed", "auth0.settings_changed"),
    ("post", "/api/v2/branding/phone/templates/tem_1/try", {}, None, None, ""),
    ("patch", BINDINGS, {"bindings": []}, None, "binding_emptied", "auth0.action_unbound"),
    ("patch", BINDINGS, {"bindings": [{"ref": {}}]}, None, "binding_set", ""),
    ("patch", BINDINGS, None, None, "binding_set", ""),
    ("patch", "/api/v2/actions/triggers/post-login/bindings", {"bindings": []}, None, None, ""),
    ("post", "/api/v2/actions/triggers/send-phone-message/test", {}, None, None, ""),
    ("delete", ACTION, None, None, "action_deleted", "auth0.action_missing"),
    ("delete", ACTION, None, OTHER, None, ""),
    ("patch", ACTION, SENDER, None, "action_changed", "auth0.settings_changed"),
    ("post", f"{ACTION}/deploy", None, {"action": SENDER}, "action_deployed", "auth0.settings_changed"),
    ("post", f"{ACTION}/deploy", None, {"action": OTHER}, None, ""),
    ("patch", "/api/v2/tenants/settings", {"flags": {"phone_consolidated_experience": True}}, None, "path_unified", "auth0.settings_changed"),
    ("patch", "/api/v2/tenants/settings", {"phone_consolidated_experience": False}, None, "path_legacy", "auth0.settings_changed"),
    ("patch", "/api/v2/tenants/settings", {"friendly_name": "x"}, None, None, ""),
    ("patch", "/api/v2/users/auth0|1", {"blocked": True}, None, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "body", "answer", "what", "cause"), CALLS)
def test_a_call_and_the_row_that_tells_of_it(
    knowledge, method: str, path: str, body: Any, answer: Any, what: str | None, cause: str
) -> None:
    found = operation_of(method, path, body, answer)
    assert (found.id if found else None) == what
    request = {"method": method, "path": path, "body": body}
    row = {
        "date": "2026-11-24T08:00:00.000Z", "type": "sapi", "log_id": "1", "description": "x",
        "details": {"request": request, "response": {"statusCode": 200, "body": answer}},
    }  # fmt: skip
    report = diagnose(read_input(json.dumps(row)), knowledge)
    assert [one.cause for one in report.diagnoses] == ([cause] if cause else [])
    assert ("not_sms" in report.notes) == (what is None)
    for one in report.diagnoses:
        assert one.confidence is not Confidence.CERTAIN  # it may have been put right since
        assert all(report.reading.source[e.start : e.end] == e.text for e in one.evidence)


def test_every_change_is_about_something() -> None:
    told = {what for *_call, what, _cause in CALLS if what}
    assert told == set(SUBJECTS)
    assert Operation("x").field == "path"
