"""Keeping, finding, renaming, tagging and removing profiles."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles

from textfactor.domain.answers import Answers, Environment, World, settle
from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import (
    Endpoints,
    KeptProfile,
    Profile,
    ProfileBook,
    ProfileFacts,
    answers_of,
    facts_of,
)
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.profiles import book

ANSWERS = Answers(
    world=World.OWN,
    opened=True,
    profile_id="id1",
    profile_name=" Acme ",
    environment=Environment.STAGING,
    proxy="proxy.acme.com:8080",
    api_key="abcd1234",
    domain="acme.eu.auth0.com",
    test_number="+49 1512 3456789",
)


def kept(profile_id: str, name: str) -> KeptProfile:
    return KeptProfile(Profile(profile_id, name, Environment.STAGING, practice=False, endpoints=Endpoints()))


def test_what_the_wizard_knows_is_kept_but_no_phone_number():
    store = InMemoryProfiles()
    found = book.remember(store, ANSWERS)
    (one,) = found.profiles
    assert (one.profile.id, one.profile.name, one.profile.environment) == ("id1", "Acme", Environment.STAGING)
    assert one.profile.endpoints == Endpoints(proxy="http://proxy.acme.com:8080")
    assert one.facts.api_key == "abcd1234"
    assert "3456789" not in repr(one)
    book.remember(store, replace(ANSWERS, sender="Acme"))
    assert [one.facts.sender for one in store.book.profiles] == ["Acme"]


@pytest.mark.parametrize("change", [{"world": World.PRACTICE}, {"opened": False}, {"profile_id": ""}])
def test_what_is_no_open_profile_is_not_kept(change):
    store = InMemoryProfiles()
    assert book.remember(store, replace(ANSWERS, **change)).profiles == ()


@given(st.builds(ProfileFacts))
def test_facts_survive_the_way_through_the_answers(facts):
    one = replace(kept("id1", "Acme"), facts=facts)
    answers = answers_of(one)
    assert facts_of(answers) == facts
    assert not answers.opened
    assert settle(answers, answers) == answers


def test_every_fact_is_an_answer():
    assert {one.name for one in fields(ProfileFacts)} <= {one.name for one in fields(Answers)}


def test_names_are_found_and_numbered():
    found = ProfileBook((kept("a", "Acme"), kept("b", "Acme 2")))
    assert found.named(" ACME ") == found.with_id("a")
    assert found.named("other") is None
    assert found.with_id("c") is None
    assert found.free_name("acme") == "acme 3"
    assert found.free_name("Beta") == "Beta"
    long = ProfileBook((kept("a", "x" * 60),))
    assert len(long.free_name("x" * 60)) <= 60


def test_a_name_that_another_profile_has_is_refused():
    store = InMemoryProfiles(kept("a", "Acme"), kept("b", "Beta"))
    taken = InputIssue(Field.PROFILE_NAME, Fault.NAME_TAKEN)
    assert book.rename(store, kept("b", "Beta"), "acme") == taken
    assert book.rename(store, kept("b", "Beta"), " ") == InputIssue(Field.PROFILE_NAME, Fault.EMPTY)
    renamed = book.rename(store, kept("a", "Acme"), " ACME ")
    assert isinstance(renamed, KeptProfile)
    assert [one.profile.name for one in store.book.profiles] == ["ACME", "Beta"]
    with pytest.raises(ProblemError) as caught:
        book.need_free_name(store, kept("c", "beta").profile)
    problem = caught.value.problem
    assert (problem.kind, problem.code) == (ProblemKind.NOT_A_PROFILE, book.NAME_TAKEN)
    book.need_free_name(store, kept("b", "beta").profile)


def test_a_tag_is_changed_and_nothing_else():
    store = InMemoryProfiles(kept("a", "Acme"))
    book.tag(store, kept("a", "Acme"), Environment.PRODUCTION)
    assert [one.profile.environment for one in store.book.profiles] == [Environment.PRODUCTION]


def test_a_profile_goes_with_its_secrets_and_stays_while_they_cannot():
    store, secrets = InMemoryProfiles(kept("a", "Acme"), kept("b", "Beta")), InMemoryKeeper()
    for ref in (SecretRef("a", VONAGE_SECRET), SecretRef("a", AUTH0_SECRET), SecretRef("b", VONAGE_SECRET)):
        secrets.put(ref, Secret("x"))
    secrets.problem = ProblemKind.KEYRING_LOCKED
    with pytest.raises(ProblemError):
        book.remove(store, secrets, kept("a", "Acme"))
    assert len(store.book.profiles) == 2
    secrets.problem = None
    book.remove(store, secrets, kept("a", "Acme"))
    assert [one.profile.id for one in store.book.profiles] == ["b"]
    assert list(secrets.kept) == [SecretRef("b", VONAGE_SECRET)]
