"""An Auth0 tenant on either path, in memory, that keeps the vendor's own rules (facts/auth0 1, 2)."""

import copy
import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.fakes.tenant_base import TenantBase
from tests.fakes.tenant_parts import BUILDING, DEFAULTS, WRITTEN, Action, Fault, Version, refuse

from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import (
    UNIFIED_TRIGGER,
    ActionDraft,
    ActionFacts,
    BindingFacts,
    LogRow,
    ProviderFacts,
    TemplateFacts,
    TenantSettings,
    TokenFacts,
)


class InMemoryTenant(TenantBase):
    """Honest in what it refuses; see `TenantBase` for planned failures. `legacy` puts it on the legacy path."""

    def __init__(
        self,
        *,
        unified: bool | None = True,
        legacy: bool = False,
        slow_reads: int = 0,
        fails_to_build: bool = False,
    ) -> None:
        super().__init__(on_unified_path=not legacy)
        self.unified = None if legacy else unified
        self.scopes: frozenset[str] | None = None
        self.slow_reads = slow_reads
        self.fails_to_build = fails_to_build
        self.binds_by_itself = False
        self.rows: list[LogRow] = []
        self._ids = itertools.count(1)
        self._actions: dict[str, Action] = {}
        self._bound: list[str] = []
        self._shown: dict[str, str] = {}
        self._provider: ProviderFacts | None = None
        self._templates: dict[str, TemplateFacts] = {}
        self._factors = {"sms": False, "otp": False}
        self._types: tuple[str, ...] | None = None
        self._policies: tuple[str, ...] = ()

    # ------------------------------------------------ for tests

    def dump(self) -> dict[str, Any]:
        """Everything that a later reader could tell apart, without ids."""
        actions = [
            (a.name, a.code, a.runtime, dict(a.secrets), a.deployed and (a.deployed.code, a.deployed.secrets))
            for a in self._actions.values()
        ]
        provider = self._provider and replace(self._provider, id="")
        return {
            "actions": copy.deepcopy(actions),
            "bound": [self._actions[i].name for i in self._bound],
            "provider": provider and replace(provider, methods=tuple(sorted(provider.methods))),
            "factors": dict(self._factors),
            "types": tuple(sorted(self._types or ())) if self._factors["sms"] else "of no effect",
            "templates": {t.type: (t.text, t.voice, t.sender) for t in self._templates.values()},
            "policies": self._policies,
            "selected": self._selected,
            "texts": self._texts,
            "hooks": {one.name: one.enabled for one in self.leftover.values()},
        }

    # ------------------------------------------------ token, settings, path

    def token(self) -> TokenFacts:
        self._enter("token")
        return TokenFacts(self.scopes, 86_400)

    def settings(self) -> TenantSettings:
        self._enter("settings")
        return TenantSettings(self.unified, "Acme")

    # ------------------------------------------------ Actions

    def _facts(self, action: Action) -> ActionFacts:
        if action.reads_until_built:
            action.reads_until_built -= 1
        if action.pending and action.reads_until_deployed == 0:
            action.deployed, action.pending = action.pending, None
        action.reads_until_deployed = max(0, action.reads_until_deployed - 1)
        status = "failed" if self.fails_to_build else BUILDING[0] if action.reads_until_built else "built"
        live = action.deployed
        same = live is not None and (live.code, live.runtime, live.secrets) == (
            action.code,
            action.runtime,
            action.secrets,
        )
        return ActionFacts(
            action.id,
            action.name,
            action.trigger,
            action.code,
            action.runtime,
            status,
            tuple(action.secrets),
            live.code if live else None,
            live.id if live else None,
            same and action.pending is None,
            tuple((name, WRITTEN) for name in action.secrets),
        )

    def _find(self, action_id: str) -> Action:
        if action_id not in self._actions:
            raise refuse(ProblemKind.NOT_FOUND, "That action does not exist.", 404)
        return self._actions[action_id]

    def actions(self, trigger: str) -> tuple[ActionFacts, ...]:
        self._enter("actions")
        return tuple(self._facts(a) for a in self._actions.values() if a.trigger == trigger)

    def action(self, action_id: str) -> ActionFacts:
        self._enter("action")
        return self._facts(self._find(action_id))

    def create_action(self, draft: ActionDraft) -> ActionFacts:
        fault = self._enter("create_action")
        if draft.trigger == UNIFIED_TRIGGER and any(
            a.trigger == draft.trigger for a in self._actions.values()
        ):
            raise refuse(
                ProblemKind.REFUSED,
                "custom-phone-provider can only have one supported Action",
                403,
                "actions_cardinality_custom_phone_provider_not_allowed",
            )
        action = Action(
            f"act_{next(self._ids)}",
            draft.name,
            draft.trigger,
            draft.code,
            draft.runtime,
            dict(draft.secrets or ()),
            self.slow_reads,
        )
        self._actions[action.id] = action
        self._leave(fault)
        return self._facts(action)

    def update_action(self, action_id: str, draft: ActionDraft) -> ActionFacts:
        fault = self._enter("update_action")
        action = self._find(action_id)
        action.name, action.code, action.runtime = draft.name, draft.code, draft.runtime
        if draft.secrets is not None:
            action.secrets = dict(draft.secrets)
        action.reads_until_built = self.slow_reads
        self._leave(fault)
        return self._facts(action)

    def delete_action(self, action_id: str) -> None:
        fault = self._enter("delete_action")
        self._find(action_id)
        if action_id in self._bound:
            raise refuse(ProblemKind.REFUSED, "A bound action cannot be deleted.", 409)
        del self._actions[action_id]
        self._leave(fault)

    def _deploy(self, action: Action, version: Version, fault: Fault | None) -> str:
        action.versions.append(version)
        action.pending, action.reads_until_deployed = version, self.slow_reads
        if self.binds_by_itself and action.id not in self._bound:
            self._bound.insert(0, action.id)
        self._leave(fault)
        return version.id

    def deploy_action(self, action_id: str) -> str:
        fault = self._enter("deploy_action")
        action = self._find(action_id)
        if action.reads_until_built or self.fails_to_build:
            raise refuse(
                ProblemKind.REFUSED, "A draft must be in the 'built' state before it can be deployed."
            )
        version = Version(f"ver_{next(self._ids)}", action.code, action.runtime, dict(action.secrets))
        return self._deploy(action, version, fault)

    def deploy_version(self, action_id: str, version_id: str) -> str:
        fault = self._enter("deploy_version")
        action = self._find(action_id)
        old = next((v for v in action.versions if v.id == version_id), None)
        if old is None:
            raise refuse(ProblemKind.NOT_FOUND, "That version does not exist.", 404)
        action.code, action.runtime, action.secrets = old.code, old.runtime, dict(old.secrets)
        version = Version(f"ver_{next(self._ids)}", old.code, old.runtime, dict(old.secrets))
        return self._deploy(action, version, fault)

    def bindings(self, trigger: str) -> tuple[BindingFacts, ...]:
        self._enter("bindings")
        return tuple(
            BindingFacts(
                f"bnd_{i}", i, self._actions[i].name, self._running(self._actions[i]), self._shown.get(i, "")
            )
            for i in self._bound
            if self._actions[i].trigger == trigger
        )

    def _running(self, action: Action) -> str | None:
        live = action.pending or action.deployed
        return live and live.code

    def set_bindings(
        self, trigger: str, action_names: tuple[str, ...], shown: Mapping[str, str] | None = None
    ) -> None:
        fault = self._enter("set_bindings")
        wanted: list[str] = []
        for name in action_names:
            action = next(
                (a for a in self._actions.values() if a.name == name and a.trigger == trigger), None
            )
            if action is None:
                raise refuse(ProblemKind.NOT_FOUND, "That action does not exist.", 404)
            if action.deployed is None and action.pending is None:
                raise refuse(
                    ProblemKind.REFUSED, "Trying to create a binding for an action that has not been deployed"
                )
            wanted.append(action.id)
        names = shown or {}
        self._shown.update((i, names.get(self._actions[i].name, self._actions[i].name)) for i in wanted)
        self._bound = [i for i in self._bound if self._actions[i].trigger != trigger] + wanted
        self._leave(fault)

    # ------------------------------------------------ phone provider and templates

    def phone_providers(self) -> tuple[ProviderFacts, ...]:
        self._enter("phone_providers")
        return (self._provider,) if self._provider else ()

    def _check_provider(self, name: str, methods: tuple[str, ...]) -> None:
        if not methods:
            raise refuse(ProblemKind.REFUSED, "delivery_methods needs at least one item")
        deployed = any(a.deployed or a.pending for a in self._actions.values())
        if name == "custom" and not deployed:
            raise refuse(
                ProblemKind.REFUSED,
                "no deployed action",
                400,
                "custom_email_provider_deployed_action_not_found",
            )

    def create_phone_provider(self, name: str, methods: tuple[str, ...], *, disabled: bool) -> ProviderFacts:
        fault = self._enter("create_phone_provider")
        if self._provider:
            raise refuse(ProblemKind.REFUSED, "there is a provider already", 409)
        self._check_provider(name, methods)
        self._provider = ProviderFacts(f"pro_{next(self._ids)}", name, disabled, methods)
        self._leave(fault)
        return self._provider

    def update_phone_provider(
        self, provider_id: str, name: str, methods: tuple[str, ...], *, disabled: bool
    ) -> ProviderFacts:
        fault = self._enter("update_phone_provider")
        if self._provider is None or self._provider.id != provider_id:
            raise refuse(ProblemKind.NOT_FOUND, "no such provider", 404)
        self._check_provider(name, methods)
        self._provider = ProviderFacts(provider_id, name, disabled, methods)
        self._leave(fault)
        return self._provider

    def delete_phone_provider(self, provider_id: str) -> None:
        fault = self._enter("delete_phone_provider")
        if self._provider is None or self._provider.id != provider_id:
            raise refuse(ProblemKind.NOT_FOUND, "no such provider", 404)
        self._provider = None
        self._leave(fault)

    def templates(self) -> tuple[TemplateFacts, ...]:
        self._enter("templates")
        return tuple(
            self._templates.get(kind, TemplateFacts("", kind, text, f"Listen: {text}", "", disabled=False))
            for kind, text in DEFAULTS.items()
        )

    def create_template(self, template: TemplateFacts) -> TemplateFacts:
        fault = self._enter("create_template")
        if template.type in self._templates:
            raise refuse(ProblemKind.REFUSED, "that type exists", 409)
        self._templates[template.type] = replace(template, id=f"tem_{next(self._ids)}")
        self._leave(fault)
        return self._templates[template.type]

    def update_template(self, template: TemplateFacts) -> TemplateFacts:
        fault = self._enter("update_template")
        if (
            self._templates.get(template.type, template).id != template.id
            or template.type not in self._templates
        ):
            raise refuse(ProblemKind.NOT_FOUND, "no such template", 404)
        self._templates[template.type] = template
        self._leave(fault)
        return template

    def delete_template(self, template_id: str) -> None:
        fault = self._enter("delete_template")
        kind = next((t.type for t in self._templates.values() if t.id == template_id), None)
        if kind is None:
            raise refuse(ProblemKind.NOT_FOUND, "no such template", 404)
        del self._templates[kind]
        self._leave(fault)

    # ------------------------------------------------ Guardian

    def factors(self) -> Mapping[str, bool]:
        self._enter("factors")
        return dict(self._factors)

    def set_factor(self, name: str, *, on: bool) -> None:
        fault = self._enter("set_factor")
        if name not in self._factors:
            raise refuse(ProblemKind.NOT_FOUND, "no such factor", 404)
        self._factors[name] = on
        if on and self._types is None:
            self._types = ()
        self._leave(fault)

    def message_types(self) -> tuple[str, ...]:
        self._enter("message_types")
        if self._types is None:
            raise refuse(ProblemKind.NOT_FOUND, "the factor does not exist", 404)
        return self._types

    def set_message_types(self, types: tuple[str, ...]) -> None:
        fault = self._enter("set_message_types")
        if self._types is None:
            raise refuse(ProblemKind.NOT_FOUND, "the factor does not exist", 404)
        allowed = {"text": "sms", "voice": "voice"}
        methods = {allowed[m] for m in self._provider.methods} if self._provider else set()
        if self.on_unified_path and not methods.issuperset(types):
            raise refuse(
                ProblemKind.REFUSED, "Message Type is not supported by the configured phone provider", 409
            )
        self._types = types
        self._leave(fault)

    def policies(self) -> tuple[str, ...]:
        self._enter("policies")
        return self._policies

    def set_policies(self, policies: tuple[str, ...]) -> None:
        fault = self._enter("set_policies")
        self._policies = policies
        self._leave(fault)

    # ------------------------------------------------ log, tickets

    def logs(self, after: str, types: tuple[str, ...] = ()) -> tuple[LogRow, ...]:
        self._enter("logs")
        rows = [row for row in self.rows if row.id > after]
        return tuple(row for row in rows if not types or row.type in types)

    def enrollment_ticket(self, user_id: str) -> str:
        self._enter("enrollment_ticket")
        return f"https://acme.example/enroll?user={user_id}"

    def clock_ahead(self) -> float | None:
        return self.ahead
