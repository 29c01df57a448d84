"""What a tenant looks like when all is set up: what is wished, with what stays of others in it."""

from dataclasses import dataclass

from textfactor.domain.answers import PolicyWish, TenantPath
from textfactor.domain.plan import BindingState, Resource
from textfactor.domain.tenant import LEGACY_TRIGGER, LegacyTemplates, Observed, TemplateFacts
from textfactor.services.setup.planner.phone import legacy_text, unified_text
from textfactor.services.setup.planner.sender import RUNTIME, binding
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.action import bindings_of
from textfactor.services.setup.wishes import Wishes

_POLICIES = {PolicyWish.ALWAYS: ("all-applications",), PolicyWish.NEVER: ()}


@dataclass(frozen=True, slots=True)
class Ids:
    """Auth0's ids of what is there already, empty where it is not: Terraform adopts those."""

    action: str = ""
    bound: bool = False
    """Whether the Action is bound to the trigger."""
    provider: str = ""
    enroll: str = ""
    verify: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """A tenant's state. `bindings` names all Actions on the trigger in order, those of others included.

    `policies` is None where the policy is to be left alone, and `found_policies` what it is now (None: not known).
    """

    domain: str
    path: TenantPath
    trigger: str
    trigger_version: str
    name: str
    code: str
    secrets: tuple[str, ...]
    bindings: tuple[str, ...]
    methods: tuple[str, ...]
    factor_on: bool
    message_types: tuple[str, ...]
    policies: tuple[str, ...] | None
    found_policies: tuple[str, ...] | None
    enroll: TemplateFacts
    verify: TemplateFacts
    legacy: LegacyTemplates
    other_templates: tuple[TemplateFacts, ...] = ()
    """Unified path: the templates that are not about MFA, as they are."""
    ids: Ids = Ids()
    runtime: str = RUNTIME


def finished(observed: Observed, wishes: Wishes) -> Finished:
    """Put what is wished into what was found."""
    view = View(observed, wishes)
    policies = _POLICIES.get(wishes.policy)
    return Finished(
        domain=observed.domain,
        path=observed.path,
        trigger=view.trigger,
        trigger_version="v2" if view.trigger == LEGACY_TRIGGER else "v1",
        name=view.name,
        code=wishes.code,
        secrets=tuple(sorted(wishes.secrets)),
        bindings=_bindings(view),
        methods=tuple(sorted(wishes.methods)),
        factor_on=wishes.factor_on,
        message_types=("sms",) if wishes.factor_on else observed.message_types,
        policies=policies,
        found_policies=observed.policies if view.is_known("policies") else None,
        enroll=_template(observed.enroll, "otp_enroll", unified_text(view, Resource.ENROLL_TEMPLATE)),
        verify=_template(observed.verify, "otp_verify", unified_text(view, Resource.VERIFY_TEMPLATE)),
        legacy=LegacyTemplates(legacy_text(wishes.enroll_text), legacy_text(wishes.verify_text)),
        other_templates=tuple(
            one for one in observed.templates if one.type not in ("otp_enroll", "otp_verify")
        ),
        ids=_ids(view),
    )


def _bindings(view: View) -> tuple[str, ...]:
    change = binding(view)
    wanted = change.after if change is not None else bindings_of(view.observed.bindings)
    return wanted.actions if isinstance(wanted, BindingState) else ()


def _template(found: TemplateFacts | None, kind: str, text: str) -> TemplateFacts:
    """Put the wished text into the template; its voice text and its sender stay."""
    voice, sender = (found.voice, found.sender) if found is not None else ("", "")
    return TemplateFacts(found.id if found else "", kind, text, voice, sender, disabled=False)


def _ids(view: View) -> Ids:
    observed = view.observed
    provider = observed.provider
    return Ids(
        action=view.action.id if view.action else "",
        bound=view.action is not None and view.name in bindings_of(observed.bindings).actions,
        provider=provider.id if provider else "",
        enroll=observed.enroll.id if observed.enroll else "",
        verify=observed.verify.id if observed.verify else "",
    )
