"""The Auth0 adapter over real sockets: token, retries, pages, problems."""

import base64
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.unit.adapters.wire import Reply, Request, Wire, answer, serving

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.pacing import Pace
from textfactor.domain.problems import Problem, ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import ActionDraft, LegacyTemplates, TemplateFacts
from textfactor.services.container import TenantKey

KEY = TenantKey("acme.eu.auth0.com", "client1", Secret("CanarySecret42"))
TOKEN = {"access_token": "canary-token-1", "expires_in": 86400, "scope": "read:logs read:actions"}
ACTION = {
    "id": "a1",
    "name": "Sender",
    "supported_triggers": [{"id": "custom-phone-provider", "version": "v1"}],
}
HOOK = {
    "id": "h/1",
    "name": "old",
    "triggerId": "send-phone-message",
    "enabled": True,
    "script": "module.exports",
    "dependencies": {"nexmo": "2.9.1"},
}
OTHER_HOOK = {"id": "h2", "triggerId": "credentials-exchange", "dependencies": None}
DRAFT = ActionDraft("Sender", "custom-phone-provider", "code", "node22", None)


def tenant(wire: Wire, key: TenantKey = KEY) -> Auth0Tenant:
    def no_pause(_seconds: float) -> None:
        return

    endpoints = Endpoints(auth0_host=wire.host, ca_file=wire.ca_file)
    return Auth0Tenant(key, endpoints, Pace(pause=no_pause), no_pause)


def api(*replies: Reply) -> Callable[[Request], Reply]:
    """Give out tokens, and the replies in order; the last one again and again."""
    left = list(replies)

    def handler(request: Request) -> Reply:
        if request.path == "/oauth/token":
            return answer(TOKEN)
        return left.pop(0) if len(left) > 1 else left[0]

    return handler


def refused(status: str, code: str = "", message: str = "") -> bytes:
    body = {"statusCode": int(status[:3]), "error": status[4:], "message": message}
    return answer({**body, "errorCode": code} if code else body, status)


def calls(wire: Wire) -> list[Request]:
    return [request for request in wire.requests if request.path != "/oauth/token"]


def problem_of(wire: Wire, call: Callable[[Auth0Tenant], object], key: TenantKey = KEY) -> Problem:
    with pytest.raises(ProblemError) as caught:
        call(tenant(wire, key))
    assert "anary" not in repr(caught.value.problem)
    return caught.value.problem


def jwt(**claims: object) -> str:
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"eyJhbGciOiJSUzI1NiJ9.{body}.c2lnbmF0dXJl"


class TestToken:
    def test_client_credentials_go_in_the_body_and_once(self, tmp_path):
        with serving(tmp_path, api(answer([]))) as wire:
            client = tenant(wire)
            facts = client.token()
            client.factors()
            client.policies()
        assert facts.scopes == {"read:logs", "read:actions"}
        assert facts.expires_in is not None
        assert 86390 <= facts.expires_in <= 86400
        token, *rest = wire.requests
        assert json.loads(token.body) == {
            "grant_type": "client_credentials",
            "client_id": "client1",
            "client_secret": "CanarySecret42",
            "audience": "https://acme.eu.auth0.com/api/v2/",
        }
        assert [request.path for request in rest] == ["/api/v2/guardian/factors", "/api/v2/guardian/policies"]
        assert {request.headers["authorization"] for request in rest} == {"Bearer canary-token-1"}

    def test_a_token_near_its_end_is_replaced(self, tmp_path):
        def handler(request: Request) -> Reply:
            return answer({**TOKEN, "expires_in": 30} if request.path == "/oauth/token" else [])

        with serving(tmp_path, handler) as wire:
            client = tenant(wire)
            client.policies()
            client.policies()
        assert [request.path for request in wire.requests].count("/oauth/token") == 2

    def test_a_401_gets_one_new_token(self, tmp_path):
        expired = refused("401 Unauthorized", message="Expired token received for JSON Web Token validation")
        with serving(tmp_path, api(expired, answer(["all-applications"]))) as wire:
            assert tenant(wire).policies() == ("all-applications",)
        assert [request.path for request in wire.requests].count("/oauth/token") == 2

    def test_a_second_401_is_told(self, tmp_path):
        expired = refused("401 Unauthorized", message="Expired token received for JSON Web Token validation")
        with serving(tmp_path, api(expired)) as wire:
            problem = problem_of(wire, lambda t: t.set_policies(()))
        assert problem.kind is ProblemKind.TOKEN_EXPIRED
        assert len(calls(wire)) == 2

    def test_a_pasted_token_is_read_here(self, tmp_path):
        value = jwt(scope="read:logs update:actions", exp=time.time() + 3600)
        key = TenantKey("acme.eu.auth0.com", token=Secret(value))
        with serving(tmp_path, api(answer([]))) as wire:
            client = tenant(wire, key)
            facts = client.token()
            client.policies()
        assert facts.scopes == {"read:logs", "update:actions"}
        assert facts.expires_in is not None
        assert 3590 <= facts.expires_in <= 3600
        assert wire.requests[0].headers["authorization"] == f"Bearer {value}"

    def test_an_expired_pasted_token_asks_nobody(self, tmp_path):
        key = TenantKey("acme.eu.auth0.com", token=Secret(jwt(exp=time.time() - 1)))
        with serving(tmp_path, api(answer([]))) as wire:
            assert problem_of(wire, lambda t: t.token(), key).kind is ProblemKind.TOKEN_EXPIRED
        assert wire.requests == []

    @pytest.mark.parametrize("value", ["opaque", "a.b.c", "eyJ.bm90IGpzb24.x", "eyJ.W10.x"])
    def test_a_token_that_tells_nothing_is_used_as_it_is(self, tmp_path, value):
        key = TenantKey("acme.eu.auth0.com", token=Secret(value))
        with serving(tmp_path, api(refused("401 Unauthorized", message="Invalid token"))) as wire:
            facts = tenant(wire, key).token()
            assert (facts.scopes, facts.expires_in) == (None, None)
            problem = problem_of(wire, lambda t: t.policies(), key)
        assert problem.kind is ProblemKind.BAD_CREDENTIALS
        assert len(calls(wire)) == 1

    @pytest.mark.parametrize(
        ("reply", "kind", "code"),
        [
            (
                answer({"error": "access_denied", "error_description": "Unauthorized"}, "401 Unauthorized"),
                ProblemKind.BAD_CREDENTIALS,
                "access_denied",
            ),
            (
                answer({"error": "unauthorized_client", "error_description": "No"}, "403 Forbidden"),
                ProblemKind.BAD_CREDENTIALS,
                "unauthorized_client",
            ),
            (answer({"error": "invalid_request"}, "400 Bad Request"), ProblemKind.REFUSED, "invalid_request"),
            (answer({}, "404 Not Found"), ProblemKind.NOT_FOUND, None),
            (answer({"no": "token"}), ProblemKind.NOT_THE_SERVICE, None),
            (answer("<html>", content_type="text/html"), ProblemKind.NOT_THE_SERVICE, None),
        ],
    )
    def test_a_refused_token_is_not_asked_for_again(self, tmp_path, reply, kind, code):
        with serving(tmp_path, lambda _r: reply) as wire:
            problem = problem_of(wire, lambda t: t.token())
        assert (problem.kind, problem.code) == (kind, code)
        assert len(wire.requests) == 1

    def test_without_a_secret_nobody_is_asked(self, tmp_path):
        with serving(tmp_path, api(answer([]))) as wire:
            problem = problem_of(wire, lambda t: t.token(), TenantKey("acme.eu.auth0.com", "client1"))
        assert problem.kind is ProblemKind.SECRET_MISSING

    def test_another_host_than_the_domain_is_for_this_machine_alone(self):
        endpoints = Endpoints(auth0_host="other.invalid")
        with pytest.raises(ProblemError) as caught:
            Auth0Tenant(TenantKey("acme.invalid", "c", Secret("s")), endpoints, pause=lambda _s: None).token()
        assert caught.value.problem.kind is ProblemKind.NAME_NOT_FOUND
        client = Auth0Tenant(TenantKey("acme.invalid", "c", Secret("s")), endpoints)
        assert client._wire._base == "https://acme.invalid"


class TestProblems:
    @pytest.mark.parametrize(
        ("reply", "kind", "detail"),
        [
            (
                refused("403 Forbidden", "insufficient_scope", "Insufficient scope, expected any of: read:logs,read:x"),
                ProblemKind.MISSING_SCOPE,
                "read:logs, read:x",
            ),
            (
                refused("403 Forbidden", "insufficient_scope", "Please upgrade your subscription to use it"),
                ProblemKind.PLAN_GATE,
                None,
            ),
            (refused("403 Forbidden", "insufficient_entitlement", "No"), ProblemKind.PLAN_GATE, None),
            (
                refused("403 Forbidden", "legacy_mfa_phone_provider_not_allowed", "Insufficient privileges"),
                ProblemKind.LEGACY_CALL_ON_UNIFIED,
                None,
            ),
            (refused("403 Forbidden", "operation_not_supported", "No"), ProblemKind.REFUSED, "No"),
            (refused("404 Not Found", message="That action does not exist."), ProblemKind.NOT_FOUND, None),
            (refused("409 Conflict", message="exists"), ProblemKind.REFUSED, "exists"),
            (refused("400 Bad Request", "invalid_body", "Payload"), ProblemKind.REFUSED, "Payload"),
            (answer([], "400 Bad Request"), ProblemKind.REFUSED, ""),
            (answer("<html>", content_type="text/html"), ProblemKind.NOT_THE_SERVICE, None),
            (answer("", "302 Found", headers="Location: https://x/\r\n"), ProblemKind.NOT_THE_SERVICE, None),
        ],
    )  # fmt: skip
    def test_a_refusal_is_named_and_not_repeated(self, tmp_path, reply, kind, detail):
        with serving(tmp_path, api(reply)) as wire:
            problem = problem_of(wire, lambda t: t.settings())
        assert problem.kind is kind
        if detail is not None:
            assert problem.detail == detail
        assert len(calls(wire)) == 1

    def test_reads_are_tried_three_times(self, tmp_path):
        with serving(tmp_path, api(None, refused("503 Busy"), answer({"friendly_name": None}))) as wire:
            assert tenant(wire).settings().friendly_name == ""
        assert len(calls(wire)) == 3

    @pytest.mark.parametrize("reply", [None, refused("500 Oops"), refused("429 Too Many Requests")])
    def test_writes_are_made_once(self, tmp_path, reply):
        with serving(tmp_path, api(reply)) as wire:
            problem_of(wire, lambda t: t.create_action(DRAFT))
        assert len(calls(wire)) == 1

    def test_a_rate_limit_that_is_long_is_told(self, tmp_path):
        limited = answer({}, "429 Too Many Requests", headers="Retry-After: 90\r\n")
        with serving(tmp_path, api(limited)) as wire:
            problem = problem_of(wire, lambda t: t.settings())
        assert (problem.kind, problem.retry_after) == (ProblemKind.RATE_LIMITED, 90.0)
        assert len(calls(wire)) == 1

    @pytest.mark.parametrize("body", [{"id": 5}, [], "text", {"id": "x", "secrets": "none"}])
    def test_json_of_another_shape(self, tmp_path, body):
        with serving(tmp_path, api(answer(body))) as wire:
            assert problem_of(wire, lambda t: t.action("a1")).kind is ProblemKind.NOT_THE_SERVICE


class TestReading:
    def test_lists_are_read_to_the_last_page(self, tmp_path):
        full = answer({"actions": [ACTION] * 50, "per_page": 50})
        with serving(tmp_path, api(full, answer({"actions": [ACTION], "per_page": 50, "page": 1}))) as wire:
            found = tenant(wire).actions("custom-phone-provider")
        assert len(found) == 51
        assert [parse_qs(urlsplit(request.path).query)["page"] for request in calls(wire)] == [["0"], ["1"]]

    @pytest.mark.parametrize("body", [{"actions": [], "per_page": 50}, {"per_page": 50}, {"actions": None}])
    def test_an_empty_list_leaves_its_numbers_out(self, tmp_path, body):
        with serving(tmp_path, api(answer(body))) as wire:
            assert tenant(wire).actions("custom-phone-provider") == ()

    def test_an_action_with_all_it_can_have(self, tmp_path):
        row = {
            **ACTION,
            "code": "new",
            "runtime": "node22",
            "status": "built",
            "secrets": [{"name": "A", "updated_at": "2026"}, {"name": None}],
            "deployed_version": {"id": "v7", "code": "old", "deployed": True, "number": 7},
            "all_changes_deployed": False,
            "brand_new_key": {"x": [1]},
        }
        with serving(tmp_path, api(answer(row))) as wire:
            facts = tenant(wire).action("a/1")
        assert calls(wire)[0].path == "/api/v2/actions/actions/a%2F1"
        assert (facts.code, facts.deployed_code, facts.deployed_version) == ("new", "old", "v7")
        assert facts.secrets == ("A",)
        assert facts.secret_dates == (("A", "2026"),)
        assert not facts.all_changes_deployed

    @pytest.mark.parametrize("said", ["", "true", '"none"', '{"actions": "none"}', '{"actions": 3}'])
    def test_an_answer_that_lists_nothing_does_not_say_that_nothing_is_there(self, tmp_path, said):
        with serving(tmp_path, api(answer(said))) as wire, pytest.raises(ProblemError) as caught:
            tenant(wire).actions("custom-phone-provider")
        assert caught.value.problem.kind is ProblemKind.NOT_THE_SERVICE

    def test_rows_after_a_row_are_followed_to_the_end(self, tmp_path):
        first = [{"log_id": f"{n:04}", "type": "gd_send_sms"} for n in range(1, 101)]
        second = [{"_id": "0101", "type": "fn", "details": {"error": "x"}}, {"log_id": "0102", "type": "s"}]
        with serving(tmp_path, api(answer(first), answer(second))) as wire:
            rows = tenant(wire).logs("0000", ("gd_send_sms", "fn"))
        assert [row.id for row in rows] == [*(row["log_id"] for row in first), "0101"]
        queries = [parse_qs(urlsplit(request.path).query) for request in calls(wire)]
        assert queries == [{"from": ["0000"], "take": ["100"]}, {"from": ["0100"], "take": ["100"]}]

    def test_the_newest_rows_come_oldest_first(self, tmp_path):
        rows = [{"log_id": "2", "type": "fn"}, {"log_id": "1", "type": "fn"}]
        with serving(tmp_path, api(answer(rows))) as wire:
            assert [row.id for row in tenant(wire).logs("", ("fn", "gd_send_sms"))] == ["1", "2"]
        query = parse_qs(urlsplit(calls(wire)[0].path).query)
        assert query["q"] == ['type:"fn" OR type:"gd_send_sms"']
        assert query["sort"] == ["date:-1"]

    @pytest.mark.parametrize(
        ("details", "detail"),
        [
            (None, ""),
            ({}, ""),
            ({"failure_details": {"errorCode": 60204, "message": "Custom code"}}, "Custom code (60204)"),
            ({"failure_details": {"message": "status=9 (9)", "errorCode": "9"}}, "status=9 (9)"),
            ({"failure_details": {}, "provider_error": {"errorCode": 21211}}, "21211"),
            ({"error": "plain"}, "plain"),
            ({"error": {"message": "m"}}, "m"),
            ({"warning": "w"}, "w"),
            ({"action_error": {"name": "E", "message": "thrown", "code": ["odd"]}}, "thrown"),
            ({"error": 5, "warning": None}, ""),
        ],
    )
    def test_the_first_error_of_a_row(self, tmp_path, details, detail):
        row = {"log_id": "1", "type": "fn", "date": {"$date": 1}, "description": None, "details": details}
        with serving(tmp_path, api(answer([row]))) as wire:
            [found] = tenant(wire).logs("")
        assert (found.detail, found.date, found.description) == (detail, "", "")

    def test_no_message_types_yet(self, tmp_path):
        with serving(tmp_path, api(refused("404 Not Found"))) as wire:
            assert tenant(wire).message_types() == ()
        with serving(
            tmp_path, api(refused("403 Forbidden", "insufficient_scope", "read:guardian_factors"))
        ) as wire:
            assert problem_of(wire, lambda t: t.message_types()).kind is ProblemKind.MISSING_SCOPE

    @pytest.mark.parametrize("body", [{}, [], {"provider": None}])
    def test_no_legacy_provider_named(self, tmp_path, body):
        with serving(tmp_path, api(answer(body))) as wire:
            assert tenant(wire).selected_provider() == ""

    @pytest.mark.parametrize(
        ("reply", "texts"),
        [
            (b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", None),
            (answer({}), None),
            (answer({"enrollment_message": "", "verification_message": None}), None),
            (answer({"enrollment_message": "E", "new": 1}), LegacyTemplates("E", "")),
            (answer({"enrollment_message": "E", "verification_message": "V"}), LegacyTemplates("E", "V")),
        ],
    )
    def test_legacy_texts_may_never_have_been_set(self, tmp_path, reply, texts):
        with serving(tmp_path, api(reply)) as wire:
            assert tenant(wire).legacy_templates() == texts
        assert calls(wire)[0].path == "/api/v2/guardian/factors/phone/templates"

    @pytest.mark.parametrize("listed", [[HOOK, OTHER_HOOK], {"hooks": [HOOK, OTHER_HOOK], "total": 2}])
    def test_hooks_and_the_names_of_their_secrets(self, tmp_path, listed):
        names = answer({"B": "_VALUE_NOT_SHOWN_", "A": "_VALUE_NOT_SHOWN_"})
        with serving(tmp_path, api(answer(listed), names)) as wire:
            (hook,) = tenant(wire).hooks("send-phone-message")
        assert (hook.id, hook.name, hook.enabled, hook.code) == ("h/1", "old", True, "module.exports")
        assert (hook.dependencies, hook.secrets) == ((("nexmo", "2.9.1"),), ("A", "B"))
        paths = [urlsplit(request.path).path for request in calls(wire)]
        assert paths == ["/api/v2/hooks", "/api/v2/hooks/h%2F1/secrets"]
        query = parse_qs(urlsplit(calls(wire)[0].path).query)
        assert query["triggerId"] == ["send-phone-message"]

    @pytest.mark.parametrize(
        "reply",
        [
            refused("403 Forbidden", message="deprecated feature"),
            refused("404 Not Found"),
            refused("501 Not Implemented"),
            answer([]),
        ],
    )
    def test_a_hook_whose_secrets_are_not_told_is_still_a_hook(self, tmp_path, reply):
        with serving(tmp_path, api(answer([HOOK]), reply)) as wire:
            (hook,) = tenant(wire).hooks("send-phone-message")
        assert hook.secrets == ()

    def test_a_lost_answer_about_secrets_is_no_answer(self, tmp_path):
        with serving(tmp_path, api(answer([HOOK]), None)) as wire:
            problem = problem_of(wire, lambda t: t.hooks("send-phone-message"))
        assert problem.kind is ProblemKind.CONNECTION_LOST

    @pytest.mark.parametrize(
        ("reply", "kind"),
        [
            (refused("403 Forbidden", message="deprecated feature"), ProblemKind.REFUSED),
            (refused("404 Not Found"), ProblemKind.NOT_FOUND),
            (refused("410 Gone"), ProblemKind.REFUSED),
            (refused("501 Not Implemented"), ProblemKind.NOT_FOUND),
        ],
    )
    def test_hooks_that_are_gone_are_asked_for_once(self, tmp_path, reply, kind):
        with serving(tmp_path, api(reply)) as wire:
            assert problem_of(wire, lambda t: t.hooks("send-phone-message")).kind is kind
        assert len(calls(wire)) == 1

    def test_a_fault_is_not_taken_for_the_end_of_hooks(self, tmp_path):
        with serving(tmp_path, api(refused("503 Busy"))) as wire:
            problem = problem_of(wire, lambda t: t.hooks("send-phone-message"))
        assert problem.kind is ProblemKind.SERVICE_FAULT

    @pytest.mark.parametrize(
        ("body", "kind"), [({"type": "exponential"}, "exponential"), ({}, ""), ({"type": None}, "")]
    )
    def test_the_back_off_per_number(self, tmp_path, body, kind):
        with serving(tmp_path, api(answer(body))) as wire:
            assert tenant(wire).phone_protection() == kind
        assert calls(wire)[0].path == "/api/v2/attack-protection/phone-provider-protection"

    def test_a_binding_tells_the_code_that_runs(self, tmp_path):
        version = {"id": "v1", "code": "// runs", "deployed": True}
        rows = [
            {"id": "b1", "action": {"id": "a1", "name": "One", "deployed_version": version}},
            {"id": "b2", "display_name": "Two", "action": {"id": "a2"}},
            {"id": "b3", "display_name": "Three"},
        ]
        with serving(tmp_path, api(answer({"bindings": rows, "per_page": 50}))) as wire:
            found = tenant(wire).bindings("post-login")
        assert [(row.action_name, row.deployed_code) for row in found] == [
            ("One", "// runs"), ("Two", None), ("Three", None),
        ]  # fmt: skip


class TestWriting:
    def written(self, wire: Wire) -> tuple[str, str, object]:
        request = calls(wire)[-1]
        return request.method, request.path.removeprefix("/api/v2"), json.loads(request.body or "null")

    def test_bodies(self, tmp_path):
        template = TemplateFacts("tem_1", "otp_verify", "T", "V", "", disabled=False)
        with serving(tmp_path, api(answer({"id": "x"}))) as wire:
            client = tenant(wire)
            client.create_action(ActionDraft("N", "send-phone-message", "C", "node22", (("K", "V"),)))
            assert self.written(wire) == ("POST", "/actions/actions", {
                "name": "N", "code": "C", "runtime": "node22", "secrets": [{"name": "K", "value": "V"}],
                "supported_triggers": [{"id": "send-phone-message", "version": "v2"}],
            })  # fmt: skip
            client.update_action("a1", DRAFT)
            assert self.written(wire)[2] == {"name": "Sender", "code": "code", "runtime": "node22"}
            client.deploy_version("a1", "v1")
            assert self.written(wire) == (
                "POST", "/actions/actions/a1/versions/v1/deploy", {"update_draft": True},
            )  # fmt: skip
            client.set_bindings("post-login", ("A", "B"))
            assert self.written(wire) == ("PATCH", "/actions/triggers/post-login/bindings", {"bindings": [
                {"ref": {"type": "action_name", "value": "A"}, "display_name": "A"},
                {"ref": {"type": "action_name", "value": "B"}, "display_name": "B"},
            ]})  # fmt: skip
            client.create_phone_provider("custom", ("text",), disabled=False)
            assert self.written(wire)[2] == {
                "name": "custom", "disabled": False, "configuration": {"delivery_methods": ["text"]},
                "credentials": {},
            }  # fmt: skip
            client.update_phone_provider("pro_1", "twilio", ("text", "voice"), disabled=True)
            assert "credentials" not in str(self.written(wire)[2])
            client.create_action(ActionDraft("N", "post-login", "C", "node22", None))
            created: Any = self.written(wire)[2]
            assert created["supported_triggers"] == [{"id": "post-login", "version": "v3"}]
            client.set_selected_provider("phone-message-hook")
            assert self.written(wire) == (
                "PUT", "/guardian/factors/phone/selected-provider", {"provider": "phone-message-hook"},
            )  # fmt: skip
            client.set_legacy_templates(LegacyTemplates("E", "V"))
            assert self.written(wire) == (
                "PUT", "/guardian/factors/phone/templates",
                {"enrollment_message": "E", "verification_message": "V"},
            )  # fmt: skip
            client.set_hook("h/1", enabled=False)
            assert self.written(wire) == ("PATCH", "/hooks/h%2F1", {"enabled": False})
            client.update_template(template)
            assert self.written(wire) == ("PATCH", "/branding/phone/templates/tem_1", {
                "disabled": False, "content": {"body": {"text": "T", "voice": "V"}},
            })  # fmt: skip

    def test_a_refusal_that_quotes_a_secret(self, tmp_path):
        draft = ActionDraft("N", "send-phone-message", "C", "node22", (("K", "CanaryValue7"),))
        with serving(
            tmp_path, api(refused("400 Bad Request", "invalid_body", "bad: 'CanaryValue7'"))
        ) as wire:
            assert problem_of(wire, lambda t: t.create_action(draft)).detail == "bad: '•••'"

    def test_deploy_has_no_body_and_names_the_version(self, tmp_path):
        with serving(tmp_path, api(answer({"id": "v9", "deployed": False}))) as wire:
            assert tenant(wire).deploy_action("a1") == "v9"
        assert self.written(wire) == ("POST", "/actions/actions/a1/deploy", None)

    @pytest.mark.parametrize(
        "call",
        [
            lambda client: client.delete_action("a1"),
            lambda client: client.set_factor("sms", on=True),
            lambda client: client.set_selected_provider("phone-message-hook"),
            lambda client: client.set_bindings("send-phone-message", ("Sender",)),
        ],
    )
    def test_a_write_that_is_answered_with_nothing_was_not_answered_by_auth0(self, tmp_path, call):
        with serving(tmp_path, api(answer("", "200 OK"))) as wire:
            assert problem_of(wire, call).kind is ProblemKind.NOT_THE_SERVICE
            assert len(calls(wire)) == 1

    def test_deletes_expect_nothing_back(self, tmp_path):
        with serving(tmp_path, api(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")) as wire:
            client = tenant(wire)
            client.delete_action("a1")
            client.delete_phone_provider("pro_1")
            client.delete_template("tem_1")
        assert [request.method for request in calls(wire)] == ["DELETE"] * 3

    def test_a_ticket_sends_no_mail(self, tmp_path):
        with serving(tmp_path, api(answer({"ticket_id": "t", "ticket_url": "https://acme/t"}))) as wire:
            assert tenant(wire).enrollment_ticket("auth0|1") == "https://acme/t"
        assert self.written(wire)[2] == {"user_id": "auth0|1", "send_mail": False}

    def test_a_ticket_that_is_not_https_is_refused(self, tmp_path):
        with serving(tmp_path, api(answer({"ticket_url": "javascript:alert(1)"}))) as wire:
            assert problem_of(wire, lambda t: t.enrollment_ticket("u")).kind is ProblemKind.NOT_THE_SERVICE
