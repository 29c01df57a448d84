"""Tenants in the states that a set-up meets, and the steps of one."""

from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryJournal, PatientToken

from textfactor.domain.answers import Answers, PolicyWish
from textfactor.domain.plan import Plan, Receipt
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS, UNIFIED_TRIGGER, ActionDraft
from textfactor.services.context import CallContext
from textfactor.services.ports import Journal, TenantApi
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.wishes import wishes

DOMAIN = "acme.example"
CODE = "exports.onExecuteCustomPhoneProvider = async () => {};"
SECRETS: dict[str, Secret] = dict(
    zip(SENDER_SECRETS, map(Secret, ("abcd1234", "s3cretS3cret", "Acme")), strict=True)
)
ASKED = Answers(domain=DOMAIN, policy=PolicyWish.ALWAYS)


def patient() -> CallContext:
    return CallContext(cancel=PatientToken())


def plan_for(tenant: TenantApi, answers: Answers = ASKED, code: str = CODE) -> Plan:
    return make_plan(detect(tenant, DOMAIN, patient()), wishes(answers, code))


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


STATES = {
    "fresh": fresh,
    "foreign": with_foreign_sender,
    "foreign without secrets": lambda: with_foreign_sender(secrets=False),
    "twilio": with_twilio,
    "already on": already_on,
}
