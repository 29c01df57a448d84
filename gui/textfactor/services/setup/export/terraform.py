"""The state as Terraform, for the provider auth0/auth0: resources and attributes as its documentation has them.

Order: the Action deployed before it is bound, bound before the provider hands messages to it, the provider before
the factor's message types and the templates (facts/auth0 1.6); each step names the one before in `depends_on`.
"""

from textfactor.domain.answers import TenantPath
from textfactor.domain.tenant import CUSTOM_PROVIDER, TemplateFacts
from textfactor.services.setup.export.finished import Finished
from textfactor.services.setup.export.hcl import Block, Raw, Value, write
from textfactor.services.setup.export.readme import terraform_readme

_ACTION, _BOUND, _PROVIDER = (
    "auth0_action.sender",
    "auth0_trigger_action.sender",
    "auth0_phone_provider.custom",
)
_OTHER_FACTORS = ("duo", "email", "otp", "push", "recovery_code", "webauthn_platform", "webauthn_roaming")
_SECRETS = {
    "VONAGE_API_KEY": "API key of the Vonage account",
    "VONAGE_API_SECRET": "API secret of the Vonage account",
    "VONAGE_FROM_NUMBER": "Sender of the messages: a number of the account or a name of up to 11 letters and digits",
}


def terraform_files(state: Finished) -> dict[str, str]:
    """Make the files; each secret is a variable without a default."""
    files = {
        "sender.js": state.code,
        "versions.tf": write([_terraform()]),
        "variables.tf": write(_variables(state)),
        "main.tf": write(_resources(state)),
        "README.txt": terraform_readme(state),
    }
    if adopted := _imports(state):
        files["imports.tf"] = write(adopted)
    return files


def _terraform() -> Block:
    source = {"source": "auth0/auth0", "version": ">= 1.55.0"}
    return Block(
        "terraform",
        attributes={"required_version": ">= 1.5.0"},
        blocks=(Block("required_providers", attributes={"auth0": Raw(_object(source))}),),
    )


def _object(values: dict[str, str]) -> str:
    return "{ " + ", ".join(f'{name} = "{value}"' for name, value in values.items()) + " }"


def _variables(state: Finished) -> list[Block]:
    blocks = [
        _variable(name.lower(), _SECRETS.get(name, "A secret of the Action"), sensitive=True)
        for name in state.secrets
    ]
    if _policy(state) is None:
        meaning = (
            "When MFA is asked for: never, all-applications or confidence-score; take what the tenant has"
        )
        blocks.append(_variable("mfa_policy", meaning))
    return blocks


def _variable(name: str, meaning: str, *, sensitive: bool = False) -> Block:
    attributes: dict[str, Value] = {"type": Raw("string"), "description": meaning}
    return Block("variable", (name,), attributes | ({"sensitive": True} if sensitive else {}))


def _resources(state: Finished) -> list[Block]:
    unified = state.path is TenantPath.UNIFIED
    blocks = [_action(state), _binding(state)]
    if unified:
        blocks.append(_provider(state))
    blocks.append(_guardian(state, after=_PROVIDER if unified else _BOUND))
    if unified:
        blocks += [_template("enroll", state.enroll), _template("verify", state.verify)]
    return blocks


def _action(state: Finished) -> Block:
    trigger: dict[str, Value] = {"id": state.trigger, "version": state.trigger_version}
    secrets = (
        Block("secrets", attributes={"name": name, "value": Raw(f"var.{name.lower()}")})
        for name in state.secrets
    )
    return _resource(
        _ACTION,
        {
            "name": state.name,
            "runtime": state.runtime,
            "deploy": True,
            "code": Raw('file("${path.module}/sender.js")'),
        },
        Block("supported_triggers", attributes=trigger),
        *secrets,
        remark="The sender: hands each message to Vonage.",
    )


def _binding(state: Finished) -> Block:
    """Add ours behind whatever is bound; this resource leaves other Actions alone."""
    return _resource(_BOUND, {"trigger": state.trigger, "action_id": Raw(f"{_ACTION}.id")})


def _provider(state: Finished) -> Block:
    return _resource(
        _PROVIDER,
        {"name": "custom", "disabled": False, "depends_on": [Raw(_BOUND)]},
        Block("configuration", attributes={"delivery_methods": list(state.methods)}),
        Block("credentials"),
        remark="Hands the tenant's messages to the Action; a tenant has one provider.",
    )


def _guardian(state: Finished, after: str) -> Block:
    policy = _policy(state)
    options: tuple[Block, ...] = ()
    phone: dict[str, Value] = {"enabled": state.factor_on}
    if state.factor_on:
        if state.path is TenantPath.LEGACY:
            phone["provider"] = CUSTOM_PROVIDER
            texts: dict[str, Value] = {
                "enrollment_message": state.legacy.enrollment,
                "verification_message": state.legacy.verification,
            }
            options = (Block("options", attributes=texts),)
        phone["message_types"] = list(state.message_types)
    kept = [Raw(name) for name in (*_OTHER_FACTORS, *(() if state.policies is not None else ("policy",)))]
    return _resource(
        "auth0_guardian.mfa",
        {"policy": Raw("var.mfa_policy") if policy is None else policy, "depends_on": [Raw(after)]},
        Block("phone", attributes=phone, blocks=options),
        Block("lifecycle", attributes={"prevent_destroy": True, "ignore_changes": kept}),
        remark="One resource holds all MFA factors; those that are not about SMS are left as they are.\n"
        "Destroying it would switch every factor off, so that is prevented.",
    )


def _template(name: str, template: TemplateFacts) -> Block:
    content: dict[str, Value] = {"syntax": "liquid"}
    if template.sender:
        content["from"] = template.sender
    body: dict[str, Value] = {"text": template.text}
    if template.voice:
        body["voice"] = template.voice
    return _resource(
        f"auth0_branding_phone_notification_template.{name}",
        {"type": template.type, "disabled": template.disabled, "depends_on": [Raw(_PROVIDER)]},
        Block("content", attributes=content, blocks=(Block("body", attributes=body),)),
    )


def _resource(address: str, attributes: dict[str, Value], *blocks: Block, remark: str = "") -> Block:
    kind, _, name = address.partition(".")
    return Block("resource", (kind, name), attributes, blocks, remark)


def _policy(state: Finished) -> str | None:
    """Name the policy as the provider does; it must be named, also where it is to stay. None: nobody knows it."""
    wanted = state.policies if state.policies is not None else state.found_policies
    if wanted is None:
        return None
    return wanted[0] if wanted else "never"


def _imports(state: Finished) -> list[Block]:
    """Let Terraform adopt what is there: a second Action on the unified trigger would be refused (facts/auth0 1.3)."""
    ids = state.ids
    known = [("auth0_guardian.mfa", "guardian")]
    if ids.action:
        known.append((_ACTION, ids.action))
        if ids.bound:
            known.append((_BOUND, f"{state.trigger}::{ids.action}"))
    if state.path is TenantPath.UNIFIED:
        templates = "auth0_branding_phone_notification_template"
        known += [
            (_PROVIDER, ids.provider),
            (f"{templates}.enroll", ids.enroll),
            (f"{templates}.verify", ids.verify),
        ]
    return [Block("import", attributes={"to": Raw(to), "id": id_}) for to, id_ in known if id_]
