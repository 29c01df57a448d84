"""Tenants in the states that a set-up meets, and the steps of one."""

from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryJournal, PatientToken

from textfactor.domain.answers import Answers, PolicyWish
from textfactor.domain.plan import Plan, Purpose, Receipt
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    SENDER_SECRETS,
    UNIFIED_TRIGGER,
    ActionDraft,
    HookFacts,
    LegacyTemplates,
)
from textfactor.services.context import CallContext
from textfactor.services.ports import Journal
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.wishes import wishes
from textfactor.services.tenant_ports import TenantApi

DOMAIN = "acme.example"
CODE = "// put here by Textfactor\nexports.onExecuteCustomPhoneProvider = async () => {};"
SECRETS: dict[str, Secret] = dict(
    zip(SENDER_SECRETS, map(Secret, ("abcd1234", "s3cretS3cret", "Acme")), strict=True)
)
ASKED = Answers(domain=DOMAIN, policy=PolicyWish.ALWAYS)


def patient() -> CallContext:
    return CallContext(cancel=PatientToken())


def plan_for(
    tenant: TenantApi,
    answers: Answers = ASKED,
    code: str = CODE,
    purpose: Purpose = Purpose.SET_UP,
    replaces: tuple[str, ...] = (),
) -> Plan:
    return make_plan(detect(tenant, DOMAIN, patient(), purpose), wishes(answers, code, replaces), purpose)


def run(
    plan: Plan, tenant: TenantApi, ctx: CallContext | None = None, journal: Journal | None = None
) -> Receipt:
    return apply(plan, tenant, journal or InMemoryJournal(), SECRETS, ctx or patient())


def fresh() -> InMemoryTenant:
    return InMemoryTenant()


def with_foreign_sender(*, secrets: bool = True) -> InMemoryTenant:
    """Somebody's own Action runs behind a custom provider, and its draft has moved on since."""
    tenant = InMemoryTenant()
    values = (("TWILIO_SID", "AC1"),) if secrets else ()
    draft = ActionDraft("Our texts", UNIFIED_TRIGGER, "// theirs, running", "node18-actions", values)
    action = tenant.create_action(draft)
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    tenant.set_bindings(UNIFIED_TRIGGER, ("Our texts",))
    tenant.create_phone_provider("custom", ("text", "voice"), disabled=True)
    draft = ActionDraft("Our texts", UNIFIED_TRIGGER, "// theirs, not deployed yet", "node22", None)
    tenant.update_action(action.id, draft)
    return tenant


def with_twilio() -> InMemoryTenant:
    """The built-in Twilio provider, the factor on with voice, both texts edited, Adaptive MFA."""
    tenant = InMemoryTenant()
    tenant.create_phone_provider("twilio", ("text", "voice"), disabled=False)
    tenant.set_factor("sms", on=True)
    tenant.set_message_types(("sms", "voice"))
    for template in tenant.templates()[:2]:
        tenant.create_template(template)
    tenant.set_policies(("confidence-score",))
    return tenant


def already_on() -> InMemoryTenant:
    """The factor was switched on by hand, nothing else."""
    tenant = InMemoryTenant()
    tenant.set_factor("sms", on=True)
    return tenant


def legacy() -> InMemoryTenant:
    return InMemoryTenant(legacy=True)


def with_old_action() -> InMemoryTenant:
    """Somebody's Action sends on the legacy path, its texts were edited, and a dead Hook is still on."""
    tenant = InMemoryTenant(legacy=True)
    draft = ActionDraft("Old SMS", LEGACY_TRIGGER, "// old, running", "node18-actions", (("TOKEN", "t"),))
    action = tenant.create_action(draft)
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Old SMS",))
    tenant.set_factor("sms", on=True)
    tenant.set_message_types(("sms",))
    tenant.set_selected_provider("phone-message-hook")
    tenant.set_legacy_templates(LegacyTemplates("Welcome {{code}}", "Code {{code}}"))
    tenant.set_policies(("all-applications",))
    tenant.leftover["h1"] = HookFacts("h1", "old hook", LEGACY_TRIGGER, enabled=True, code="// hook")
    return tenant


def moved_to_unified() -> InMemoryTenant:
    """The tenant was set up by us on the legacy path, then switched to the unified one."""
    tenant = InMemoryTenant(legacy=True)
    run(plan_for(tenant), tenant)
    tenant.on_unified_path = tenant.unified = True
    return tenant


STATES = {
    "fresh": fresh,
    "foreign": with_foreign_sender,
    "foreign without secrets": lambda: with_foreign_sender(secrets=False),
    "twilio": with_twilio,
    "already on": already_on,
    "legacy": legacy,
    "old action": with_old_action,
    "moved": moved_to_unified,
}
