"""What every `SecretStore` must do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.profiles import InMemoryProfiles
from tests.unit.adapters.test_keyring_store import Fake

from textfactor.adapters.keyring_store import KeyringStore
from textfactor.adapters.memory_store import MemoryStore
from textfactor.adapters.secret_keeper import ChosenSecrets
from textfactor.domain.secret import Secret, SecretRef
from textfactor.services.ports import SecretStore

MINE, OTHERS = SecretRef("profile1", "vonage_secret"), SecretRef("profile2", "vonage_secret")


def in_memory() -> SecretStore:
    return MemoryStore()


def in_keyring() -> SecretStore:
    fake = Fake()
    return KeyringStore("app.test", lambda: fake)


def chosen() -> SecretStore:
    fake = Fake()
    return ChosenSecrets(MemoryStore(), KeyringStore("app.test", lambda: fake), InMemoryProfiles())


def for_the_session() -> SecretStore:
    profiles = InMemoryProfiles()
    profiles.choose(session_only=True)
    return ChosenSecrets(MemoryStore(), KeyringStore("app.test", Fake), profiles)


@pytest.fixture(params=[in_memory, in_keyring, chosen, for_the_session])
def store(request) -> SecretStore:
    return request.param()


def test_nothing_is_there_at_first(store):
    assert store.get(MINE) is None
    store.forget(MINE)


def test_a_secret_is_kept_replaced_and_forgotten(store):
    store.put(MINE, Secret("one"))
    store.put(MINE, Secret("two"))
    assert store.get(MINE) == Secret("two")
    assert store.get(OTHERS) is None
    assert store.get(SecretRef("profile1", "auth0_secret")) is None
    store.forget(MINE)
    store.forget(MINE)
    assert store.get(MINE) is None


def test_forgetting_leaves_the_others(store):
    store.put(MINE, Secret("x" * 4000))
    store.put(OTHERS, Secret("y" * 4000))
    store.forget(MINE)
    assert store.get(OTHERS) == Secret("y" * 4000)


@pytest.mark.parametrize("make", [in_memory, in_keyring, chosen, for_the_session])
@given(value=st.text(st.characters(codec="utf-8"), max_size=50))
def test_any_text_reads_back(make, value):
    kept = make()
    kept.put(MINE, Secret(value))
    assert kept.get(MINE) == Secret(value)
