"""One Auth0 tenant over its Management API v2. Paths and bodies: its OpenAPI file and recorded traffic."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from textfactor.adapters import auth0_executions as executions
from textfactor.adapters import auth0_guardian as guardian
from textfactor.adapters import auth0_legacy as legacy
from textfactor.adapters import auth0_parse as parse
from textfactor.adapters import auth0_raw_logs as raw_logs
from textfactor.adapters.auth0_bodies import content_body, draft_body, new_draft_body, provider_body
from textfactor.adapters.auth0_lists import newest_rows, pages, rows_after
from textfactor.adapters.auth0_wire import Auth0Wire
from textfactor.adapters.pacing import Pace, wait
from textfactor.domain.archive import RawLog
from textfactor.domain.profile import Endpoints
from textfactor.domain.tenant import (
    ActionDraft,
    ActionFacts,
    BindingFacts,
    HookFacts,
    LegacyTemplates,
    LogRow,
    ProviderFacts,
    TemplateFacts,
    TenantSettings,
    TokenFacts,
)
from textfactor.domain.timeline import Execution
from textfactor.services.container import TenantKey


class Auth0Tenant:
    """Implements `TenantApi`. Safe to share between threads; the token is fetched at the first call and kept.

    Args of the constructor: `pace` and `pause` are for tests that must not wait.
    """

    def __init__(
        self,
        key: TenantKey,
        endpoints: Endpoints,
        pace: Pace | None = None,
        pause: Callable[[float], None] = wait,
    ) -> None:
        self._wire = Auth0Wire(key, endpoints, pace, pause)

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._wire.close()

    def token(self) -> TokenFacts:
        """Get (or decode) the token and say what it may do."""
        return self._wire.token()

    def settings(self) -> TenantSettings:
        """Read the tenant's flag for the unified path and its friendly name."""
        return parse.settings(self._wire.get("/tenants/settings"))

    def selected_provider(self) -> str:
        """Read the legacy provider; raises LEGACY_CALL_ON_UNIFIED on a unified tenant."""
        return parse.word(self._wire.get(f"{guardian.PHONE}/selected-provider"), "provider")

    # ---- what only older tenants have, and protection

    def set_selected_provider(self, provider: str) -> None:
        """Select the legacy provider; nobody looks whether it could send."""
        self._wire.write("PUT", f"{guardian.PHONE}/selected-provider", {"provider": provider})

    def legacy_templates(self) -> LegacyTemplates | None:
        """Read the legacy texts; None where they were never set."""
        return legacy.legacy_templates(self._wire)

    def set_legacy_templates(self, templates: LegacyTemplates) -> None:
        """Replace both legacy texts."""
        legacy.set_legacy_templates(self._wire, templates)

    def hooks(self, trigger: str) -> tuple[HookFacts, ...]:
        """List leftover Hooks with the names of their secrets."""
        return legacy.hooks(self._wire, trigger)

    def set_hook(self, hook_id: str, *, enabled: bool) -> None:
        """Switch a Hook."""
        legacy.set_hook(self._wire, hook_id, enabled=enabled)

    def phone_protection(self) -> str:
        """Read the back-off per number, which only some plans have."""
        return parse.word(self._wire.get("/attack-protection/phone-provider-protection"), "type")

    # ---- Actions

    def actions(self, trigger: str) -> tuple[ActionFacts, ...]:
        """List the Actions of a trigger, page by page."""
        rows = pages(self._wire, "/actions/actions", {"triggerId": trigger}, "actions")
        return tuple(parse.action(row) for row in rows)

    def action(self, action_id: str) -> ActionFacts:
        """Read one Action."""
        return parse.action(self._wire.get(f"/actions/actions/{_part(action_id)}"))

    def create_action(self, draft: ActionDraft) -> ActionFacts:
        """Create an Action; its build starts at once."""
        return parse.action(self._wire.write("POST", "/actions/actions", new_draft_body(draft)))

    def update_action(self, action_id: str, draft: ActionDraft) -> ActionFacts:
        """Replace the draft."""
        path = f"/actions/actions/{_part(action_id)}"
        return parse.action(self._wire.write("PATCH", path, draft_body(draft)))

    def delete_action(self, action_id: str) -> None:
        """Delete an Action that is not bound."""
        self._wire.write("DELETE", f"/actions/actions/{_part(action_id)}")

    def deploy_action(self, action_id: str) -> str:
        """Deploy the built draft and return the version's id."""
        return parse.version_id(self._wire.write("POST", f"/actions/actions/{_part(action_id)}/deploy"))

    def deploy_version(self, action_id: str, version_id: str) -> str:
        """Deploy an earlier version again, draft included, and return the new version's id."""
        path = f"/actions/actions/{_part(action_id)}/versions/{_part(version_id)}/deploy"
        return parse.version_id(self._wire.write("POST", path, {"update_draft": True}))

    def bindings(self, trigger: str) -> tuple[BindingFacts, ...]:
        """List what is bound to a trigger, in order."""
        rows = pages(self._wire, f"/actions/triggers/{_part(trigger)}/bindings", {}, "bindings")
        return tuple(parse.binding(row) for row in rows)

    def set_bindings(
        self, trigger: str, action_names: tuple[str, ...], shown: Mapping[str, str] | None = None
    ) -> None:
        """Replace the whole list of a trigger's bindings."""
        said = shown or {}
        rows = [
            {"ref": {"type": "action_name", "value": one}, "display_name": said.get(one) or one}
            for one in action_names
        ]
        self._wire.write("PATCH", f"/actions/triggers/{_part(trigger)}/bindings", {"bindings": rows})

    # ---- phone provider and templates

    def phone_providers(self) -> tuple[ProviderFacts, ...]:
        """List the tenant's phone provider: none or one."""
        rows = parse.rows_of(self._wire.get("/branding/phone/providers"), "providers")
        return tuple(parse.provider(row) for row in rows)

    def create_phone_provider(self, name: str, methods: tuple[str, ...], *, disabled: bool) -> ProviderFacts:
        """Create the provider."""
        body = provider_body(name, methods, disabled=disabled)
        return parse.provider(self._wire.write("POST", "/branding/phone/providers", body))

    def update_phone_provider(
        self, provider_id: str, name: str, methods: tuple[str, ...], *, disabled: bool
    ) -> ProviderFacts:
        """Change the provider."""
        body = provider_body(name, methods, disabled=disabled)
        path = f"/branding/phone/providers/{_part(provider_id)}"
        return parse.provider(self._wire.write("PATCH", path, body))

    def delete_phone_provider(self, provider_id: str) -> None:
        """Remove the provider."""
        self._wire.write("DELETE", f"/branding/phone/providers/{_part(provider_id)}")

    def templates(self) -> tuple[TemplateFacts, ...]:
        """List the phone templates; unedited ones have no id."""
        rows = parse.rows_of(self._wire.get("/branding/phone/templates"), "templates")
        return tuple(parse.template(row) for row in rows)

    def create_template(self, template: TemplateFacts) -> TemplateFacts:
        """Edit a template for the first time."""
        content = {"syntax": "liquid", **content_body(template)}
        body = {"type": template.type, "disabled": template.disabled, "content": content}
        return parse.template(self._wire.write("POST", "/branding/phone/templates", body))

    def update_template(self, template: TemplateFacts) -> TemplateFacts:
        """Change a template that was edited before."""
        body = {"disabled": template.disabled, "content": content_body(template)}
        path = f"/branding/phone/templates/{_part(template.id)}"
        return parse.template(self._wire.write("PATCH", path, body))

    def delete_template(self, template_id: str) -> None:
        """Drop an edited template."""
        self._wire.write("DELETE", f"/branding/phone/templates/{_part(template_id)}")

    # ---- Guardian

    def factors(self) -> Mapping[str, bool]:
        """Read which MFA factors are on."""
        return guardian.factors(self._wire)

    def set_factor(self, name: str, *, on: bool) -> None:
        """Switch a factor; Auth0 refuses any further field."""
        self._wire.write("PUT", f"/guardian/factors/{_part(name)}", {"enabled": on})

    def message_types(self) -> tuple[str, ...]:
        """Read `sms`, `voice`; a 404 means that the factor has none yet."""
        return guardian.message_types(self._wire)

    def set_message_types(self, types: tuple[str, ...]) -> None:
        """Set `sms`, `voice`."""
        self._wire.write("PUT", f"{guardian.PHONE}/message-types", {"message_types": list(types)})

    def policies(self) -> tuple[str, ...]:
        """Read the MFA policy, a bare list on the wire."""
        return guardian.policies(self._wire)

    def set_policies(self, policies: tuple[str, ...]) -> None:
        """Replace the MFA policy."""
        self._wire.write("PUT", "/guardian/policies", list(policies))

    def clock_ahead(self) -> float | None:
        """By how many seconds this computer's clock was ahead of the last answer's date."""
        return self._wire.clock_ahead

    def execution(self, execution_id: str) -> Execution:
        """Read the record of an Action's run."""
        return executions.execution(self._wire, execution_id)

    def enrollment_ticket(self, user_id: str) -> str:
        """Create an enrolment ticket, without a mail to the user, and return its https address."""
        return guardian.enrollment_ticket(self._wire, user_id)

    # ---- log

    def oldest_log(self) -> RawLog | None:
        """Read the oldest row that Auth0 still has, None of an empty log."""
        return raw_logs.oldest_log(self._wire)

    def log_page(self, after: str, take: int) -> tuple[RawLog, ...]:
        """Read the rows behind one, oldest first."""
        return raw_logs.log_page(self._wire, after, take)

    def logs(self, after: str, types: tuple[str, ...] = ()) -> tuple[LogRow, ...]:
        """Read rows, oldest first: all after the row `after`, or the newest hundred when it is empty.

        With `after` Auth0's checkpoint mode is used, which ignores every filter; so the types are picked
        out here.
        """
        rows = rows_after(self._wire, after) if after else newest_rows(self._wire, types)
        found = (parse.log_row(row) for row in rows)
        return tuple(row for row in found if not types or row.type in types)


def _part(name: str) -> str:
    """Make an id one part of a path; user ids hold a bar, and nothing may add a slash."""
    return quote(name, safe="")
