"""Where a secret goes: keyring, memory where there is none, memory by choice."""

import keyring.errors
import pytest
from tests.fakes.profiles import InMemoryProfiles
from tests.unit.adapters.test_keyring_store import Fake

from textfactor.adapters.keyring_store import KeyringStore
from textfactor.adapters.memory_store import MemoryStore
from textfactor.adapters.secret_keeper import ChosenSecrets
from textfactor.domain.keyring import KeyringState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret, SecretRef

REF, OTHER = SecretRef("p1", "vonage_secret"), SecretRef("p2", "auth0_secret")


class Moody(Fake):
    """Raises `error` while it is set."""

    error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.error is not None:
            raise self.error
        return super().get_password(service, username)


class Kit:
    def __init__(self) -> None:
        self.backend = Moody()
        self.profiles = InMemoryProfiles()
        self.finds = 0
        self.secrets = ChosenSecrets(MemoryStore(), KeyringStore("app.test", self._find), self.profiles)

    def _find(self) -> Moody:
        self.finds += 1
        if isinstance(self.backend.error, keyring.errors.NoKeyringError):
            raise self.backend.error
        return self.backend


@pytest.fixture
def kit() -> Kit:
    return Kit()


def kind_of(call, *args) -> ProblemKind:
    with pytest.raises(ProblemError) as caught:
        call(*args)
    return caught.value.problem.kind


def test_a_secret_goes_into_the_keyring(kit):
    assert kit.secrets.state is KeyringState.UNTRIED
    kit.secrets.put(REF, Secret("s"))
    assert kit.backend.entries["app.test", "p1/vonage_secret"] == "s"
    assert kit.secrets.state is KeyringState.AVAILABLE
    assert kit.secrets.lasting
    assert kit.secrets.entries() == (REF,)


def test_by_choice_it_stays_in_memory_and_the_keyring_is_not_asked(kit):
    kit.secrets.choose(session_only=True)
    kit.secrets.look()
    kit.secrets.put(REF, Secret("s"))
    assert kit.secrets.get(REF) == Secret("s")
    assert kit.secrets.get(OTHER) is None
    assert not kit.secrets.lasting
    assert kit.finds == 0
    assert kit.profiles.book.session_only
    assert kit.secrets.entries() == (REF,)
    kit.secrets.forget(REF)
    assert kit.secrets.get(REF) is None


def test_the_choice_is_read_once(kit):
    kit.profiles.choose(session_only=True)
    assert kit.secrets.session_only
    kit.profiles.choose(session_only=False)
    assert kit.secrets.session_only
    kit.secrets.choose(session_only=False)
    assert not kit.secrets.session_only


def test_a_choice_that_cannot_be_written_down_holds_for_now(kit):
    kit.profiles.full = True
    assert kind_of(lambda: kit.secrets.choose(session_only=True)) is ProblemKind.FILE_FAILED
    assert kit.secrets.session_only


def test_without_a_keyring_memory_takes_its_place_until_there_is_one(kit):
    kit.backend.error = keyring.errors.NoKeyringError("none")
    kit.secrets.look()
    assert kit.secrets.state is KeyringState.MISSING
    assert not kit.secrets.lasting
    kit.secrets.put(REF, Secret("s"))
    assert kit.secrets.get(REF) == Secret("s")
    assert kit.secrets.get(OTHER) is None
    assert kit.secrets.entries() == (REF,)
    kit.backend.error = None
    kit.secrets.put(REF, Secret("new"))
    assert kit.secrets.lasting
    assert kit.backend.entries["app.test", "p1/vonage_secret"] == "new"
    kit.secrets.forget(REF)
    assert kit.backend.entries == {}


@pytest.mark.parametrize(
    ("error", "kind", "state"),
    [
        (keyring.errors.KeyringLocked("x"), ProblemKind.KEYRING_LOCKED, KeyringState.LOCKED),
        (EOFError(), ProblemKind.KEYRING_CANCELLED, KeyringState.CANCELLED),
        (OSError(5, "x"), ProblemKind.KEYRING_FAILED, KeyringState.FAILED),
    ],
)
def test_a_keyring_that_does_not_answer_is_not_replaced(kit, error, kind, state):
    kit.backend.error = error
    kit.secrets.look()
    assert kit.secrets.state is KeyringState.UNTRIED  # looking opens nothing
    assert kind_of(kit.secrets.get, REF) is kind
    assert kind_of(kit.secrets.put, REF, Secret("s")) is kind
    assert kind_of(kit.secrets.forget, REF) is kind
    assert kind_of(kit.secrets.entries) is kind
    assert kit.secrets.state is state
    assert kit.secrets.lasting


def test_a_keyring_whose_look_fails_for_another_reason_is_asked_later(kit):
    def broken() -> Fake:
        raise OSError(5, "x")

    secrets = ChosenSecrets(MemoryStore(), KeyringStore("app.test", broken), kit.profiles)
    secrets.look()
    assert secrets.lasting


def test_what_was_kept_in_memory_is_found_before_the_keyring(kit):
    kit.secrets.put(REF, Secret("old"))
    kit.secrets.choose(session_only=True)
    kit.secrets.put(REF, Secret("new"))
    kit.secrets.choose(session_only=False)
    assert kit.secrets.get(REF) == Secret("new")
    assert kit.backend.entries["app.test", "p1/vonage_secret"] == "old"
    assert kit.secrets.facts().backend == ""
