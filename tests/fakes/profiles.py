"""Profiles and all secrets in memory."""

from dataclasses import replace

from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import KeptProfile, ProfileBook
from textfactor.domain.secret import Secret, SecretRef

KINDS = {
    ProblemKind.KEYRING_LOCKED: KeyringState.LOCKED,
    ProblemKind.KEYRING_CANCELLED: KeyringState.CANCELLED,
    ProblemKind.KEYRING_MISSING: KeyringState.MISSING,
    ProblemKind.KEYRING_FAILED: KeyringState.FAILED,
}


class InMemoryProfiles:
    """Keeps profiles; `full` is a disk that takes nothing more."""

    def __init__(self, *profiles: KeptProfile, set_aside: str = "") -> None:
        self.book = ProfileBook(profiles, set_aside=set_aside)
        self.full = False

    def load(self) -> ProfileBook:
        return self.book

    def _write(self, **changes: object) -> None:
        if self.full:
            raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "profiles.json: disk full"))
        self.book = replace(self.book, **changes)  # pyright: ignore[reportArgumentType]

    def save(self, kept: KeptProfile) -> None:
        others = (one for one in self.book.profiles if one.profile.id != kept.profile.id)
        self._write(profiles=tuple(sorted((*others, kept), key=lambda one: one.profile.name.casefold())))

    def remove(self, profile_id: str) -> None:
        self._write(profiles=tuple(one for one in self.book.profiles if one.profile.id != profile_id))

    def choose(self, *, session_only: bool) -> None:
        self._write(session_only=session_only)


class InMemoryKeeper:
    """All secrets; `problem` is what every call to the keyring meets while it is set."""

    def __init__(self) -> None:
        self.kept: dict[SecretRef, Secret] = {}
        self.session: dict[SecretRef, Secret] = {}
        self.problem: ProblemKind | None = None
        self.the_facts = KeyringFacts("keyring.backends.SecretService.Keyring", priority="5", bus=True)
        self.session_only = False
        self.state = KeyringState.UNTRIED
        self.loses = False

    @property
    def lasting(self) -> bool:
        return not self.session_only

    def _enter(self) -> None:
        if self.problem is not None:
            self.state = KINDS[self.problem]
            raise ProblemError(Problem(self.problem, Service.KEYRING, "in its own words"))
        self.state = KeyringState.AVAILABLE

    def choose(self, *, session_only: bool) -> None:
        self.session_only = session_only

    def get(self, ref: SecretRef) -> Secret | None:
        if self.session_only or ref in self.session:
            return self.session.get(ref)
        self._enter()
        return None if self.loses else self.kept.get(ref)

    def put(self, ref: SecretRef, value: Secret) -> None:
        if self.session_only:
            self.session[ref] = value
            return
        self._enter()
        self.kept[ref] = value
        self.session.pop(ref, None)

    def forget(self, ref: SecretRef) -> None:
        self.session.pop(ref, None)
        self._enter()
        self.kept.pop(ref, None)

    def entries(self) -> tuple[SecretRef, ...]:
        self._enter()
        return tuple(dict.fromkeys((*self.session, *self.kept)))

    def facts(self) -> KeyringFacts:
        return self.the_facts
