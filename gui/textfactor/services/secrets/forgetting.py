"""Finding and removing exactly what is ours in the keyring and in memory."""

from dataclasses import dataclass

from textfactor.domain.keyring import KeyringState
from textfactor.domain.problems import ProblemError
from textfactor.domain.profile import ProfileBook
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.storing import SecretKeeper

NAMES = (VONAGE_SECRET, AUTH0_SECRET, AUTH0_TOKEN)
"""What a profile may have in the keyring."""
_NOT_ASKED = (KeyringState.LOCKED, KeyringState.CANCELLED, KeyringState.MISSING)


@dataclass(frozen=True, slots=True)
class KeptSecret:
    """One of our entries. `profile` is the profile's name, empty where no profile has that id any more."""

    ref: SecretRef
    profile: str


def kept_secrets(secrets: SecretKeeper, book: ProfileBook) -> tuple[KeptSecret, ...]:
    """Name every entry of ours, by profile; raises a keyring problem."""
    return tuple(
        sorted(
            (_named(ref, book) for ref in secrets.entries()), key=lambda kept: (kept.profile, kept.ref.name)
        )
    )


def forget_profile(secrets: SecretKeeper, profile_id: str) -> tuple[SecretRef, ...]:
    """Remove the secrets of a profile and name those that were there; raises a keyring problem.

    What the keyring's list lacks is looked for all the same: two programs at once may have lost a line of it.
    """
    listed = tuple(ref for ref in secrets.entries() if ref.profile == profile_id)
    usual = (SecretRef(profile_id, name) for name in NAMES)
    for ref in dict.fromkeys((*listed, *usual)):
        secrets.forget(ref)
    return listed


def forget_all(secrets: SecretKeeper, book: ProfileBook) -> tuple[KeptSecret, ...]:
    """Remove every entry of ours, of all profiles, and name those that were there; raises a keyring problem."""
    listed = kept_secrets(secrets, book)
    known = (kept.profile.id for kept in book.profiles)
    for profile_id in dict.fromkeys((*(kept.ref.profile for kept in listed), *known)):
        forget_profile(secrets, profile_id)
    return listed


def use_memory(secrets: SecretKeeper, profile_id: str) -> None:
    """Keep secrets for this session only from now on; those of the open profile are taken along if they can be.

    A keyring that is closed is asked once and not again: the reason to choose memory may be its prompt. What it
    holds stays there until it is forgotten. Raises FILE_FAILED when the choice cannot be kept.
    """
    taken = {} if secrets.state in _NOT_ASKED else _readable(secrets, _refs(profile_id))
    secrets.choose(session_only=True)
    for ref, value in taken.items():
        secrets.put(ref, value)


def use_keyring(secrets: SecretKeeper, profile_id: str) -> None:
    """Keep secrets in the keyring again, those of the open profile at once.

    Raises a keyring problem, after which they stay in memory, or FILE_FAILED.
    """
    held = {ref: value for ref in _refs(profile_id) if (value := secrets.get(ref)) is not None}
    secrets.choose(session_only=False)
    try:
        for ref, value in held.items():
            secrets.put(ref, value)
    except ProblemError:
        secrets.choose(session_only=True)
        raise


def _refs(profile_id: str) -> tuple[SecretRef, ...]:
    return tuple(SecretRef(profile_id, name) for name in NAMES) if profile_id else ()


def _readable(secrets: SecretKeeper, refs: tuple[SecretRef, ...]) -> dict[SecretRef, Secret]:
    """Read what the store gives; from the first problem on nothing more is asked."""
    found: dict[SecretRef, Secret] = {}
    for ref in refs:
        try:
            value = secrets.get(ref)
        except ProblemError:
            return found
        if value is not None:
            found[ref] = value
    return found


def _named(ref: SecretRef, book: ProfileBook) -> KeptSecret:
    kept = book.with_id(ref.profile)
    return KeptSecret(ref, kept.profile.name if kept is not None else "")
