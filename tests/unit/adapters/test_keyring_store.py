"""The keyring store over backends that lock, hang, fail and limit."""

import threading
from pathlib import Path

import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.SecretService import Keyring as SecretService

from textfactor.adapters import keyring_backends
from textfactor.adapters.keyring_backends import allowed_backend, find_facts, named_by, system_backend
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
    assert fake.entries == {
        ("app.test", "profile1/vonage_secret"): "s3cret",
        ("app.test", "entries"): "profile1/vonage_secret",
    }


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
    assert len(fake.entries) == 2  # and the list of entries
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
        (keyring.errors.InitError("no collection"), ProblemKind.KEYRING_LOCKED),
        (PromptDismissedException(), ProblemKind.KEYRING_CANCELLED),
        (EOFError(), ProblemKind.KEYRING_CANCELLED),
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


def raising(error: Exception) -> Fake:
    class Broken(Fake):
        def get_password(self, service: str, username: str) -> str | None:
            raise error

    return Broken()


def test_what_the_library_wraps_is_looked_into():
    dismissed = keyring.errors.InitError("Failed to create the collection")
    dismissed.__cause__ = PromptDismissedException("Prompt dismissed.")
    assert problem_of(store(raising(dismissed)).get, REF).kind is ProblemKind.KEYRING_CANCELLED


class WindowsError_(Exception):  # noqa: N801, N818
    """As pywin32-ctypes raises it."""

    winerror = 1783


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(1783, "The stub received bad data"), "full"),
        (WindowsError_(), "full"),
        (OSError(28, "No space left on device"), "full"),
        (keyring.errors.PasswordSetError("no"), None),
        (OSError(5, "I/O"), None),
    ],
)
def test_a_store_without_room_is_told_apart(error, code):
    problem = problem_of(store(raising(error)).get, REF)
    assert (problem.kind, problem.code) == (ProblemKind.KEYRING_FAILED, code)


class Prompting(Fake):
    """Asks somebody, who does not answer before `release`."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.release = threading.Event()
        self.threads: list[int] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.threads.append(threading.get_ident())
        self.asked.set()
        self.release.wait(20)
        return super().get_password(service, username)


def test_a_prompt_that_nobody_answers_is_given_up_and_the_next_call_has_a_new_thread():
    prompting = Prompting()
    kept = store(prompting, 0.05)
    try:
        assert problem_of(kept.get, REF).kind is ProblemKind.KEYRING_LOCKED
        assert problem_of(kept.get, REF).detail == "no answer"
    finally:
        prompting.release.set()
    assert kept.get(REF) is None
    assert len(set(prompting.threads)) == 3
    kept.get(REF)
    assert len(set(prompting.threads)) == 3  # one thread, as long as it answers


def test_who_waits_behind_a_prompt_is_told_with_the_first():
    prompting = Prompting()
    kept = store(prompting, 0.3)
    told: list[Problem] = []

    def ask() -> None:
        told.append(problem_of(kept.get, REF))

    waiting = [threading.Thread(target=ask) for _ in range(3)]
    try:
        waiting[0].start()
        assert prompting.asked.wait(5)
        for thread in waiting[1:]:
            thread.start()
        for thread in waiting:
            thread.join(10)
    finally:
        prompting.release.set()
    assert [problem.detail for problem in told] == ["no answer"] * 3
    # Whoever stood behind the first was not made to wait for a prompt of their own.
    assert len(prompting.threads) <= 2


def test_a_slow_store_is_waited_for():
    prompting = Prompting()
    threading.Timer(0.1, prompting.release.set).start()
    assert store(prompting, 10).get(REF) is None


def test_the_thread_ends_with_its_store():
    before = {thread.ident for thread in threading.enumerate()}
    kept = store(Fake())
    kept.get(REF)
    (mine,) = (t for t in threading.enumerate() if t.name == "keyring" and t.ident not in before)
    del kept
    mine.join(5)
    assert not mine.is_alive()


def test_ctrl_c_is_no_answer_of_the_store():
    def interrupted() -> Fake:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        KeyringStore("app.test", interrupted).get(REF)


def test_every_entry_is_listed_and_nothing_else():
    fake = Fake()
    fake.entries["other.app", "me"] = "theirs"
    kept = store(fake)
    others = [
        SecretRef(f"profile{n}", "auth0_secret") for n in range(60)
    ]  # a list of more than 1,000 characters
    for ref in (REF, *others):
        kept.put(ref, Secret("s"))
    kept.put(REF, Secret("again"))
    assert set(store(fake).entries()) == {REF, *others}
    for ref in (REF, *others):
        kept.forget(ref)
    assert store(fake).entries() == ()
    assert fake.entries == {("other.app", "me"): "theirs"}


def test_a_broken_list_is_made_anew_and_a_closed_store_is_not():
    fake = Fake()
    kept = store(fake)
    fake.entries["app.test", "entries"] = "textfactor-parts:1:nonsense"
    fake.entries["app.test", "entries/1"] = "x"
    assert kept.entries() == ()
    kept.put(REF, Secret("s"))
    assert kept.entries() == (REF,)
    fake.entries["app.test", "entries"] = "no slash\n/x\nprofile1/"
    assert kept.entries() == ()
    locked = keyring.errors.KeyringLocked("locked")
    assert problem_of(store(raising(locked)).entries).kind is ProblemKind.KEYRING_LOCKED


def test_a_kill_after_the_list_was_written_leaves_a_name_that_can_be_forgotten():
    class Dying(Fake):
        def set_password(self, service: str, username: str, password: str) -> None:
            if username != "entries":
                raise OSError(5, "gone")
            super().set_password(service, username, password)

    fake = Dying()
    assert problem_of(store(fake).put, REF, Secret("s")).kind is ProblemKind.KEYRING_FAILED
    assert store(fake).entries() == (REF,)
    store(fake).forget(REF)
    assert fake.entries == {}


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


def test_facts_without_a_keyring_name_what_was_found_and_who_chose_it(own_home):
    facts = KeyringStore("app.test").facts()
    assert (facts.backend, facts.refused) == ("", "keyring.backends.fail.Keyring")
    assert facts.named_by == "PYTHON_KEYRING_BACKEND"
    assert facts.bus is False
    environ = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
    facts = find_facts(environ, "linux")
    assert (facts.bus, facts.desktop, facts.named_by) == (True, "ubuntu", "")
    assert find_facts({}, "darwin").bus is None
    (own_home / ".run" / "bus").touch()
    assert find_facts({"XDG_RUNTIME_DIR": str(own_home / ".run")}, "linux").bus is True


def test_a_file_may_name_a_backend(own_home):
    from keyring.util import platform_

    folder = Path(str(platform_.config_root()))
    folder.mkdir(parents=True)
    file = folder / "keyringrc.cfg"
    file.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    assert named_by({}) == "keyringrc.cfg"
    file.write_text("[backend]\n")
    assert named_by({}) == ""
    file.write_text("no section\n")
    assert named_by({}) == "keyringrc.cfg"


def test_a_store_that_was_started_later_is_found(monkeypatch):
    class Later(SecretService):
        priority = 5  # pyright: ignore[reportIncompatibleVariableOverride, reportAssignmentType]

    Later.__module__, Later.__qualname__ = "keyring.backends.SecretService", "Keyring"
    monkeypatch.setattr(keyring_backends, "named_by", lambda: "")
    monkeypatch.setattr(KeyringBackend, "get_viable_backends", classmethod(lambda _cls: [FailKeyring, Later]))
    assert type(system_backend()) is Later
    monkeypatch.setattr(KeyringBackend, "get_viable_backends", classmethod(lambda _cls: [FailKeyring]))
    assert problem_of(system_backend).kind is ProblemKind.KEYRING_MISSING


def test_facts_of_a_keyring(monkeypatch):
    class Mine(SecretService):
        priority = 5  # pyright: ignore[reportIncompatibleVariableOverride, reportAssignmentType]

    Mine.__module__, Mine.__qualname__ = "keyring.backends.SecretService", "Keyring"
    monkeypatch.setattr(keyring_backends, "system_backend", Mine)
    facts = find_facts({}, "linux")
    assert (facts.backend, facts.priority, facts.refused) == (
        "keyring.backends.SecretService.Keyring",
        "5",
        "",
    )
