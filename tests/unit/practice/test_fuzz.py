"""Whatever comes in, an answer goes out: never a 500, never a dropped line, never a stack trace."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.practice.kit import CUSTOM, Client, FakeClock, PythonSender

from textfactor.practice import ActionRun

# A busy machine is not a failing test.
BUSY = [HealthCheck.too_slow]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PARTS = st.sampled_from([
    "actions", "triggers", "custom-phone-provider", "bindings", "deploy", "versions", "test", "executions", "modules",
    "branding", "phone", "providers", "templates", "try", "reset", "guardian", "factors", "sms", "message-types",
    "policies", "enrollments", "ticket", "tenants", "settings", "logs", "hooks", "clients", "%00", "..", "x", "",
])  # fmt: skip
KEYS = st.sampled_from([
    "name", "supported_triggers", "code", "dependencies", "runtime", "secrets", "deploy", "bindings", "credentials",
    "configuration", "disabled", "type", "content", "enabled", "message_types", "to", "payload", "user_id", "flags",
])  # fmt: skip
QUERY = st.sampled_from(
    ["", "?page=9", "?per_page=0", "?q=type:a*", "?from=9&take=1", "?force=x", "?sort=date:1"]
)


def test_auth0(client: Client, clock: FakeClock, sender: PythonSender):
    sender.instead = lambda job: ActionRun("ok")
    ids = {
        "{action}": client.deployed_action(clock),
        "{provider}": client.api("POST", "/branding/phone/providers", CUSTOM).json()["id"],
        "{template}": client.api(
            "POST", "/branding/phone/templates", {"type": "otp_verify", "content": {}}
        ).json()["id"],
    }
    paths = st.lists(PARTS, max_size=5).map(lambda parts: "/" + "/".join(parts)) | st.sampled_from([
        "/actions/actions", "/actions/actions/{action}", "/actions/actions/{action}/test",
        "/actions/triggers/custom-phone-provider/bindings", "/branding/phone/providers",
        "/branding/phone/providers/{provider}", "/branding/phone/providers/{provider}/try",
        "/branding/phone/templates", "/branding/phone/templates/{template}", "/guardian/factors/sms",
        "/guardian/factors/phone/message-types", "/guardian/policies", "/tenants/settings", "/logs",
    ])  # fmt: skip

    @settings(max_examples=100, suppress_health_check=BUSY)
    @given(
        st.sampled_from(["GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"]),
        paths,
        QUERY,
        JSON | st.dictionaries(KEYS, JSON, max_size=4),
    )
    def fuzz(method: str, path: str, query: str, body: object):
        clock.forward(10)
        for name, value in ids.items():
            path = path.replace(name, value)
        answer = client.api(method, path + query, body)
        assert answer.status_code < 500
        if answer.status_code >= 400:
            assert answer.json()["statusCode"] == answer.status_code

    fuzz()


def test_vonage(client: Client):
    names = st.sampled_from(["from", "to", "text", "type", "ttl", "client-ref", "message-class", "sig", "x"])
    values = st.text(max_size=20) | st.sampled_from(["447700900123", "12025550123", "Acme", "unicode", "٣"])

    @settings(max_examples=100, suppress_health_check=BUSY)
    @given(st.dictionaries(names, values, max_size=8), st.booleans())
    def fuzz(fields: dict[str, str], as_json: bool):
        answer = client.vonage("POST", "/sms/json", **{"json" if as_json else "data": fields})
        assert answer.status_code in (200, 401, 429)
        if answer.status_code == 200:
            assert int(answer.json()["message-count"]) == len(answer.json()["messages"])

    fuzz()


def test_control(client: Client):
    @settings(max_examples=60, suppress_health_check=BUSY)
    @given(st.sampled_from(["/logins", "/faults", "/logins/x/code"]), JSON)
    def fuzz(path: str, body: object):
        assert client.control("POST", path, body).status_code in (400, 404)

    fuzz()
