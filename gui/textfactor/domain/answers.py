"""What the wizard was told, page by page. No secret is ever part of it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class World(StrEnum):
    """Which services the profile talks to."""

    PRACTICE = "practice"
    OWN = "own"


class Environment(StrEnum):
    """How much depends on the tenant; production asks for its name before a write."""

    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"


class TenantPath(StrEnum):
    """Which of Auth0's two delivery paths the tenant is on (facts: phone_consolidated_experience and a probe)."""

    UNIFIED = "unified"
    LEGACY = "legacy"


class TenantLogin(StrEnum):
    """How the Management API is reached: an application's id and secret, or a pasted token."""

    APPLICATION = "application"
    TOKEN = "token"


class PolicyWish(StrEnum):
    """What to do with the tenant's MFA policy; it is left alone unless asked."""

    LEAVE = "leave"
    ALWAYS = "always"
    NEVER = "never"


DEFAULT_ENROLL = (
    "{{ code }} is your verification code for {{ friendly_name }}. Enter it to finish setting up."
)
DEFAULT_VERIFY = "{{ code }} is your verification code for {{ friendly_name }}."
DEFAULT_TEST = "Textfactor test message: if you can read this, Vonage reaches your phone."


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers so far. Empty strings and None mean "not answered yet"."""

    world: World = World.PRACTICE
    profile_id: str = ""
    profile_name: str = ""
    environment: Environment = Environment.DEVELOPMENT
    proxy: str = ""
    ca_file: str = ""
    opened: bool = False
    """The world was opened (practice started, or the profile prepared)."""

    api_key: str = ""
    sender: str = ""
    vonage_checked: bool = False

    test_number: str = ""
    """As typed; the sent form is worked out anew each time."""
    test_text: str = DEFAULT_TEST
    test_accepted: bool = False
    test_arrived: bool | None = None

    domain: str = ""
    client_id: str = ""
    login: TenantLogin = TenantLogin.APPLICATION
    tenant_path: TenantPath | None = None

    enroll_text: str = DEFAULT_ENROLL
    verify_text: str = DEFAULT_VERIFY

    countries: str = ""
    """Allow-list of country calling prefixes, as typed: `+49, +43`; empty allows all."""
    retries: bool = True
    """May the sender ask for another try where no SMS can have gone out."""
    sender_ran: bool = False

    factor_on: bool = True
    policy: PolicyWish = PolicyWish.LEAVE
    replaces: tuple[str, ...] | None = None
    """Others' Actions, by name, that shall send no longer; None while nobody has said."""

    plan_size: int | None = None
    """How many changes the reviewed plan has; 0 means that everything is in place already."""
    applied: bool = False
    login_accepted: bool = False


_PROOF = ("plan_size", "applied", "login_accepted")
"""What was planned and done rests on nearly everything."""
_SENT = ("test_accepted", "test_arrived")
_RESTS_ON: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("world", "proxy", "ca_file"),
        ("opened", "vonage_checked", *_SENT, "tenant_path", "replaces", "sender_ran", *_PROOF),
    ),
    (("api_key", "sender"), ("vonage_checked", *_SENT, "sender_ran", *_PROOF)),
    (("test_number", "test_text"), _SENT),
    (("domain", "client_id", "login"), ("tenant_path", *_PROOF)),
    (("domain",), ("replaces",)),
    (("enroll_text", "verify_text", "countries", "retries", "factor_on", "policy", "replaces"), _PROOF),
    (("countries", "retries", "tenant_path"), ("sender_ran",)),
)
"""Answers, and what has to be found out anew when one of them changes."""


def without_proof(answers: Answers) -> Answers:
    """Return what was answered, with everything dropped that a check, a message or a run has found out.

    The world stays open. Who comes back to a set-up proves it anew: what was found then may not hold any more.
    """
    blank = Answers()
    proofs = ("vonage_checked", *_SENT, "tenant_path", "sender_ran", *_PROOF)
    return replace(answers, **{name: getattr(blank, name) for name in proofs})


def settle(old: Answers, new: Answers) -> Answers:
    """Return `new` with everything dropped that rests on an answer which differs from `old`, and nothing else."""
    dropped = {
        name
        for causes, results in _RESTS_ON
        if any(getattr(old, cause) != getattr(new, cause) for cause in causes)
        for name in results
    }
    blank = Answers()
    return replace(new, **{name: getattr(blank, name) for name in dropped})
