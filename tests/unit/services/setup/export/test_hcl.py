"""The Terraform files read by a parser that nobody here wrote, and held against the provider's documented schema."""

from dataclasses import replace
from typing import Any

import hcl2
import pytest
from tests.fakes.setup import ASKED, plan_for, run
from tests.unit.services.setup.export.conftest import state_of

from textfactor.domain.answers import TenantPath
from textfactor.services.setup.export.hcl import Block, Raw, quoted, write
from textfactor.services.setup.export.terraform import terraform_files

# Resources, their arguments and nested blocks as the provider auth0/auth0 documents them (docs/resources, Aug 2026):
# name -> (required, optional, nested blocks).
SCHEMA: dict[str, tuple[set[str], set[str], dict[str, Any]]] = {
    "auth0_action": (
        {"name", "code"},
        {"runtime", "deploy"},
        {"supported_triggers": ({"id", "version"}, set(), {}), "secrets": ({"name", "value"}, set(), {})},
    ),
    "auth0_trigger_action": ({"trigger", "action_id"}, {"display_name"}, {}),
    "auth0_phone_provider": (
        {"name"},
        {"disabled"},
        {
            "configuration": ({"delivery_methods"}, {"default_from", "mssid", "sid"}, {}),
            "credentials": (set(), {"auth_token"}, {}),
        },
    ),
    "auth0_guardian": (
        {"policy"},
        {"email", "otp", "recovery_code"},
        {
            "phone": (
                {"enabled"},
                {"message_types", "provider"},
                {"options": (set(), {"enrollment_message", "verification_message"}, {})},
            )
        },
    ),
    "auth0_branding_phone_notification_template": (
        {"type"},
        {"disabled"},
        {"content": (set(), {"from", "syntax"}, {"body": (set(), {"text", "voice"}, {})})},
    ),
}
META = {"depends_on", "lifecycle"}


def parsed(text: str) -> dict[str, Any]:
    return hcl2.loads(text)


def bare(name: str) -> str:
    return name.strip('"')


def resources(text: str) -> dict[str, dict[str, Any]]:
    """Every resource by its address."""
    found: dict[str, dict[str, Any]] = {}
    for one in parsed(text)["resource"]:
        for kind, named in one.items():
            for name, body in named.items():
                found[f"{bare(kind)}.{bare(name)}"] = body
    return found


def keys(body: dict[str, Any]) -> set[str]:
    return {key for key in body if not key.startswith("__")}


def check(body: dict[str, Any], schema: tuple[set[str], set[str], dict[str, Any]], where: str) -> None:
    required, optional, nested = schema
    assert keys(body) - META <= required | optional | set(nested), where
    assert required <= keys(body), where
    for name, inner in nested.items():
        for block in body.get(name, []):
            check(block, inner, f"{where}.{name}")


@pytest.mark.parametrize("done", [False, True])
def test_every_resource_is_as_the_provider_documents_it(tenant, done):
    if done:
        run(plan_for(tenant), tenant)
    found = resources(terraform_files(state_of(tenant))["main.tf"])
    for address, body in found.items():
        check(body, SCHEMA[address.partition(".")[0]], address)
    unified = state_of(tenant).path is TenantPath.UNIFIED
    assert ("auth0_phone_provider.custom" in found) is unified


def test_each_step_names_the_one_before_in_the_order_that_auth0_demands(tenant):
    found = resources(terraform_files(state_of(tenant))["main.tf"])
    action = found["auth0_trigger_action.sender"]["action_id"]
    assert "auth0_action.sender.id" in action
    chain = {address: body.get("depends_on", []) for address, body in found.items()}
    before = "auth0_trigger_action.sender"
    if "auth0_phone_provider.custom" in found:
        assert before in str(chain["auth0_phone_provider.custom"])
        before = "auth0_phone_provider.custom"
        for name in ("enroll", "verify"):
            assert before in str(chain[f"auth0_branding_phone_notification_template.{name}"])
    assert before in str(chain["auth0_guardian.mfa"])
    assert str(found["auth0_guardian.mfa"]["lifecycle"][0]["prevent_destroy"]).lower() == "true"


def test_the_other_files_are_read_too(tenant):
    run(plan_for(tenant), tenant)
    files = terraform_files(state_of(tenant))
    variables = {
        bare(name): body for one in parsed(files["variables.tf"])["variable"] for name, body in one.items()
    }
    assert set(variables) == {"vonage_api_key", "vonage_api_secret", "vonage_from_number"}
    assert all(body["sensitive"] is True and "default" not in body for body in variables.values())
    assert "auth0" in str(parsed(files["versions.tf"])["terraform"])
    addresses = resources(files["main.tf"])
    for one in parsed(files["imports.tf"])["import"]:
        assert one["to"].strip("${}") in addresses
        assert one["id"]


@pytest.mark.parametrize(
    "text",
    [
        'a "quote"',
        "a \\ backslash",
        "two\nlines\r\n\tand a tab",
        "${var.secret} %{ if true }",
        "{{ code }} ü 🙂",
        "",
    ],
)
def test_any_text_is_written_as_a_plain_text(tenant, text):
    state = state_of(tenant, replace(ASKED, verify_text=text or "x", enroll_text=text or "x"))
    main = terraform_files(state)["main.tf"]
    resources(main)
    assert quoted(text or "x") in main
    assert not any(line.count('"') % 2 for line in main.replace('\\"', "").splitlines())


def test_a_dollar_and_a_percent_sign_before_a_brace_are_doubled():
    assert quoted("${a} %{b} $ % {c}") == '"$${a} %%{b} $ % {c}"'


def test_blocks_are_written_one_below_the_other():
    inner = Block("inner", ("x",), {"list": ["a", True, Raw("b.c")]})
    assert write([Block("outer", blocks=(inner, Block("empty")), remark="One.\nTwo."), Block("end")]) == (
        '# One.\n# Two.\nouter {\n  inner "x" {\n    list = ["a", true, b.c]\n  }\n\n  empty {\n  }\n}\n\nend {\n}\n'
    )
