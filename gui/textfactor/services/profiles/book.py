"""Keeping, renaming, tagging and removing profiles."""

from dataclasses import replace

from textfactor.domain.answers import Answers, Environment, World
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_ca_file, clean_profile_name, clean_proxy
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileBook, facts_of
from textfactor.services.secrets.forgetting import forget_profile
from textfactor.services.storing import ProfileStore, SecretKeeper

NAME_TAKEN = "name_taken"
"""The code of the NOT_A_PROFILE that is about a name which another profile has."""


def profile_of(answers: Answers, profile_id: str) -> Profile:
    """Describe the profile that the answers ask for."""
    name, proxy = clean_profile_name(answers.profile_name), clean_proxy(answers.proxy)
    ca_file = clean_ca_file(answers.ca_file, bool)
    return Profile(
        id=profile_id,
        name=answers.profile_name if isinstance(name, Fault) else name,
        environment=answers.environment,
        practice=False,
        endpoints=Endpoints(ca_file=str(ca_file), proxy="" if isinstance(proxy, Fault) else proxy),
    )


def remember(store: ProfileStore, answers: Answers) -> ProfileBook:
    """Keep what the wizard knows of its profile; nothing is kept of the practice world. Raises FILE_FAILED."""
    if answers.world is World.OWN and answers.profile_id and answers.opened:
        store.save(KeptProfile(profile_of(answers, answers.profile_id), facts_of(answers)))
    return store.load()


def check_name(book: ProfileBook, name: str, profile_id: str) -> str | InputIssue:
    """Clean a name for this profile; an issue where it is none, or another profile has it."""
    cleaned = clean_profile_name(name)
    if isinstance(cleaned, Fault):
        return InputIssue(Field.PROFILE_NAME, cleaned)
    other = book.named(cleaned)
    if other is not None and other.profile.id != profile_id:
        return InputIssue(Field.PROFILE_NAME, Fault.NAME_TAKEN)
    return cleaned


def need_free_name(store: ProfileStore, profile: Profile) -> None:
    """Raise NOT_A_PROFILE with the code `name_taken` when another profile has this name."""
    if isinstance(check_name(store.load(), profile.name, profile.id), InputIssue):
        problem = Problem(ProblemKind.NOT_A_PROFILE, Service.LOCAL, profile.name, code=NAME_TAKEN)
        raise ProblemError(problem)


def rename(store: ProfileStore, kept: KeptProfile, name: str) -> KeptProfile | InputIssue:
    """Give a profile another name; raises FILE_FAILED."""
    return change(store, kept, replace(kept.profile, name=name))


def change(store: ProfileStore, kept: KeptProfile, profile: Profile) -> KeptProfile | InputIssue:
    """Give a profile another name, environment and network; its id stays. Raises FILE_FAILED."""
    cleaned = check_name(store.load(), profile.name, kept.profile.id)
    if isinstance(cleaned, InputIssue):
        return cleaned
    changed = replace(kept, profile=replace(profile, id=kept.profile.id, name=cleaned))
    store.save(changed)
    return changed


def tag(store: ProfileStore, kept: KeptProfile, environment: Environment) -> KeptProfile:
    """Say how much depends on the tenant; raises FILE_FAILED."""
    changed = replace(kept, profile=replace(kept.profile, environment=environment))
    store.save(changed)
    return changed


def remove(store: ProfileStore, secrets: SecretKeeper, kept: KeptProfile) -> None:
    """Remove a profile with its secrets, these first: no profile goes while its secrets stay.

    Raises a keyring problem, with the profile still there, or FILE_FAILED.
    """
    forget_profile(secrets, kept.profile.id)
    store.remove(kept.profile.id)
