"""What every call to the tenant in memory goes through, and what only older tenants have."""

from collections.abc import Callable
from dataclasses import replace

from tests.fakes.tenant_parts import Fault, refuse

from textfactor.domain.archive import RawLog
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import HookFacts, LegacyTemplates
from textfactor.domain.timeline import Execution

PROVIDERS = ("auth0", "twilio", "phone-message-hook")


class TenantBase:
    """`faults` holds planned failures per method name, `calls` every call."""

    def __init__(self, *, on_unified_path: bool) -> None:
        self.on_unified_path = on_unified_path
        self.faults: dict[str, list[Fault]] = {}
        self.calls: list[str] = []
        self.meanwhile: Callable[[str], None] = lambda _method: None
        """Called with the method's name when a call comes in, before anything else happens."""
        self.leftover: dict[str, HookFacts] = {}
        self.ahead: float | None = 0.4
        """Hooks by id."""
        self.protection: str | None = "none"
        """The back-off per number; None for a plan that does not have it."""
        self.kept_log: list[RawLog] = []
        """Whole rows, oldest first; what was taken out is forgotten, as after the days of a plan."""
        self.runs: dict[str, Execution] = {}
        """Records of Action runs by id."""
        self._selected = "auth0"
        self._texts: LegacyTemplates | None = None

    def fail(self, method: str, kind: ProblemKind, detail: str = "", *, after: bool = False) -> None:
        self.faults.setdefault(method, []).append(Fault(Problem(kind, Service.AUTH0, detail), after))

    @property
    def writes(self) -> list[str]:
        return [c for c in self.calls if c.split("_")[0] in ("create", "update", "delete", "deploy", "set")]

    def _enter(self, method: str) -> Fault | None:
        self.calls.append(method)
        self.meanwhile(method)
        fault = self.faults[method].pop(0) if self.faults.get(method) else None
        if fault and not fault.after:
            raise ProblemError(fault.problem)
        return fault

    def _leave(self, fault: Fault | None) -> None:
        if fault:
            raise ProblemError(fault.problem)

    def _gate(self) -> None:
        """Refuse a legacy call on a unified tenant."""
        if self.on_unified_path:
            raise refuse(
                ProblemKind.LEGACY_CALL_ON_UNIFIED,
                "deprecated feature",
                403,
                "legacy_mfa_phone_provider_not_allowed",
            )

    # ------------------------------------------------ the log, whole rows

    def oldest_log(self) -> RawLog | None:
        self._enter("oldest_log")
        return self.kept_log[0] if self.kept_log else None

    def log_page(self, after: str, take: int) -> tuple[RawLog, ...]:
        """A checkpoint that is no longer in the log is refused."""
        fault = self._enter("log_page")
        if not any(row.id == after for row in self.kept_log):
            raise refuse(ProblemKind.NOT_FOUND, "The log event was not found", 404)
        self._leave(fault)
        return tuple(row for row in self.kept_log if row.id > after)[:take]

    def execution(self, execution_id: str) -> Execution:
        self._enter("execution")
        if execution_id not in self.runs:
            raise refuse(ProblemKind.NOT_FOUND, "That execution does not exist.", 404)
        return self.runs[execution_id]

    # ------------------------------------------------ the legacy path

    def selected_provider(self) -> str:
        self._enter("selected_provider")
        self._gate()
        return self._selected

    def set_selected_provider(self, provider: str) -> None:
        fault = self._enter("set_selected_provider")
        self._gate()
        if provider not in PROVIDERS:
            raise refuse(ProblemKind.REFUSED, "no such provider")
        self._selected = provider
        self._leave(fault)

    def legacy_templates(self) -> LegacyTemplates | None:
        self._enter("legacy_templates")
        self._gate()
        return self._texts

    def set_legacy_templates(self, templates: LegacyTemplates) -> None:
        fault = self._enter("set_legacy_templates")
        self._gate()
        if not (templates.enrollment and templates.verification):
            raise refuse(ProblemKind.REFUSED, "both texts are required")
        self._texts = templates
        self._leave(fault)

    # ------------------------------------------------ Hooks, protection

    def hooks(self, trigger: str) -> tuple[HookFacts, ...]:
        self._enter("hooks")
        return tuple(hook for hook in self.leftover.values() if hook.trigger == trigger)

    def set_hook(self, hook_id: str, *, enabled: bool) -> None:
        fault = self._enter("set_hook")
        if hook_id not in self.leftover:
            raise refuse(ProblemKind.NOT_FOUND, "The hook does not exist.", 404, "inexistent_hook")
        self.leftover[hook_id] = replace(self.leftover[hook_id], enabled=enabled)
        self._leave(fault)

    def phone_protection(self) -> str:
        self._enter("phone_protection")
        if self.protection is None:
            raise refuse(ProblemKind.PLAN_GATE, "upgrade", 403, "insufficient_entitlement")
        return self.protection
