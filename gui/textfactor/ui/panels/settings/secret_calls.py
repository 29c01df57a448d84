"""What the settings have done with secrets beside the window: the keyring may take its time and ask questions."""

from dataclasses import dataclass

from textfactor.domain.findings import Finding
from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.problems import ProblemError
from textfactor.services.container import Services
from textfactor.services.context import Call, CallContext, Doing
from textfactor.services.secrets.forgetting import (
    KeptSecret,
    forget_all,
    kept_secrets,
    use_keyring,
    use_memory,
)
from textfactor.services.secrets.keyring_doctor import check_keyring


@dataclass(frozen=True, slots=True)
class SecretsNow:
    """How secrets are kept; `facts` is None where nothing answered."""

    session_only: bool
    state: KeyringState
    facts: KeyringFacts | None


def looking(services: Services) -> Call[SecretsNow]:
    """Make a call that looks which keyring there is, without opening it: no question is asked."""

    def look(ctx: CallContext) -> SecretsNow:
        ctx.cancel.check()
        return _now(services)

    return look


def _now(services: Services) -> SecretsNow:
    secrets = services.secrets
    try:
        facts = secrets.facts()
    except ProblemError:
        facts = None
    return SecretsNow(secrets.session_only, secrets.state, facts)


def choosing(services: Services, profile_id: str, *, session_only: bool) -> Call[SecretsNow]:
    """Make a call that keeps secrets for the session only, or in the keyring again."""

    def choose(ctx: CallContext) -> SecretsNow:
        ctx.doing(Doing.CHECKING_KEYRING)
        (use_memory if session_only else use_keyring)(services.secrets, profile_id)
        return _now(services)

    return choose


def checking(services: Services) -> Call[tuple[Finding, ...]]:
    """Make a call that checks the keyring."""

    def check(ctx: CallContext) -> tuple[Finding, ...]:
        return check_keyring(services.secrets, ctx)

    return check


def naming(services: Services) -> Call[tuple[KeptSecret, ...]]:
    """Make a call that names every entry of ours."""

    def name(ctx: CallContext) -> tuple[KeptSecret, ...]:
        ctx.doing(Doing.CHECKING_KEYRING)
        return kept_secrets(services.secrets, services.profiles.load())

    return name


def forgetting(services: Services) -> Call[tuple[KeptSecret, ...]]:
    """Make a call that removes every entry of ours."""

    def forget(ctx: CallContext) -> tuple[KeptSecret, ...]:
        ctx.doing(Doing.CHECKING_KEYRING)
        return forget_all(services.secrets, services.profiles.load())

    return forget
