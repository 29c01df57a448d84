"""The state as a directory for auth0-deploy-cli 8: files and keys are that tool's own (facts/testing 5)."""

import json

from textfactor.domain.answers import TenantPath
from textfactor.domain.tenant import CUSTOM_PROVIDER, TemplateFacts
from textfactor.services.setup.export.finished import Finished
from textfactor.services.setup.export.readme import deploy_cli_readme

_CODE = "actions/textfactor-sender/code.js"


def deploy_cli_files(state: Finished) -> dict[str, str]:
    """Make the files; a secret is a keyword (`##NAME##`), which the tool fills in from the environment."""
    files = {_CODE: state.code}
    files |= {path: _json(content) for path, content in _contents(state).items()}
    files["config.json"] = _json(_config(state))
    files["README.txt"] = deploy_cli_readme(state)
    return files


def _contents(state: Finished) -> dict[str, object]:
    contents: dict[str, object] = {
        "actions/textfactor-sender.json": {
            "name": state.name,
            "code": f"./{_CODE}",
            "runtime": state.runtime,
            "dependencies": [],
            "secrets": [{"name": name, "value": f"##{name}##"} for name in state.secrets],
            "supported_triggers": [{"id": state.trigger, "version": state.trigger_version}],
            "deployed": True,
        },
        "triggers/triggers.json": {
            state.trigger: [{"action_name": name, "display_name": name} for name in state.bindings]
        },
        "guardian/factors/sms.json": {"name": "sms", "enabled": state.factor_on},
    }
    if state.factor_on:
        contents["guardian/phoneFactorMessageTypes.json"] = {"message_types": list(state.message_types)}
    if state.policies is not None:
        contents["guardian/policies.json"] = {"policies": list(state.policies)}
    return contents | (_unified(state) if state.path is TenantPath.UNIFIED else _legacy(state))


def _unified(state: Finished) -> dict[str, object]:
    """Write the provider, whose empty credentials the tool adds itself, and all templates.

    One that the folder lacks would be shown as to be deleted.
    """
    methods = {"delivery_methods": list(state.methods)}
    provider = {"name": "custom", "disabled": False, "configuration": methods}
    every = (state.enroll, state.verify, *state.other_templates)
    templates = {f"phone-templates/{one.type}.json": _template(one) for one in every}
    return {"phone-providers/provider.json": [provider], **templates}


def _template(template: TemplateFacts) -> dict[str, object]:
    """Write a template; what it does not have is left out, since the tool refuses null (facts/testing 5)."""
    content: dict[str, object] = {"syntax": "liquid"}
    if template.sender:
        content["from"] = template.sender
    content["body"] = {"text": template.text} | ({"voice": template.voice} if template.voice else {})
    return {"type": template.type, "disabled": template.disabled, "content": content}


def _legacy(state: Finished) -> dict[str, object]:
    texts = {
        "name": "sms",
        "enrollment_message": state.legacy.enrollment,
        "verification_message": state.legacy.verification,
    }
    return {
        "guardian/phoneFactorSelectedProvider.json": {"provider": CUSTOM_PROVIDER},
        "guardian/templates/sms.json": texts,
    }


def _config(state: Finished) -> dict[str, object]:
    """Limit the tool to what is in the folder, and let it delete nothing.

    Its dry run would call an Action changed for values that nobody can read back, so it is told to pass over them.
    """
    kinds = ["actions", "triggers", "guardianFactors"]
    if state.factor_on:
        kinds.append("guardianPhoneFactorMessageTypes")
    if state.policies is not None:
        kinds.append("guardianPolicies")
    if state.path is TenantPath.UNIFIED:
        kinds += ["phoneProviders", "phoneTemplates"]
    else:
        kinds += ["guardianPhoneFactorSelectedProvider", "guardianFactorTemplates"]
    return {
        "AUTH0_DOMAIN": state.domain,
        "AUTH0_ALLOW_DELETE": False,
        "AUTH0_INCLUDED_ONLY": kinds,
        "AUTH0_IGNORE_DRY_RUN_FIELDS": {"actions": ["value", "deployed"]},
    }


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
