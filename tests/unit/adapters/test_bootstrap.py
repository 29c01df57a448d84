"""The program put together: both worlds by the same adapters, and nothing heavy before it is needed."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import msgspec
import pytest
from tests.unit.adapters.practice import practising

from textfactor import bootstrap
from textfactor.adapters import workspaces
from textfactor.adapters.practice_process import JOIN, PracticeProcess
from textfactor.domain.answers import Answers, Environment, TenantPath
from textfactor.domain.login import LoginState
from textfactor.domain.plan import Plan, Receipt
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import CredentialOffer, Endpoints, KeptProfile, Profile
from textfactor.domain.secret import Secret, SecretRef
from textfactor.domain.sending import OutgoingSms, SendOutcome
from textfactor.practice import ActionJob
from textfactor.services.container import TenantKey, VonageKey
from textfactor.services.context import CallContext, CancelledError

HEAVY = (
    "requests", "urllib3", "truststore", "vonage", "vonage_http_client", "pydantic", "keyring", "phonenumbers",
    "babel", "werkzeug", "trustme", "cryptography", "liquid", "PySide6", "platformdirs", "quickjs", "_quickjs",
    "textfactor.practice",
)  # fmt: skip


@pytest.fixture
def paths(tmp_path):
    return bootstrap.Paths(tmp_path / "state")


@pytest.fixture
def joined(tmp_path, monkeypatch):
    """A practice world that every opening joins."""
    with practising() as (info, control):
        (tmp_path / "world.json").write_bytes(msgspec.json.encode(info))
        monkeypatch.setenv(JOIN, str(tmp_path / "world.json"))
        yield info, control


def own_profile(endpoints: Endpoints) -> Profile:
    return Profile("p1", "Acme", Environment.STAGING, practice=False, endpoints=endpoints)


def test_importing_it_loads_nothing_heavy():
    code = (
        "import sys, pathlib; from textfactor import bootstrap;"
        "from textfactor.domain.answers import TenantPath;"
        "services = bootstrap.services(bootstrap.Paths(pathlib.Path('nowhere')));"
        "services.drafts.load(); services.sender_code(TenantPath.UNIFIED);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_the_practice_world_by_the_same_adapters(paths, joined):
    info, _ = joined
    workspace = bootstrap.services(paths).open_practice(CallContext())
    try:
        [offer] = workspace.offers.offers()
        key = VonageKey(offer.api_key, workspace.offers.secret(offer))
        assert (offer.source, offer.sender) == ("practice", info.vonage.sender)
        assert workspace.sender_key() == key
        message = OutgoingSms("491701234567", offer.sender, "Hi", unicode=False, client_ref="r")
        assert workspace.sms(key).send(message).outcome is SendOutcome.ACCEPTED
        assert workspace.phone is not None
        assert [one.text for one in workspace.phone.messages()] == ["Hi"]
        tenant_key = workspace.suggested_tenant()
        assert tenant_key is not None
        tenant = workspace.tenant(tenant_key)
        assert workspace.tenant(tenant_key) is tenant
        assert tenant.settings().unified
        assert workspace.lab is not None
        assert workspace.lab.start("ada", "491701234567").state is LoginState.NOT_ASKED
        assert workspace.profile.practice
        assert not workspace.secrets.lasting
        assert set(workspace.sender_hosts) == {"rest.nexmo.com", "api.nexmo.com"}
        assert workspace.runtime.describe()
        with pytest.raises(ProblemError):
            workspace.offers.secret(CredentialOffer("elsewhere", "k", ""))
    finally:
        workspace.close()
        workspace.close()


def test_commands_that_join_one_world_share_its_journal(paths, joined):
    plan = Plan("acme.eu.auth0.com", ())
    first = bootstrap.open_practice(paths, CallContext())
    first.journal.end(first.journal.begin(plan), Receipt(plan, ()))
    first.close()
    old = paths.state / "practice-0123456789ab.jsonl"
    old.write_text("")
    os.utime(old, (0, 0))
    second = bootstrap.open_practice(paths, CallContext())
    assert not old.exists()
    assert second.journal.last("acme.eu.auth0.com") == Receipt(plan, ())
    second.close()


def test_a_world_of_ones_own_takes_its_journal_along(paths, joined):
    info, _ = joined

    class Child:
        closed = 0

        def close(self) -> None:
            self.closed += 1

    child = Child()
    process = PracticeProcess(info, child)  # pyright: ignore[reportArgumentType]
    journal = paths.state / "practice.jsonl"
    workspace = workspaces.PracticeWorkspace(process, journal, bootstrap._runtime(info.ca_file))
    workspace.journal.begin(Plan("acme.eu.auth0.com", ()))
    assert journal.exists()
    workspace.close()
    assert not journal.exists()
    assert child.closed == 1


def test_a_profile_without_a_keyring_keeps_secrets_for_the_session(paths, monkeypatch):
    services = bootstrap.services(paths)
    ref = SecretRef("p1", "vonage_secret")
    workspace = services.open_profile(own_profile(Endpoints()), CallContext())
    assert not workspace.secrets.lasting
    workspace.secrets.put(ref, Secret("s"))
    workspace.close()
    again = services.open_profile(own_profile(Endpoints()), CallContext())
    assert again.secrets.get(ref) == Secret("s")
    assert (again.lab, again.phone, again.board) == (None, None, None)
    assert again.suggested_tenant() is None
    monkeypatch.setenv("AUTH0_DOMAIN", "acme.eu.auth0.com")
    monkeypatch.setenv("AUTH0_TOKEN", "t")
    assert again.suggested_tenant() == TenantKey("acme.eu.auth0.com", token=Secret("t"))
    again.close()


def test_a_locked_keyring_is_not_replaced_by_memory(paths, monkeypatch):
    from textfactor.adapters import keyring_store
    from textfactor.domain.problems import Problem, Service

    def locked(_self, *_):
        raise ProblemError(Problem(ProblemKind.KEYRING_LOCKED, Service.KEYRING))

    for name in ("describe", "get"):
        monkeypatch.setattr(keyring_store.KeyringStore, name, locked)
    workspace = bootstrap.services(paths).open_profile(own_profile(Endpoints()), CallContext())
    assert workspace.secrets.lasting
    with pytest.raises(ProblemError):
        workspace.secrets.get(SecretRef("p1", "vonage_secret"))
    workspace.close()


def test_profiles_and_the_choice_of_memory_are_there_at_the_next_start(paths):
    services = bootstrap.services(paths)
    services.profiles.save(KeptProfile(own_profile(Endpoints(proxy="http://proxy.acme.com:80"))))
    services.secrets.choose(session_only=True)
    later = bootstrap.services(paths)
    assert [kept.profile for kept in later.profiles.load().profiles] == [
        own_profile(Endpoints(proxy="http://proxy.acme.com:80"))
    ]
    assert later.secrets.session_only
    assert [path.name for path in paths.state.iterdir()] == ["profiles.json"]


def test_a_profile_reaches_its_own_accounts_and_runs_the_sender_against_practice(paths, joined):
    info, control = joined
    workspace = bootstrap.services(paths).open_profile(own_profile(info.endpoints()), CallContext())
    try:
        assert workspace.runtime.describe()
        assert workspace.sms(info.vonage_key()).balance().value == 10.0
        assert workspace.tenant(info.tenant_key()).policies() == ()
        assert workspace.sender_key() == info.vonage_key()
        assert workspace.sender_hosts == info.sender_hosts()
        result = workspace.runtime.run(
            "exports.f = async () => { const r = await fetch('https://rest.nexmo.com/account/get-balance');"
            " console.log(r.status); };",
            "f", {}, workspace.sender_hosts,
        )  # fmt: skip
        assert result.outcome.value == "ok"
        assert result.console == ("401",)
        assert workspace.offers.offers() == ()
    finally:
        workspace.close()
        workspace.close()
    assert len(control.requests()) >= 2


def test_the_draft_and_the_code(paths):
    services = bootstrap.services(paths)
    assert not paths.state.exists()
    services.drafts.save("vonage", Answers(sender="ACME"))
    assert bootstrap.services(paths).drafts.load() == ("vonage", Answers(sender="ACME"))
    assert "onExecuteCustomPhoneProvider" in services.sender_code(TenantPath.UNIFIED)
    assert "onExecuteSendPhoneMessage" in services.sender_code(TenantPath.LEGACY)
    assert services.numbers.parse("+49 170 1234567") is not None


def test_the_users_folder(own_home):
    assert str(bootstrap.user_paths().state).startswith(str(own_home))


def test_the_practice_tenant_runs_actions_in_the_senders_engine():
    run = bootstrap.practice_run_action()
    code = "exports.f = async (event, api) => { console.log(event.word); api.notification.drop('no'); };"
    ran = run(ActionJob(code, "f", {"word": "hello"}, {}, ""))
    assert (ran.outcome, ran.reason, ran.console) == ("dropped", "no", ("hello",))
    assert ran.engine
    threw = run(ActionJob("exports.f = async () => { throw new TypeError('x'); };", "f", {}, {}, ""))
    assert (threw.outcome, threw.reason) == ("threw", "x")
    assert threw.error_stack


def test_without_an_engine_the_practice_tenant_is_told(monkeypatch):
    from textfactor.domain.problems import Problem, Service

    class Nothing:
        def run(self, *_args):
            raise ProblemError(Problem(ProblemKind.NO_RUNTIME, Service.LOCAL, "nothing here"))

    monkeypatch.setattr(bootstrap, "_runtime", lambda _ca: Nothing())
    with pytest.raises(RuntimeError, match="nothing here"):
        bootstrap.practice_run_action()(ActionJob("", "f", {}, {}, ""))


@dataclass(frozen=True)
class Wish:
    """As the command line asks."""

    faults: tuple[str, ...] = ()
    plan: str = "free"
    path: str = "legacy"
    state: str = "fresh"
    latency: float = 0.0
    as_json: bool = True
    parent_pipe: bool = True


def test_serving_ends_with_the_parents_pipe(monkeypatch, capsys):
    read, write = os.pipe()
    os.close(write)
    with os.fdopen(read) as pipe:
        monkeypatch.setattr(sys, "stdin", pipe)
        assert bootstrap.serve_practice(Wish()) == 0
    line = json.loads(capsys.readouterr().out)
    assert set(line) == {"vonage", "auth0", "ca_file", "control_url", "control_token", "pid"}


def test_an_unknown_fault_is_refused():
    with pytest.raises(ValueError, match="nonsense"):
        bootstrap.serve_practice(Wish(faults=("nonsense",)))


def test_a_journal_that_vanishes_while_it_is_looked_at_is_no_fault(paths, joined):
    paths.state.mkdir()
    (paths.state / "practice-gone.jsonl").symlink_to(paths.state / "nowhere")
    bootstrap.open_practice(paths, CallContext()).close()


def test_a_world_that_nobody_waits_for_any_more_is_ended(paths, joined, monkeypatch):
    ended, ctx = [], CallContext()
    monkeypatch.setattr(bootstrap, "_runtime", lambda _ca_file: ctx.cancel.cancel())
    monkeypatch.setattr(PracticeProcess, "close", lambda self: ended.append(self))
    with pytest.raises(CancelledError):
        bootstrap.open_practice(paths, ctx)
    assert len(ended) == 1
