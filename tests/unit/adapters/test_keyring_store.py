"""The keyring store over backends that lock, hang, fail and limit."""

import threading
import time

import keyring.errors
import pytest
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.SecretService import Keyring as SecretService

from textfactor.adapters.keyring_backends import allowed_backend, system_backend
from textfactor.adapters.keyring_store import CHUNK, KeyringStore
from textfactor.domain.problems import Problem, ProblemError, ProblemKind
from textfactor.domain.secret import Secret, SecretRef

REF = SecretRef("profile1", "vonage_secret")


class Fake:
    """A backend in memory, which is as strict as Windows about length and as macOS about deleting."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > 1280:
            raise OSError(1783, "The stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.entries:
            raise keyring.errors.PasswordDeleteError("not found")
        del self.entries[service, username]


def store(backend: object, patience: float = 10.0) -> KeyringStore:
    return KeyringStore("app.test", lambda: backend, patience)  # pyright: ignore[reportArgumentType]


def problem_of(call, *args) -> Problem:
    with pytest.raises(ProblemError) as caught:
        call(*args)
    return caught.value.problem


def test_entries_are_named_by_the_profile_alone():
    fake = Fake()
    store(fake).put(REF, Secret("s3cret"))
    assert fake.entries == {("app.test", "profile1/vonage_secret"): "s3cret"}


@pytest.mark.parametrize("length", [CHUNK, CHUNK + 1, 3 * CHUNK, 1, 0])
def test_long_values_lie_in_parts_and_leave_nothing_behind(length):
    fake = Fake()
    kept = store(fake)
    value = Secret(("0123456789" * (length // 10 + 1))[:length])
    kept.put(REF, value)
    assert kept.get(REF) == value
    assert all(len(entry) <= 1280 for entry in fake.entries.values())
    kept.put(REF, Secret("short"))
    assert kept.get(REF) == Secret("short")
    assert len(fake.entries) == 1
    kept.forget(REF)
    assert fake.entries == {}
    assert kept.get(REF) is None


def test_a_value_that_looks_like_a_head_is_kept_all_the_same():
    kept = store(Fake())
    value = Secret("textfactor-parts:3:abc")
    kept.put(REF, value)
    assert kept.get(REF) == value


def test_a_lost_part_is_an_error_and_not_a_missing_secret():
    fake = Fake()
    kept = store(fake)
    kept.put(REF, Secret("x" * 2500))
    del fake.entries["app.test", "profile1/vonage_secret/2"]
    assert problem_of(kept.get, REF).kind is ProblemKind.KEYRING_FAILED
    kept.forget(REF)
    assert fake.entries == {}


def test_a_store_that_forgets_at_once_is_found_out():
    class Forgetful(Fake):
        def set_password(self, service: str, username: str, password: str) -> None:
            del service, username, password

    assert problem_of(store(Forgetful()).put, REF, Secret("s")).kind is ProblemKind.KEYRING_FAILED


class PromptDismissedException(Exception):  # noqa: N818 - the name that SecretStorage gave it
    """As SecretStorage has it."""


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (keyring.errors.NoKeyringError("no backend"), ProblemKind.KEYRING_MISSING),
        (keyring.errors.KeyringLocked("locked"), ProblemKind.KEYRING_LOCKED),
        (keyring.errors.InitError("Prompt dismissed"), ProblemKind.KEYRING_LOCKED),
        (PromptDismissedException(), ProblemKind.KEYRING_LOCKED),
        (EOFError(), ProblemKind.KEYRING_LOCKED),
        (keyring.errors.PasswordSetError("full"), ProblemKind.KEYRING_FAILED),
        (OSError(1783, "The stub received bad data"), ProblemKind.KEYRING_FAILED),
        (RuntimeError("wrote CanarySecret"), ProblemKind.KEYRING_FAILED),
    ],
)
def test_what_backends_raise(error, kind):
    class Broken(Fake):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise error

    problem = problem_of(store(Broken()).put, REF, Secret("CanarySecret"))
    assert problem.kind is kind
    assert problem.detail.startswith(type(error).__name__)
    assert "Canary" not in repr(problem)


def test_a_prompt_that_nobody_answers_is_given_up():
    release = threading.Event()

    class Prompting(Fake):
        def get_password(self, service: str, username: str) -> str | None:
            release.wait(20)
            return super().get_password(service, username)

    began = time.monotonic()
    try:
        assert problem_of(store(Prompting(), 0.1).get, REF).kind is ProblemKind.KEYRING_LOCKED
    finally:
        release.set()
    assert time.monotonic() - began < 15


def test_the_backend_is_found_once_and_named():
    found: list[Fake] = []

    def find() -> Fake:
        found.append(Fake())
        return found[-1]

    kept = KeyringStore("app.test", find)
    kept.put(REF, Secret("x"))
    kept.get(REF)
    assert len(found) == 1
    assert kept.describe().endswith("test_keyring_store.Fake")
    assert kept.lasting


def test_only_the_systems_stores_are_taken():
    secret_service = SecretService()
    assert allowed_backend(secret_service) is secret_service
    for other in (Fake(), FailKeyring()):
        problem = problem_of(allowed_backend, other)
        assert problem.kind is ProblemKind.KEYRING_MISSING
        assert problem.detail.endswith(type(other).__qualname__)


def test_of_a_chain_the_first_allowed_member_is_taken(monkeypatch):
    secret_service = SecretService()
    monkeypatch.setattr(ChainerBackend, "backends", [Fake(), secret_service])
    assert allowed_backend(ChainerBackend()) is secret_service
    monkeypatch.setattr(ChainerBackend, "backends", [Fake()])
    assert problem_of(allowed_backend, ChainerBackend()).kind is ProblemKind.KEYRING_MISSING


def test_where_there_is_no_keyring_it_is_missing():
    # tests/conftest.py names keyring's "fail" backend in the environment
    assert problem_of(system_backend).kind is ProblemKind.KEYRING_MISSING
    assert problem_of(KeyringStore("app.test").get, REF).kind is ProblemKind.KEYRING_MISSING
