"""The Auth0 adapter, the practice tenant and Auth0's own description of its API agree."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
import requests
from tests.unit.adapters.practice import practising

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.http import ServiceSession
from textfactor.adapters.practice_control import PracticeControl
from textfactor.domain.login import LoginState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    UNIFIED_TRIGGER,
    ActionDraft,
    LegacyTemplates,
    TemplateFacts,
)
from textfactor.services.container import TenantKey

CODE = "exports.onExecuteCustomPhoneProvider = async () => {};"
SECRETS = (("VONAGE_API_KEY", "k"), ("VONAGE_API_SECRET", "canary-secret"))
DRAFT = ActionDraft("Sender", UNIFIED_TRIGGER, CODE, "node22", SECRETS)


@pytest.fixture(scope="module")
def world():
    with practising() as (info, control):
        yield info, control


@pytest.fixture
def control(world) -> PracticeControl:
    world[1].reset()
    return world[1]


@pytest.fixture
def tenant(world, control) -> Iterator[Auth0Tenant]:
    client = Auth0Tenant(world[0].tenant_key(), world[0].endpoints(), pause=lambda _s: None)
    yield client
    client.close()


@pytest.fixture
def sent(monkeypatch) -> list[requests.PreparedRequest]:
    """Every request that our session sends from now on."""
    seen: list[requests.PreparedRequest] = []
    real = ServiceSession.send

    def send(self, request, **kwargs):
        seen.append(request)
        return real(self, request, **kwargs)

    monkeypatch.setattr(ServiceSession, "send", send)
    return seen


def kind_of(call, *args) -> ProblemKind:
    with pytest.raises(ProblemError) as caught:
        call(*args)
    return caught.value.problem.kind


def deployed(tenant: Auth0Tenant) -> str:
    """Put a deployed and bound Action into the tenant."""
    made = tenant.create_action(DRAFT)
    while tenant.action(made.id).status != "built":
        pass
    tenant.deploy_action(made.id)
    tenant.set_bindings(UNIFIED_TRIGGER, ("Sender",))
    return made.id


def everything(tenant: Auth0Tenant) -> None:
    """Make every call there is."""
    tenant.settings()
    action = deployed(tenant)
    tenant.actions(UNIFIED_TRIGGER)
    version = tenant.action(action).deployed_version or ""
    tenant.update_action(action, ActionDraft("Sender", UNIFIED_TRIGGER, CODE + "//2", "node22", None))
    tenant.deploy_version(action, version)
    tenant.bindings(UNIFIED_TRIGGER)
    provider = tenant.create_phone_provider("custom", ("text",), disabled=True)
    tenant.update_phone_provider(provider.id, "custom", ("text",), disabled=False)
    tenant.phone_providers()
    template = tenant.create_template(
        TemplateFacts("", "otp_verify", "{{ code }}", "v", "ACME", disabled=False)
    )
    tenant.update_template(template)
    tenant.templates()
    tenant.set_factor("sms", on=True)
    tenant.set_message_types(("sms",))
    tenant.set_policies(("all-applications",))
    tenant.factors()
    tenant.message_types()
    tenant.policies()
    tenant.phone_protection()
    last = tenant.logs("")[-1].id
    tenant.logs(last)
    tenant.set_bindings(UNIFIED_TRIGGER, ())
    tenant.delete_template(template.id)
    tenant.delete_phone_provider(provider.id)
    tenant.delete_action(action)


def everything_older(tenant: Auth0Tenant) -> None:
    """Make every call there is for the legacy path and what is left of Hooks."""
    made = tenant.create_action(ActionDraft("Sender", LEGACY_TRIGGER, CODE, "node22", SECRETS))
    while tenant.action(made.id).status != "built":
        pass
    tenant.deploy_action(made.id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Sender",))
    tenant.bindings(LEGACY_TRIGGER)
    tenant.set_selected_provider("phone-message-hook")
    tenant.selected_provider()
    tenant.set_legacy_templates(LegacyTemplates("{{code}}", "{{code}}"))
    tenant.legacy_templates()
    (hook,) = tenant.hooks(LEGACY_TRIGGER)
    tenant.set_hook(hook.id, enabled=False)


@lru_cache(maxsize=1)
def described(path: Path):
    from openapi_core import OpenAPI

    document = json.loads(path.read_text())
    document["servers"] = [{"url": "/api/v2"}]
    return OpenAPI.from_dict(document)


@pytest.mark.slow
def test_every_request_is_as_auth0_describes_it(tenant, sent, specs):
    from openapi_core.contrib.requests import RequestsOpenAPIRequest

    everything(tenant)
    with practising(state="dead_hook") as (info, _):
        older = Auth0Tenant(info.tenant_key(), info.endpoints(), pause=lambda _s: None)
        everything_older(older)
        older.close()
    api = described(specs / "auth0-management.json")
    checked = [request for request in sent if "/api/v2/" in (request.url or "")]
    assert len(checked) > 40
    for request in checked:
        api.validate_request(RequestsOpenAPIRequest(request))


def test_the_secret_travels_in_a_body_alone(tenant, sent):
    everything(tenant)
    for request in sent:
        assert "canary-secret" not in f"{request.url} {request.headers}"


def test_the_token(tenant, world):
    facts = tenant.token()
    assert facts.scopes is not None
    assert "update:guardian_factors" in facts.scopes
    key = TenantKey(world[0].auth0.domain, token=Secret(world[0].auth0.token))
    pasted = Auth0Tenant(key, world[0].endpoints())
    assert pasted.token().scopes == facts.scopes
    assert pasted.policies() == ()
    pasted.close()


def test_a_fresh_tenant(tenant):
    assert tenant.settings().unified is True
    assert kind_of(tenant.selected_provider) is ProblemKind.LEGACY_CALL_ON_UNIFIED
    assert tenant.actions(UNIFIED_TRIGGER) == ()
    assert tenant.bindings(UNIFIED_TRIGGER) == ()
    assert tenant.phone_providers() == ()
    assert {one.type for one in tenant.templates() if not one.id} >= {"otp_verify", "otp_enroll"}
    assert tenant.factors()["sms"] is False
    assert tenant.policies() == ()


def test_an_action_from_draft_to_binding_and_back(tenant):
    action = deployed(tenant)
    facts = tenant.action(action)
    assert (facts.code, facts.deployed_code, facts.all_changes_deployed) == (CODE, CODE, True)
    assert set(facts.secrets) == {"VONAGE_API_KEY", "VONAGE_API_SECRET"}
    assert tenant.actions(UNIFIED_TRIGGER) == (facts,)
    assert [row.action_name for row in tenant.bindings(UNIFIED_TRIGGER)] == ["Sender"]
    changed = tenant.update_action(action, ActionDraft("Sender", UNIFIED_TRIGGER, "//2", "node22", None))
    assert (changed.deployed_code, changed.all_changes_deployed) == (CODE, False)
    assert set(changed.secrets) == {"VONAGE_API_KEY", "VONAGE_API_SECRET"}
    tenant.set_bindings(UNIFIED_TRIGGER, ())
    tenant.delete_action(action)
    assert kind_of(tenant.action, action) is ProblemKind.NOT_FOUND


def test_provider_factor_and_templates(tenant):
    deployed(tenant)
    provider = tenant.create_phone_provider("custom", ("text",), disabled=False)
    assert tenant.phone_providers() == (provider,)
    tenant.set_factor("sms", on=True)
    tenant.set_message_types(("sms",))
    assert tenant.factors()["sms"] is True
    assert tenant.message_types() == ("sms",)
    wanted = TemplateFacts("", "otp_enroll", "{{ code }}!", "{{ code }}", "", disabled=False)
    made = tenant.create_template(wanted)
    assert made.id
    assert made.text == "{{ code }}!"
    assert kind_of(tenant.create_template, wanted) is ProblemKind.REFUSED
    tenant.delete_template(made.id)
    assert all(not one.id for one in tenant.templates())
    tenant.set_policies(("all-applications",))
    assert tenant.policies() == ("all-applications",)


def test_a_login_leaves_rows_that_are_read_in_order(tenant, control):
    deployed(tenant)
    tenant.create_phone_provider("custom", ("text",), disabled=False)
    tenant.set_factor("sms", on=True)
    tenant.set_message_types(("sms",))
    tenant.set_policies(("all-applications",))
    before = tenant.logs("")[-1].id
    attempt = control.start("ada@example.com", "491701234567")
    assert attempt.state is LoginState.CODE_SENT
    rows = tenant.logs(before)
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    types = [row.type for row in rows]
    assert "gd_send_sms" in types
    assert tenant.logs(before, ("gd_send_sms",)) == tuple(row for row in rows if row.type == "gd_send_sms")
    assert tenant.logs("", ("gd_send_sms",))[-1].type == "gd_send_sms"
    assert control.submit(attempt.id, "000000").state is LoginState.REFUSED


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("wrong_client_secret", ProblemKind.BAD_CREDENTIALS),
        ("missing_scope", ProblemKind.MISSING_SCOPE),
        ("token_expired", ProblemKind.TOKEN_EXPIRED),
        ("server_error", ProblemKind.SERVICE_FAULT),
        ("html_answer", ProblemKind.NOT_THE_SERVICE),
        ("drop_before_read", ProblemKind.CONNECTION_LOST),
        ("drop_after_read", ProblemKind.CONNECTION_LOST),
    ],
)
def test_faults_have_their_names(tenant, control, fault, kind):
    control.switch_on(fault, service="auth0")
    found = kind_of(lambda: tenant.set_factor("sms", on=True))
    control.clear_faults()
    assert found is kind


def test_a_lost_answer_is_not_written_twice(tenant, control):
    tenant.token()
    control.switch_on("drop_after_read", service="auth0", path="/api/v2/actions/actions")
    assert kind_of(tenant.create_action, DRAFT) is ProblemKind.CONNECTION_LOST
    control.clear_faults()
    assert len(tenant.actions(UNIFIED_TRIGGER)) == 1


def test_another_domain_is_not_let_in(world, control):
    key = TenantKey("other.eu.auth0.com", world[0].auth0.client_id, Secret(world[0].auth0.client_secret))
    client = Auth0Tenant(key, world[0].endpoints())
    assert kind_of(client.token) is ProblemKind.BAD_CREDENTIALS
    client.close()


@pytest.mark.parametrize("plan", ["free", "professional"])
def test_small_plans_are_never_overrun(plan):
    with practising(plan) as (info, control):
        client = Auth0Tenant(info.tenant_key(), info.endpoints())
        for _ in range(12 if plan == "professional" else 5):
            client.policies()
        client.close()
        assert {one.status for one in control.requests()} == {200}
