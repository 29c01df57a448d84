"""An Auth0 tenant as found: every value a fact, None where it could not be read."""

from dataclasses import dataclass
from enum import StrEnum

from textfactor.domain.answers import TenantPath

UNIFIED_TRIGGER = "custom-phone-provider"
LEGACY_TRIGGER = "send-phone-message"
LOGIN_TRIGGER = "post-login"


def trigger_of(path: TenantPath) -> str:
    """Name the trigger whose Actions send the codes on this path."""
    return UNIFIED_TRIGGER if path is TenantPath.UNIFIED else LEGACY_TRIGGER


CUSTOM_PROVIDER = "phone-message-hook"
"""The legacy selected provider that hands messages to an Action (facts/auth0 1.2)."""
SENDER_NAME = "Textfactor SMS sender"
SENDER_SECRETS: tuple[str, ...] = ("VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM_NUMBER")


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """What a Management API token may do: its scopes (None when the token does not tell) and its life in seconds."""

    scopes: frozenset[str] | None
    expires_in: int | None


@dataclass(frozen=True, slots=True)
class TenantSettings:
    """The part of GET /tenants/settings that bears on SMS; `unified` is None when the flag is absent."""

    unified: bool | None
    friendly_name: str


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """An Action: its draft, what is deployed, and the names of its secrets (values are never readable)."""

    id: str
    name: str
    trigger: str
    code: str
    runtime: str
    status: str
    """pending, building, packaged, built, retrying or failed."""
    secrets: tuple[str, ...]
    deployed_code: str | None
    deployed_version: str | None
    all_changes_deployed: bool
    secret_dates: tuple[tuple[str, str], ...] = ()
    """Name and time of the last change (ISO 8601) of each secret, as far as Auth0 tells."""


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """What is written to an Action; `secrets` is the whole set, since a PATCH replaces all of them."""

    name: str
    trigger: str
    code: str
    runtime: str
    secrets: tuple[tuple[str, str], ...] | None
    """None leaves the secrets as they are."""


@dataclass(frozen=True, slots=True)
class BindingFacts:
    """One row of a trigger's bindings."""

    id: str
    action_id: str
    action_name: str
    deployed_code: str | None = None
    """The code that runs, as far as the list tells (facts/wire 6)."""
    shown_as: str = ""
    """The binding's display name, which may be another than the Action's own."""


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    """The tenant's one phone provider: `twilio` or `custom`, with its delivery methods (text, voice)."""

    id: str
    name: str
    disabled: bool
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """A phone template; `id` is empty while the vendor's default was never edited."""

    id: str
    type: str
    text: str
    voice: str
    sender: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class LegacyTemplates:
    """The two texts of the legacy path, which are read and written together; empty where never set."""

    enrollment: str
    verification: str


@dataclass(frozen=True, slots=True)
class HookFacts:
    """A leftover Hook: its code and the names of its secrets. Hooks stopped running on 18 Nov 2026."""

    id: str
    name: str
    trigger: str
    enabled: bool
    code: str
    dependencies: tuple[tuple[str, str], ...] = ()
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the tenant's log, with the few fields that the hops of a login are read from."""

    id: str
    date: str
    type: str
    description: str
    detail: str
    """The first error text found in `details`, else empty."""
    user: str


class PathEvidence(StrEnum):
    """What the tenant's path was told by: the settings' flag, and how a legacy call is answered (facts/auth0 1.2)."""

    AGREED = "agreed"
    """Flag and probe say the same; a flag that is not there stands for the legacy path."""
    FLAG = "flag"
    """The probe could not be made."""
    PROBE = "probe"
    """There is no flag, or the settings could not be read."""
    FLAG_DENIES = "flag_denies"
    """The flag says legacy, but legacy calls are refused: the tenant is on the unified path."""
    PROBE_DENIES = "probe_denies"
    """The flag says unified, but legacy calls are still answered."""


@dataclass(frozen=True, slots=True)
class Observed:
    """Everything found in the tenant that bears on SMS. Where a value is None, `unknown` says why by field name."""

    domain: str
    path: TenantPath
    friendly_name: str
    scopes: frozenset[str] | None
    missing_scopes: tuple[str, ...]
    action: ActionFacts | None
    bindings: tuple[BindingFacts, ...]
    provider: ProviderFacts | None
    factor_on: bool
    message_types: tuple[str, ...]
    enroll: TemplateFacts | None
    verify: TemplateFacts | None
    policies: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    """Field name and the request that it was read with (`GET /guardian/policies`)."""
    selected_provider: str | None = None
    """Legacy path: auth0, twilio or phone-message-hook."""
    legacy_templates: LegacyTemplates | None = None
    templates: tuple[TemplateFacts, ...] = ()
    """Unified path: all templates of the tenant."""
    hooks: tuple[HookFacts, ...] = ()
    """Leftover Hooks of the trigger send-phone-message; what they answer today is not on record (facts/auth0 1.1)."""
    other_actions: tuple[ActionFacts, ...] = ()
    """Actions on the other path's trigger, which send nothing here."""
    other_bindings: tuple[BindingFacts, ...] = ()
    asking_actions: tuple[str, ...] = ()
    """Names of bound post-login Actions whose deployed code asks for MFA."""
    phone_protection: str | None = None
    """Back-off per number: exponential, none or default; None where it could not be read."""
    path_evidence: PathEvidence = PathEvidence.AGREED
    skipped: tuple[str, ...] = ()
    """Fields that were not asked for, since a plan for this purpose has no use for them: they say nothing."""
    deployed_actions: tuple[str, ...] = ()
    """Names of the Actions on the path's trigger that have a deployed version, be they bound or not."""
