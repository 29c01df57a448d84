"""The check of the keyring: six findings, whatever the keyring does."""

from dataclasses import replace

import pytest
from tests.fakes.profiles import KINDS, InMemoryKeeper

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.services.context import CallContext, CancelledError, CancelToken
from textfactor.services.secrets.keyring_doctor import check_keyring
from textfactor.words.keyring import backend_name, explain_finding, explain_state, secret_name

IDS = [
    "keyring.mode",
    "keyring.bus",
    "keyring.backend",
    "keyring.entry",
    "keyring.long_entry",
    "keyring.forget",
]


@pytest.fixture
def secrets() -> InMemoryKeeper:
    return InMemoryKeeper()


def check(secrets: InMemoryKeeper) -> dict[str, Finding]:
    findings = check_keyring(secrets, CallContext())
    assert sorted(one.id for one in findings) == sorted(IDS)
    for one in findings:  # each has words
        told = explain_finding(one)
        assert told.title.english()
        assert told.meaning.english()
        assert "{" not in told.title.english() + told.meaning.english()
    return {one.id: one for one in findings}


def statuses(secrets: InMemoryKeeper) -> list[str]:
    found = check(secrets)
    return [found[name].status.value for name in IDS]


def test_a_keyring_that_works_leaves_nothing_behind(secrets):
    assert statuses(secrets) == ["pass"] * 6
    assert secrets.kept == {}
    assert check(secrets)["keyring.entry"].seconds >= 0


def test_in_session_mode_it_is_not_touched(secrets):
    secrets.session_only = True
    secrets.facts = None
    assert statuses(secrets) == ["warning"] + ["skipped"] * 5


@pytest.mark.parametrize(
    ("facts", "bus", "words"),
    [
        (KeyringFacts(refused="keyring.backends.fail.Keyring", bus=False), "fail", "KeePassXC"),
        (KeyringFacts(refused="x.Plain", bus=True, named_by="PYTHON_KEYRING_BACKEND"), "pass", "plain text"),
        (KeyringFacts(refused="keyring.backends.fail.Keyring", desktop="KDE", bus=True), "pass", "KWallet"),
        (KeyringFacts(refused="keyring.backends.fail.Keyring", desktop="GNOME"), "skipped", "gnome-keyring"),
    ],
)
def test_without_a_keyring_the_rest_is_skipped_and_help_fits_the_desktop(secrets, facts, bus, words):
    secrets.the_facts = facts
    found = check(secrets)
    assert [found[name].status.value for name in IDS] == [
        "skipped",
        bus,
        "fail",
        "skipped",
        "skipped",
        "skipped",
    ]
    told = explain_finding(found["keyring.backend"])
    assert words in " ".join(text.english() for text in (told.title, told.meaning, *told.next))
    assert facts.refused in told.meaning.english()
    mode = explain_finding(found["keyring.mode"])  # says nothing else than the others
    assert mode.title.english() == "Where secrets are kept"
    assert mode.meaning.english() == "In memory until the program ends, since there is no keyring."
    if bus == "fail":
        assert explain_finding(found["keyring.bus"]).next


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_problem_is_a_finding_with_its_words(secrets, kind):
    secrets.problem = kind
    found = check(secrets)
    assert [found[name].status.value for name in IDS] == [
        "pass",
        "pass",
        "pass",
        "fail",
        "skipped",
        "skipped",
    ]
    entry = found["keyring.entry"]
    assert entry.blank("problem") == kind.value
    assert entry.opens == "settings"
    states = {"keyring_locked": "locked", "keyring_cancelled": "cancelled"}
    state = KeyringState(states.get(kind.value, kind.value.removeprefix("keyring_")))
    assert explain_finding(entry).title == explain_state(state).title


def test_a_bus_that_does_not_answer_is_a_finding(secrets):
    def facts() -> KeyringFacts:
        raise ProblemError(Problem(ProblemKind.KEYRING_LOCKED, Service.KEYRING, "no answer"))

    secrets.facts = facts
    assert statuses(secrets) == ["skipped", "skipped", "fail", "skipped", "skipped", "skipped"]


def test_a_keyring_that_loses_what_it_was_given_is_found_out(secrets):
    secrets.loses = True
    found = check(secrets)
    assert found["keyring.entry"].status is FindingStatus.FAIL
    assert found["keyring.entry"].blank("problem") == "keyring_failed"


def test_one_that_takes_no_long_entries_and_keeps_what_was_forgotten(secrets):
    real = secrets.put

    def put(ref, value):
        if len(value.reveal()) > 100:
            raise ProblemError(Problem(ProblemKind.KEYRING_FAILED, Service.KEYRING, "too long", code="full"))
        real(ref, value)

    secrets.put = put
    secrets.forget = lambda ref: None
    found = check(secrets)
    assert [found[name].status.value for name in IDS[3:]] == ["pass", "fail", "fail"]
    assert "no room" in explain_finding(found["keyring.long_entry"]).title.english()


def test_a_removal_that_fails(secrets):
    def forget(ref):
        raise ProblemError(Problem(ProblemKind.KEYRING_LOCKED, Service.KEYRING))

    secrets.forget = forget
    assert check(secrets)["keyring.forget"].blank("problem") == "keyring_locked"


def test_memory_in_its_place_is_no_success(secrets):
    real = secrets.put

    def put(ref, value):
        real(ref, value)
        secrets.state = KeyringState.MISSING

    secrets.put = put
    secrets.get = lambda ref: secrets.kept.get(ref)
    assert check(secrets)["keyring.entry"].blank("problem") == "keyring_missing"


def test_it_can_be_stopped(secrets):
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        check_keyring(secrets, CallContext(cancel=token))


@pytest.mark.parametrize("state", list(KeyringState))
def test_each_state_has_words(state):
    told = explain_state(state)
    assert told.title.english()
    assert told.meaning.english()
    if state not in (KeyringState.UNTRIED, KeyringState.AVAILABLE):
        assert told.next


def test_stores_and_secrets_have_names():
    facts = KeyringFacts("keyring.backends.kwallet.DBusKeyring")
    assert backend_name(facts).english() == "KWallet"
    assert "macOS" in backend_name(replace(facts, backend="keyring.backends.macOS.Keyring")).english()
    assert "none" in backend_name(KeyringFacts()).english()
    assert secret_name("vonage_secret").english() == "Vonage API secret"
    assert "check" in secret_name("probe").english()
    assert Finding("x", FindingStatus.PASS).blank("y") == ""
