"""Both engines, and a Vonage to run the sender against."""

import json
import os
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from tests.contract.sender.stand_in import HOST, StandIn

from textfactor.adapters.node_runtime import NodeRuntime
from textfactor.adapters.quickjs_runtime import QuickJsRuntime
from textfactor.adapters.runtimes import bundled_node
from textfactor.domain.answers import TenantPath
from textfactor.domain.running import RunOutcome, RunResult
from textfactor.domain.tenant import trigger_of
from textfactor.services.ports import SenderRuntime
from textfactor.services.sending.sender_run import HANDLERS

KEY, SECRET, SENDER = "abcd1234", "s3cr3t+V4lue/ü", "ACME"
NUMBER, TEXT = "+1-808-555-5555", "739152 is your code for ACME."
NOTIFICATION = {
    "recipient": NUMBER, "as_text": TEXT, "as_voice": TEXT, "code": "739152", "delivery_method": "text",
    "message_type": "otp_verify",
}  # fmt: skip
MESSAGE_OPTIONS = {
    "recipient": NUMBER, "text": TEXT, "code": "739152", "action": "second-factor-authentication",
    "message_type": "sms",
}  # fmt: skip
COMMON = {
    "secrets": {"VONAGE_API_KEY": KEY, "VONAGE_API_SECRET": SECRET, "VONAGE_FROM_NUMBER": SENDER},
    "tenant": {"id": "acme"},
    "user": {"user_id": "auth0|5f7c8ec7c33c6c004bbafe82", "email": "ann@example.com"},
}

Start = Callable[..., SenderRuntime]


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, str]:
    """A certificate authority and its file."""
    ca = trustme.CA()
    file = tmp_path_factory.mktemp("authority") / "ca.pem"
    ca.cert_pem.write_to_path(str(file))
    return ca, str(file)


@pytest.fixture(scope="session")
def stand_in(authority: tuple[trustme.CA, str]) -> Iterator[StandIn]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority[0].issue_cert(HOST).configure_cert(context)
    server = StandIn(context)
    yield server
    server.close()


@pytest.fixture
def vonage(stand_in: StandIn) -> StandIn:
    stand_in.reset()
    return stand_in


@pytest.fixture(scope="session")
def node() -> str:
    """The Node of the extra `node`, or another one to try the sender with."""
    chosen = os.environ.get("NODE_UNDER_TEST") or bundled_node()
    if chosen is None:
        pytest.skip("the extra `node` is not installed")
    return str(chosen)


@pytest.fixture(scope="session", params=["quickjs", "node"])
def start(request: pytest.FixtureRequest, root: Path, authority: tuple[trustme.CA, str]) -> Start:
    """Make an engine; `ca_file` and `limit` can be given."""
    scripts = root / "resources" / "runtime"

    def make(*, ca_file: str = authority[1], limit: float = 20.0) -> SenderRuntime:
        if request.param == "quickjs":
            return QuickJsRuntime(scripts, ca_file, limit=limit)
        return NodeRuntime(request.getfixturevalue("node"), scripts, ca_file, limit=limit)

    return make


@dataclass(frozen=True)
class Trigger:
    """One of Auth0's two ways to an Action: its sender, its function, its event."""

    path: TenantPath
    code: str

    @property
    def handler(self) -> str:
        return HANDLERS[self.path]

    def event(self, **changes: object) -> dict[str, object]:
        """An event of this trigger; `changes` go to its message, or with their own name to the top."""
        unified = self.path is TenantPath.UNIFIED
        message: dict[str, object] = {**(NOTIFICATION if unified else MESSAGE_OPTIONS)}
        names = {} if unified else {"as_text": "text"}
        whole: dict[str, object] = {"notification" if unified else "message_options": message, **COMMON}
        for name, value in changes.items():
            name = names.get(name, name)
            (message if name in message else whole)[name] = value
        return whole


@dataclass(frozen=True)
class Sent:
    """How a run of the sender ended, and which of the two ran."""

    result: RunResult
    path: TenantPath

    @property
    def reason(self) -> str:
        return self.result.reason

    @property
    def console(self) -> tuple[str, ...]:
        return self.result.console

    @property
    def fine(self) -> bool:
        return self.result.outcome is RunOutcome.OK

    def failed(self, outcome: RunOutcome, code: str) -> bool:
        """Whether it reported a failure the way its trigger wants: a verdict, or an error with this code."""
        if self.path is TenantPath.UNIFIED:
            return (self.result.outcome, self.result.error_code) == (outcome, "")
        return (self.result.outcome, self.result.error_code) == (RunOutcome.THREW, code)


@pytest.fixture(scope="session", params=list(TenantPath), ids=str)
def trigger(request: pytest.FixtureRequest, root: Path) -> Trigger:
    file = root / "resources" / "sender" / f"{trigger_of(request.param)}.js"
    return Trigger(request.param, file.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sender_code(trigger: Trigger) -> str:
    return trigger.code


def with_options(code: str, options: Mapping[str, object]) -> str:
    """Set the sender's options as the program does: the one marked line is replaced."""
    changed, count = re.subn(r"(?m)^const OPTIONS = .*$", f"const OPTIONS = {json.dumps(options)};", code)
    assert count == 1
    return changed


Send = Callable[..., Sent]


@pytest.fixture
def send(start: Start, vonage: StandIn, trigger: Trigger) -> Send:
    """Run the sender once, and check that nothing private comes out of it whatever the outcome."""

    def run(
        *,
        options: Mapping[str, object] | None = None,
        port: int | None = None,
        limit: float = 20.0,
        **changes: object,
    ) -> Sent:
        code = trigger.code if options is None else with_options(trigger.code, options)
        hosts = {HOST: vonage.port if port is None else port}
        result = start(limit=limit).run(code, trigger.handler, trigger.event(**changes), hosts)
        said = repr(result)
        for private in (KEY, SECRET, "739152", "555-5555", "8085555555", "ann@example.com", "5f7c8ec7c33c"):
            assert private not in said
        assert all(len(line) <= 256 for line in result.console)
        return Sent(result, trigger.path)

    return run


@pytest.fixture
def make_authority(tmp_path: Path) -> Callable[[], str]:
    """Make a file with an authority that signed nothing here."""

    def make() -> str:
        file = tmp_path / "stranger.pem"
        trustme.CA().cert_pem.write_to_path(str(file))
        return str(file)

    return make
