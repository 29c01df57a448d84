"""Opens the world that a command works in, with the keys to it: the practice world, or a profile."""

import uuid
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from textfactor.cli import environment as env
from textfactor.domain.answers import Answers, TenantLogin, World
from textfactor.domain.profile import Endpoints, Profile, answers_of
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.container import Services, TenantKey, VonageKey, Workspace
from textfactor.services.context import CallContext


class MissingError(Exception):
    """The profile lacks something; `names` are the variables that would give it."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened world. `tenant` is None where a command did not ask for one; so is the Vonage secret empty."""

    workspace: Workspace
    answers: Answers
    vonage: VonageKey
    tenant: TenantKey | None
    new_secret: Callable[[], Secret | None] = lambda: None
    """Reads the Vonage secret that standard input or the environment gives, None where they give none."""


@contextmanager
def practice_world(
    services: Services, ctx: CallContext, environ: Mapping[str, str] | None = None
) -> Generator[Opened]:
    """Start the practice world, or join the one that TEXTFACTOR_PRACTICE names; its keys lie open.

    Of `environ` a new Vonage secret is read, where somebody wants one: real accounts' keys have no place here.
    """
    workspace = services.open_practice(ctx)
    try:
        key = workspace.sender_key()
        senders = (offer.sender for offer in workspace.offers.offers() if offer.api_key == key.api_key)
        tenant = workspace.suggested_tenant() or TenantKey("")
        answers = Answers(
            world=World.PRACTICE,
            opened=True,
            profile_id=workspace.profile.id,
            profile_name=workspace.profile.name,
            api_key=key.api_key,
            sender=next(senders, "") or "Textfactor",
            domain=tenant.domain,
            client_id=tenant.client_id,
        )
        yield Opened(workspace, answers, key, tenant, lambda: env.given_secret(environ or {}))
    finally:
        workspace.close()


@contextmanager
def profile_world(
    services: Services,
    name: str,
    environ: Mapping[str, str],
    ctx: CallContext,
    *,
    with_tenant: bool,
    with_vonage: bool = True,
) -> Generator[Opened]:
    """Open a profile: the kept one if there is one of this name, with what the environment says in its place.

    Raises `MissingError` when a key is nowhere and `BadVariableError` for a variable that cannot be right,
    both before anything is reached.
    """
    variables = env.read_variables(environ)
    kept = _kept(services, name)
    answers = _answers(kept, name, variables)
    workspace = services.open_profile(_profile(answers), ctx)
    try:
        yield _with_keys(workspace, kept, answers, variables, with_tenant, with_vonage)
    finally:
        workspace.close()


def keeps(services: Services, name: str) -> bool:
    """Say whether a profile of this name is kept."""
    return _known(services, name) is not None


def kept_domain(services: Services, name: str) -> str:
    """Name the tenant of a kept profile, empty where none is kept or it has none. Asks no keyring."""
    kept = _known(services, name)
    return kept.domain if kept is not None else ""


def _known(services: Services, name: str) -> Answers | None:
    """Take what is kept of this profile: as a profile, or in the draft of a wizard that was stopped."""
    kept = services.profiles.load().named(name)
    if kept is not None:
        return answers_of(kept)
    draft = services.drafts.load()
    return draft[1] if draft and draft[1].world is World.OWN and draft[1].profile_name == name else None


def _kept(services: Services, name: str) -> Answers:
    """Take what is kept of this profile, else nothing."""
    found = _known(services, name)
    if found is not None:
        return found
    # A new id: the keyring has nothing under it, so the environment has to give all.
    return Answers(world=World.OWN, profile_id=uuid.uuid4().hex, profile_name=name)


def _answers(kept: Answers, name: str, variables: env.Variables) -> Answers:
    """Put what the environment says over what was kept."""
    login = kept.login
    if variables.token is not None:
        login = TenantLogin.TOKEN
    elif variables.client_secret is not None:
        login = TenantLogin.APPLICATION
    return replace(
        kept,
        profile_name=kept.profile_name or name,
        api_key=variables.api_key or kept.api_key,
        sender=variables.sender or kept.sender,
        domain=variables.domain or kept.domain,
        client_id=variables.client_id or kept.client_id,
        login=login,
        proxy=variables.proxy or kept.proxy,
        ca_file=variables.ca_file or kept.ca_file,
    )


def _profile(answers: Answers) -> Profile:
    endpoints = Endpoints(auth0_host=answers.domain, ca_file=answers.ca_file, proxy=answers.proxy)
    return Profile(answers.profile_id, answers.profile_name, answers.environment, False, endpoints)


def _with_keys(
    workspace: Workspace,
    kept: Answers,
    answers: Answers,
    variables: env.Variables,
    with_tenant: bool,
    with_vonage: bool,
) -> Opened:
    """Collect the keys, from the environment before the keyring; raises `MissingError`.

    A kept secret goes to nobody but the account or tenant that it was kept for.
    """

    def secret(given: Secret | None, name: str, owner: Callable[[Answers], object]) -> Secret | None:
        if given or owner(kept) != owner(answers):
            return given
        return workspace.secrets.get(SecretRef(answers.profile_id, name))

    vonage, lacks = Secret(""), dict[str, object]()
    if with_vonage:
        vonage = secret(variables.api_secret, VONAGE_SECRET, lambda one: one.api_key) or vonage
        lacks = {env.API_KEY: answers.api_key, env.API_SECRET: vonage, env.SENDER: answers.sender}
    tenant: TenantKey | None = None
    if with_tenant and answers.login is TenantLogin.TOKEN:
        token = secret(variables.token, AUTH0_TOKEN, lambda one: one.domain)
        lacks |= {env.DOMAIN: answers.domain, env.TOKEN: token}
        tenant = TenantKey(answers.domain, token=token)
    elif with_tenant:
        client = secret(variables.client_secret, AUTH0_SECRET, lambda one: (one.domain, one.client_id))
        lacks |= {env.DOMAIN: answers.domain, env.CLIENT_ID: answers.client_id, env.CLIENT_SECRET: client}
        tenant = TenantKey(answers.domain, answers.client_id, client)
    missing = tuple(name for name, value in lacks.items() if not value)
    if missing:
        raise MissingError(missing)
    key = VonageKey(answers.api_key, vonage)
    return Opened(workspace, answers, key, tenant, lambda: variables.api_secret)
