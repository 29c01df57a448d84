"""Exactly our entries go; the way to memory and back."""

import pytest
from tests.fakes.profiles import InMemoryKeeper

from textfactor.domain.answers import Environment
from textfactor.domain.keyring import KeyringState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileBook
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.secrets.forgetting import (
    forget_all,
    forget_profile,
    kept_secrets,
    use_keyring,
    use_memory,
)

BOOK = ProfileBook(
    (KeptProfile(Profile("a", "Acme", Environment.STAGING, practice=False, endpoints=Endpoints())),)
)
MINE, TOKEN, ORPHAN = SecretRef("a", VONAGE_SECRET), SecretRef("a", AUTH0_TOKEN), SecretRef("b", AUTH0_SECRET)


@pytest.fixture
def secrets() -> InMemoryKeeper:
    made = InMemoryKeeper()
    for ref in (TOKEN, MINE, ORPHAN):
        made.put(ref, Secret("x"))
    return made


def test_every_entry_is_named_by_its_profile(secrets):
    assert [(one.profile, one.ref) for one in kept_secrets(secrets, BOOK)] == [
        ("", ORPHAN),
        ("Acme", TOKEN),
        ("Acme", MINE),
    ]


def test_the_secrets_of_one_profile_go(secrets):
    assert set(forget_profile(secrets, "a")) == {MINE, TOKEN}
    assert list(secrets.kept) == [ORPHAN]
    assert forget_profile(secrets, "a") == ()


def test_all_go_those_too_that_the_list_has_lost(secrets):
    secrets.entries = lambda: (ORPHAN,)
    assert [one.ref for one in forget_all(secrets, BOOK)] == [ORPHAN]
    assert secrets.kept == {}


def test_a_closed_keyring_is_told(secrets):
    secrets.problem = ProblemKind.KEYRING_LOCKED
    for call in (lambda: forget_all(secrets, BOOK), lambda: kept_secrets(secrets, BOOK)):
        with pytest.raises(ProblemError):
            call()
    assert len(secrets.kept) == 3


def test_to_memory_the_open_profiles_secrets_go_along(secrets):
    use_memory(secrets, "a")
    assert secrets.session_only
    assert set(secrets.session) == {MINE, TOKEN}
    assert len(secrets.kept) == 3  # what the keyring holds stays until it is forgotten
    use_memory(secrets, "")


@pytest.mark.parametrize("state", [KeyringState.LOCKED, KeyringState.CANCELLED, KeyringState.MISSING])
def test_a_keyring_that_is_known_to_be_closed_is_not_asked_again(secrets, state):
    asked = []
    secrets.get = asked.append
    secrets.state = state
    use_memory(secrets, "a")
    assert secrets.session_only
    assert asked == []


def test_a_keyring_that_closes_meanwhile_takes_nothing_away(secrets):
    secrets.problem = ProblemKind.KEYRING_LOCKED
    use_memory(secrets, "a")
    assert secrets.session_only
    assert secrets.session == {}


def test_back_into_the_keyring(secrets):
    secrets.choose(session_only=True)
    secrets.put(MINE, Secret("new"))
    use_keyring(secrets, "a")
    assert not secrets.session_only
    assert secrets.kept[MINE] == Secret("new")
    assert secrets.session == {}


def test_back_into_a_closed_keyring_stays_in_memory(secrets):
    secrets.choose(session_only=True)
    secrets.put(MINE, Secret("new"))
    secrets.problem = ProblemKind.KEYRING_LOCKED
    with pytest.raises(ProblemError):
        use_keyring(secrets, "a")
    assert secrets.session_only
    assert secrets.get(MINE) == Secret("new")
