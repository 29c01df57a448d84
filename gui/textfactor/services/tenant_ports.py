"""What the use cases need of an Auth0 tenant.

Adapters implement these; tests hand in fakes. Every method may raise `ProblemError`, and
nothing else on purpose.
"""

from collections.abc import Mapping
from typing import Protocol

from textfactor.domain.archive import RawLog
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


class LogSource(Protocol):
    """A tenant's log as the archive reads it."""

    def oldest_log(self) -> RawLog | None:
        """Read the oldest row that Auth0 still has, None of an empty log."""
        ...

    def log_page(self, after: str, take: int) -> tuple[RawLog, ...]:
        """Read the rows behind the one with id `after`, oldest first, at most 100; none at the end."""
        ...


class TenantApi(LogSource, Protocol):
    """One Auth0 tenant's Management API. Reads are retried twice, writes never."""

    def token(self) -> TokenFacts:
        """Get (or decode) the token and say what it may do."""
        ...

    def settings(self) -> TenantSettings:
        """Read the tenant's flag for the unified path and its friendly name."""
        ...

    def selected_provider(self) -> str:
        """Read the legacy provider; on a unified tenant this raises LEGACY_CALL_ON_UNIFIED, which is the probe."""
        ...

    def set_selected_provider(self, provider: str) -> None:
        """Select the legacy provider: auth0, twilio or phone-message-hook."""
        ...

    def legacy_templates(self) -> LegacyTemplates | None:
        """Read the legacy texts; None where they were never set."""
        ...

    def set_legacy_templates(self, templates: LegacyTemplates) -> None:
        """Replace both legacy texts."""
        ...

    def hooks(self, trigger: str) -> tuple[HookFacts, ...]:
        """List leftover Hooks; raises NOT_FOUND, REFUSED or PLAN_GATE where the tenant has no Hooks any more."""
        ...

    def set_hook(self, hook_id: str, *, enabled: bool) -> None:
        """Switch a Hook; their code can no longer be written."""
        ...

    def phone_protection(self) -> str:
        """Read the back-off per number: exponential, none or default."""
        ...

    def actions(self, trigger: str) -> tuple[ActionFacts, ...]:
        """List the Actions of a trigger, the hidden one of the unified path included."""
        ...

    def action(self, action_id: str) -> ActionFacts:
        """Read one Action."""
        ...

    def create_action(self, draft: ActionDraft) -> ActionFacts:
        """Create an Action; its build starts at once."""
        ...

    def update_action(self, action_id: str, draft: ActionDraft) -> ActionFacts:
        """Replace the draft; flows are not affected before a deploy."""
        ...

    def delete_action(self, action_id: str) -> None:
        """Delete an Action that is not bound."""
        ...

    def deploy_action(self, action_id: str) -> str:
        """Deploy the built draft and return the version's id."""
        ...

    def deploy_version(self, action_id: str, version_id: str) -> str:
        """Deploy an earlier version again (draft included) and return the new version's id."""
        ...

    def bindings(self, trigger: str) -> tuple[BindingFacts, ...]:
        """List what is bound to a trigger, in order."""
        ...

    def set_bindings(
        self, trigger: str, action_names: tuple[str, ...], shown: Mapping[str, str] | None = None
    ) -> None:
        """Replace the whole list of a trigger's bindings by Actions with these names.

        `shown` has the display names of bindings that shall be shown as something else than their Action.
        """
        ...

    def phone_providers(self) -> tuple[ProviderFacts, ...]:
        """List the tenant's phone provider: none or one."""
        ...

    def create_phone_provider(self, name: str, methods: tuple[str, ...], *, disabled: bool) -> ProviderFacts:
        """Create the provider."""
        ...

    def update_phone_provider(
        self, provider_id: str, name: str, methods: tuple[str, ...], *, disabled: bool
    ) -> ProviderFacts:
        """Change the provider."""
        ...

    def delete_phone_provider(self, provider_id: str) -> None:
        """Remove the provider."""
        ...

    def templates(self) -> tuple[TemplateFacts, ...]:
        """List the phone templates; unedited ones have no id."""
        ...

    def create_template(self, template: TemplateFacts) -> TemplateFacts:
        """Edit a template for the first time."""
        ...

    def update_template(self, template: TemplateFacts) -> TemplateFacts:
        """Change a template that was edited before."""
        ...

    def delete_template(self, template_id: str) -> None:
        """Drop an edited template, so that the vendor's default holds again."""
        ...

    def factors(self) -> Mapping[str, bool]:
        """Read which MFA factors are on."""
        ...

    def set_factor(self, name: str, *, on: bool) -> None:
        """Switch a factor."""
        ...

    def message_types(self) -> tuple[str, ...]:
        """Read `sms`, `voice`; empty when the factor has none."""
        ...

    def set_message_types(self, types: tuple[str, ...]) -> None:
        """Set `sms`, `voice`; must lie within the provider's delivery methods."""
        ...

    def policies(self) -> tuple[str, ...]:
        """Read the MFA policy."""
        ...

    def set_policies(self, policies: tuple[str, ...]) -> None:
        """Replace the MFA policy."""
        ...

    def logs(self, after: str, types: tuple[str, ...] = ()) -> tuple[LogRow, ...]:
        """Read the rows of these types after the row with id `after` (empty: the newest ones), oldest first."""
        ...

    def execution(self, execution_id: str) -> Execution:
        """Read the record of an Action's run; NOT_FOUND after ten days."""
        ...

    def enrollment_ticket(self, user_id: str) -> str:
        """Create an enrolment ticket and return its https address."""
        ...

    def clock_ahead(self) -> float | None:
        """By how many seconds this computer's clock was ahead of the last answer's date; None where none told."""
        ...
